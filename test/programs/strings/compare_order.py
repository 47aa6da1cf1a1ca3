# Ordering of strings is by code point; comparison with others.
words = ["b", "a", "B", "aa", "", "ab", "é", "z", "😀", "\uffff", "a\0", "a"]
print(sorted(words), max(words), min(words))
print("a" < "b", "a" < "B", "" < "a", "abc" < "abd", "abc" < "ab", "a" <= "a", "Z" < "a", "\uffff" < "😀", "10" < "9")
print("a" == "a", "a" == b"a", "a" != 1, "1" == 1, "a" == ["a"])
for act in (lambda: "a" < 1, lambda: "a" >= None, lambda: b"a" < "a", lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" * 1.5, lambda: "a" - "b", lambda: "a" + b"b", lambda: -"a", lambda: "a" @ "b", lambda: "a" // 2, lambda: "3" / 1):
    try:
        print(act())
    except TypeError as error:
        print(error)
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" * 100, "a" + "b" * 2, True * "t")
s = "x"
s += "y"
s *= 3
print(s)
