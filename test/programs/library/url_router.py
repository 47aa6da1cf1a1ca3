import re, html, urllib.parse as up, string, shlex, codecs, unicodedata
class Router:
    def __init__(self): self.routes = []
    def route(self, pattern):
        rx = re.compile("^" + re.sub(r"<(?:(int|path):)?(\w+)>", lambda m: f"(?P<{m[2]}>{ {'int': r'[0-9]+', 'path': '.+', None: '[^/]+'}[m[1]] })", pattern) + "$")
        conv = {m[1]: (int if m[0] == "int" else str) for m in re.findall(r"<(?:(int|path):)?(\w+)>", pattern)}
        def deco(f): self.routes.append((rx, conv, f)); return f
        return deco
    def handle(self, url):
        u = up.urlsplit(url); q = {k: v[-1] for k, v in up.parse_qs(u.query).items()}
        for rx, conv, f in self.routes:
            if m := rx.match(up.unquote(u.path)): return f(**{k: conv[k](v) for k, v in m.groupdict().items()}, **q)
        return "404 " + html.escape(u.path)
r = Router()
@r.route("/")
def index(**q): return f"index {q}"
@r.route("/user/<int:id>")
def user(id, tab="home"): return f"user {id + 1} {tab}"
@r.route("/files/<path:p>")
def files(p): return f"file {p!r}"
@r.route("/hi/<name>")
def hi(name, **q): return string.Template("<b>$name</b> $$5 ${q}").substitute(name=html.escape(name), q=q)
for u in ["http://h/", "/?a=1&a=2&b=%20x", "/user/41?tab=posts", "/user/abc", "/files/a/b%20c.txt", "/hi/J%C3%B6rg%3Cscript%3E?x=%26amp%3B", "/nope/<x>"]: print(u, "->", r.handle(u))
print(up.urljoin("http://a/b/c/d?q", "../x?y#z"), up.urlencode([("a", "1 2"), ("b", "é&=")]), up.quote("/a b/ü?", safe=""), up.unquote("%zz%41"), up.urlunsplit(("https", "u@h:1", "/p", "q=1", "f")), up.urlparse("ftp://u:p@h:21/d;type=a").port)
try: up.urlsplit("http://h:99999/").port
except ValueError as e: print(e)
print(html.unescape("&lt;p&gt; &amp;amp; &#233;&#xe9; &eacute; &nope; &copy"), shlex.split("run --name 'a b' \"c\\\"d\" e\\ f"), shlex.join(["a b", "it's"]))
def slug(s): return re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", s).encode("ascii", "ignore").decode().lower()).strip("-")
print([slug(s) for s in ["Crème Brûlée!", "Ünïcödé  --  Text", "ﬁne ½ ²"]], [unicodedata.name(c) for c in "aß€"], [unicodedata.category(c) for c in "aA1_ -\n€"], unicodedata.lookup("GREEK SMALL LETTER ALPHA"))
print(codecs.encode("Hello, World", "rot13"), codecs.decode(codecs.encode(b"abc", "hex"), "hex"), codecs.lookup("latin1").name, codecs.getincrementaldecoder("utf-8")().decode(b"\xe2\x82"), codecs.BOM_UTF8 + "x".encode())
