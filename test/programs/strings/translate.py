# maketrans and translate.
t = str.maketrans("abc", "xyz")
print(t, "aabbcc d".translate(t))
t = str.maketrans("abc", "xyz", "d")
print("abcd dd".translate(t))
t = str.maketrans({"a": "AAA", "b": None, 99: "c!", "d": 68})
print(t, "abcde".translate(t))
class Upper:
    def __getitem__(self, code):
        if code == ord("e"):
            return "[E]"
        if code == ord("l"):
            return None
        if code > 110:
            raise LookupError
        return code - 32
print("hello".translate(Upper()), "abc".translate({97: 98, 98: 97}), "".translate({}))
for act in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans("ab"), lambda: str.maketrans({"ab": 1}), lambda: "a".translate({97: -1}), lambda: "a".translate({97: 1.5}), lambda: "a".translate(5)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
