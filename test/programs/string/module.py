# string: constants, Template, capwords, Formatter.
import string
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = string.Template("$who likes ${what}s, $$5 for $who")
print(t.substitute(who="tim", what="kumquat"), t.substitute({"who": "a"}, what="b"), t.safe_substitute(who="x"), t.template, string.Template("$a $b").safe_substitute(a=1), t.is_valid(), t.get_identifiers())
for tpl in ("$missing", "$", "${open", "$5", "a $ b"):
    try: print(string.Template(tpl).substitute())
    except (KeyError, ValueError) as e: print(type(e).__name__, e)
class T(string.Template):
    delimiter = "%"
print(T("%x and $x").substitute(x=1))
f = string.Formatter()
print(f.format("{0} {a:>5} {1!r}", 1, "b", a="z"), list(f.parse("a{b!r:c}{}d{{")), f.vformat("{x}", (), {"x": 1}))
class D(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else a[k]
    def format_field(self, v, spec): return str(v).upper() if spec == "u" else super().format_field(v, spec)
    def convert_field(self, v, c): return "*" + v if c == "z" else super().convert_field(v, c)
print(D().format("{a} {b:u} {0:>3} {b!z}", 5, b="bee"))
