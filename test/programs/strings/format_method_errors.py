# Wrong % formatting and how it is reported.
for act in (lambda: "%d" % "x", lambda: "%d %d" % 1, lambda: "%d" % (1, 2), lambda: "%(a)s" % 5, lambda: "%(a)s" % {}, lambda: "%z" % 1, lambda: "%" % (), lambda: "%c" % "ab", lambda: "%c" % -1, lambda: "%x" % 1.5, lambda: "%s" % (), lambda: "%*d" % ("a", 1), lambda: "abc" % 1, lambda: "abc" % {}, lambda: "abc" % [], lambda: "abc" % (), lambda: "%i" % None, lambda: "%f" % "1", lambda: "%c" % 1.5):
    try:
        print(repr(act()))
    except Exception as error:
        print(type(error).__name__, error)
print("%d%%" % 50, "%s and %s" % ("a", "b"), "%(x)d-%(x)s-%(y)r" % {"x": 1, "y": "z"}, "%s" % [1, 2], "%s" % ((1, 2),), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42))
print("%*d|%-*s|%.*f" % (6, 42, 5, "ab", 2, 3.14159), "%c%c" % (65, "B"), "%r %a" % ("é", "é"), "%.3s|%5.1s|" % ("abcdef", "xyz"), "%o %#o %x %#X" % (8, 8, 255, 255), "%d" % 3.99, "%d" % True, "%s" % None)
