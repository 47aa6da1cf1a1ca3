# Groups made, split, derived, caught and left.
eg = ExceptionGroup("top", [ValueError("a"), TypeError("b"), ExceptionGroup("inner", [KeyError("k"), ValueError("c"), OSError(2, "No such")])])
print(eg, repr(eg), eg.message, len(eg.exceptions), eg.args)
print(eg.subgroup(ValueError), eg.split(ValueError), eg.subgroup(lambda e: isinstance(e, LookupError)), eg.subgroup((TypeError, KeyError)).exceptions, eg.subgroup(MemoryError), eg.derive([ValueError("z")]))
try:
    try: raise eg
    except* ValueError as g: print("V", g.exceptions, type(g)); raise RuntimeError("from handler")
    except* (TypeError, KeyError) as g: print("T", g)
    else: print("else")
    finally: print("fin")
except ExceptionGroup as e: print("left", repr(e)); print([type(x).__name__ for x in e.exceptions], repr(e.exceptions[0].__context__))
try:
    try: raise ValueError("plain")
    except* ValueError as g: print(repr(g), g.message == "")
except Exception as e: print("no")
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", 5), lambda: BaseExceptionGroup("x", [ValueError()]), lambda: BaseExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x", (e for e in [ValueError()])), lambda: eg.split(5), lambda: eg.subgroup("x")):
    try: print(repr(bad()))
    except Exception as e: print(type(e).__name__, e)
class MyEG(ExceptionGroup):
    def __new__(cls, msg, excs, code=0): o = super().__new__(cls, msg, excs); o.code = code; return o
    def derive(self, excs): return MyEG(self.message, excs, self.code)
m = MyEG("mine", [ValueError(1), TypeError(2)], code=7); a, b = m.split(TypeError); print(repr(a), a.code, b.code, type(m.subgroup(ValueError)))
try: raise m
except* TypeError as g: print(g.code, g.__notes__ if hasattr(g, "__notes__") else None)
except* ValueError: print("second")
def f():
    for i in range(3):
        try: raise ExceptionGroup("l", [ValueError(i)])
        except* ValueError as e: x = i
    return x
print(f())
for src in ("try: pass\nexcept* ValueError: break", "for i in x:\n try: pass\n except* V: continue", "def f():\n try: pass\n except* V: return 1", "try: pass\nexcept* V: pass\nexcept T: pass", "try: pass\nexcept*: pass"):
    try: compile(src, "s", "exec"); print("ok")
    except SyntaxError as e: print(e.msg, e.lineno)
try:
    try: raise OSError("o")
    except* ExceptionGroup: pass
except TypeError as e: print(e)
try:
    raise ExceptionGroup("nested", [ValueError("x"), ExceptionGroup("deep", [TypeError("t")])]) from KeyError("cause")
except* ValueError as e: e.add_note("seen"); raise
