# A small language: tokenizer, recursive-descent parser, compiler to bytecode, stack machine.
class SyntaxFault(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind, self.text, self.line = kind, text, line


KEYWORDS = {"let", "if", "else", "while", "fn", "return", "print", "and", "or", "not", "true", "false"}


def tokens(src):
    line, i = 1, 0
    while i < len(src):
        c = src[i]
        if c == "\n":
            line += 1
            i += 1
        elif c.isspace():
            i += 1
        elif c == "#":
            while i < len(src) and src[i] != "\n":
                i += 1
        elif c.isdigit():
            j = i
            while j < len(src) and (src[j].isdigit() or src[j] == "."):
                j += 1
            yield Token("number", src[i:j], line)
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(src) and (src[j].isalnum() or src[j] == "_"):
                j += 1
            word = src[i:j]
            yield Token(word if word in KEYWORDS else "name", word, line)
            i = j
        elif c == '"':
            j = src.find('"', i + 1)
            if j < 0:
                raise SyntaxFault("unterminated string", line)
            yield Token("string", src[i + 1:j], line)
            i = j + 1
        elif src[i:i + 2] in ("==", "!=", "<=", ">="):
            yield Token(src[i:i + 2], src[i:i + 2], line)
            i += 2
        elif c in "+-*/%<>=(){},;[]":
            yield Token(c, c, line)
            i += 1
        else:
            raise SyntaxFault(f"unexpected {c!r}", line)
    yield Token("end", "", line)


class Code:
    def __init__(self, name, params=()):
        self.name, self.params, self.ops, self.lines = name, list(params), [], []

    def emit(self, op, arg=None):
        self.ops.append([op, arg])
        return len(self.ops) - 1

    def patch(self, at):
        self.ops[at][1] = len(self.ops)


class Compiler:
    LEVELS = [("or",), ("and",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%")]

    def __init__(self, src):
        self.toks, self.at = list(tokens(src)), 0

    @property
    def tok(self):
        return self.toks[self.at]

    def accept(self, kind):
        if self.tok.kind == kind:
            self.at += 1
            return self.toks[self.at - 1]
        return None

    def expect(self, kind):
        t = self.accept(kind)
        if t is None:
            raise SyntaxFault(f"expected {kind}, found {self.tok.text or 'end'}", self.tok.line)
        return t

    def program(self):
        code = Code("main")
        while not self.accept("end"):
            self.statement(code)
        code.emit("const", None)
        code.emit("return")
        return code

    def block(self, code):
        self.expect("{")
        while not self.accept("}"):
            self.statement(code)

    def statement(self, code):
        if self.accept("let"):
            name = self.expect("name").text
            self.expect("=")
            self.expression(code)
            code.emit("define", name)
            self.expect(";")
        elif self.accept("print"):
            self.expression(code)
            n = 1
            while self.accept(","):
                self.expression(code)
                n += 1
            code.emit("print", n)
            self.expect(";")
        elif self.accept("if"):
            self.expression(code)
            skip = code.emit("jump_false")
            self.block(code)
            if self.accept("else"):
                over = code.emit("jump")
                code.patch(skip)
                if self.tok.kind == "if":
                    self.statement(code)
                else:
                    self.block(code)
                code.patch(over)
            else:
                code.patch(skip)
        elif self.accept("while"):
            top = len(code.ops)
            self.expression(code)
            out = code.emit("jump_false")
            self.block(code)
            code.emit("jump", top)
            code.patch(out)
        elif self.accept("fn"):
            name = self.expect("name").text
            self.function(code, name)
            code.emit("define", name)
        elif self.accept("return"):
            if self.tok.kind == ";":
                code.emit("const", None)
            else:
                self.expression(code)
            code.emit("return")
            self.expect(";")
        else:
            self.expression(code)
            code.emit("pop")
            self.expect(";")

    def function(self, code, name):
        self.expect("(")
        params = []
        if not self.accept(")"):
            params.append(self.expect("name").text)
            while self.accept(","):
                params.append(self.expect("name").text)
            self.expect(")")
        inner = Code(name, params)
        self.block(inner)
        inner.emit("const", None)
        inner.emit("return")
        code.emit("closure", inner)

    def expression(self, code):
        if self.tok.kind == "name" and self.toks[self.at + 1].kind == "=":
            name = self.expect("name").text
            self.expect("=")
            self.expression(code)
            code.emit("assign", name)
        else:
            self.level(code, 0)

    def level(self, code, n):
        if n == len(self.LEVELS):
            return self.unary(code)
        self.level(code, n + 1)
        while self.tok.kind in self.LEVELS[n]:
            op = self.tok.kind
            self.at += 1
            if op in ("and", "or"):
                skip = code.emit("keep_false" if op == "and" else "keep_true")
                self.level(code, n + 1)
                code.patch(skip)
            else:
                self.level(code, n + 1)
                code.emit("binary", op)

    def unary(self, code):
        if self.accept("-"):
            self.unary(code)
            code.emit("negate")
        elif self.accept("not"):
            self.unary(code)
            code.emit("not")
        else:
            self.postfix(code)

    def postfix(self, code):
        self.primary(code)
        while True:
            if self.accept("("):
                n = 0
                if not self.accept(")"):
                    self.expression(code)
                    n = 1
                    while self.accept(","):
                        self.expression(code)
                        n += 1
                    self.expect(")")
                code.emit("call", n)
            elif self.accept("["):
                self.expression(code)
                self.expect("]")
                code.emit("index")
            else:
                return

    def primary(self, code):
        t = self.tok
        self.at += 1
        if t.kind == "number":
            code.emit("const", float(t.text) if "." in t.text else int(t.text))
        elif t.kind == "string":
            code.emit("const", t.text)
        elif t.kind in ("true", "false"):
            code.emit("const", t.kind == "true")
        elif t.kind == "name":
            code.emit("load", t.text)
        elif t.kind == "fn":
            self.function(code, "anonymous")
        elif t.kind == "[":
            n = 0
            while not self.accept("]"):
                self.expression(code)
                n += 1
                if self.tok.kind != "]":
                    self.expect(",")
            code.emit("list", n)
        elif t.kind == "(":
            self.expression(code)
            self.expect(")")
        else:
            raise SyntaxFault(f"unexpected {t.text or 'end'}", t.line)


class RuntimeFault(Exception):
    pass


class Closure:
    def __init__(self, code, env):
        self.code, self.env = code, env


BINARY = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "%": lambda a, b: a % b,
          "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b}


class Machine:
    def __init__(self):
        self.globals = {"len": len, "push": lambda l, x: l.append(x), "str": str}
        self.steps = 0

    def lookup(self, env, name):
        while env is not None:
            if name in env[0]:
                return env[0]
            env = env[1]
        if name in self.globals:
            return self.globals
        raise RuntimeFault(f"unknown name {name}")

    def run(self, code):
        frames, stack = [(code, 0, None)], []
        while frames:
            code, pc, env = frames.pop()
            while True:
                op, arg = code.ops[pc]
                pc += 1
                self.steps += 1
                if op == "const":
                    stack.append(arg)
                elif op == "load":
                    stack.append(self.lookup(env, arg)[arg])
                elif op == "define":
                    (self.globals if env is None else env[0])[arg] = stack.pop()
                elif op == "assign":
                    self.lookup(env, arg)[arg] = stack[-1]
                elif op == "binary":
                    b, a = stack.pop(), stack.pop()
                    try:
                        stack.append(BINARY[arg](a, b))
                    except (TypeError, ZeroDivisionError) as e:
                        raise RuntimeFault(f"{arg}: {e}") from e
                elif op == "negate":
                    stack.append(-stack.pop())
                elif op == "not":
                    stack.append(not stack.pop())
                elif op == "jump":
                    pc = arg
                elif op == "jump_false":
                    if not stack.pop():
                        pc = arg
                elif op in ("keep_false", "keep_true"):
                    if bool(stack[-1]) == (op == "keep_true"):
                        pc = arg
                    else:
                        stack.pop()
                elif op == "pop":
                    stack.pop()
                elif op == "list":
                    stack[len(stack) - arg:] = [stack[len(stack) - arg:]]
                elif op == "index":
                    i = stack.pop()
                    stack.append(stack.pop()[i])
                elif op == "print":
                    print(*stack[-arg:])
                    del stack[-arg:]
                elif op == "closure":
                    stack.append(Closure(arg, env))
                elif op == "call":
                    args = stack[len(stack) - arg:]
                    del stack[len(stack) - arg:]
                    f = stack.pop()
                    if isinstance(f, Closure):
                        if len(args) != len(f.code.params):
                            raise RuntimeFault(f"{f.code.name} takes {len(f.code.params)}, not {len(args)}")
                        frames.append((code, pc, env))
                        code, pc, env = f.code, 0, (dict(zip(f.code.params, args)), f.env)
                    elif callable(f):
                        stack.append(f(*args))
                    else:
                        raise RuntimeFault(f"cannot call {f!r}")
                elif op == "return":
                    break
        return stack


def execute(src):
    m = Machine()
    try:
        m.run(Compiler(src).program())
    except (SyntaxFault, RuntimeFault) as e:
        print(type(e).__name__, e)
    return m.steps


print(execute("""
let x = 10; # a comment
while x > 0 { x = x - 3; }
print "x is", x, -x + 2 * 3, (1 + 2) * 3, 7 % 4, 1 / 4;
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
print fib(15);
fn counter() { let n = 0; return fn () { n = n + 1; return n; }; }
let a = counter(); let b = counter();
print a(), a(), b(), a();
let primes = [];
let i = 2;
while len(primes) < 15 {
  let j = 0; let ok = true;
  while j < len(primes) and ok { if i % primes[j] == 0 { ok = false; } j = j + 1; }
  if ok { push(primes, i); }
  i = i + 1;
}
print primes, primes[-1], len("text"), "con" + "cat" + str(1.5);
if 1 > 2 { print "no"; } else if 2 > 1 { print "else if"; } else { print "no"; }
print true and 5, false or "dflt", not 0, 0 and 1, 1 == 1.0, [1, [2]] != [1];
fn compose(f, g) { return fn (x) { return f(g(x)); }; }
print compose(fn (x) { return x * 2; }, fn (x) { return x + 1; })(5);
fn nothing() { } print nothing();
"""))
for bad in ("let = 5;", "print 1", "x = 1;", "print nope;", "fn f(a) { return a; } f();", "print 1 + \"a\";", "print 1 / 0;", "5();", "print $;", "let s = \"abc", "if 1 { print 2;", "print (1;"):
    execute(bad)
code = Compiler("fn f(a) { while a { a = a - 1; } return a or 5; }").program()
for op, arg in code.ops[0][1].ops:
    print(op, arg, end="; ")
print()
