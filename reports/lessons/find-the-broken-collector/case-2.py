import gc


def make_greeter(name):
    text = "hello " + name

    def greet():
        return text

    return greet


greet = make_greeter("Ada")
print(greet())
gc.collect()
noise = ["noise %d" % n for n in range(200)]
print(greet())
