# sys.exit ends the program with its code after finally blocks; the excepthook may be replaced.
import sys
def hook(t, v, tb):
    print("hook:", t.__name__, v, tb is not None)
sys.excepthook = hook
try:
    try:
        sys.exit(3)
    finally:
        print("finally runs")
except SystemExit as e:
    print("code", e.code)
print("now fail")
raise ValueError("to the hook")
