# Every arithmetic dunder with its reflected and in-place form.
names = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul", "divmod"]
class N:
    pass
def make(name):
    def plain(self, other): return f"{name}({type(other).__name__})"
    def reflected(self, other): return f"r{name}({type(other).__name__})"
    def inplace(self, other): return f"i{name}({type(other).__name__})"
    setattr(N, f"__{name}__", plain)
    setattr(N, f"__r{name}__", reflected)
    if name != "divmod":
        setattr(N, f"__i{name}__", inplace)
for name in names:
    make(name)
n = N()
print(n + 1, n - 1, n * 1, n / 1, n // 1, n % 1, n ** 1, n << 1, n >> 1, n & 1, n | 1, n ^ 1, n @ 1, divmod(n, 1))
print(1 + n, 1 - n, 1 * n, 1 / n, 1 // n, 1 % n, 1 ** n, 1 << n, 1 >> n, 1 & n, 1 | n, 1 ^ n, 1 @ n, divmod(1, n))
print(n + n, [] + n, 5 % n, "s" * n, [1] * n, {} | n, None @ n, pow(2, n), pow(n, 2), 1.5 - n, {1} & n)
for op in ("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"):
    scope = {"x": N()}
    exec(f"x {op}= 2.5", scope)
    print(scope["x"], end=" ")
print()
class Un:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return f"round {n}"
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __int__(self): return 11
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __index__(self): return 3
import math
u = Un()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), math.trunc(u), math.floor(u), math.ceil(u), int(u), float(u), complex(u), hex(u), "abcd"[u], range(10)[u], math.sqrt(u) > 1, [0] * u, bin(u), chr(u).encode())
class Pow3:
    def __pow__(self, e, m=None): return (e, m)
print(pow(Pow3(), 2), pow(Pow3(), 2, 5), Pow3() ** 3)
