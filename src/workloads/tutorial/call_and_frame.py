"""A call pushes a frame with the locals, and pops it when it returns.

Purpose: follows (x + 5) * 10 through a call: the argument is the caller's object, the local name
disappears with the frame, the result survives because the caller names it.
Exercises: frames, calls, names
Observes: nothing
"""

import sys


def depth():
    frames = 0
    frame = sys._getframe(1)
    while frame is not None:
        frames += 1
        frame = frame.f_back
    return frames


def compute(x):
    same_object = id(x) == id_outside
    x = x + 5
    result = x * 10
    print("  inside: x =", x, "result =", result, "frames:", depth())
    print("  the argument was the caller's object:", same_object)
    return result


x = 11
id_outside = id(x)
print("before: x =", x, "frames:", depth())
y = compute(x)
print("after: x =", x, "y =", y, "frames:", depth())
print("the local name is gone:", "result" not in globals())
