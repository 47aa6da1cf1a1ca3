# A Lisp interpreter: reader, environments, macros of the language itself, tail calls by loop.
import math
import operator


class Symbol(str):
    pass


class LispError(Exception):
    pass


def tokenize(text):
    out, i = [], 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c == ";":
            while i < len(text) and text[i] != "\n":
                i += 1
        elif c in "()'":
            out.append(c)
            i += 1
        elif c == '"':
            j = text.index('"', i + 1)
            out.append(text[i:j + 1])
            i = j + 1
        else:
            j = i
            while j < len(text) and not text[j].isspace() and text[j] not in "()'\";":
                j += 1
            out.append(text[i:j])
            i = j
    return out


def atom(token):
    if token.startswith('"'):
        return token[1:-1]
    if token == "#t":
        return True
    if token == "#f":
        return False
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            pass
    return Symbol(token)


def parse(tokens):
    if not tokens:
        raise LispError("unexpected end of input")
    token = tokens.pop(0)
    if token == "'":
        return [Symbol("quote"), parse(tokens)]
    if token == "(":
        out = []
        while True:
            if not tokens:
                raise LispError("missing )")
            if tokens[0] == ")":
                tokens.pop(0)
                return out
            out.append(parse(tokens))
    if token == ")":
        raise LispError("unexpected )")
    return atom(token)


def show(x):
    if x is True:
        return "#t"
    if x is False:
        return "#f"
    if x is None:
        return "nil"
    if isinstance(x, Symbol):
        return str(x)
    if isinstance(x, str):
        return f'"{x}"'
    if isinstance(x, list):
        return "(" + " ".join(map(show, x)) + ")"
    if isinstance(x, Lambda):
        return f"<lambda ({' '.join(x.params)})>"
    if callable(x):
        return "<builtin>"
    return str(x)


class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        super().__init__(zip(params, args))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"unbound symbol {name}")


class Lambda:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env


def fold(op, unit):
    def run(*args):
        total = unit if not args else args[0]
        if len(args) == 1 and op is operator.sub:
            return -args[0]
        for a in args[1:]:
            total = op(total, a)
        return total
    return run


def standard():
    env = Env()
    env.update({
        "+": fold(operator.add, 0), "-": fold(operator.sub, 0), "*": fold(operator.mul, 1), "/": operator.truediv,
        "quotient": operator.floordiv, "modulo": operator.mod, "<": operator.lt, ">": operator.gt, "=": operator.eq,
        "<=": operator.le, "not": lambda x: x is False, "list": lambda *a: list(a), "car": lambda l: l[0],
        "cdr": lambda l: l[1:], "cons": lambda a, l: [a] + l, "null?": lambda l: l == [], "length": len,
        "append": lambda *ls: [x for l in ls for x in l], "eq?": operator.eq, "list?": lambda x: isinstance(x, list),
        "number?": lambda x: isinstance(x, (int, float)) and not isinstance(x, bool), "sqrt": math.sqrt,
        "apply": lambda f, args: call(f, args), "map": lambda f, l: [call(f, [x]) for x in l],
        "string-append": lambda *s: "".join(s), "display": lambda x: print(x if isinstance(x, str) else show(x)),
    })
    return env


def call(f, args):
    if isinstance(f, Lambda):
        return evaluate(f.body, bind(f, args))
    return f(*args)


def bind(f, args):
    params = f.params
    if "." in params:
        i = params.index(".")
        return Env(params[:i] + params[i + 1:], list(args[:i]) + [list(args[i:])], f.env)
    if len(params) != len(args):
        raise LispError(f"expected {len(params)} arguments, got {len(args)}")
    return Env(params, args, f.env)


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        match x:
            case []:
                return []
            case ["quote", value]:
                return value
            case ["if", test, yes, *rest]:
                x = yes if evaluate(test, env) is not False else (rest[0] if rest else None)
            case ["define", [name, *params], *body]:
                env[name] = Lambda(params, [Symbol("begin"), *body], env)
                return None
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", params, *body]:
                return Lambda(params, [Symbol("begin"), *body], env)
            case ["begin", *body]:
                for part in body[:-1]:
                    evaluate(part, env)
                x = body[-1]
            case ["let", bindings, *body]:
                names = [b[0] for b in bindings]
                env = Env(names, [evaluate(b[1], env) for b in bindings], env)
                x = [Symbol("begin"), *body]
            case ["cond", *clauses]:
                for test, *body in clauses:
                    if test == "else" or evaluate(test, env) is not False:
                        x = [Symbol("begin"), *body]
                        break
                else:
                    return None
            case [head, *rest]:
                f = evaluate(head, env)
                args = [evaluate(a, env) for a in rest]
                if isinstance(f, Lambda):
                    x, env = f.body, bind(f, args)
                elif callable(f):
                    return f(*args)
                else:
                    raise LispError(f"{show(f)} is not a function")


def run(text, env):
    tokens = tokenize(text)
    while tokens:
        try:
            result = evaluate(parse(tokens), env)
            if result is not None:
                print(show(result))
        except LispError as error:
            print("error:", error)
        except (TypeError, IndexError, ZeroDivisionError) as error:
            print("python error:", type(error).__name__)


PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 20) (fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 5000 0)
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '()))
(define (filter p l) (cond ((null? l) '()) ((p (car l)) (cons (car l) (filter p (cdr l)))) (else (filter p (cdr l)))))
(define (reduce f acc l) (if (null? l) acc (reduce f (f acc (car l)) (cdr l))))
(reduce + 0 (filter (lambda (x) (= 0 (modulo x 3))) (range 0 50)))
(map (lambda (x) (* x x)) (range 1 8))
(define (make-counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))
(define c1 (make-counter)) (define c2 (make-counter))
(list (c1) (c1) (c2) (c1))
(define (qsort l) (if (null? l) l
  (let ((p (car l)) (r (cdr l)))
    (append (qsort (filter (lambda (x) (< x p)) r)) (list p) (qsort (filter (lambda (x) (not (< x p))) r))))))
(qsort '(3 1 4 1 5 9 2 6 5 3 5))
(define (compose f g) (lambda (x) (f (g x))))
((compose (lambda (x) (* 2 x)) (lambda (x) (+ x 1))) 10)
(let ((x 2) (y 3)) (let ((x 7) (z (+ x y))) (* z x)))
(define (variadic a . rest) (list a rest))
(variadic 1 2 3) (variadic 1)
(apply + '(1 2 3)) '(a "b" (c . 1.5) #t) (string-append "x" "yz")
(undefined-name) (car '()) (fact) ("not a function" 1) (/ 1 0)
(display "done") car (lambda (q) q)
"""
run(PROGRAM, standard())
run("(1 2", standard())
run(")", standard())
