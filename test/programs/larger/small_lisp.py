# A Lisp by match statements.
"""A small Lisp with tail calls, closures and macros."""
import math, operator as op, sys
from functools import reduce
class Sym(str):
    def __repr__(self): return str(self)
class LispError(Exception): pass
def tokenize(s):
    out, i = [], 0
    while i < len(s):
        c = s[i]
        if c in "()'": out.append(c); i += 1
        elif c == ";": i = s.find("\n", i) if "\n" in s[i:] else len(s)
        elif c == '"': j = s.index('"', i + 1); out.append(s[i:j + 1]); i = j + 1
        elif c.isspace(): i += 1
        else:
            j = i
            while j < len(s) and not s[j].isspace() and s[j] not in "()'\"": j += 1
            out.append(s[i:j]); i = j
    return out
def parse(toks):
    if not toks: raise LispError("unexpected EOF")
    t = toks.pop(0)
    if t == "(":
        l = []
        while toks and toks[0] != ")": l.append(parse(toks))
        if not toks: raise LispError("missing )")
        toks.pop(0); return l
    if t == ")": raise LispError("unexpected )")
    if t == "'": return [Sym("quote"), parse(toks)]
    if t[0] == '"': return t[1:-1]
    for conv in (int, float, complex):
        try: return conv(t)
        except ValueError: pass
    return {"#t": True, "#f": False}.get(t, Sym(t))
class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        if isinstance(params, Sym): self[params] = list(args)
        else:
            if len(params) != len(args): raise LispError(f"expected {len(params)} args, got {len(args)}")
            super().__init__(zip(params, args))
        self.outer = outer
    def find(self, k):
        e = self
        while e is not None:
            if k in e: return e
            e = e.outer
        raise LispError(f"unbound: {k}")
class Lambda:
    def __init__(self, p, b, e): self.p, self.b, self.e = p, b, e
    def __call__(self, *a): return ev(self.b, Env(self.p, a, self.e))
    def __repr__(self): return f"(lambda {show(self.p)} ...)"
def show(x):
    match x:
        case True: return "#t"
        case False: return "#f"
        case None: return "nil"
        case Sym(): return str(x)
        case str(): return f'"{x}"'
        case list(): return "(" + " ".join(map(show, x)) + ")"
        case complex(): return str(x).strip("()").replace("j", "i")
        case _: return str(x)
G = Env(); G.update({k: v for k, v in vars(math).items() if not k.startswith("_")})
G.update({Sym(k): v for k, v in {"+": lambda *a: reduce(op.add, a, 0), "*": lambda *a: reduce(op.mul, a, 1), "-": lambda a, *b: -a if not b else reduce(op.sub, b, a), "/": op.truediv, "<": op.lt, ">": op.gt, "=": op.eq, "<=": op.le, "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda a, b: [a] + b, "list": lambda *a: list(a), "null?": lambda x: x == [], "mod": op.mod, "apply": lambda f, a: f(*a), "map": lambda f, *l: list(map(f, *l)), "length": len, "display": lambda *a: print(*map(show, a)), "nil": None, "expt": pow, "str": lambda *a: "".join(map(str, a))}.items()})
def ev(x, e):
    while True:
        match x:
            case Sym(): return e.find(x)[x]
            case [] | str() | int() | float() | complex() | None: return x
            case ["quote", y]: return y
            case ["if", c, a, *b]: x = a if ev(c, e) is not False else (b[0] if b else None); continue
            case ["define", [name, *params], *body]: e[name] = Lambda(params, [Sym("begin"), *body], e); return None
            case ["define", name, y]: e[name] = ev(y, e); return None
            case ["set!", name, y]: e.find(name)[name] = ev(y, e); return None
            case ["lambda", p, *body]: return Lambda(p, [Sym("begin"), *body], e)
            case ["begin", *ys, last]:
                for y in ys: ev(y, e)
                x = last; continue
            case ["let", bs, *body]: e = Env([b[0] for b in bs], [ev(b[1], e) for b in bs], e); x = [Sym("begin"), *body]; continue
            case ["cond", *cl]:
                for test, *b in cl:
                    if test == "else" or ev(test, e) is not False: x = [Sym("begin"), *b]; break
                else: return None
                continue
            case ["and", *ys]: return next((v for v in (ev(y, e) for y in ys) if v is False), True)
        f, *args = [ev(y, e) for y in x]
        if isinstance(f, Lambda): x, e = f.b, Env(f.p, args, f.e); continue
        if not callable(f): raise LispError(f"not callable: {show(f)}")
        return f(*args)
prog = """
(define (fact n) (if (<= n 1) 1 (* n (fact (- n 1)))))
(display (fact 30)) ; big
(define (loop i acc) (if (= i 0) acc (loop (- i 1) (+ acc i))))
(display (loop 3000 0))
(define make-counter (lambda () (let ((n 0)) (lambda () (set! n (+ n 1)) n))))
(define c (make-counter)) (c) (c) (display "count:" (c))
(display (map (lambda (x y) (* x y)) '(1 2 3) (list 4 5 6)) 'sym #t nil '(a (b "c")))
(display (sqrt 16) pi (/ 1 3) (expt 2 100) 1+2i (str 1 "x"))
(define (fib n) (cond ((< n 2) n) (else (+ (fib (- n 1)) (fib (- n 2))))))
(display (map fib '(0 1 2 3 10 15)) fib (lambda args args))
((lambda args (display args)) 1 2 3)
"""
toks = tokenize(prog)
while toks: ev(parse(toks), G)
for bad in ("(foo)", "(1 2)", "(car '())", "(fact)", "(", ")", "(+ 1 \"a\")", "(/ 1 0)", "(sqrt -1)", "((lambda (x) x))", "(undefined)", "(length 5)", "(expt 0 -1)"):
    try: print(show(ev(parse(tokenize(bad)), G)))
    except LispError as e: print("lisp:", e)
    except Exception as e: print(type(e).__name__, e)
def deep(n): return n and 1 + deep(n - 1)
try: deep(10 ** 6)
except RecursionError as e: print(e)
