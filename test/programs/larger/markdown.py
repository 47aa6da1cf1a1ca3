# Markdown to HTML: blocks, nested lists, quotes, tables, code, inline spans, references; and a text layout.
import re

ESCAPE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class Inline:
    def __init__(self, refs):
        self.refs = refs
        self.rules = [
            (r"`([^`]+)`", lambda m: f"<code>{m[1].translate(ESCAPE)}</code>"),
            (r"!\[([^\]]*)\]\(([^)\s]+)\)", lambda m: f'<img src="{m[2]}" alt="{m[1].translate(ESCAPE)}">'),
            (r"\[([^\]]+)\]\(([^)\s]+)(?: \"([^\"]*)\")?\)", lambda m: self.link(m[1], m[2], m[3])),
            (r"\[([^\]]+)\]\[([^\]]*)\]", self.reference),
            (r"<(https?://[^>]+)>", lambda m: self.link(m[1], m[1], None)),
            (r"\*\*(?=\S)(.+?)(?<=\S)\*\*", lambda m: f"<strong>{self.render(m[1])}</strong>"),
            (r"\*(?=\S)(.+?)(?<=\S)\*|\b_(?=\S)(.+?)(?<=\S)_\b", lambda m: f"<em>{self.render(m[1] or m[2])}</em>"),
            (r"~~(.+?)~~", lambda m: f"<del>{self.render(m[1])}</del>"),
            (r"\\([\\`*_\[\]#])", lambda m: m[1]),
            (r"  \n", lambda m: "<br>\n"),
            (r"[&<>\"]", lambda m: m[0].translate(ESCAPE)),
        ]
        self.pattern = re.compile("|".join(f"(?P<r{i}>{p})" for i, (p, _) in enumerate(self.rules)), re.S)
        self.single = [re.compile(p, re.S) for p, _ in self.rules]

    def link(self, text, url, title):
        extra = f' title="{title.translate(ESCAPE)}"' if title else ""
        return f'<a href="{url}"{extra}>{self.render(text) if text != url else url}</a>'

    def reference(self, m):
        key = (m[2] or m[1]).lower()
        if key not in self.refs:
            return m[0]
        return self.link(m[1], *self.refs[key])

    def render(self, text):
        out, at = [], 0
        for m in self.pattern.finditer(text):
            out.append(text[at:m.start()])
            i = int(m.lastgroup[1:]) if m.lastgroup and m.lastgroup.startswith("r") else next(i for i in range(len(self.rules)) if m[f"r{i}"] is not None)
            out.append(self.rules[i][1](self.single[i].match(m.string, m.start())))
            at = m.end()
        return "".join(out) + text[at:]


