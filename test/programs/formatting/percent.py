# % formatting in full.
import math
for spec in ("%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%+05d", "%x", "%#x", "%X", "%o", "%#o", "%i", "%u"):
    print(spec, [spec % v for v in (0, 42, -42, 10**12)])
for spec in ("%f", "%.0f", "%.2f", "%10.3f", "%-10.3f|", "%010.3f", "%+.1f", "%e", "%.0e", "%.3E", "%g", "%.3g", "%#g", "%G", "% .2f"):
    print(spec, [spec % v for v in (0.0, 1.5, -2.675, 1e10, 1.23456789e-7, 123456789.0)])
print("%s %r %a" % ("é", "é", "é"), "%.2s|%5s|%-5s|%5.1s" % ("abc", "ab", "ab", "xyz"), "%c%c" % (97, "b"), "%%", "100%%" % ())
print("%(a)s %(b)05.1f %(a)r" % {"a": "x", "b": 2.25}, "%*d|%-*d|%.*f" % (5, 1, 5, 2, 3, math.pi), "%ld %hd %Lf" % (1, 2, 3.0))
print("%s" % None, "%s" % (None,), "%s" % [1], "%d" % True, "%d" % 2.9, "%x" % 2**70, "%f" % 10**20, "%s" % {1: 2}, "%s %s" % ((1, 2), 3))
print("%f %e %g %F" % (math.inf, -math.inf, math.nan, math.inf), "%5.1f|%-8f|%08f" % (math.inf, math.nan, -math.inf), "%.50f" % 0.1, "%.3d" % 5, "%+.3d" % -5, "%#.3x" % 255, "%08.3d" % 7)
class D(dict):
    def __missing__(self, k): return "<" + k + ">"
print("%(x)s %(y)s" % D(x=1), "%(a)s%(a)s" % {"a": 1}, "%()s" % {"": "empty key"}, "%(a(b))s" % {"a(b)": "nested parens"})
