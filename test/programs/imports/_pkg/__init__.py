print("package init", __name__, __package__)
level = "package"
from . import first
from .first import NAME
