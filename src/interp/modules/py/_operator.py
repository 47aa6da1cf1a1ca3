"""The functions of operator, where pickles look for them."""
from operator import *
