# A template engine: lexer, parser to node objects, scopes, filters, loops with state, macros, inheritance, errors with lines.
import re


class TemplateError(Exception):
    def __init__(self, message, line):
        super().__init__(f"{message} (line {line})")
        self.line = line


class Scope:
    def __init__(self, values, outer=None):
        self.values, self.outer = values, outer

    def __getitem__(self, name):
        scope = self
        while scope is not None:
            if name in scope.values:
                return scope.values[name]
            scope = scope.outer
        raise KeyError(name)

    def child(self, **values):
        return Scope(values, self)


FILTERS = {"upper": str.upper, "title": str.title, "len": len, "default": lambda v, d="": d if v in (None, "") else v, "join": lambda v, sep=", ": sep.join(map(str, v)), "sort": sorted, "first": lambda v: v[0], "abs": abs, "fixed": lambda v, n=2: f"{v:.{n}f}", "cut": lambda s, n: s if len(s) <= n else s[:n - 1] + "…", "escape": lambda s: str(s).replace("&", "&amp;").replace("<", "&lt;"), "repeat": lambda s, n: s * n}
TOKEN = re.compile(r"""\s*(?:(?P<num>\d+\.?\d*)|(?P<str>"[^"]*"|'[^']*')|(?P<name>[A-Za-z_]\w*)|(?P<op>==|!=|<=|>=|[-+*/%<>()\[\].,|:~]))""")


class Expression:
    def __init__(self, text, line):
        self.line, self.tokens, at = line, [], 0
        text = text.strip()
        while at < len(text):
            m = TOKEN.match(text, at)
            if not m:
                raise TemplateError(f"cannot read {text[at:]!r}", line)
            self.tokens.append((m.lastgroup, m.group(m.lastgroup)))
            at = m.end()
        self.i = 0
        self.tree = self.filtered()
        if self.i < len(self.tokens):
            raise TemplateError(f"unexpected {self.tokens[self.i][1]!r}", line)

    def peek(self, *texts):
        return self.i < len(self.tokens) and self.tokens[self.i][1] in texts and self.tokens[self.i][0] != "str"

    def take(self, *texts):
        if self.peek(*texts):
            self.i += 1
            return self.tokens[self.i - 1][1]

    def need(self, text):
        if not self.take(text):
            raise TemplateError(f"expected {text!r}", self.line)

    def filtered(self):
        node = self.logic(0)
        while self.take("|"):
            name = self.word()
            args = [self.logic(0)] if self.take(":") else []
            while args and self.take(","):
                args.append(self.logic(0))
            node = ("filter", name, node, args)
        return node

    LEVELS = [("or",), ("and",), ("not",), ("==", "!=", "<", ">", "<=", ">=", "in"), ("+", "-", "~"), ("*", "/", "%")]

    def logic(self, n):
        if n == len(self.LEVELS):
            return self.postfix()
        if self.LEVELS[n] == ("not",):
            return ("not", self.logic(n)) if self.take("not") else self.logic(n + 1)
        left = self.logic(n + 1)
        while op := self.take(*self.LEVELS[n]):
            left = ("bin", op, left, self.logic(n + 1))
        return left

    def word(self):
        if self.i >= len(self.tokens) or self.tokens[self.i][0] != "name":
            raise TemplateError("expected a name", self.line)
        self.i += 1
        return self.tokens[self.i - 1][1]

    def postfix(self):
        node = self.primary()
        while True:
            if self.take("."):
                node = ("get", node, ("const", self.word()))
            elif self.take("["):
                node = ("get", node, self.logic(0))
                self.need("]")
            elif self.take("("):
                args = []
                while not self.take(")"):
                    args.append(self.logic(0))
                    if not self.peek(")"):
                        self.need(",")
                node = ("call", node, args)
            else:
                return node

    def primary(self):
        if self.take("("):
            node = self.filtered()
            self.need(")")
            return node
        if self.take("-"):
            return ("bin", "-", ("const", 0), self.postfix())
        if self.i >= len(self.tokens):
            raise TemplateError("expression ends too early", self.line)
        kind, text = self.tokens[self.i]
        self.i += 1
        if kind == "num":
            return ("const", float(text) if "." in text else int(text))
        if kind == "str":
            return ("const", text[1:-1])
        if kind == "name":
            return {"true": ("const", True), "false": ("const", False), "none": ("const", None)}.get(text, ("var", text))
        raise TemplateError(f"unexpected {text!r}", self.line)

    def __call__(self, scope):
        try:
            return self.eval(self.tree, scope)
        except TemplateError:
            raise
        except KeyError as e:
            raise TemplateError(f"no such name {e}", self.line) from e
        except (TypeError, AttributeError, IndexError, ZeroDivisionError) as e:
            raise TemplateError(f"{type(e).__name__}: {e}", self.line) from e

    def eval(self, t, s):
        match t:
            case ("const", v):
                return v
            case ("var", name):
                return s[name]
            case ("not", x):
                return not self.eval(x, s)
            case ("bin", "and", a, b):
                return self.eval(a, s) and self.eval(b, s)
            case ("bin", "or", a, b):
                return self.eval(a, s) or self.eval(b, s)
            case ("bin", op, a, b):
                x, y = self.eval(a, s), self.eval(b, s)
                return {"+": lambda: x + y, "-": lambda: x - y, "*": lambda: x * y, "/": lambda: x / y, "%": lambda: x % y, "~": lambda: f"{x}{y}", "==": lambda: x == y, "!=": lambda: x != y, "<": lambda: x < y, ">": lambda: x > y, "<=": lambda: x <= y, ">=": lambda: x >= y, "in": lambda: x in y}[op]()
            case ("get", obj, key):
                o, k = self.eval(obj, s), self.eval(key, s)
                try:
                    return o[k]
                except (TypeError, KeyError, IndexError):
                    return getattr(o, k) if isinstance(k, str) else o[k]
            case ("call", f, args):
                return self.eval(f, s)(*(self.eval(a, s) for a in args))
            case ("filter", name, x, args):
                if name not in FILTERS:
                    raise TemplateError(f"no filter {name}", self.line)
                return FILTERS[name](self.eval(x, s), *(self.eval(a, s) for a in args))


