# textwrap: wrap, fill, shorten, dedent, indent.
import textwrap
text = "The quick brown fox jumped over the lazy dog, then slept-walked home; extraordinarily-long-hyphenated-words stay."
for w in (10, 20, 40):
    print(w, textwrap.wrap(text, w))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.shorten(text, 20, placeholder="..."), textwrap.shorten("  a   b ", 10), textwrap.wrap("", 10), textwrap.wrap("   ", 5), textwrap.wrap("a" * 25, 10), textwrap.wrap("a" * 25 + " b", 10, break_long_words=False), textwrap.wrap("one-two-three four", 8, break_on_hyphens=False))
print(repr(textwrap.dedent("""
    first
      second

    third
""")), repr(textwrap.dedent("  a\n b\n")), repr(textwrap.dedent("\ta\n\tb")), repr(textwrap.dedent("a\n  b")), repr(textwrap.indent("a\n\n b\n", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda l: True)))
w = textwrap.TextWrapper(width=15, max_lines=2, placeholder=" [etc]")
print(w.wrap(text), textwrap.wrap("tab\there and\nnewline", 12), textwrap.wrap("a  b   c", 20, drop_whitespace=False), textwrap.wrap("x y z", 3, expand_tabs=False), textwrap.wrap("End. Next sentence.", 30, fix_sentence_endings=True), textwrap.wrap("keep  two", 40, replace_whitespace=False))
for act in (lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("abc def", 3)):
    try: print(act())
    except ValueError as e: print(e)
