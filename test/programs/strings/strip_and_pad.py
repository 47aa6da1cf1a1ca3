# strip family, padding, centering, tabs, prefixes.
s = "  xxhixx \t\n"
print([s.strip(), s.lstrip(), s.rstrip(), s.strip().strip("x"), "xyxhixy".strip("xy"), "xyxhixy".lstrip("x"), "xyxhixy".rstrip("yx"), "aaa".strip("a"), "".strip(), s.strip(None), "abc".strip("")])
print(["hi".ljust(5), "hi".rjust(5), "hi".center(5), "hi".center(6), "hey".center(6), "hey".center(7), "hi".ljust(5, "."), "hi".rjust(1), "hi".center(9, "*"), "".center(3, "-"), "a".center(4), "ab".center(5)])
print(["42".zfill(5), "-42".zfill(5), "+42".zfill(6), "--4".zfill(5), "".zfill(3), "abc".zfill(2), "-".zfill(3)])
print(["a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "\t".expandtabs(0), "ab\ncd\te".expandtabs(3), "\ta".expandtabs(tabsize=2), "a\r\tb".expandtabs(4)])
print(["TestCase".removeprefix("Test"), "TestCase".removesuffix("Case"), "TestCase".removeprefix("x"), "TestCase".removesuffix(""), "aa".removeprefix("a"), "a".removesuffix("aa")])
for act in (lambda: "a".ljust(3, "ab"), lambda: "a".center("3"), lambda: "a".strip(1), lambda: "a".rjust(3, 5), lambda: "a".center(5, "")):
    try:
        print(act())
    except TypeError as error:
        print(error)
