"""A little language: tokens by regular expression, recursive descent, and evaluation with variables and functions."""
import math
import re
from typing import Iterator, NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    column: int


SPEC = [("NUMBER", r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"\*\*|//|<=|>=|==|!=|[-+*/%()=,<>!]"), ("SKIP", r"[ \t]+"), ("BAD", r".")]
PATTERN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SPEC))


class CalcError(Exception):
    pass


def tokenize(line: str) -> Iterator[Token]:
    for found in PATTERN.finditer(line):
        kind = found.lastgroup
        if kind == "SKIP":
            continue
        if kind == "BAD":
            raise CalcError(f"unexpected {found.group()!r} at column {found.start() + 1}")
        yield Token(kind, found.group(), found.start() + 1)
    yield Token("END", "", len(line) + 1)


class Parser:
    LEVELS = [("<", ">", "<=", ">=", "==", "!="), ("+", "-"), ("*", "/", "//", "%")]
    FUNCTIONS = {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "round": round, "hypot": math.hypot}

    def __init__(self, names):
        self.names = names

    def run(self, line):
        self.tokens = list(tokenize(line))
        self.at = 0
        if len(self.tokens) > 2 and self.tokens[0].kind == "NAME" and self.tokens[1].text == "=":
            name = self.take().text
            self.take()
            value = self.names[name] = self.level(0)
        else:
            value = self.level(0)
        if self.peek.kind != "END":
            raise CalcError(f"did not expect {self.peek.text!r} at column {self.peek.column}")
        return value

    @property
    def peek(self):
        return self.tokens[self.at]

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def level(self, depth):
        if depth == len(self.LEVELS):
            return self.unary()
        value = self.level(depth + 1)
        while self.peek.text in self.LEVELS[depth] and self.peek.kind == "OP":
            operator = self.take().text
            value = eval(f"a {operator} b", {"__builtins__": {}}, {"a": value, "b": self.level(depth + 1)})
        return value

    def unary(self):
        if self.peek.text in ("-", "+"):
            return -self.unary() if self.take().text == "-" else +self.unary()
        value = self.atom()
        if self.peek.text == "**":
            self.take()
            return value ** self.unary()
        return value

    def atom(self):
        match self.take():
            case Token("NUMBER", text):
                return float(text) if set(text) & set(".eE") else int(text)
            case Token("NAME", name, column) if self.peek.text == "(":
                if name not in self.FUNCTIONS:
                    raise CalcError(f"no function {name!r}")
                self.take()
                values = [self.level(0)]
                while self.peek.text == ",":
                    self.take()
                    values.append(self.level(0))
                self.take()
                return self.FUNCTIONS[name](*values)
            case Token("NAME", name):
                try:
                    return self.names[name]
                except KeyError:
                    raise CalcError(f"{name} has no value") from None
            case Token(text="("):
                value = self.level(0)
                if self.take().text != ")":
                    raise CalcError("missing )")
                return value
            case Token(kind="END"):
                raise CalcError("line ends too early")
            case token:
                raise CalcError(f"cannot use {token.text!r} at column {token.column}")


calculator = Parser({"pi": math.pi})
for line in """1 + 2 * 3
-2 ** 2
2 ** 3 ** 2
x = (1 + 2) * 3.5
x // 2 % 4
sqrt(x - 1.5) + hypot(3, 4)
max(1, x, 7) >= 10
1e3 / 8
10 / 0
y + 1
2 * (3 + 4
2 $ 3
4 5
sin(1)
3 +
round(pi, 3) == 3.142
sqrt(0 - 1)""".splitlines():
    try:
        print(f"{line:<28} = {calculator.run(line)!r}")
    except (CalcError, ArithmeticError, ValueError) as error:
        print(f"{line:<28} ! {type(error).__name__}: {error}")
print(sorted(calculator.names))
