"""Implementation of JSONEncoder."""
from json import JSONEncoder, _quote as encode_basestring, _quote_ascii as encode_basestring_ascii
