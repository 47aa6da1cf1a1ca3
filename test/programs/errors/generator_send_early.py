def f():
    yield 1
f().send("too early")