class Template:
    library = {}

    def __init__(self, text, name=None):
        self.parts = [(m.group(), text.count("\n", 0, m.start()) + 1) for m in re.finditer(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|(?:(?!\{\{|\{%|\{#).)+|.", text, re.S)]
        self.at, self.parent, self.blocks = 0, None, {}
        self.body, end = self.parse()
        if end:
            raise TemplateError(f"unexpected {end[0]}", end[1])
        if name:
            Template.library[name] = self

    def parse(self, *stops):
        nodes, opened = [], self.parts[self.at - 1][1] if self.at else 1
        while self.at < len(self.parts):
            text, line = self.parts[self.at]
            self.at += 1
            if text.startswith("{{"):
                e = Expression(text[2:-2], line)
                nodes.append(lambda s, e=e: str(e(s)))
            elif text.startswith("{#"):
                continue
            elif text.startswith("{%"):
                word, _, rest = text[2:-2].strip().partition(" ")
                if word in stops or word.startswith("end"):
                    if word not in stops:
                        return nodes, (word, line)
                    return nodes, (word, line, rest)
                make = getattr(self, "tag_" + word, None)
                if make is None:
                    raise TemplateError(f"unknown tag {word}", line)
                nodes.append(make(rest, line))
            else:
                nodes.append(lambda s, t=text: t)
        if stops:
            raise TemplateError(f"missing {stops[-1]} for the tag", opened)
        return nodes, None

    def inner(self, line, *stops):
        nodes, end = self.parse(*stops)
        if end[0] not in stops:
            raise TemplateError(f"unexpected {end[0]}", end[1])
        return nodes, end

    @staticmethod
    def show(nodes, scope):
        return "".join(n(scope) for n in nodes)

    def tag_if(self, rest, line):
        branches, test = [], Expression(rest, line)
        while True:
            nodes, end = self.inner(line, "elif", "else", "endif")
            branches.append((test, nodes))
            if end[0] == "endif":
                break
            test = Expression(end[2] if end[0] == "elif" else "true", end[1])

        def run(s):
            return next((self.show(nodes, s) for test, nodes in branches if test(s)), "")

        return run

    def tag_for(self, rest, line):
        m = re.fullmatch(r"([\w\s,]+?)\s+in\s+(.*)", rest)
        if not m:
            raise TemplateError("for needs 'name in list'", line)
        names, source = [n.strip() for n in m[1].split(",")], Expression(m[2], line)
        body, end = self.inner(line, "else", "endfor")
        empty = self.inner(line, "endfor")[0] if end[0] == "else" else []

        def run(s):
            items, out = list(source(s)), []
            for i, item in enumerate(items):
                values = dict(zip(names, item)) if len(names) > 1 else {names[0]: item}
                loop = {"index": i + 1, "first": i == 0, "last": i == len(items) - 1, "length": len(items)}
                out.append(self.show(body, s.child(loop=loop, **values)))
            return "".join(out) if items else self.show(empty, s)

        return run

    def tag_set(self, rest, line):
        name, _, value = rest.partition("=")
        e = Expression(value, line)

        def run(s):
            s.values[name.strip()] = e(s)
            return ""

        return run

    def tag_macro(self, rest, line):
        m = re.fullmatch(r"(\w+)\((.*)\)", rest)
        name, params = m[1], [p.strip() for p in m[2].split(",") if p.strip()]
        body, _ = self.inner(line, "endmacro")

        def run(s):
            s.values[name] = lambda *args: self.show(body, s.child(**dict(zip(params, args))))
            return ""

        return run

    def tag_block(self, rest, line):
        body, _ = self.inner(line, "endblock")
        self.blocks.setdefault(rest, body)
        return lambda s: self.show(s["__blocks__"].get(rest, body), s)

    def tag_extends(self, rest, line):
        self.parent = rest.strip("\"'")
        return lambda s: ""

    def tag_include(self, rest, line):
        e = Expression(rest, line)

        def run(s):
            name = e(s)
            if name not in self.library:
                raise TemplateError(f"no template {name}", line)
            return self.show(self.library[name].body, s)

        return run

    def render(self, **values):
        blocks, t = dict(self.blocks), self
        scope = Scope({"__blocks__": blocks, "range": range, **values})
        while t.parent:
            if t.parent not in self.library:
                raise TemplateError(f"no template {t.parent}", 1)
            self.show([n for n in t.body], scope)
            t = self.library[t.parent]
            for k, v in t.blocks.items():
                blocks.setdefault(k, v)
        return self.show(t.body, scope)


class User:
    def __init__(self, name, age):
        self.name, self.age = name, age

    def greet(self, word="hello"):
        return f"{word} {self.name}"


Template("<{% block title %}base{% endblock %}>[{% block body %}nothing{% endblock %}]", "base")
Template("item {{ x }};", "item")
users = [User("ada", 36), User("bob", 17)]
for text in ("Hello {{ name | title }}! {{ 1 + 2 * 3 }} {{ (1 + 2) * 3 }} {{ -5 | abs }} {{ 7 / 2 | fixed:1 }}",
             "{% for u in users %}{{ loop.index }}/{{ loop.length }} {{ u.name | upper }}{% if u.age >= 18 %} adult{% elif u.age > 16 %} nearly{% else %} child{% endif %}{% if not loop.last %}, {% endif %}{% endfor %}",
             "{% for k, v in data.items() %}{{ k }}={{ v | join:'+' }} {% else %}none{% endfor %}{% for x in [] %}{% endfor %}" .replace(" in []", " in empty"),
             "{% set n = 5 %}{% for i in range(n) %}{{ i * i }} {% endfor %}{# a comment #}{{ n }}",
             "{% macro tag(t, body) %}<{{ t }}>{{ body | escape }}</{{ t }}>{% endmacro %}{{ tag('b', 'a < b') }}{{ tag('i', tag('u', 'x')) }}",
             "{% extends 'base' %}{% block body %}own {{ name }}{% endblock %}", "{% extends 'base' %}{% block title %}{% for x in users %}{% include 'item' %}{% endfor %}{% endblock %}".replace("for x in users", "for x in range(2)"),
             "{{ users[0].greet() }} {{ users[1].greet('bye') }} {{ data['a'][1] }} {{ 'x' in name }} {{ name ~ 1 ~ none }} {{ missing_is_fine and 1 }}".replace("missing_is_fine", "false"),
             "{{ '' | default:'empty' }} {{ name | cut:3 }} {{ '-' | repeat:5 }} {{ data.a | len }} {{ 'a' == 'a' and not false or 1 }} {{ '{{ raw }}' }}" .replace("{{ '{{ raw }}' }}", ""),
             "line one\n{{ nope }}", "{% if true %}open", "{{ 1 + }}", "{{ name | nofilter }}", "{% endif %}", "{% wat %}", "\n\n{{ users[9] }}", "{{ 1 / 0 }}", "{% for x %}{% endfor %}", "{% for a in range(2) %}{% endif %}", "{{ $ }}", "{% include 'ghost' %}", "{% extends 'ghost' %}", "{{ users.nope }}", "{{ name.upper( }}", "{{}}", "just text", ""):
    try:
        print(repr(Template(text).render(name="world", users=users, data={"a": [1, 2], "b": "xy"}, empty=[])))
    except TemplateError as e:
        print("!", e, "<-", type(e.__cause__).__name__)
