# A frame that ended knows the line it ended at: of the exception that left it, where that was raised.
import sys


def handled_and_raised_anew():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("other") from error


def through_finally():
    try:
        return {}["missing"]
    finally:
        x = 1
        del x


def named_handler():
    try:
        int("x")
    except TypeError as error:
        print(error)


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return False


def with_statement():
    with Guard():
        raise ValueError("inside")


def show(function):
    start = function.__code__.co_firstlineno
    try:
        function()
    except Exception as error:
        entry = error.__traceback__.tb_next
        while entry:
            frame = entry.tb_frame
            print(frame.f_code.co_name, entry.tb_lineno - start, frame.f_lineno - start, entry.tb_lasti == frame.f_lasti)
            entry = entry.tb_next


for function in handled_and_raised_anew, through_finally, named_handler, with_statement:
    show(function)


def returned():
    frame = sys._getframe()
    return frame


print(returned().f_lineno - returned.__code__.co_firstlineno)


# A chain of contexts that the program closed by itself does not hold up what is raised next.
def closed_chain():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


try:
    closed_chain()
except TypeError as error:
    print(repr(error.__context__), error.__context__.__context__ is error.__context__)

first, second, third = KeyError("first"), KeyError("second"), KeyError("third")
first.__context__, second.__context__, third.__context__ = second, third, second
try:
    try:
        raise first
    except KeyError:
        raise OSError("last")
except OSError as error:
    print(repr(error.__context__), error.__context__ is first)


# A class of exceptions whose call gives anything else.
class Odd(Exception):
    def __new__(cls, *arguments):
        return "odd"


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print("TypeError:", error)


def raise_odd():
    raise Odd


def raise_from_odd():
    raise ValueError from Odd


attempt(raise_odd)
attempt(raise_from_odd)


def listening():
    try:
        yield
    except TypeError as error:
        yield f"heard: {error}"


listener = listening()
next(listener)
attempt(lambda: listener.throw(Odd))


class Refusing(Exception):
    def __init__(self):
        raise TypeError("not to be made")


listener = listening()
next(listener)
attempt(lambda: listener.throw(Refusing))
