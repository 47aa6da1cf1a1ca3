# Where floats overflow quietly and where they raise.
print(1e308 * 10, -1e308 * 10, 1e308 + 1e308, 1e-308 / 1e10, 1e-320 / 1e10)
def attempt(act):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error.args)
attempt(lambda: 10.0 ** 400)
attempt(lambda: 2.0 ** 10000)
attempt(lambda: (-10.0) ** 401)
attempt(lambda: 10.0 ** -400)
attempt(lambda: 0.0 ** -1)
attempt(lambda: (-0.0) ** -3)
attempt(lambda: (-2.0) ** 0.5)
attempt(lambda: float("1e999"))
attempt(lambda: 1.5 % 0)
attempt(lambda: pow(2.0, 3, 4))
attempt(lambda: pow(0.0, -1))
