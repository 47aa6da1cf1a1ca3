# Searching: find, index, count, replace, in, with bounds and empty needles.
s = "banana bandana"
print(s.find("an"), s.find("an", 2), s.find("an", 2, 4), s.rfind("an"), s.rfind("an", 0, 5), s.find("x"), s.find(""), s.find("", 14), s.find("", 15), s.rfind(""))
print(s.index("nd"), s.rindex("a"), s.count("an"), s.count("ana"), s.count(""), s.count("a", 3), s.count("a", -3), "".count(""), "aaa".count("aa"))
print(s.replace("an", "AN"), s.replace("an", "", 2), s.replace("", "-"), s.replace("", "-", 3), s.replace("zz", "y"), "aaa".replace("aa", "b"), "".replace("", "x"), "abc".replace("b", "bb", -1), "abc".replace("a", "z", count=1))
print("ana" in s, "" in s, "" in "", "x" not in s, "ban" in s)
for act in (lambda: s.index("x"), lambda: s.rindex("x"), lambda: 1 in s, lambda: s.find(1), lambda: s.replace("a"), lambda: s.replace("a", None), lambda: s.count()):
    try:
        print(act())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(s.startswith("ban"), s.startswith(("x", "b")), s.startswith("nan", 2), s.endswith("ana"), s.endswith(("x", "y")), s.startswith(""), s.startswith("", 14), s.startswith("", 15), s.endswith("na", 0, 6), "".startswith(()), s.startswith("ban", -14))
try:
    s.startswith(["b"])
except TypeError as error:
    print(error)
try:
    s.endswith(("a", 1, "ana"[0:0]))
    s.endswith((1,))
except TypeError as error:
    print(error)
