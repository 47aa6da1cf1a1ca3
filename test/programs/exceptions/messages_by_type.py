# The text of common errors, one by one.
class A:
    x = 1
    def m(self): pass
a = A()
cases = """a.y
A.y
a.m.z
None.x
(1).foo
"".nope
[].push
{}.x
(lambda: 0).zip
int.nope
a.x.y
len(5)
len()
len(1, 2)
abs("x")
abs()
int("12x")
int([])
float("x")
"a" + 1
1 + "a"
[] + ()
"a" - "b"
{} + {}
None + 1
"abc"[5]
[1][5]
(1,)[2]
{}["k"]
{1: 2}[3]
None[0]
5[0]
a[0]
a()
5()
"a"()
None()
[1]()
a < a
1 < "a"
None < None
[] < 5
iter(5)
next(5)
next([])
for_missing
hash([])
{[]: 1}
{{}}
sum(["a"])
sum("ab")
max([])
max(1, "a")
min()
max(5)
ord("ab")
ord("")
ord(5)
chr(-1)
chr(1114112)
"%d" % "a"
range(1.5)
range("a")
sorted(5)
zip(5)
map()
enumerate()
enumerate(5)
isinstance(1, 1)
getattr(a, 5)
setattr(a, 5, 1)
divmod(1, 0)
round("x")
pow("a", 2)
bytes("abc")
bytes([256])
list(5)
dict(5)
set(5)
tuple(5)
str(1, 2, 3, 4)
bool(1, 2)
print(foo=1)
open
__import__("no_such_module")
int.__add__("a", 1)
str.upper(5)
list.append(1, 2)
list.append([])
"".join([1])
"a".split(1)
"a".index("b")
[1].index(2)
[].pop()
{}.popitem()
set().pop()
{1}.remove(2)
[3, "a"].sort()
"abc".replace("a")
type("X", 5, {})
type(1, 2)
object(1)
super()
reversed(5)
slice()
complex("x")
chr("a")
bin(1.5)
eval("1 +")
a.m(1)
A.m()
vars(1)
callable()
all(5)
filter(None)
lambda: 0 + ""
(lambda x: x)()
1 // 0
1 % 0
1.0 / 0
0 ** -1
1 << -1
-"a"
~1.5
not_defined.attr
""" .split("\n")
for case in cases:
    if not case or case in ("open", "lambda: 0 + \"\"", "5[0]", "5()", "\"a\"()", "None()", "[1]()", "None[0]"):
        continue
    try:
        print(case, "=>", repr(eval(case))[:40])
    except Exception as e:
        print(case, "=>", type(e).__name__ + ":", e)
