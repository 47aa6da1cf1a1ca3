# The traceback module shows the same things as text.
import traceback, sys
def f(): return 1 / 0
try:
    f()
except ZeroDivisionError as e:
    print(traceback.format_exc().replace(__file__, "FILE"))
    print(traceback.format_exception_only(e), [(s.name, s.lineno, s.line) for s in traceback.extract_tb(e.__traceback__)])
    print("".join(traceback.format_exception(e)).count("\n"), traceback.format_exc(limit=0))
    t = traceback.TracebackException.from_exception(e)
    print(t.exc_type_str, len(t.stack), str(t))
print(traceback.format_exc())
print(traceback.format_exception_only(ValueError, ValueError("x")), traceback.format_exception_only(KeyError("k")))
def stack(): return [s.name for s in traceback.extract_stack()]
print(stack())
