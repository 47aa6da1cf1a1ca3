# stderr: full
import re
first = "\W"
second = 3 is 3
def f():
    return "\d", b"\q"
print f(), "\S"
third = "\Z"
