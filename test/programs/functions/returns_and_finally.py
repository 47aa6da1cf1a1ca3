# What return gives back when finally, loops and nested calls interfere.
def f1():
    try:
        return "try"
    finally:
        print("cleanup")
def f2():
    try:
        return "try"
    finally:
        return "finally wins"
def f3():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2:
                continue
def f4():
    x = 1
    try:
        return x
    finally:
        x = 2
def f5():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
def f6():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"
def f7():
    try:
        try:
            return "inner"
        finally:
            print("one")
    finally:
        print("two")
def f8(n):
    while True:
        try:
            n += 1
            if n > 3:
                return n
        finally:
            if n == 2:
                break
    return "broke"
def f9():
    try:
        pass
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("f9 finally")
for f in (f1, f2, f3, f4, f5, f6, f7, f9):
    print(f.__name__, f())
print(f8(0), f8(2))
def gen():
    try:
        yield 1
        return "ret"
    finally:
        print("gen finally")
g = gen()
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
