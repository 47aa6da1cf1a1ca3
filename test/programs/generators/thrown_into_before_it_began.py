# tier: C
# An exception thrown into a generator that was not started is raised where its function begins: its frame is in the traceback and keeps the arguments.
import traceback


class Argument:
    def __del__(self):
        print("argument gone")


def generator(a):
    "A docstring."
    try:
        yield None
    except BaseException as error:
        print("never", error)
    finally:
        print("never")


async def coroutine(a):
    pass


async def asynchronous(a):
    yield 1


def outer(a):
    yield from generator(a)


def several(
    a,
    b=2,
):
    yield 1


def attempt(make, *args):
    for thrown in ValueError("v"), StopIteration(3), GeneratorExit(), StopAsyncIteration(4), KeyError:
        made = make(*args)
        try:
            if hasattr(made, "athrow"):
                made.athrow(thrown).send(None)
            else:
                made.throw(thrown)
        except BaseException as error:
            print(type(error).__name__, error, error.__cause__, error.__context__)
            for entry in traceback.extract_tb(error.__traceback__)[1:]:
                print("  ", entry.lineno, entry.name, entry.line, entry.colno, entry.end_lineno, entry.end_colno)
            link = error.__traceback__
            while link.tb_next:
                link = link.tb_next
            print("  ", link.tb_lasti, list(link.tb_frame.f_locals))
        try:
            print("again", next(made))
        except BaseException as error:
            print(type(error).__name__, error)


attempt(generator, 1)
attempt(coroutine, 1)
attempt(asynchronous, 1)
attempt(outer, 2)
attempt(several, 2)
attempt(lambda: (x for x in [1]))
try:
    generator(Argument()).throw(ValueError)
except ValueError as error:
    print("caught", [text.split("\n", 1)[1] for text in traceback.format_tb(error.__traceback__)])
print("after")
made = generator(Argument())
try:
    made.throw(ValueError)
except ValueError:
    print(made.gi_frame, made.gi_running, made.gi_suspended)
print("after")
made = generator(Argument())
made.close()
print("closed")
made = None
