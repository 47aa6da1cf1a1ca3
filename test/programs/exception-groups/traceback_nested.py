# stderr: full
inner = ExceptionGroup("inner", [KeyError("k"), OSError("o")])
inner.add_note("a note on the inner group")
try:
    raise inner
except ExceptionGroup as e:
    raise ExceptionGroup("outer", [ValueError("v"), e]) from TypeError("cause")
