# What a class's own __next__ raises reaches the caller of next() as it is.
class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration("lift off", self.left)
        self.left -= 1
        return self.left


class Done(StopIteration):
    pass


class Custom(Countdown):
    def __next__(self):
        raise Done("own class")


countdown = Countdown(2)
print(list(countdown))
try:
    next(countdown)
except StopIteration as stop:
    print(stop.args, stop.value, stop.__traceback__.tb_next.tb_frame.f_code.co_name)
print(next(countdown, "a default"), next(Custom(0), None))
try:
    next(Custom(0))
except Done as done:
    print(type(done), done.value)


class Strange(Exception):
    def __new__(cls, *args):
        return 1


def generator():
    yield


for attempt in (lambda: generator().throw(Strange), lambda: [eval(each) for each in (bytearray(b"1 + 1"), memoryview(b"2 * 3"))]):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    raise Strange
except TypeError as error:
    print(error)
next(countdown)
