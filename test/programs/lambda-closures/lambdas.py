# Lambdas with all kinds of parameters.
print((lambda: 1)(), (lambda x: x + 1)(2), (lambda x, y=2: x * y)(3), (lambda *a, **k: (a, k))(1, 2, z=3), (lambda a, /, b, *, c=0: (a, b, c))(1, b=2, c=3), (lambda x: (lambda y: x + y))(1)(2))
compose = lambda f, g: lambda x: f(g(x))
inc, dbl = lambda x: x + 1, lambda x: x * 2
print(compose(inc, dbl)(5), compose(dbl, inc)(5), compose.__name__, inc.__qualname__)
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max}
print([ops[k](7, 3) for k in ops], sorted([(1, "b"), (0, "c")], key=lambda t: t[1]), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(lambda x: x % 2, range(6))))
fact = (lambda f: lambda n: f(f, n))(lambda f, n: 1 if n == 0 else n * f(f, n - 1))
print(fact(10), (lambda n: (lambda f: f(f, n))(lambda f, k: k if k < 2 else f(f, k - 1) + f(f, k - 2)))(15))
print((lambda x: x if x > 0 else -x)(-3), (lambda: (yield))().__class__.__name__, (lambda x: [y for y in range(x)])(3), [(lambda n: n ** 2)(i) for i in range(4)])
for act in (lambda: (lambda x: x)(), lambda: (lambda: 1)(2), lambda: (lambda *, k: k)(1), lambda: (lambda x: y_undefined)(1)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
