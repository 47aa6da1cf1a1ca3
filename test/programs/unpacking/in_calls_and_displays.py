# * and ** in calls and displays.
def show(*args, **kwargs):
    print(args, kwargs)
show(*[1, 2], 3, *"ab", x=1, **{"y": 2}, **dict(z=3))
show(*range(2), *(), **{})
show(*{1: 2, 3: 4}, *(x for x in "q"))
print([*range(3), *"ab"], (*[1], 2), {*[1, 2], *[2, 3]}, {**{"a": 1}, "b": 2, **{"a": 9}}, [*[], *()], *[1, 2], {**{}}, (*(),))
def f(a, b, c=3, *, d=4):
    return a, b, c, d
print(f(*[1, 2]), f(*[1], b=2, **{"d": 5}), f(**{"a": 1, "b": 2, "c": 0}))
for act in (lambda: show(**{"a": 1}, **{"a": 2}), lambda: show(a=1, **{"a": 2}), lambda: show(**{1: 2}), lambda: show(*5), lambda: show(**5), lambda: show(*None), lambda: show(**[("a", 1)]), lambda: f(*[1, 2, 3, 4]), lambda: f(1, *[2], a=3), lambda: [*5], lambda: {**5}, lambda: {*5}, lambda: f(1, 2, **{"x y": 3}), lambda: print(*[1], sep=3)):
    try:
        print(act())
    except TypeError as error:
        print(error)
class Map:
    def keys(self):
        return iter(["m", "n"])
    def __getitem__(self, k):
        return k * 2
show(**Map())
print({**Map(), "z": 1})
def gen():
    yield 1
    yield 2
show(*gen(), *gen())
args = [1, 2]
show(*args, args.append(3))
print(args)
