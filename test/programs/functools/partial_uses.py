# partial in sorting, mapping and callbacks.
from functools import partial, reduce
import operator
double = partial(operator.mul, 2)
print(list(map(double, range(4))), partial(int, base=16)("ff"), partial(print, "a", sep="-")("b"), reduce(operator.or_, [{1}, {2}, {3}]), reduce(lambda d, kv: {**d, kv[0]: kv[1]}, [("a", 1), ("b", 2)], {}))
def log(level, msg, *, prefix=">"): return f"{prefix}[{level}] {msg}"
info = partial(log, "INFO")
loud = partial(info, prefix="!!")
print(info("x"), loud("y"), loud("z", prefix="?"), info.func is log, loud.args, loud.keywords)
steps = [partial(operator.add, 3), partial(operator.mul, 2), str]
print(reduce(lambda v, f: f(v), steps, 4), sorted(["b", "a"], key=partial(operator.methodcaller("upper"))))
