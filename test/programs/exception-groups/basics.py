# ExceptionGroup: construction, message, nesting, subgroup, split, derive.
eg = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), ValueError(2)])])
print(eg, repr(eg), eg.message, len(eg.exceptions), eg.args[0], isinstance(eg, Exception), isinstance(eg, BaseExceptionGroup))
print(repr(eg.subgroup(ValueError)), eg.subgroup(OSError), repr(eg.subgroup((KeyError, TypeError))), repr(eg.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] == 2)))
m, rest = eg.split(ValueError)
print(repr(m), repr(rest), repr(eg.split(OSError)[0]), eg.split(Exception)[0] is eg)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for args in (("m", []), ("m", [5]), (5, [ValueError()]), ("m", ValueError()), ("m",), ("m", [KeyboardInterrupt()])):
    try:
        print(ExceptionGroup(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class MyGroup(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        self = super().__new__(cls, msg, excs)
        self.code = code
        return self
    def derive(self, excs): return MyGroup(self.message, excs, self.code)
g = MyGroup("mine", [ValueError(1), KeyError(2)], 7)
s = g.subgroup(ValueError)
print(type(s).__name__, s.code, s.exceptions)
e = ExceptionGroup("n", [ValueError()])
e.add_note("note")
print(e.subgroup(ValueError).__notes__, list(e.exceptions))
