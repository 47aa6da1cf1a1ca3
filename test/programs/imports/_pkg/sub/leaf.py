from ..first import NAME
from . import up
from .. import sub
value = NAME, up, sub.__name__
