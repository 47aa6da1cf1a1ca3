"""What is thrown into a generator keeps its own chain of contexts; an ExitStack's chain is that of nested withs."""
from contextlib import ExitStack, contextmanager


@contextmanager
def failing(error):
    try:
        yield
    finally:
        raise error


def chain(error):
    names = []
    while error is not None:
        names.append(str(error))
        error = error.__context__
    return " <- ".join(names)


errors = [Exception(f"number {n}") for n in range(5)]
try:
    with ExitStack() as stack:
        for error in errors[:0:-1]:
            stack.enter_context(failing(error))
        raise errors[0]
except Exception as error:
    print(chain(error))

errors = [Exception(f"number {n}") for n in range(5)]
try:
    with failing(errors[3]), failing(errors[2]), failing(errors[1]):
        raise errors[0]
except Exception as error:
    print(chain(error))


def handling():
    try:
        raise KeyError("inside")
    except KeyError:
        yield
    yield


def plain():
    yield


for make in (handling, plain):
    generator = make()
    next(generator)
    try:
        try:
            raise OSError("outside")
        except OSError:
            generator.throw(ValueError("thrown"))
    except ValueError as error:
        print(make.__name__, chain(error))
