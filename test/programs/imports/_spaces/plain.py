from . import other

NAME = __name__
OTHER = other.VALUE
