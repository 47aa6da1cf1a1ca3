"""Reads a page with HTMLParser and prints its outline, links and table."""
from html import unescape
from html.entities import codepoint2name, name2codepoint
from html.parser import HTMLParser

PAGE = """<!DOCTYPE html>
<html lang=en><head><title>Bread &amp; Butter</title>
<script>if (1 < 2 && "</b>") { run() }</script></head>
<!-- the body -->
<body class="wide dark" data-empty>
<h1 id='top'>Caf&eacute; &#8364;5</h1>
<p>Read <a href="/menu?a=1&amp;b=2">the <em>menu</em></a>, or <A HREF=/call>call</A><br/>us.
<table><tr><td>Rye<td>3.20</tr><tr><td>Oat<td>2.80</tr></table>
</body></html>
"""


class Outline(HTMLParser):
    def __init__(self):
        super().__init__()
        self.path, self.links, self.cells = [], [], []

    def handle_starttag(self, tag, attrs):
        print("  " * len(self.path) + tag, dict(attrs), self.getpos())
        if tag in ("td", "br"):
            if tag == "td":
                self.cells.append("")
            return
        self.path.append(tag)
        if tag == "a":
            self.links.append([dict(attrs)["href"], ""])

    def handle_endtag(self, tag):
        if tag in self.path:
            while self.path.pop() != tag:
                pass

    def handle_data(self, data):
        if "a" in self.path:
            self.links[-1][1] += data
        if self.cells and "table" in self.path:
            self.cells[-1] += data.strip()
        if data.strip() and self.path:
            print("  " * len(self.path) + repr(data.strip()))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("declaration", decl)


outline = Outline()
for start in range(0, len(PAGE), 7):
    outline.feed(PAGE[start:start + 7])
outline.close()
print(outline.links, outline.cells)


class Raw(HTMLParser):
    def __getattribute__(self, name):
        if name.startswith("handle_") or name == "unknown_decl":
            return lambda *args: print(name, *map(repr, args))
        return super().__getattribute__(name)


raw = Raw(convert_charrefs=False)
raw.feed("a &lt; b &#65; &c <?php 1 ?> <![CDATA[x]]> <br/> </ > <3 <b x=1 y='2' z>")
raw.close()
print(unescape("&thetasym; &notit; &#x80; &#0;") == "ϑ ¬it; € \ufffd", name2codepoint["euro"], codepoint2name[233], len(name2codepoint))
