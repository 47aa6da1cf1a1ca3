# % formatting on bytes.
print(b"%d %s %b" % (5, b"x", b"y"), b"%x|%5d|%-5d|%05d" % (255, 42, 42, 42), b"%c%c" % (65, b"B"), b"%a %r" % ("é", b"z"), b"%(k)s" % {b"k": b"v"}, b"%.2f %e" % (1.005, 12345.678), b"100%%" % ())
for act in (lambda: b"%s" % "str", lambda: b"%d" % "x", lambda: b"%b" % 5, lambda: b"%c" % 256, lambda: b"%d" % (1, 2)):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
