# String literal prefixes, quotes and escapes in combination.
print('a', "b", '''c''', """d""", 'it''s', "q" 'r', '"', "'", '\'', "\"", '''it's "so"''', """'x' "y\"""")
print(r'\n', R"\t", r'\'', len(r'\\'), b'x', B"y", br'\n', Rb"\t", bR'\x', rb'''m''', u'u', U"v", f'{1}', F"{2}", fr'\{3}', Rf"{4}\n", rF'{5}')
print('\0', '\7', '\07', '\007', '\0071', '\x41', '\u0041', '\U00000041', '\N{DIGIT ONE}', '\a\b\t\n\v\f\r'.encode(), '\\', '\
')
print(b'\0\x41\101\n\\', b'\'', b"\"", b'''a
b''', b'a' b'b', len(b'\xff'))
print("""
multi
""", '''a\
b''', """a\nb""", r"""a\nb""", len("""
"""))
print("tab\there", "nul\0end".encode(), "é", "\xe9", "\u20ac", "\U0001f600", "日本")
print("a" "b" "c", "a" f"{1}" 'b', ("x"
  "y"), f"a" "b{c}" f"{2}", r"\a" "\x41")
x = 5
print(f"{x}", f"{x!r}", f"{x:3}|", f"{x:{x}}|", f"{{}}", f"{{{x}}}", f"{x}{x}", f"{'a' if x else 'b'}", f"{x=}", f"{x = }", f"{x=:>4}", f'{"nested"}', f"{'single'}", f'{f"{x}"}', f"""{
    x
}""", f"{x,}", f"{[i for i in range(2)]}", f"{ {1: 2}[1] }", f"{'\\'}", f"{"same quotes"}", f"{x # comment
}")
