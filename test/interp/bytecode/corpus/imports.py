"""Imports and module-level names."""
import a
import a.b.c
import a as b, c.d as e, f
import g.h.i.j as k
from m import n
from m.o import (p, q as r,)
from . import s
from .t import u
from ...v import w as x
from y import *


def local():
    import a.b
    from c import d
    import e.f as g
    return a, d, g


global_name = 1
del global_name
__all__ = ["a", "b"]
if __name__ == "__main__":
    local()
