# sys.tracebacklimit: how many entries a report shows.
# stderr: full
import sys
import traceback


def inner():
    raise ValueError("deep")


def middle():
    inner()


def outer():
    middle()


for limit in (None, 2, 1, 0, -1):
    if limit is not None:
        sys.tracebacklimit = limit
    try:
        outer()
    except ValueError as error:
        lines = traceback.format_exception(error)
        print(limit, lines[0], [line.split(", in ")[1].split()[0] for line in lines if ", in " in line], lines[-1])
sys.tracebacklimit = 2
outer()
