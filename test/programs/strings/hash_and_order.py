# With PYTHONHASHSEED=0 string hashes are fixed, and so is the order of sets of strings.
for s in ("", "a", "b", "abc", "hello world", "é", "€", "😀", "a" * 7, "a" * 8, "a" * 9, "a" * 100):
    print(hash(s))
print(hash(b""), hash(b"a"), hash(b"abc"), hash("abc") == hash(b"abc"))
print(set("hello world"), {"spam", "eggs", "ham"}, {"one", "two", "three", "four", "five", "six"})
print(frozenset(["x", "y", "z"]), {str(i) for i in range(12)})
print({"a": 1, "b": 2}.keys() & {"b", "c"}, {"k1", "k2"} | {"k3"}, {"k1", "k2", "k9"} - {"k2"})
print(hash((1, "a")), hash(("x", "y", "z")), hash(frozenset({1, 2, 3})), hash(frozenset({"a", "b"})))
