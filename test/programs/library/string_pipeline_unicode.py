import unicodedata, string, textwrap, difflib, re, locale, collections, html
def strip_accents(s): return "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))
for w in ["Éclair", "Ångström", "São Paulo", "naïve façade", "Žluťoučký kůň", "İstanbul", "ﬀ", "①②", "한글", "é" == unicodedata.normalize("NFC", "e\u0301")]:
    if isinstance(w, str): print(strip_accents(w), [unicodedata.normalize(f, w) == w for f in ("NFC", "NFD", "NFKC", "NFKD")], w.upper(), w.casefold(), len(w))
    else: print(w)
print([(c, unicodedata.category(c), unicodedata.name(c, "?")) for c in "aZ5_ \t½Ⅷ٣→😀\u0301\u200b"])
print(unicodedata.numeric("Ⅷ"), unicodedata.digit("⁵"), unicodedata.decimal("٣"), unicodedata.numeric("¾"), unicodedata.east_asian_width("Ａ"), unicodedata.mirrored("("), unicodedata.lookup("SNOWMAN"), unicodedata.is_normalized("NFC", "é"))
for f, a in [(unicodedata.name, "\x00"), (unicodedata.lookup, "NOT A NAME"), (unicodedata.numeric, "x"), (unicodedata.digit, "½"), (unicodedata.normalize, "NFX"), (unicodedata.category, "ab"), (unicodedata.name, 5)]:
    try: print(f(a) if f is not unicodedata.normalize else f(a, "x"))
    except (ValueError, KeyError, TypeError) as e: print(type(e).__name__, e)
class T(string.Template): delimiter = "%"; idpattern = r"[a-z]+"
print(T("%a and %{b} %% %C").safe_substitute(a=1, b=2), string.Template("$x-${y}z").substitute({"x": 1}, y=2), string.Template("$a ${b} $$").get_identifiers(), string.Template("$a $").is_valid(), bool(string.Template.pattern.search("$x")))
for t in ["$x $", "${", "$9"]:
    try: string.Template(t).substitute(x=1)
    except (ValueError, KeyError) as e: print(type(e).__name__, e)
class F(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else a[k]
print(F().format("{0} {x} {y!r:>6}", 1, y="q"), list(string.Formatter().parse("a{b!r:c}d{}")), string.capwords("the quick  brown"), string.ascii_lowercase[:3], string.printable[-6:].encode())
text = "The quick brown fox jumps over the lazy dog. " * 3
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  ")); print(textwrap.shorten(text, 30), textwrap.dedent("   a\n     b\n   c"), textwrap.indent("x\n\ny", "> "))
print("\n".join(difflib.unified_diff("a b c".split(), "a x c d".split(), "old", "new", lineterm="")), difflib.get_close_matches("aple", ["apple", "ape", "maple"]), round(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), 3)); print("".join(difflib.ndiff(["one\n", "two\n"], ["ore\n", "two\n"])))
print(collections.Counter(re.findall(r"\w+", text.lower())).most_common(2), locale.atof("1.5"), locale.format_string("%d", 5), html.escape("<'&\">"))
print("\ud83d\ude00" == "😀", len("\ud83d\ude00"), "\ud83d" "\ude00" == "😀", ascii("\ud83d\ude00" + "x"), ("\ud83d" + "\ude00").encode("utf-16-le", "surrogatepass").decode("utf-16-le"))
