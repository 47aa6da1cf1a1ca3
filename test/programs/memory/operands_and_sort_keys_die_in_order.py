# tier: C
# In which order operands, keys of a sort and parts of displays die when they are used, and when that fails.
class T:
    n = 0
    def __init__(self, v=0): T.n += 1; self.tag = T.n; self.v = v
    def __del__(self): print(self.tag, end=" ")
class L(T):
    def __lt__(self, o):
        if self.v == 9 or o.v == 9: raise ValueError
        return self.v < o.v
class H(T):
    __hash__ = None
def attempt(f):
    T.n = 0
    try: f()
    except Exception as e: print(type(e).__name__, end=" ")
    print("|", end=" ")
    e = None
for _ in range(2):
    attempt(lambda: [3, 1, 2].sort(key=T))
    attempt(lambda: [3, 1, 2].sort(key=L))
    attempt(lambda: [3, 1, 2].sort(key=L, reverse=True))
    attempt(lambda: [3, 1, 9, 2].sort(key=L))
    attempt(lambda: [3, 1, 9, 2].sort(key=L, reverse=True))
    attempt(lambda: sorted([3, 1, 9, 2], key=T))
    attempt(lambda: sorted([3, 1, 2], key=L))
    attempt(lambda: sorted(range(5), key=lambda x: T(x) if x < 3 else 1 / 0))
    attempt(lambda: [1, 2, 3, 4].sort(key=lambda x: T(x) if x < 3 else 1 / 0))
    attempt(lambda: max([3, 1, 2], key=L)); attempt(lambda: min([3, 1, 2], key=L)); attempt(lambda: max([3, 1, 2], key=T))
    attempt(lambda: max([3, 9, 2], key=L)); attempt(lambda: min(L(3), L(9), L(4))); attempt(lambda: min(L(3), L(1), L(4)))
    attempt(lambda: set(map(H, range(3)))); attempt(lambda: {H(1): T(2)}); attempt(lambda: {T(1): T(2), H(3): T(4)}); attempt(lambda: {T(1), H(2), T(3)})
    attempt(lambda: [T(1), T(2), 1 / 0]); attempt(lambda: (T(1), T(2), 1 / 0)); attempt(lambda: {T(1): T(2), 1 / 0: T(3)})
    attempt(lambda: dict([(T(1), T(2)), (H(3), T(4))])); attempt(lambda: dict([(T(1), T(2)), 3]))
    attempt(lambda: list(T(i) if i < 3 else 1 / 0 for i in range(5))); attempt(lambda: tuple(T(i) if i < 3 else 1 / 0 for i in range(5)))
    attempt(lambda: [T(i) if i < 3 else 1 / 0 for i in range(5)]); attempt(lambda: {T(i): T(i) if i < 3 else 1 / 0 for i in range(5)})
    attempt(lambda: [*(T(i) for i in range(3)), *5]); attempt(lambda: print(*(T(i) for i in range(3)), *5)); attempt(lambda: f"{T(1)!s:>{T(2)}}")
    attempt(lambda: T(1) + T(2)); attempt(lambda: T(1)[T(2)]); attempt(lambda: T(1)(T(2), k=T(3))); attempt(lambda: T(1) < T(2)); attempt(lambda: T(1) in T(2)); attempt(lambda: [T(1), T(2)] < [T(3), T(4)])
    attempt(lambda: {**{"a": T(1)}, **T(2)}); attempt(lambda: "".join([T(1), T(2)])); attempt(lambda: sum([T(1), T(2)])); attempt(lambda: sum([T(1), T(2)], T(3)))
    attempt(lambda: zip([T(1)], T(2))); attempt(lambda: map(T(1), T(2), T(3))); attempt(lambda: list(map(T, [1, 2], T(3)))); attempt(lambda: divmod(T(1), T(2))); attempt(lambda: pow(T(1), T(2), T(3)))
    attempt(lambda: getattr(T(1), T(2), T(3))); attempt(lambda: T(1).x.y); attempt(lambda: setattr(T(1), "a", T(2))); attempt(lambda: setattr(T(1), T(3), T(2)))
    attempt(lambda: [1, T(2), T(3)].remove(T(1))); attempt(lambda: [1, T(2)].index(T(1))); attempt(lambda: {T(1): T(2)}[T(3)]); attempt(lambda: {T(1): T(2)}.pop(T(3))); attempt(lambda: {T(1)}.remove(T(2)))
    attempt(lambda: [T(1), T(2)].__setitem__(T(3), T(4))); attempt(lambda: [T(1), T(2)].insert(T(3), T(4))); attempt(lambda: [T(1)] * T(2)); attempt(lambda: [T(1)] + (T(2),)); attempt(lambda: (T(1),) + [T(2)])
    attempt(lambda: range(T(1), T(2))); attempt(lambda: slice(T(1), T(2)).indices(5)); attempt(lambda: [1, 2][T(1):T(2)]); attempt(lambda: "abc".replace(T(1), T(2))); attempt(lambda: "%s %d" % (T(1), T(2))); attempt(lambda: "{} {x}".format(T(1), y=T(2)))
    attempt(lambda: int(T(1), T(2))); attempt(lambda: type("X", (T(1),), {"a": T(2)})); attempt(lambda: super(T(1), T(2))); attempt(lambda: iter(T(1), T(2))); attempt(lambda: next(T(1), T(2))); attempt(lambda: reversed(T(1))); attempt(lambda: enumerate([T(1)], T(2)))
    print()