class Markdown:
    def __init__(self, text):
        self.refs, lines = {}, []
        for line in text.expandtabs(4).splitlines():
            if m := re.fullmatch(r"\[([^\]]+)\]: (\S+)(?: \"(.*)\")?", line):
                self.refs[m[1].lower()] = (m[2], m[3])
            else:
                lines.append(line)
        self.lines, self.inline, self.ids = lines, Inline(self.refs), {}

    def html(self):
        return "\n".join(self.blocks(self.lines))

    def slug(self, text):
        s = re.sub(r"[^\w]+", "-", text.lower()).strip("-")
        self.ids[s] = self.ids.get(s, 0) + 1
        return s if self.ids[s] == 1 else f"{s}-{self.ids[s]}"

    def blocks(self, lines):
        i = 0
        while i < len(lines):
            line = lines[i]
            if not line.strip():
                i += 1
            elif m := re.match(r"(#{1,6}) +(.*?)(?: +#+)?$", line):
                n = len(m[1])
                yield f'<h{n} id="{self.slug(m[2])}">{self.inline.render(m[2])}</h{n}>'
                i += 1
            elif re.fullmatch(r" {0,3}([-*_])( *\1){2,} *", line):
                yield "<hr>"
                i += 1
            elif m := re.match(r"```(\w*)$", line):
                j = i + 1
                while j < len(lines) and lines[j] != "```":
                    j += 1
                lang = f' class="{m[1]}"' if m[1] else ""
                yield f"<pre{lang}>" + "\n".join(l.translate(ESCAPE) for l in lines[i + 1:j]) + "</pre>"
                i = j + 1
            elif line.startswith(">"):
                j = i
                while j < len(lines) and lines[j].startswith(">"):
                    j += 1
                yield "<blockquote>" + "".join(self.blocks([re.sub("^> ?", "", l) for l in lines[i:j]])) + "</blockquote>"
                i = j
            elif re.match(r"([-*+]|\d+\.) ", line):
                j = i + 1
                while j < len(lines) and (lines[j].startswith("  ") or re.match(r"([-*+]|\d+\.) ", lines[j]) or not lines[j].strip() and j + 1 < len(lines) and lines[j + 1].startswith("  ")):
                    j += 1
                yield self.list(lines[i:j])
                i = j
            elif "|" in line and i + 1 < len(lines) and re.fullmatch(r"[\s|:-]+", lines[i + 1]) and "-" in lines[i + 1]:
                j = i + 2
                while j < len(lines) and "|" in lines[j]:
                    j += 1
                yield self.table(lines[i:j])
                i = j
            elif line.startswith("    "):
                j = i
                while j < len(lines) and (lines[j].startswith("    ") or not lines[j].strip()):
                    j += 1
                yield "<pre>" + "\n".join(l[4:].translate(ESCAPE) for l in lines[i:j]).rstrip() + "</pre>"
                i = j
            else:
                j = i + 1
                while j < len(lines) and lines[j].strip() and not re.match(r"(#{1,6} |>|```|([-*+]|\d+\.) )", lines[j]):
                    j += 1
                if j < len(lines) and j == i + 1 and re.fullmatch("=+|-+", lines[j].strip() or "x"):
                    yield f"<h1>{self.inline.render(line)}</h1>"
                    j += 1
                else:
                    yield "<p>" + self.inline.render("\n".join(l.lstrip() for l in lines[i:j])) + "</p>"
                i = j

    def list(self, lines):
        tag = "ol" if lines[0][0].isdigit() else "ul"
        items = []
        for l in lines:
            if m := re.match(r"([-*+]|\d+\.) (.*)", l):
                items.append([m[2]])
            else:
                items[-1].append(re.sub("^ {1,3}", "", l))
        out = []
        for first, *rest in items:
            box = re.match(r"\[([ x])\] (.*)", first)
            text = f"{'☑' if box[1] == 'x' else '☐'} {self.inline.render(box[2])}" if box else self.inline.render(first)
            inner = "".join(self.blocks(rest))
            out.append(f"<li>{text}{inner}</li>")
        return f"<{tag}>" + "".join(out) + f"</{tag}>"

    def table(self, lines):
        def cells(l):
            return [c.strip() for c in l.strip().strip("|").split("|")]

        align = [{(True, True): "center", (False, True): "right"}.get((c.startswith(":"), c.endswith(":")), "left") for c in cells(lines[1])]
        rows = []
        for n, l in enumerate(lines):
            if n != 1:
                tag = "th" if n == 0 else "td"
                rows.append("<tr>" + "".join(f'<{tag} class="{a}">{self.inline.render(c)}</{tag}>' for a, c in zip(align, cells(l))) + "</tr>")
        return "<table>" + "".join(rows) + "</table>"


TEXT = r'''
# A *title* with `code` #

First paragraph with **bold**, _emphasis_, ~~gone~~ and **bold with *nested* text**.
Second line, a hard  
break, 2 < 3 & "quotes", \*not emphasis\*, snake_case_name stays.

Setext heading
==============

- one
- two with [a link](http://x.org/a?b=1 "Ti<tle")
  - nested `a < b`
  - [x] done

  - deeper
    1. ordered
    2. again
- three

1. first
2. second ![img](pic.png)

> quoted *text*
> - with a list
>
> > and more

```python
if a < b and "c":
    print(`x`)
```

    indented <code>

| name | qty | note |
|:-----|----:|:----:|
| nut | 10 | `x` |
| **bolt** | 5 | [ref][home] |

***

See [home], [Home][], [text][home], [missing][nope] and <https://auto.link/x>.
# Again
# Again
Unclosed **bold and `code
* not a list? yes it is
'''.strip("\n") + '\n[home]: http://home.org "Home page"\n'
print(Markdown(TEXT).html())
for t in ("", "plain", "#no space", "***", "* a\n* b\n\nafter", "```\nunclosed", ">", "a | b", "a*b*c", "**", "*a **b* c**", "\\\\ \\`", "[x](y) [x]( y)", "1. a\n- b", "text\n# heading right after"):
    print(repr(t), "->", repr(Markdown(t).html()))
