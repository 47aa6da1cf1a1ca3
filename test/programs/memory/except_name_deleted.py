# tier: C
# "as e" is unbound at the end of the handler, which frees the exception.
class E(Exception):
    def __del__(self): print("exception freed")
try:
    raise E
except E as e:
    print("in handler")
print("after")
def f():
    try:
        raise E
    except E as e:
        return "returning"
print(f())
try:
    raise E
except E:
    print("no name")
print("after 2")
for i in range(2):
    try:
        raise E(i)
    except E as e:
        continue
print("loop over")
try:
    try:
        raise E("inner")
    except E:
        raise KeyError("outer")
except KeyError as k:
    print("context alive", type(k.__context__).__name__)
print("end")
