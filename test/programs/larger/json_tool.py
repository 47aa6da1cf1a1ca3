# A JSON parser and printer with paths, queries, merging and diffs.
class JsonError(ValueError):
    def __init__(self, message, text, at):
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        super().__init__(f"{message} at line {line} column {column}")
        self.at = at


class Reader:
    ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}

    def __init__(self, text):
        self.text, self.i = text, 0

    def fail(self, message):
        raise JsonError(message, self.text, self.i)

    def blank(self):
        while self.i < len(self.text) and self.text[self.i] in " \t\r\n":
            self.i += 1

    def read(self):
        self.blank()
        value = self.value()
        self.blank()
        if self.i != len(self.text):
            self.fail("extra data")
        return value

    def value(self):
        if self.i >= len(self.text):
            self.fail("unexpected end")
        match self.text[self.i]:
            case "{":
                return self.object()
            case "[":
                return self.array()
            case '"':
                return self.string()
            case "-" | "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9":
                return self.number()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.i):
                self.i += len(word)
                return value
        self.fail("unexpected " + repr(self.text[self.i]))

    def items(self, close, one):
        self.i += 1
        self.blank()
        if self.text[self.i:self.i + 1] == close:
            self.i += 1
            return
        while True:
            self.blank()
            yield one()
            self.blank()
            c = self.text[self.i:self.i + 1]
            if c not in (",", close):
                self.fail(f"expected ',' or {close!r}")
            self.i += 1
            if c == close:
                return

    def array(self):
        return list(self.items("]", self.value))

    def pair(self):
        if self.text[self.i:self.i + 1] != '"':
            self.fail("expected a key")
        key = self.string()
        self.blank()
        if self.text[self.i:self.i + 1] != ":":
            self.fail("expected ':'")
        self.i += 1
        self.blank()
        return key, self.value()

    def object(self):
        return dict(self.items("}", self.pair))

    def string(self):
        self.i += 1
        out = []
        while True:
            if self.i >= len(self.text):
                self.fail("unterminated string")
            c = self.text[self.i]
            self.i += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                e = self.text[self.i:self.i + 1]
                self.i += 1
                if e == "u":
                    code = int(self.text[self.i:self.i + 4], 16)
                    self.i += 4
                    if 0xD800 <= code < 0xDC00 and self.text[self.i:self.i + 2] == "\\u":
                        low = int(self.text[self.i + 2:self.i + 6], 16)
                        self.i += 6
                        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                    out.append(chr(code))
                elif e in self.ESCAPES and e:
                    out.append(self.ESCAPES[e])
                else:
                    self.fail("bad escape")
            elif c < " ":
                self.fail("control character")
            else:
                out.append(c)

    def number(self):
        start = self.i
        if self.text[self.i] == "-":
            self.i += 1
        while self.i < len(self.text) and self.text[self.i] in "0123456789.eE+-":
            self.i += 1
        text = self.text[start:self.i]
        try:
            return int(text) if text.lstrip("-").isdigit() else float(text)
        except ValueError:
            self.i = start
            self.fail("bad number")


def dump(value, indent=0, level=0):
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(c, c if c >= " " else f"\\u{ord(c):04x}") for c in value) + '"'
    pad, end = ("\n" + " " * indent * (level + 1), "\n" + " " * indent * level) if indent else ("", "")
    if isinstance(value, list):
        inner = [dump(v, indent, level + 1) for v in value]
        return "[" + "".join(f"{pad}{v}," for v in inner).rstrip(",") + (end if inner else "") + "]"
    inner = [f"{dump(k)}:{' ' if indent else ''}{dump(v, indent, level + 1)}" for k, v in value.items()]
    return "{" + "".join(f"{pad}{v}," for v in inner).rstrip(",") + (end if inner else "") + "}"


def query(value, path):
    results = [value]
    for part in path.strip(".").split(".") if path else []:
        found = []
        for v in results:
            if part == "*":
                found += v.values() if isinstance(v, dict) else v if isinstance(v, list) else []
            elif isinstance(v, list) and part.lstrip("-").isdigit() and -len(v) <= int(part) < len(v):
                found.append(v[int(part)])
            elif isinstance(v, dict) and part in v:
                found.append(v[part])
        results = found
    return results


def diff(a, b, path="$"):
    if type(a) is not type(b):
        yield f"{path}: {dump(a)} -> {dump(b)}"
    elif isinstance(a, dict):
        for k in a | b:
            if k not in b:
                yield f"{path}.{k}: removed"
            elif k not in a:
                yield f"{path}.{k}: added {dump(b[k])}"
            else:
                yield from diff(a[k], b[k], f"{path}.{k}")
    elif isinstance(a, list):
        for i in range(max(len(a), len(b))):
            if i >= len(b):
                yield f"{path}[{i}]: removed"
            elif i >= len(a):
                yield f"{path}[{i}]: added {dump(b[i])}"
            else:
                yield from diff(a[i], b[i], f"{path}[{i}]")
    elif a != b:
        yield f"{path}: {dump(a)} -> {dump(b)}"


def merge(a, b):
    if isinstance(a, dict) and isinstance(b, dict):
        return {k: merge(a[k], b[k]) if k in a and k in b else b.get(k, a.get(k)) for k in a | b if not (k in b and b[k] is None)}
    return b


TEXT = r'''{"name": "heap \"lab\"", "tags": ["gc", "py", {"deep": [1, -2.5, 3e2, []]}],
 "ok": true, "none": null, "uni": "\u00e9\ud83d\ude00\n", "empty": {}, "nested": {"a": {"b": {"c": 1}}}}'''
data = Reader(TEXT).read()
print(data)
print(dump(data))
print(dump(data, 2))
assert Reader(dump(data)).read() == data == Reader(dump(data, 4)).read()
for path in ("name", "tags.0", "tags.-1.deep.*", "nested.*.b.c", "*.deep", "tags.9", "nope.x", ""):
    print(path, "=>", query(data, path) if path else len(query(data, path)))
for line in diff(data, merge(data, {"ok": 1, "tags": ["gc", "js"], "new": [1], "empty": None, "nested": {"a": {"z": 2}}})):
    print(line)
for bad in ("", "[1,", "[1 2]", '{"a" 1}', '{"a": }', '{a: 1}', '"abc', '"\\x"', "tru", "1.2.3", "[1]x", '{"a": 1,\n "b" 2}', "-", "[1,]", '"\t"'):
    try:
        print(bad, Reader(bad).read())
    except JsonError as e:
        print(repr(bad), "->", e)
