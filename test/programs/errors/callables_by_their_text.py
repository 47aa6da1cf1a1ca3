"""What a call with a bad * or ** names: a function by its name, anything else by its text."""


def given(*args, **kwargs):
    return args, kwargs


class Callable:
    def __call__(self, *args, **kwargs):
        return args

    def __str__(self):
        return "<a callable>"


for what in (given, Callable(), print, dict, [].append, None, 5):
    for arguments in ("*3", "**3", "1, *3", "a=1, **3", "**{'a': 1}, **{'a': 2}"):
        try:
            eval(f"what({arguments})")
        except TypeError as problem:
            print(arguments, problem)
