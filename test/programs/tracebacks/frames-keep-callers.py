# tier: C
# A frame that a traceback keeps alive keeps the frame that called it, with its locals, once it has ended.


class Tagged:
    def __init__(self, tag):
        self.tag = tag

    def __del__(self):
        print("dies", self.tag)


def inner():
    mine = Tagged("inner")
    try:
        raise ValueError("kept")
    except ValueError as error:
        return error


def outer():
    local = Tagged("outer")
    return inner()


kept = outer()
print("still there")
frame = kept.__traceback__.tb_frame
print(frame.f_code.co_name, frame.f_back.f_code.co_name, sorted(frame.f_back.f_locals))
del frame
kept = None
print("gone")


def generator():
    try:
        yield 1
    finally:
        print("closed")


def leaves():
    running = generator()
    print(next(running))


leaves()
print("end")
