"""The module that collections.abc has its classes from."""
from collections.abc import *
from collections.abc import __all__
