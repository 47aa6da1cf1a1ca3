"""An interpreter inside: scanner, parser and evaluator of a small Lisp.

Purpose: source text becomes nested lists, environments are chained dicts captured by closures
of the toy language, and every call makes a new one. Most environments die at return, those
that a toy closure captured live on.
Exercises: dicts, lists, closures, strings, recursion, methods
Observes: nothing
Source: McCarthy, Recursive functions of symbolic expressions (1960)
"""

FIBONACCI = 19  # param: argument of the recursive Fibonacci function; 1..40; small 5
SIEVE = 150  # param: numbers that the toy sieve looks at; 3..100000; small 12
COUNTS = 10000  # param: calls of a toy counter closure; 1..100000000; small 20

LIBRARY = """
(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))))
(define range (lambda (low high) (if (< low high) (cons low (range (+ low 1) high)) nil)))
(define filter (lambda (keep items)
  (if (null? items) nil
    (if (keep (first items))
      (cons (first items) (filter keep (rest items)))
      (filter keep (rest items))))))
(define fold (lambda (join start items)
  (if (null? items) start (fold join (join start (first items)) (rest items)))))
(define primes (lambda (items)
  (if (null? items) nil
    (let ((p (first items)))
      (cons p (primes (filter (lambda (n) (< 0 (mod n p))) (rest items))))))))
(define make-counter (lambda (value) (lambda () (set! value (+ value 1)) value)))
(define compose (lambda (f g) (lambda (x) (f (g x)))))
"""


class Symbol:
    known = {}

    def __init__(self, name):
        self.name = name

    @classmethod
    def of(cls, name):
        symbol = cls.known.get(name)
        if symbol is None:
            symbol = cls.known[name] = cls(name)
        return symbol

    def __repr__(self):
        return self.name


class Pair:
    __slots__ = ("first", "rest")

    def __init__(self, first, rest):
        self.first = first
        self.rest = rest


class Environment:
    def __init__(self, names, outer):
        self.names = names
        self.outer = outer

    def holder(self, symbol):
        environment = self
        while environment is not None:
            if symbol in environment.names:
                return environment.names
            environment = environment.outer
        raise NameError(f"toy name {symbol.name} is not defined")


class Procedure:
    def __init__(self, parameters, body, environment):
        self.parameters = parameters
        self.body = body
        self.environment = environment

    def __call__(self, *arguments):
        frame = Environment(dict(zip(self.parameters, arguments)), self.environment)
        value = None
        for expression in self.body:
            value = evaluate(expression, frame)
        return value


def scan(text):
    for line in text.splitlines():
        for word in line.replace("(", " ( ").replace(")", " ) ").split():
            yield word


def parse_all(text):
    stack = [[]]
    for word in scan(text):
        if word == "(":
            stack.append([])
        elif word == ")":
            done = stack.pop()
            stack[-1].append(done)
        elif word.lstrip("-").isdigit():
            stack[-1].append(int(word))
        else:
            stack[-1].append(Symbol.of(word))
    return stack[0]


IF, DEFINE, SET, LAMBDA, LET = (Symbol.of(w) for w in ("if", "define", "set!", "lambda", "let"))


def evaluate(expression, environment):
    if isinstance(expression, Symbol):
        return environment.holder(expression)[expression]
    if not isinstance(expression, list):
        return expression
    head = expression[0]
    if head is IF:
        _, test, yes, no = expression
        return evaluate(yes if evaluate(test, environment) else no, environment)
    if head is DEFINE:
        environment.names[expression[1]] = evaluate(expression[2], environment)
        return None
    if head is SET:
        value = evaluate(expression[2], environment)
        environment.holder(expression[1])[expression[1]] = value
        return value
    if head is LAMBDA:
        return Procedure(expression[1], expression[2:], environment)
    if head is LET:
        names = {name: evaluate(value, environment) for name, value in expression[1]}
        return Procedure([], expression[2:], Environment(names, environment))()
    function, *arguments = [evaluate(part, environment) for part in expression]
    return function(*arguments)


def globals_of_the_toy():
    functions = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b % 1000003,
        "<": lambda a, b: a < b,
        "mod": lambda a, b: a % b,
        "cons": Pair,
        "first": lambda pair: pair.first,
        "rest": lambda pair: pair.rest,
        "null?": lambda value: value is None,
    }
    names = {Symbol.of(name): function for name, function in functions.items()}
    names[Symbol.of("nil")] = None
    return Environment(names, None)


def to_list(pair):
    items = []
    while pair is not None:
        items.append(pair.first)
        pair = pair.rest
    return items


def main():
    top = globals_of_the_toy()

    def run(text):
        value = None
        for expression in parse_all(text):
            value = evaluate(expression, top)
        return value

    run(LIBRARY)
    print("fib:", run(f"(fib {FIBONACCI})"))
    # The toy's own range is recursive, so the numbers come in blocks that fit Python's stack.
    primes = []
    for low in range(2, SIEVE, 60):
        block = to_list(run(f"(range {low} {min(low + 60, SIEVE)})"))
        primes += [n for n in block if all(n % p for p in primes)]
    first_block = to_list(run(f"(primes (range 2 {min(SIEVE, 50)}))"))
    print("candidates left:", len(primes), "first primes:", first_block[:10])
    print("folded:", run("(fold (lambda (a b) (+ (* a 31) b)) 7 (range 1 40))"))
    run("(define count (make-counter 100))")
    for _ in range(COUNTS):
        last = run("(count)")
    print("counter:", last)
    print("composed:", run("((compose (lambda (x) (* x x)) (lambda (x) (+ x 1))) 12)"))
    try:
        run("(fib unknown)")
    except NameError as error:
        print("error:", error)


main()
