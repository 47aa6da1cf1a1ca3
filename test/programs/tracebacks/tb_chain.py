# Traceback objects: frames, line numbers, next.
import sys
def a(): b()
def b():
    x = 1
    raise ValueError("v")
try:
    a()
except ValueError as e:
    tb, rows = e.__traceback__, []
    while tb:
        rows.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno))
        tb = tb.tb_next
    print(rows)
    print(sys.exc_info()[2] is e.__traceback__, e.__traceback__.tb_next.tb_next.tb_frame.f_locals)
def again():
    try:
        a()
    except ValueError as e:
        saved = e
    try:
        raise saved
    except ValueError as e:
        n, tb = 0, e.__traceback__
        while tb: n, tb = n + 1, tb.tb_next
        return n
print(again())
e = ValueError()
print(e.__traceback__)
try:
    raise e.with_traceback(None)
except ValueError:
    print(e.__traceback__.tb_lineno)
