# stderr: full
import atexit


class Callback:
    def __repr__(self):
        return "Callback()"

    def __call__(self):
        raise ValueError("in an exit function")


@atexit.register
def last():
    print("the last one still runs")


atexit.register(Callback())
raise SystemExit(7)
