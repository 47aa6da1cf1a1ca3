"""Annotations as strings."""
from __future__ import annotations


def f(a: int, b: list[str | None] = None, *c: "quoted", d: x.y[1:2, ...] = 1, **e: lambda q: q) -> not a or b:
    g: {1: 2, **h} = 1
    return a


class A:
    x: int
    y: "str" = 'a'
    z: (1, 2)
    w: f'{x!r:>{y}}'
    v: -1 ** (2 + 3) * (a if b else c)
    u: [i async for i in j if i if k]
    t: a.b(c, *d, e=f, **g)[h:i:j, k]
    r: (~x @ y, (z,), {*a}, (), [b], 1 .c, 'd' 'e', -2.5e10, 3j, b'f', ..., None)
    s: {g for g in h} | {i: j for i in k} & (l for l in m) | o(p for p in q)
    n: (lambda *, a, b=1, **c: (yield)) if not x <= y < z else (await_, u[v:, ::w])
    q: x is not y not in z
