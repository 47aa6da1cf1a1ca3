# Operators and protocols on classes through the metaclass.
class M(type):
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __len__(cls): return 42
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, x): return x == "in"
    def __add__(cls, o): return f"{cls.__name__}+{o}"
    def __radd__(cls, o): return f"{o}+{cls.__name__}"
    def __eq__(cls, o): return "eq called"
    def __hash__(cls): return 7
    def __bool__(cls): return False
    def __repr__(cls): return f"<{cls.__name__}!>"
    def __getattr__(cls, n): return f"meta getattr {n}"
    def __setattr__(cls, n, v):
        print("setting", n)
        super().__setattr__(n, v)
    def __lt__(cls, o): return cls.__name__ < o.__name__
    def __dir__(cls): return ["fake"]
    def __enter__(cls): print("enter class"); return cls
    def __exit__(cls, *a): print("exit class")
class A(metaclass=M): pass
class B(A): real = 1
print(A["k"], len(A), list(A), "in" in A, A + 1, 1 + A, A == 5, hash(A), bool(A), A, A.anything, B.real, sorted([B, A]), dir(A), [*B], {A: 1})
A.x = 5
print(A.x, A().x)
with A as c: print(c)
try:
    A().anything
except AttributeError as e:
    print(e)
class P(type):
    def __call__(cls, *a): raise TypeError("not to be made")
class Q(metaclass=P): pass
try:
    Q()
except TypeError as e:
    print(e)
x, y, z = A
print(x, y, z)
