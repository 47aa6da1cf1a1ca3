# One line a mistake: what CPython says of each.
import traceback, sys
def f(n):
    if n == 0: raise ValueError("deep")
    try: f(n - 1)
    except ValueError as e:
        if n == 2: raise KeyError("mid") from e
        raise
def g():
    try: f(3)
    finally: print("finally g")
try: g()
except KeyError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
    tb = e.__traceback__; names = []
    while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    print(names); print(traceback.format_exception_only(e), traceback.extract_tb(e.__traceback__)[-1].name)
def order():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "ret"
            print("try", i)
        except Exception: pass
        else: print("else", i)
        finally: print("fin", i)
print(order())
def override():
    try: return 1
    finally: return 2
print(override())
for code in ("x", "1/0", "[][1]", "{}['k']", "int('a')", "None.x", "(1)()", "len(5)", "'a'+1", "1+'a'", "[1]+(1,)", "a.b.c", "import nope_mod", "import os.pathx" if False else "1", "[1,2,3][1.5]", "range(3)['a']", "{[]: 1}", "{{}}", "a, b = 1", "a, b = 1, 2, 3", "a, *b, c = [1]", "(lambda x: x)()", "(lambda x: x)(1, 2)", "(lambda *, k: k)()", "(lambda x: x)(y=1)", "(lambda x, /: x)(x=1)", "print(sep=1)", "sorted([1,'a'])", "max(1)", "sum(['a'])", "abs('a')", "round('a')", "iter(5)", "next([])", "float('x')", "complex('x')", "bytes([300])", "bytearray(-1)", "open", "isinstance(1, 2)", "issubclass(1, int)", "type('X', (5,), {})", "object().x", "object.x", "del zz", "assert 0, 'msg'", "assert []", "raise 5", "raise None", "raise ValueError from 5", "lambda: 0 .x", "'%d' % []", "'abc'.foo", "[].add(1)", "{}.push", "(1,).append(2)", "5 .bit", "int.nope", "str.join", "1 < 'a'", "[] < {}", "1j < 2", "~1.5", "-'a'", "not_defined()", "prnt('x')", "__import__('xyz')", "exec('1+')", "eval('(')", "chr('a')", "hash([])", "set([[]])", "frozenset({[]})", "dict([1])", "dict([(1,2,3)])", "dict(1)", "{**1}", "f(*1)", "f(**1)", "f(**{1:2})", "[*1]", "int(x=1)", "list(1)", "tuple(5)", "str(1,2)", "bool(1,2)", "divmod(1,0)", "5 % 0", "5.0 // 0", "2 ** -1", "0 ** -1", "0.0 ** -1", "10.0 ** 400", "1 << -1", "1 << 'a'", "int(float('nan'))", "int(float('inf'))", "'a'.join(1)", "'a'.split('')", "'a'.center()", "'a'.replace(1,2)", "''.index('a')", "[].pop()", "[].remove(1)", "[].index(1)", "{}.popitem()", "set().pop()", "{1}.remove(2)", "pow(2,-1,4)", "pow(1,2,0)", "range(1,2,0)", "slice()", "memoryview(1)", "zip([1],[1,2],strict=True).__next__() and list(zip([1],[1,2],strict=True))", "enumerate()", "reversed({1})", "map()", "filter(1)", "getattr(1,'x')", "setattr(1,'x',1)", "vars(1)", "globals(1)", "super()", "input(1,2)", "format(1,'z z')", "print('a', foo=1)", "1 if", "x = = 1"):
    try: exec(code, {"f": f}); print("ok", code)
    except BaseException as e: print(code, "->", type(e).__name__, "|", e)
class Boom:
    def __repr__(self): raise RuntimeError("no repr")
    def __del__(self): raise ValueError("in del")
    def __bool__(self): return 5
    def __len__(self): return -1
    def __hash__(self): return "x"
    def __eq__(self, o): raise ZeroDivisionError
    def __index__(self): return "z"
    def __iter__(self): return 5
    def __str__(self): return 5
    def __float__(self): return 1
    def __contains__(self, x): raise LookupError("nope")
for act in (repr, bool, len, hash, lambda b: [1, 2][b], iter, str, float, lambda b: b == 1, lambda b: 3 in b, lambda b: [b] == [1], lambda b: range(b), lambda b: "%s" % b, lambda b: f"{b}", lambda b: [].__contains__(b), lambda b: list(b), lambda b: b + 1, lambda b: b(), lambda b: b.x, lambda b: {b: 1}, lambda b: int(b)):
    b = Boom()
    try: print(act(b))
    except Exception as e: print(type(e).__name__, e)
    Boom.__del__ = lambda self: None
sys.exit("bye")
