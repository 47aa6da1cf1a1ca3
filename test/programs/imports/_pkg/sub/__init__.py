from ..first import who
from .. import level as up
