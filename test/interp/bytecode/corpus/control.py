"""Loops, conditions, boolean operators, assertions."""


def loops(items, other):
    for item in items:
        if item:
            continue
        for inner in other:
            if inner is None:
                break
            elif inner is not item:
                continue
            print(inner)
        else:
            return item
    else:
        print("done")
    while items and other:
        items.pop()
    while True:
        if not other:
            break
        other.pop()
    while not (items or other):
        pass
    else:
        print("end")
    while 1:
        items()
        break
    while 0:
        never()
    for i in range(3): print(i)
    for a, (b, *c) in items: pass
    for items[0] in other: pass
    for x in [1, 2, 3]: pass
    for x in (items, other): pass
    for x in {1, 2}: pass


def conditions(a, b, c):
    if a and b or c and not a:
        return 1
    if not (a or b) and (c if a else b):
        return 2
    if a < b < c:
        return 3
    if not a < b <= c != a:
        return 4
    if a is None or b is not None:
        return 5
    if a in (1, 2) and b not in {3, 4} and c in [5, 6] and a in [b, c]:
        return 6
    if (x := a) and x > 1:
        return x
    if True:
        return 7
    if False:
        return 8


def values(a, b, c):
    x = a and b and c
    y = a or b or c
    z = a and b or c
    w = not a
    v = a if b else c
    u = (a if b else c) if a else b
    t = a < b
    s = a < b < c
    r = not a == b
    q = a or 1
    p = 0 or a
    o = "" and a
    n = a and (b or c) and b
    m = not (a and b)
    return x, y, z, w, v, u, t, s, r, q, p, o, n, m


def assertions(a, b):
    assert a
    assert a, b
    assert a < b, f"{a} {b}"
    assert not a and b, "both"
    assert isinstance(a, int), (
        "long message"
    )


def nested_loops(grid):
    for row in grid:
        for cell in row:
            while cell:
                cell -= 1
                if cell == 3:
                    break
                if cell == 4:
                    continue
                if cell == 5:
                    return cell
        if row:
            continue
    return None
