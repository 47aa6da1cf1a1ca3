# Every operator that can divide by zero has its own message.
def attempt(label, action):
    try:
        print(label, action())
    except ZeroDivisionError as error:
        print(label, type(error).__name__, error)

for zero in (0, False, 0.0, -0.0):
    attempt("1 /", lambda: 1 / zero)
    attempt("1 //", lambda: 1 // zero)
    attempt("1 %", lambda: 1 % zero)
    attempt("divmod", lambda: divmod(1, zero))
    attempt("1.5 /", lambda: 1.5 / zero)
    attempt("1.5 //", lambda: 1.5 // zero)
    attempt("1.5 %", lambda: 1.5 % zero)
attempt("0 ** -1", lambda: 0 ** -1)
attempt("0.0 ** -2", lambda: 0.0 ** -2)
attempt("0j / 0", lambda: 1j / 0)
