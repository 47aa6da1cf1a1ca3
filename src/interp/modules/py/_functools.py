"""The functions of functools, where pickles look for them."""
from functools import *
