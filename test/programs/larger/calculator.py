"""A calculator with variables and functions: tokens, a Pratt parser, a tree, its evaluation and printing."""
import math
import re
from dataclasses import dataclass
from typing import Callable, Iterator, Union


class CalcError(Exception):
    """Something is wrong with the input."""

    def __init__(self, message, position=None):
        super().__init__(message)
        self.position = position

    def __str__(self):
        where = "" if self.position is None else f" at {self.position}"
        return super().__str__() + where


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    position: int


TOKENS = [("number", r"\d+(\.\d*)?([eE][+-]?\d+)?"), ("name", r"[A-Za-z_]\w*"), ("op", r"\*\*|//|[-+*/%^(),=!]"), ("space", r"\s+")]
PATTERN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in TOKENS))


def tokens(text: str) -> Iterator[Token]:
    position = 0
    while position < len(text):
        match = PATTERN.match(text, position)
        if match is None:
            raise CalcError(f"unexpected {text[position]!r}", position)
        if match.lastgroup != "space":
            yield Token(match.lastgroup, match.group(), position)
        position = match.end()
    yield Token("end", "", position)


@dataclass
class Number:
    value: float


@dataclass
class Name:
    id: str


@dataclass
class Unary:
    op: str
    operand: "Node"


@dataclass
class Binary:
    op: str
    left: "Node"
    right: "Node"


@dataclass
class Call:
    name: str
    args: list


@dataclass
class Assign:
    name: str
    value: "Node"


Node = Union[Number, Name, Unary, Binary, Call, Assign]
POWER = {"=": (2, 1), "+": (10, 11), "-": (10, 11), "*": (20, 21), "/": (20, 21), "//": (20, 21), "%": (20, 21), "**": (31, 30), "^": (31, 30)}


class Parser:
    def __init__(self, text):
        self.tokens = list(tokens(text))
        self.place = 0

    @property
    def token(self):
        return self.tokens[self.place]

    def advance(self):
        token = self.token
        self.place += 1
        return token

    def expect(self, text):
        if self.token.text != text:
            raise CalcError(f"expected {text!r}, found {self.token.text or 'the end'!r}", self.token.position)
        return self.advance()

    def parse(self):
        node = self.expression(0)
        if self.token.kind != "end":
            raise CalcError(f"left over: {self.token.text!r}", self.token.position)
        return node

    def expression(self, least):
        token = self.advance()
        match token:
            case Token("number", text):
                left = Number(float(text) if any(c in text for c in ".eE") else int(text))
            case Token("name", text) if self.token.text == "(":
                left = Call(text, self.arguments())
            case Token("name", text):
                left = Name(text)
            case Token("op", "(" ):
                left = self.expression(0)
                self.expect(")")
            case Token("op", "-" | "+" as op):
                left = Unary(op, self.expression(25))
            case Token(_, text, position):
                raise CalcError(f"did not expect {text or 'the end'!r}", position)
        while self.token.text == "!" or self.token.text in POWER:
            if self.token.text == "!":
                self.advance()
                left = Unary("!", left)
                continue
            before, after = POWER[self.token.text]
            if before < least:
                break
            op = self.advance()
            right = self.expression(after)
            if op.text == "=":
                if not isinstance(left, Name):
                    raise CalcError("only a name can be assigned to", op.position)
                left = Assign(left.id, right)
            else:
                left = Binary(op.text, left, right)
        return left

    def arguments(self):
        self.expect("(")
        args = []
        while self.token.text != ")":
            args.append(self.expression(0))
            if self.token.text != ",":
                break
            self.advance()
        self.expect(")")
        return args


OPERATORS: dict[str, Callable] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": pow, "^": pow,
}


def evaluate(node, scope):
    match node:
        case Number(value):
            return value
        case Name(id):
            if id not in scope:
                raise CalcError(f"unknown name {id!r}")
            return scope[id]
        case Unary("!", operand):
            return math.factorial(evaluate(operand, scope))
        case Unary(op, operand):
            value = evaluate(operand, scope)
            return -value if op == "-" else +value
        case Binary(op, left, right):
            return OPERATORS[op](evaluate(left, scope), evaluate(right, scope))
        case Call(name, args):
            function = scope.get(name, getattr(math, name, None))
            if not callable(function):
                raise CalcError(f"no function {name!r}")
            return function(*(evaluate(arg, scope) for arg in args))
        case Assign(name, value):
            scope[name] = evaluate(value, scope)
            return scope[name]


def show(node):
    match node:
        case Binary(op, left, right):
            return f"({show(left)} {op} {show(right)})"
        case Unary("!", operand):
            return f"{show(operand)}!"
        case Unary(op, operand):
            return f"{op}{show(operand)}"
        case Call(name, args):
            return f"{name}({', '.join(map(show, args))})"
        case Assign(name, value):
            return f"{name} = {show(value)}"
        case Number(value):
            return repr(value)
        case Name(id):
            return id


scope = {"pi": math.pi, "max": max, "double": lambda x: 2 * x}
for line in """1 + 2 * 3
(1 + 2) * 3
2 ** 3 ** 2
-2 ** 2
x = 4
y = x = x * 2 + 1
x // 2 % 3
5!
3!! - 1
sqrt(x ** 2 + 144)
max(1, double(x), 3.5)
hypot(3, 4) + sin(pi / 2)
1 / 0
1 +
2 $ 3
(1 + 2
foo + 1
foo(1)
3 = 4
1 2
sqrt(-1)
max()
1.5e3 + .5
10 ^ 20 // 7
(-3)!""".splitlines():
    try:
        node = Parser(line).parse()
        print(f"{line:<24} {show(node):<32} {evaluate(node, scope)!r}")
    except (CalcError, ArithmeticError, ValueError, TypeError) as error:
        print(f"{line:<24} {type(error).__name__}: {error}")
print(Parser("a+b*2").parse(), Token("op", "+", 3), sep="\n")
