# How an OSError takes its arguments apart, and what a BlockingIOError has written.
for args in ((), (1,), (1,2), (1,2,3), (1,2,"f"), (1,2,3,4), (1,2,3,4,5), (1,2,3.5), (1,2,None), (1,2,True), (1, 2, 2**70), (1,2,-1)):
  for k in BlockingIOError, OSError, FileNotFoundError, type("B", (BlockingIOError,), {}):
    try:
        e = k(*args)
        print(k.__name__, args, repr(e), str(e), e.args, e.errno, e.filename, e.filename2, end=" ")
        print(e.characters_written)
    except Exception as x: print(type(x).__name__, x)
e = BlockingIOError(1, 2)
try: e.characters_written
except AttributeError as x: print(x)
e.characters_written = 5; print(e.characters_written, vars(e))
del e.characters_written
try: del e.characters_written
except AttributeError as x: print(x)
try: e.characters_written = "a"
except Exception as x: print(type(x), x)
e.characters_written = -1
try: print(e.characters_written)
except AttributeError as x: print(x)
o = OSError(5, "x"); o.characters_written = 7; print(o.characters_written)


class Own(OSError):
    def __init__(self, *args, **names):
        print("init", args, names)
        super().__init__(*args[:2])


class OwnNew(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        super().__init__(7, "other", "name")


for made in lambda: Own(1, 2, 3), lambda: Own(1, 2, x=4), lambda: Own(), lambda: OwnNew(1, 2, 3), lambda: OSError(1, 2, x=3):
    try:
        e = made()
        print(repr(e), e.args, e.errno, e.strerror, e.filename)
        e.__init__(9, "again", "file")
        print(repr(e), e.args, e.errno, e.filename)
    except Exception as x:
        print(type(x).__name__, x)
e = OSError(1, 2, "f")
e.__init__(5, 6, 7)
print(e.args, e.errno, e.filename)
