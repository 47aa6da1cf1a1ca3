# A spreadsheet: cells with formulas, dependencies, cycles, functions, recalculation order.
import re


class FormulaError(Exception):
    pass


class CellError:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return f"#{self.text}!"


TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Z]+\d+:[A-Z]+\d+)|([A-Z]+\d+)|([A-Z]+)(?=\()|(\"[^\"]*\")|(<=|>=|<>|[-+*/^(),<>=&]))")


def scan(text):
    at, out = 0, []
    text = text.rstrip()
    while at < len(text):
        m = TOKEN.match(text, at)
        if not m:
            raise FormulaError(f"bad character {text[at:].strip()[0]!r}")
        kind = ("num", "range", "ref", "fn", "str", "op")[m.lastindex - 1]
        out.append((kind, m.group(m.lastindex)))
        at = m.end()
    return out + [("end", "")]


def column(name):
    n = 0
    for c in name:
        n = n * 26 + ord(c) - 64
    return n


def letters(n):
    out = ""
    while n:
        n, r = divmod(n - 1, 26)
        out = chr(65 + r) + out
    return out


def expand(area):
    (a, b), (c, d) = (re.fullmatch(r"([A-Z]+)(\d+)", p).groups() for p in area.split(":"))
    return [letters(x) + str(y) for y in range(int(b), int(d) + 1) for x in range(column(a), column(c) + 1)]


class Parser:
    LEVELS = [("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"), ("^",)]

    def __init__(self, text):
        self.toks, self.i, self.refs = scan(text), 0, []

    def take(self, *texts):
        if self.toks[self.i][1] in texts and self.toks[self.i][0] == "op":
            self.i += 1
            return self.toks[self.i - 1][1]
        return None

    def parse(self):
        node = self.level(0)
        if self.toks[self.i][0] != "end":
            raise FormulaError(f"unexpected {self.toks[self.i][1]!r}")
        return node

    def level(self, n):
        if n == len(self.LEVELS):
            return self.primary()
        left = self.level(n + 1)
        while op := self.take(*self.LEVELS[n]):
            left = ("bin", op, left, self.level(n + 1))
        return left

    def primary(self):
        if self.take("-"):
            return ("neg", self.primary())
        if self.take("("):
            node = self.level(0)
            if not self.take(")"):
                raise FormulaError("missing )")
            return node
        kind, text = self.toks[self.i]
        self.i += 1
        if kind == "num":
            return ("const", float(text) if "." in text else int(text))
        if kind == "str":
            return ("const", text[1:-1])
        if kind == "ref":
            self.refs.append(text)
            return ("ref", text)
        if kind == "range":
            self.refs += expand(text)
            return ("range", expand(text))
        if kind == "fn":
            self.take("(")
            args = []
            while not self.take(")"):
                args.append(self.level(0))
                if not self.take(",") and self.toks[self.i][1] != ")":
                    raise FormulaError("missing )")
            return ("call", text, args)
        raise FormulaError("unexpected end" if kind == "end" else f"unexpected {text!r}")


def flat(args):
    for a in args:
        if isinstance(a, list):
            yield from flat(a)
        elif a is not None and not isinstance(a, str):
            yield a


FUNCTIONS = {"SUM": lambda *a: sum(flat(a)), "MAX": lambda *a: max(flat(a)), "MIN": lambda *a: min(flat(a)), "COUNT": lambda *a: len(list(flat(a))), "AVG": lambda *a: sum(flat(a)) / len(list(flat(a))), "IF": lambda c, a, b=0: a if c else b, "ROUND": round, "LEN": lambda s: len(str(s)), "UPPER": lambda s: str(s).upper()}
OPS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "^": lambda a, b: a ** b, "=": lambda a, b: a == b, "<>": lambda a, b: a != b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "&": lambda a, b: str(a) + str(b)}


