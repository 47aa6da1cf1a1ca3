# A regular-expression engine: parser to syntax tree, Thompson NFA, simulation, DFA by subsets.
class Node:
    pass


class Char(Node):
    def __init__(self, test, label):
        self.test, self.label = test, label

    def __repr__(self):
        return self.label


class Cat(Node):
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return "Cat" + repr(self.parts)


class Alt(Node):
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return "Alt" + repr(self.parts)


class Repeat(Node):
    def __init__(self, inner, low, high):
        self.inner, self.low, self.high = inner, low, high

    def __repr__(self):
        return f"Repeat({self.inner!r}, {self.low}, {self.high})"


class PatternError(ValueError):
    pass


class Parser:
    def __init__(self, text):
        self.text, self.i = text, 0

    def peek(self):
        return self.text[self.i] if self.i < len(self.text) else ""

    def take(self):
        c = self.peek()
        self.i += 1
        return c

    def parse(self):
        node = self.alternatives()
        if self.i < len(self.text):
            raise PatternError(f"unexpected {self.peek()!r} at {self.i}")
        return node

    def alternatives(self):
        parts = [self.sequence()]
        while self.peek() == "|":
            self.take()
            parts.append(self.sequence())
        return parts[0] if len(parts) == 1 else Alt(*parts)

    def sequence(self):
        parts = []
        while self.peek() and self.peek() not in "|)":
            parts.append(self.postfix())
        return parts[0] if len(parts) == 1 else Cat(*parts)

    def postfix(self):
        node = self.primary()
        while self.peek() and self.peek() in "*+?{":
            c = self.take()
            if c == "{":
                end = self.text.find("}", self.i)
                if end < 0:
                    raise PatternError("missing }")
                low, comma, high = self.text[self.i:end].partition(",")
                self.i = end + 1
                node = Repeat(node, int(low or 0), (int(high) if high else None) if comma else int(low))
            else:
                node = Repeat(node, *{"*": (0, None), "+": (1, None), "?": (0, 1)}[c])
        return node

    def primary(self):
        c = self.take()
        if c == "(":
            node = self.alternatives()
            if self.take() != ")":
                raise PatternError("missing )")
            return node
        if c == "[":
            return self.klass()
        if c == ".":
            return Char(lambda ch: ch != "\n", ".")
        if c == "\\":
            e = self.take()
            classes = {"d": str.isdigit, "w": lambda ch: ch.isalnum() or ch == "_", "s": str.isspace}
            if e in classes:
                return Char(classes[e], "\\" + e)
            return Char(lambda ch: ch == e, e)
        if c in "*+?":
            raise PatternError(f"nothing to repeat before {c}")
        return Char(lambda ch: ch == c, c)

    def klass(self):
        start = self.i - 1
        negate = self.peek() == "^"
        if negate:
            self.take()
        ranges = []
        while self.peek() != "]" or not ranges:
            if not self.peek():
                raise PatternError("missing ]")
            a = self.take()
            if self.peek() == "-" and self.text[self.i + 1:self.i + 2] not in ("]", ""):
                self.take()
                b = self.take()
            else:
                b = a
            ranges.append((a, b))
        self.take()
        return Char(lambda ch: any(a <= ch <= b for a, b in ranges) != negate, self.text[start:self.i])


class Regex:
    def __init__(self, pattern):
        self.tree = Parser(pattern).parse()
        self.edges, self.empty = [], []
        self.start = self.state()
        self.accept = self.build(self.tree, self.start)

    def state(self):
        self.edges.append([])
        self.empty.append([])
        return len(self.edges) - 1

    def build(self, node, at):
        match node:
            case Char():
                to = self.state()
                self.edges[at].append((node.test, to))
                return to
            case Cat():
                for part in node.parts:
                    at = self.build(part, at)
                return at
            case Alt():
                end = self.state()
                for part in node.parts:
                    s = self.state()
                    self.empty[at].append(s)
                    self.empty[self.build(part, s)].append(end)
                return end
            case Repeat():
                for _ in range(node.low):
                    at = self.build(node.inner, at)
                if node.high is None:
                    loop, end = self.state(), self.state()
                    self.empty[at].append(loop)
                    self.empty[loop].append(end)
                    self.empty[self.build(node.inner, loop)].append(loop)
                    return end
                end = self.state()
                self.empty[at].append(end)
                for _ in range(node.high - node.low):
                    at = self.build(node.inner, at)
                    self.empty[at].append(end)
                return end

    def closure(self, states):
        seen, todo = set(states), list(states)
        while todo:
            for t in self.empty[todo.pop()]:
                if t not in seen:
                    seen.add(t)
                    todo.append(t)
        return frozenset(seen)

    def step(self, states, ch):
        return self.closure({to for s in states for test, to in self.edges[s] if test(ch)})

    def longest(self, text, start=0):
        states, best = self.closure({self.start}), None
        for i in range(start, len(text) + 1):
            if self.accept in states:
                best = i
            if i == len(text) or not states:
                break
            states = self.step(states, text[i])
        return best

    def fullmatch(self, text):
        return self.longest(text) == len(text)

    def findall(self, text):
        out, i = [], 0
        while i <= len(text):
            end = self.longest(text, i)
            if end is None or end == i:
                i += 1
            else:
                out.append(text[i:end])
                i = end
        return out

    def dfa_size(self, alphabet):
        start = self.closure({self.start})
        seen, todo = {start}, [start]
        while todo:
            s = todo.pop()
            for ch in alphabet:
                t = self.step(s, ch)
                if t not in seen:
                    seen.add(t)
                    todo.append(t)
        return len(seen)


cases = {"abc": ["abc", "ab", "abcd"], "a*b+": ["b", "aab", "a", "abb"], "(ab|cd)*": ["", "abcd", "abc"], "a{2,3}": ["a", "aa", "aaa", "aaaa"], "[a-c]+[^a-c]?": ["abcx", "abc", "x"], r"\d+\.\d{2}": ["3.14", "3.1", "x"], "(a|b)*abb": ["abb", "ababb", "ab"], "x?y?z?": ["", "xz", "zx"], "(a*)*": ["", "aaa", "b"], r"\(\w+\)": ["(ok)", "()"], "[]a]+": ["]a]", "b"], "a{0}b": ["b", "ab"], "(|a)b": ["b", "ab"], "[a-]+": ["a-a", "b"]}
for pattern, texts in cases.items():
    r = Regex(pattern)
    print(pattern, len(r.edges), [(t, r.fullmatch(t)) for t in texts])
print(Parser("a(b|c)*d{2}").parse())
print(Regex(r"[A-Z]\w*").findall("The Quick brown Fox"), Regex(r"\d+").findall("a1b22c333"), Regex("(a|b)*abb").dfa_size("ab"), Regex("(a|b)*a(a|b)(a|b)").dfa_size("ab"))
print(Regex("(a*)*b").fullmatch("a" * 200), Regex("(x+x+)+y").fullmatch("x" * 100 + "y"))
for bad in ("(", "a)", "*a", "[a", "a{2", "(a|b", "+", "a{x}"):
    try:
        Regex(bad)
        print("accepted", bad)
    except PatternError as e:
        print(bad, "->", e)
    except ValueError as e:
        print(bad, "-> value", e)
