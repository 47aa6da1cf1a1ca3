"""The functions of codecs, where pickles look for them."""
from codecs import decode, encode, lookup, lookup_error, register, register_error