class Sheet:
    def __init__(self):
        self.source, self.tree, self.deps, self.values, self.users = {}, {}, {}, {}, {}
        self.evaluated = 0

    def __setitem__(self, name, text):
        for d in self.deps.pop(name, ()):
            self.users[d].discard(name)
        self.source[name] = text
        if isinstance(text, str) and text.startswith("="):
            try:
                p = Parser(text[1:])
                self.tree[name] = p.parse()
                self.deps[name] = set(p.refs)
            except FormulaError as e:
                self.tree[name] = ("const", CellError(str(e)))
        else:
            self.tree[name] = ("const", text)
        for d in self.deps.get(name, ()):
            self.users.setdefault(d, set()).add(name)
        self.invalidate(name)

    def invalidate(self, name):
        todo, seen = [name], set()
        while todo:
            n = todo.pop()
            if n not in seen:
                seen.add(n)
                self.values.pop(n, None)
                todo += self.users.get(n, ())

    def __getitem__(self, name):
        return self.cell(name, ())

    def cell(self, name, active):
        if name in active:
            return CellError("CYCLE")
        if name not in self.tree:
            return None
        if name not in self.values:
            self.evaluated += 1
            try:
                value = self.evaluate(self.tree[name], active + (name,))
            except ZeroDivisionError:
                value = CellError("DIV")
            except TypeError:
                value = CellError("TYPE")
            if isinstance(value, CellError) and value.text == "CYCLE":
                return value
            self.values[name] = value
        return self.values[name]

    def evaluate(self, node, active):
        match node:
            case ("const", v):
                return v
            case ("ref", name):
                return self.cell(name, active)
            case ("range", names):
                cells = [self.cell(n, active) for n in names]
                bad = next((c for c in cells if isinstance(c, CellError)), None)
                return bad or cells
            case ("neg", x):
                return -self.evaluate(x, active)
            case ("bin", op, l, r):
                a, b = self.evaluate(l, active), self.evaluate(r, active)
                for v in (a, b):
                    if isinstance(v, CellError):
                        return v
                return OPS[op](0 if a is None else a, 0 if b is None else b)
            case ("call", name, args):
                if name not in FUNCTIONS:
                    return CellError(f"NAME {name}")
                values = [self.evaluate(a, active) for a in args]
                bad = next((v for v in values if isinstance(v, CellError)), None)
                return bad or FUNCTIONS[name](*values)

    def table(self, area):
        cells = expand(area)
        width = len({re.sub(r"\d", "", c) for c in cells})
        for i in range(0, len(cells), width):
            print(" | ".join(f"{'' if (v := self[c]) is None else f'{v:.2f}' if isinstance(v, float) else v!s:>9}" for c in cells[i:i + width]))


s = Sheet()
for name, text in {"A1": "item", "B1": "qty", "C1": "price", "D1": "total", "A2": "nut", "B2": 10, "C2": 0.25, "D2": "=B2*C2", "A3": "bolt", "B3": 4, "C3": 1.5, "D3": "=B3*C3", "A4": "=UPPER(\"sum\")", "B4": "=SUM(B2:B3)", "D4": "=SUM(D2:D3)", "A5": "=IF(D4>8,\"big\"&LEN(A4),\"small\")", "B5": "=AVG(B2:B3)+MAX(C2:C3)^2*-1", "C5": "=COUNT(A1:C3)", "D5": "=ROUND(D4/3,1)"}.items():
    s[name] = text
s.table("A1:D5")
print(s.evaluated)
s["B2"] = 20
s.table("A4:D5")
print(s.evaluated)
s["E1"], s["E2"], s["E3"] = "=E2+1", "=E3+1", "=E1+1"
print(s["E1"], s["E2"], s["E3"])
s["E3"] = 5
print(s["E1"], s["E2"], s["E3"])
for text in ("=1/0", "=A1+1", "=B2+", "=(1", "=NOPE(1)", "=1 $ 2", "=D4/Z9", "=SUM(Z1:Z3)", "=2^3^2", "=1+2*3-4/2", "=-B2^2", "=\"a\"=\"a\"", "=1<>2", "=3<=2", "=)", "=SUM(B2:B3,1,2)", "plain", ""):
    s["F1"] = text
    print(text, "->", s["F1"])
print(letters(1), letters(26), letters(27), letters(702), letters(703), column("AA"), column("ZZ"), expand("Y1:AA2"))
