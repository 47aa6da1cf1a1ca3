# UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError check what they are made of, and
# their messages name one byte or character only where the positions name one that is there.
ENCODINGS = UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError


def attempt(what, *args, **names):
    try:
        result = what(*args, **names)
    except Exception as error:
        print("  ", type(error).__name__, error)
        return None
    if isinstance(result, UnicodeError):
        shown = [getattr(result, name) for name in ("encoding", "object", "start", "end", "reason")]
        print("  ", type(result).__name__, shown, result)
    else:
        print("  ", result)
    return result


for error in ENCODINGS:
    print(error.__name__)
    attempt(error)
    attempt(error, "a", b"xyz", 1, 2, "r")
    attempt(error, "a", "xyz", 1, 2, "r")
    attempt(error, "a", bytearray(b"xyz"), 0, 2, "r")
    attempt(error, "a", memoryview(b"xyz"), 0, 1, "r")
    attempt(error, 1, b"x", 1, 2, "r")
    attempt(error, None, [], 1, 2, "r")
    attempt(error, "a", 3, 1, 2, "r")
    attempt(error, "a", b"x", "1", 2, "r")
    attempt(error, "a", "x", 1, 2.0, "r")
    attempt(error, "a", b"x", 1, 2, 3)
    attempt(error, "a", b"x", 10**30, 2, "r")
    attempt(error, "xyz", True, 2, "r")
    attempt(error, "x", 1, 2, 3)
    attempt(error, "x", 1, 2, "r", reason="s")

print("attributes")
for error in (
    UnicodeDecodeError("a", b"xyz", 1, 2, "r"),
    UnicodeEncodeError("a", "xyz", 1, 2, "r"),
    UnicodeTranslateError("xyz", 1, 2, "r"),
):
    for value in "x", 2.5, True, 10**30, None, 2:
        attempt(setattr, error, "start", value)
        print("  ", error.start)
    error.end = 3
    print("  ", error)
    error.end = 9
    error.reason = None
    print("  ", error)
    attempt(delattr, error, "start")
    del error.object
    print("  ", error.object, [str(error)], error.args)

print("unmade")
for error in ENCODINGS:
    unmade = error.__new__(error)
    print("  ", unmade.encoding, unmade.object, unmade.start, unmade.end, unmade.reason, [str(unmade)])

wide = UnicodeEncodeError("a", "\U0001f600\xe9\u20ac", 0, 1, "r")
print(wide)
wide.start, wide.end = 1, 2
print(wide)
wide.start, wide.end = 2, 3
print(wide)
wide.start, wide.end = 3, 4
print(wide)
