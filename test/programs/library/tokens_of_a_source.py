"""The tokens of a source, as tokenize gives them, and the source back from them."""
import io
import token
import tokenize

SOURCE = '''# a program
def area(width, height=1.5e2):
\t"""Of what
\thas four sides."""
\tif width >= 0x10:  # hex

\t\treturn f"{width!r:>{height}} {{and}}" + 'more'
\ttotal = (width,
\t  height)[0] ** 2 // 3
\treturn lambda a, *b: a @ b[-1] != ...

x: int = area(3) if True else \\
    None
'''


def tokens(text):
    return tokenize.generate_tokens(io.StringIO(text).readline)


for each in tokens(SOURCE):
    print(tokenize.tok_name[each.exact_type], repr(each.string), each.start, each.end, len(each.line))

whole = list(tokens(SOURCE))
print(tokenize.untokenize(whole))
print(tokenize.untokenize(each[:2] for each in whole))
print(whole[2])

for text in ["x = 'open", "'''open", "(1,\n 2", "if x:\n    a\n  b\n", "a\\", "f'{x:{y}}{z!r:}'", "0777 1a $ ?", "", "\n  # only\n", "x;y  "]:
    print(repr(text))
    try:
        print("   ", [(tokenize.tok_name[each.type], each.string) for each in tokens(text)])
    except (tokenize.TokenError, IndentationError) as error:
        print("   ", type(error).__name__, error.args)

coded = b"# -*- coding: latin-1 -*-\nname = '\xe9'\n"
print([(each.type, each.string) for each in tokenize.tokenize(io.BytesIO(coded).readline)])
print(tokenize.detect_encoding(io.BytesIO(b"\xef\xbb\xbfx\n").readline), token.ISTERMINAL(token.NAME), token.EXACT_TOKEN_TYPES["->"] == token.RARROW)
read = []


def line():
    read.append(True)
    return ["a = 1\n", "b = 2\n", ""][len(read) - 1]


for each in tokenize.generate_tokens(line):
    print(each.string.strip(), len(read), end="; ")
print()
