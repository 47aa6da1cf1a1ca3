# A Forth: stack words, definitions, control flow compiled to threaded code, variables, strings.
class ForthError(Exception):
    pass


class Forth:
    def __init__(self):
        self.stack, self.returns, self.memory, self.out = [], [], [], []
        self.words, self.compiling, self.name, self.control, self.steps = {}, None, None, [], 0
        for name, fn in self.primitives().items():
            self.words[name] = fn

    def pop(self):
        if not self.stack:
            raise ForthError("stack underflow")
        return self.stack.pop()

    def push(self, *values):
        self.stack.extend(values)

    def primitives(self):
        def binary(f):
            def run():
                b, a = self.pop(), self.pop()
                try:
                    self.push(int(f(a, b)))
                except ZeroDivisionError:
                    raise ForthError("division by zero") from None
            return run

        def flag(f):
            return binary(lambda a, b: -1 if f(a, b) else 0)

        def shuffle(n, *order):
            def run():
                if len(self.stack) < n:
                    raise ForthError("stack underflow")
                taken = [self.pop() for _ in range(n)][::-1]
                self.push(*(taken[i] for i in order))
            return run

        def store():
            at = self.pop()
            self.memory[self.cell(at)] = self.pop()

        def add_store():
            at = self.pop()
            self.memory[self.cell(at)] += self.pop()

        return {"+": binary(lambda a, b: a + b), "-": binary(lambda a, b: a - b), "*": binary(lambda a, b: a * b), "/": binary(lambda a, b: a // b), "mod": binary(lambda a, b: a % b), "and": binary(lambda a, b: a & b), "or": binary(lambda a, b: a | b), "max": binary(max), "min": binary(min), "=": flag(lambda a, b: a == b), "<": flag(lambda a, b: a < b), ">": flag(lambda a, b: a > b),
                "dup": shuffle(1, 0, 0), "drop": shuffle(1), "swap": shuffle(2, 1, 0), "over": shuffle(2, 0, 1, 0), "rot": shuffle(3, 1, 2, 0), "nip": shuffle(2, 1), "tuck": shuffle(2, 1, 0, 1), "2dup": shuffle(2, 0, 1, 0, 1), "negate": lambda: self.push(-self.pop()), "0=": lambda: self.push(-1 if self.pop() == 0 else 0), ".": lambda: self.out.append(str(self.pop())), "emit": lambda: self.out.append(chr(self.pop())), "cr": lambda: self.out.append("\n"), ".s": lambda: self.out.append("<" + " ".join(map(str, self.stack)) + ">"),
                "@": lambda: self.push(self.memory[self.cell(self.pop())]), "!": store, "+!": add_store, "i": lambda: self.push(self.returns[-1][0]), "j": lambda: self.push(self.returns[-2][0]), "depth": lambda: self.push(len(self.stack)), ">r": lambda: self.returns.append([self.pop(), None]), "r>": lambda: self.push(self.returns.pop()[0])}

    def cell(self, at):
        if not 0 <= at < len(self.memory):
            raise ForthError(f"bad address {at}")
        return at

    def run(self, text):
        self.tokens = iter(text.split())
        try:
            for token in self.tokens:
                self.interpret(token.lower())
        except ForthError as e:
            self.out.append(f" ?{e}")
            self.stack.clear()
            self.returns.clear()
            self.control.clear()
            self.compiling = None
        result, self.out = " ".join(self.out).replace(" \n ", "\n"), []
        return result

    def next(self, what):
        token = next(self.tokens, None)
        if token is None:
            raise ForthError(f"expected {what}")
        return token

    def until(self, end):
        parts = []
        while not (t := self.next(repr(end))).endswith(end):
            parts.append(t)
        return " ".join(parts + [t[:-1]] if t != end else parts)

    def interpret(self, token):
        if token == "(":
            self.until(")")
        elif token == ":":
            if self.compiling is not None:
                raise ForthError("definition in definition")
            self.name, self.compiling = self.next("a name").lower(), []
        elif token == ";":
            if self.compiling is None or self.control:
                raise ForthError("unbalanced ;")
            self.words[self.name], self.compiling = self.compiling, None
        elif token in ("variable", "constant"):
            name = self.next("a name").lower()
            if token == "variable":
                self.memory.append(0)
                self.words[name] = [("lit", len(self.memory) - 1)]
            else:
                self.words[name] = [("lit", self.pop())]
        elif token == '."':
            text = self.until('"')
            if self.compiling is None:
                self.out.append(text)
            else:
                self.compiling.append(("say", text))
        elif self.compiling is not None:
            self.compile(token)
        elif token in self.words:
            self.execute(self.words[token])
        else:
            self.push(self.number(token))

    def number(self, token):
        try:
            return int(token, 0)
        except ValueError:
            raise ForthError(f"unknown word {token}") from None

    def compile(self, t):
        code = self.compiling

        def emit(op, arg=None):
            code.append((op, arg))
            return len(code) - 1

        def patch(at):
            code[at] = (code[at][0], len(code))

        def unwind(*kinds):
            if not self.control or self.control[-1][0] not in kinds:
                raise ForthError(f"{t} without {kinds[0]}")
            return self.control.pop()[1]

        if t == "if":
            self.control.append(("if", emit("0branch")))
        elif t == "else":
            at = unwind("if")
            self.control.append(("if", emit("branch")))
            patch(at)
        elif t == "then":
            patch(unwind("if"))
        elif t == "begin":
            self.control.append(("begin", len(code)))
        elif t == "until":
            emit("0branch", unwind("begin"))
        elif t == "while":
            at = unwind("begin")
            self.control.append(("while", (at, emit("0branch"))))
        elif t == "repeat":
            top, at = unwind("while")
            emit("branch", top)
            patch(at)
        elif t == "do":
            emit("do")
            self.control.append(("do", len(code)))
        elif t in ("loop", "+loop"):
            emit(t, unwind("do"))
        elif t == "recurse":
            emit("call", self.name)
        elif t == "exit":
            emit("exit")
        elif t in self.words or t == self.name:
            emit("call", t)
        else:
            emit("lit", self.number(t))

    def execute(self, word):
        if callable(word):
            return word()
        frames = [(word, 0)]
        while frames:
            code, pc = frames.pop()
            while pc < len(code):
                self.steps += 1
                if self.steps > 500_000:
                    raise ForthError("too many steps")
                op, arg = code[pc]
                pc += 1
                if op == "lit":
                    self.push(arg)
                elif op == "say":
                    self.out.append(arg)
                elif op == "branch":
                    pc = arg
                elif op == "0branch":
                    if self.pop() == 0:
                        pc = arg
                elif op == "do":
                    start = self.pop()
                    self.returns.append([start, self.pop()])
                elif op in ("loop", "+loop"):
                    step = 1 if op == "loop" else self.pop()
                    frame = self.returns[-1]
                    frame[0] += step
                    if frame[0] < frame[1] if step > 0 else frame[0] > frame[1]:
                        pc = arg
                    else:
                        self.returns.pop()
                elif op == "exit":
                    break
                elif callable(target := self.words[arg]):
                    target()
                else:
                    frames.append((code, pc))
                    if len(frames) > 200:
                        raise ForthError("recursion too deep")
                    code, pc = target, 0


f = Forth()
for line in """1 2 + . 10 3 / . -7 2 mod . 0x1F .
: square ( n -- n*n ) dup * ; 7 square . : cube dup square * ; 3 cube .
: fact dup 2 < if drop 1 else dup 1 - recurse * then ; 10 fact . 20 fact .
: count 5 0 do i . loop cr ; count : down 0 5 do i . -1 +loop ; down
: table 4 1 do 4 1 do i j * . loop cr loop ; table
: gcd begin dup while tuck mod repeat drop ; 48 36 gcd . 17 5 gcd .
: collatz 0 swap begin dup 1 > while dup 2 mod if 3 * 1 + else 2 / then swap 1 + swap repeat drop ; 27 collatz .
variable n 5 n ! n @ . 3 n +! n @ . 42 constant answer answer .
: greet ." Hello, Forth!" cr ." bye" ; greet ." immediate text"
1 2 3 .s rot .s swap drop .s + + . depth .
: sum 0 swap 1 + 0 do i + loop ; 100 sum .
: primes 30 2 do 1 i 2 do j i mod 0= if drop 0 then loop if i . then loop ; primes
: early dup 0 < if ." negative" exit then ." not negative" ; -5 early drop 5 early drop
1 >r r> . : fib dup 2 < if exit then dup 1 - recurse swap 2 - recurse + ; 15 fib .
: star 42 emit ; : stars 0 do star loop ; 6 stars
+
1 0 /
nonsense
: open if ;
then
: bad then ;
99 @
: forever begin 0 until ; forever
: deep recurse ; deep
: a : b
: half
1 1 + .""".splitlines():
    print(f"{line[:40]:<42}=> {f.run(line)}")
print(sorted(w for w in f.words if isinstance(f.words[w], list)), f.words["square"], f.words["fact"])
