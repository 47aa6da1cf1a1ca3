# Facts about the machine and the version.
import sys
print(sys.maxsize, sys.byteorder, sys.maxunicode, sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 13), sys.implementation.name, sys.hexversion >> 16)
print(sys.int_info.bits_per_digit, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.min, sys.float_info.mant_dig, sys.hash_info.modulus, sys.hash_info.width, sys.hash_info.inf)
print(len(sys.argv), len(sys.argv[0]) > 0, "sys" in sys.modules, "math" in sys.builtin_module_names or True, sys.getdefaultencoding(), sys.platform in ("linux", "darwin", "win32"), sys.flags.optimize)
print(sys.getrecursionlimit(), sys.getswitchinterval() > 0, type(sys.path).__name__, sys.stdout.write("") , sys.stdin is not None, sys.__stdout__ is sys.stdout)
sys.setrecursionlimit(300)
def f(n): return n if n == 0 else f(n - 1)
print(f(200), sys.getrecursionlimit())
try:
    f(400)
except RecursionError as e:
    print(e)
for bad in (0, -1, "x", 1.5):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(sys.intern("abc") is sys.intern("ab" + "c"), sys.intern("x y"))
try:
    sys.intern(5)
except TypeError as e:
    print(e)
print(sys.exc_info(), sys.exception(), callable(sys.excepthook), callable(sys.displayhook), callable(sys.unraisablehook), sys.is_finalizing())
sys.displayhook("shown")
sys.displayhook(None)
