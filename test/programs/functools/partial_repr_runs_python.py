from functools import partial


def capture(*args, **keywords):
    return args, keywords


class Part(partial):
    pass


class Key:
    def __init__(self, holder):
        self.holder = holder

    def __str__(self):
        self.holder.keywords[self] = "later"
        return "shown"


class Anything:
    def __call__(self, *args, **keywords):
        return args, keywords

    def __getattr__(self, name):
        return partial(self, name)


part = Part(capture, 1, a=2)
print(repr(part).replace(hex(id(capture)), "ID"))
part.keywords[Key(part)] = "first"
print(repr(part).replace(hex(id(capture)), "ID"))
build = Anything()
print(build.div(1, id="x"), build.p.func is build, build.p.args)
