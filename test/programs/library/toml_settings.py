# Reading TOML.
import io
import tomllib

TEXT = '''
title = "A \\u00e9xample"   # a comment
numbers = [1, -2, 0xff, 0b101, 1_000]
floats = [3.5, -1e3, inf, -nan]
literal = 'C:\\path'
"quoted key" = true
dotted.inner.deep = 1
dotted.other = [[1, 2], ["a", "b"],]

[owner]
name = "Tom"
born = 1979-05-27T07:32:00-08:00
day = 1979-05-27
hour = 07:32:00.5
local = 1979-05-27 07:32:00

[servers.alpha]
ip = "10.0.0.1"
point = { x = 1, y.z = 2 }

[[products]]
name = "Hammer"

[[products]]
name = "Nail"
text = """
Roses are red \\
    and more
  "quoted" lines"""
raw = \'\'\'
keep \\n this\'\'\'
'''
for key, value in tomllib.loads(TEXT).items():
    print(key, "=", value)
print(tomllib.load(io.BytesIO(b"x = 1.10\n"), parse_float=str))
for wrong in ["a = ", "a = 1\na = 2", "[t]\n[t]", "a = 01", "a = 'x", "a b = 1", "= 1", "a = [1, 2", "a = {x = 1, x = 2}", "a = 1 b = 2", 'a = "\\q"', "a.b = 1\n[a]",
              "[[a]]\n[a]", "a = 2024-13-01", "x = {a = 1}\n[x]", "[a\nb = 1", "a = tru"]:
    try:
        print(tomllib.loads(wrong))
    except tomllib.TOMLDecodeError as error:
        print(repr(wrong), "->", error)
try:
    tomllib.load(io.StringIO("a = 1"))
except TypeError as error:
    print(error)
