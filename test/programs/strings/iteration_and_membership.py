# Iterating strings, unpacking them, zip and enumerate over them.
print([c for c in "héllo"], list("ab"), tuple("xy"), set("aab") == {"a", "b"}, sorted("hello"), "".join(reversed("abc")))
a, b, *c = "python"
print(a, b, c)
print(list(enumerate("ab", 1)), dict(zip("abc", range(3))), list(map(ord, "az")), [*"hi", *"yo"], {*"a", *"a"}, max("hello"), min("hello"))
it = iter("ab")
print(next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration as stop:
    print("stop", stop.args)
for i, ch in enumerate("abc"):
    if ch == "b":
        continue
    print(i, ch)
else:
    print("done")
print(len("héllo"), any(ch.isdigit() for ch in "ab3"), all(ch.isalpha() for ch in ""), sum(ch == "l" for ch in "hello"))
print("z" in "abc", "bc" in "abc", "ac" in "abc", "abc".__contains__("a"), list(iter("")), [x + y for x in "ab" for y in "cd"])
