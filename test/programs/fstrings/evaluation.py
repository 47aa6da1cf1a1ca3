# Order, laziness and errors of f-string parts.
def v(x):
    print("eval", x)
    return x
print(f"{v(1)} {v('a')!r:>{v(5)}} {v(2)}")
class F:
    def __format__(self, spec):
        return f"<{spec}>"
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
x = F()
print(f"{x} {x:abc} {x!s} {x!r:>6} {x!s:^7} {x:{'n'}{'m'}} {x:%Y-%m}")
class NoFormat:
    pass
class BadFormat:
    def __format__(self, spec):
        return 5
for act in (lambda: f"{undefined}", lambda: f"{1/0}", lambda: f"{NoFormat():x}", lambda: f"{BadFormat()}", lambda: f"{'a':d}", lambda: f"{5:s}", lambda: f"{1.5:d}", lambda: f"{'x':+}", lambda: f"{5:.2}", lambda: f"{5:q}", lambda: f"{[]:5}", lambda: f"{None:5}", lambda: f"{5:5 5}", lambda: f"{5:,_}", lambda: f"{5:99999999999999999999}", lambda: f"{'s':=5}", lambda: f"{5:,s}", lambda: f"{'a':,}", lambda: f"{5:.-1f}"):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
print(f"{'nested ' + f'{1 + 1} ' + f'{"deep " + f"{2 + 2}"}'}")
print([f"{i:>{i}}" for i in range(1, 5)], {f"k{i}": i for i in range(2)}, f"{(lambda: f'{3}')()}")
x = 5
print(f"{(y := x + 1)} {y} {x:=5} {x!=5} {x==5} {x<=5}")
print(f'{x = !s} {x   =   }', f"{'{'} {'}'} {{}}", f"{'a':{'>' if x else '<'}{x + 1}}", f"{{x}} {{{{}}}}")
