# stderr: full
import sys
def hook(t, v, tb):
    print("hook called")
    sys.__excepthook__(t, v, tb)
sys.excepthook = hook
raise ValueError("shown by the original")
