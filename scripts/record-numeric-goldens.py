"""Records what CPython 3.13 computes for numbers and text, for test/interp/numeric and test/interp/text.

    PYTHONHASHSEED=0 python3.13 scripts/record-numeric-goldens.py [name ...]

Each golden is a list of cases: arguments, then the result. Floats are written as the 16 hexadecimal digits of their bits,
ints as decimal strings (huge ones in hexadecimal), text as it is, an exception as {"error": class, "message": text}. The inputs are edge cases
and draws from a generator with a fixed seed, so a second run writes the same files.
"""

import cmath
import decimal
import json
import math
import operator
import os
import pathlib
import random
import struct
import sys
import zlib

assert sys.version_info[:2] == (3, 13), "the goldens are those of Python 3.13"
assert os.environ.get("PYTHONHASHSEED") == "0", "hashes of str need PYTHONHASHSEED=0"

FOLDER = pathlib.Path(__file__).parent.parent / "test/interp"
RECORDERS = {}


def golden(path):
    def register(function):
        RECORDERS[path] = function
        return function
    return register


def bits(value):
    return struct.pack(">d", value).hex()


def plain(value):
    """A result in the form the goldens keep it."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, float):
        return "nan" if value != value else bits(value)
    if isinstance(value, int):
        return str(value) if abs(value) < 1 << 10000 else hex(value)
    if isinstance(value, complex):
        return [plain(value.real), plain(value.imag)]
    if isinstance(value, bytes):
        return value.hex()
    return [plain(part) for part in value]


def outcome(function, *arguments):
    try:
        return plain(function(*arguments))
    except Exception as error:
        message = str(error) if len(error.args) < 2 else error.args[-1]
        return {"error": type(error).__name__, "message": message}


def edge_floats():
    values = [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 10.0, 100.0, 0.1, 0.2, 0.3, 1 / 3, 2 / 3, 1e-4, 9.9999e-5, 1e-5, 123456.789,
              1e15, 1e16, 9999999999999998.0, 1.2345678901234567e16, 1e17, 1e21, 1e22, 1e23, 5e-324, 2.2250738585072014e-308,
              2.225073858507201e-308, 1.7976931348623157e308, 9007199254740991.0, 9007199254740992.0, 9007199254740994.0,
              4503599627370495.5, 4503599627370496.5, 0.49999999999999994, math.pi, math.e, math.tau, 2.0**61 - 1, 2.0**61,
              2.0**60, 1e308, 1e-308, 0.125, 0.375, 2.675, 1.005, 1e100, 72057594037927945.0, math.inf, math.nan]
    return values + [-value for value in values]


def random_floats(generator, count):
    """Any bits, ordinary sizes, and short decimals that are near to ties."""
    values = []
    for index in range(count):
        kind = index % 5
        if kind == 0:
            value = struct.unpack(">d", generator.getrandbits(64).to_bytes(8, "big"))[0]
        elif kind == 1:
            value = generator.uniform(-1000, 1000)
        elif kind == 2:
            value = generator.randrange(-10**6, 10**6) / generator.choice([1, 2, 4, 8, 16, 10, 100, 1000, 1024])
        elif kind == 3:
            value = math.ldexp(generator.random(), generator.randrange(-80, 80))
        else:
            value = float(generator.randrange(10**18)) * 10.0 ** generator.randrange(-25, 25)
        values.append(value)
    return values


def edge_ints():
    values = {0, 1, 2, 3, 5, 9, 10, 99, 100, 255, 256, 257, 999, 1000, 10**9, 10**15, 10**18, 10**30, 10**100, 3**200}
    for size in (7, 8, 15, 16, 29, 30, 31, 32, 52, 53, 54, 59, 60, 61, 62, 63, 64, 65, 90, 120, 127, 128, 1023, 1024, 1100):
        values |= {2**size - 1, 2**size, 2**size + 1}
    return sorted(values | {-value for value in values})


def random_ints(generator, count, most_bits=300):
    return [generator.choice([-1, 1]) * generator.getrandbits(generator.randrange(1, most_bits)) for _ in range(count)]


@golden("numeric/golden/float-text.json")
def _(generator):
    for value in edge_floats() + random_floats(generator, 3000):
        yield bits(value), repr(value)


@golden("numeric/golden/float-hex.json")
def _(generator):
    for value in edge_floats() + random_floats(generator, 500):
        yield bits(value), value.hex()


@golden("numeric/golden/float-from-hex.json")
def _(generator):
    texts = ["", " ", "0x", "0x.", ".", "1", "0x1", "-0x1p3", "+1.8p-3", "0X1.8P+3", "inf", "-Infinity", "nan", "-nan", "infin",
             "0x1p1024", "0x1p-1075", "0x1.8p-1075", "0x1p-1074", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023",
             "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080000001p0", " 0x1p1\n", "0x1 p1", "1p", "0x1p+",
             "0x0p99999999999999999999", "0x1p99999999999999999", "0x1p-99999999999999999", "0xg", "1.2.3", "-0", "-0x0.0p-5",
             "0x.8", "0x8.", "00000001", "\u00a01", "0x1p1024 ", "0x0.8p1024", "0x0.00000000000004p-1022", "0x0.0000000000000800001p-1022"]
    for _ in range(600):
        digits = "".join(generator.choice("0123456789abcdefABCDEF") for _ in range(generator.randrange(1, 24)))
        point = generator.randrange(len(digits) + 1)
        exponent = generator.choice(["", "p%d" % generator.randrange(-1150, 1050), "p%d" % generator.randrange(-60, 60)])
        texts.append(generator.choice(["", "-", "+"]) + generator.choice(["0x", "", "0X"]) + digits[:point] + "." + digits[point:] + exponent)
    for text in texts:
        yield text, outcome(float.fromhex, text)


@golden("numeric/golden/float-parse.json")
def _(generator):
    texts = ["", " ", "1", "-1", "+1", "1.", ".1", ".", "-.5", "1e5", "1e+5", "1E-5", "1e", "e5", ".e5", "1_0", "1__0", "_1", "1_", "1_.0",
             "1._0", "1.0_1", "1e1_0", "1e_1", "1_e1", "inf", "Infinity", "-INF", "+nan", "-nan", "infin", "in_f", "nan(1)", " 1.5 ", "\t1\n",
             "\x1c1", "\x85 1\u2003", "\u0661\u0662.\u0665", "\U0001d7d91", "\u00bd", "\u00b2", "1 2", "0x10", "1,5", "1e400", "-1e400", "1e-400", "1" * 400,
             "0." + "0" * 400 + "1", "1\0", "\0", "'", "it's", "\ud800", "-", "+", "--1", "1e5.5", "1d5", "1f", "\u20101", "0b1", "00012.50",
             "9007199254740993", "2.4703282292062327208e-324", "2.4703282292062328e-324", "1.7976931348623158e308", "1.7976931348623159e308"]
    for _ in range(1500):
        texts.append("".join(generator.choice("0123456789015._eE+- ") for _ in range(generator.randrange(1, 9))))
    for _ in range(1000):
        digits = "".join(generator.choice("0123456789") for _ in range(generator.randrange(1, 40)))
        texts.append(digits[:3] + "." + digits[3:] + "e%d" % generator.randrange(-340, 320))
    for text in texts:
        yield text, outcome(float, text)


@golden("numeric/golden/float-round.json")
def _(generator):
    for value in edge_floats() + random_floats(generator, 400):
        yield bits(value), None, outcome(round, value)
        for decimals in {0, 1, 2, generator.randrange(-5, 20), generator.randrange(-330, 330)}:
            yield bits(value), decimals, outcome(round, value, decimals)
    for text in ("0.5", "1.5", "2.5", "0.125", "0.375", "2.675", "5e-324", "1.7976931348623157e308", "1234567.5", "25.0", "35.0", "150.0"):
        for decimals in (-400, -309, -308, -307, -2, -1, 0, 1, 2, 3, 322, 323, 324):
            yield bits(float(text)), decimals, outcome(round, float(text), decimals)


@golden("numeric/golden/int-round.json")
def _(generator):
    for value in edge_ints() + random_ints(generator, 300, 90):
        decimals = generator.randrange(-8, 3)
        yield str(value), decimals, outcome(round, value, decimals)


@golden("numeric/golden/float-arithmetic.json")
def _(generator):
    values = [0.0, -0.0, 1.0, -1.0, 2.0, -3.0, 0.1, -0.1, 7.5, 1e308, -1e308, 5e-324, -5e-324, 1e17, math.inf, -math.inf, math.nan]
    pairs = [(left, right) for left in values for right in values]
    pool = random_floats(generator, 1200)
    pairs += [(generator.choice(pool), generator.choice(pool)) for _ in range(700)]
    for left, right in pairs:
        yield (bits(left), bits(right), outcome(operator.truediv, left, right), outcome(operator.floordiv, left, right),
               outcome(operator.mod, left, right), outcome(divmod, left, right))


@golden("numeric/golden/float-power.json")
def _(generator):
    values = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0, 10.0, 0.1, 1e308, 1e-308, 5e-324, math.inf, -math.inf, math.nan, 1023.0, 1e17]
    pairs = [(left, right) for left in values for right in values]
    pairs += [(generator.uniform(0, 100), generator.uniform(-20, 20)) for _ in range(300)]
    pairs += [(float(generator.randrange(-20, 20)), float(generator.randrange(-20, 20))) for _ in range(300)]
    for left, right in pairs:
        result = outcome(operator.pow, left, right)
        yield bits(left), bits(right), None if isinstance(result, list) else result


@golden("numeric/golden/int-parse.json")
def _(generator):
    texts = ["", " ", "0", "00", "-0", "+5", "- 5", "1_000", "1__0", "_1", "1_", "0x1f", "0X1F", "0x_1f", "0x__1f", "0x", "0b", "0b102", "0o17", "0o8", "017", "0_0",
             "0_7", "08", "zz", "ZZ", "-zZ_z", " 12 ", "\t12\n", "\x1c12", "\u00a012\u2003", "\u0661\u0662", "\u0967_\u0968", "\u00b2", "1\0", "1.0", "1e5", "0b1", "b1", "x", "'", '"\'',
             "9" * 4300, "9" * 4301, "1_" * 4299 + "1", "1_" * 4300 + "1", "f" * 4400, "0x" + "f" * 4400, "0" * 4301, "x" * 300, "\ud800", "0xg", "+-1", "0o_7", "0b_1", "12 34", "½"]
    cases = [(text, base) for text in texts for base in (10, 0, 2, 8, 16, 36) if len(text) < 400 or base in (0, 10, 16)]
    cases += [("1", base) for base in (-1, 1, 37, 3, 35)]
    for _ in range(1500):
        text = "".join(generator.choice("0123456789abcxob_ -+") for _ in range(generator.randrange(1, 8)))
        cases.append((text, generator.choice([0, 2, 3, 8, 10, 16, 20, 36])))
    for _ in range(300):
        base = generator.randrange(2, 37)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:base]
        cases.append(("".join(generator.choice(digits) for _ in range(generator.randrange(1, 90))), base))
    for text, base in cases:
        yield text, base, outcome(int, text, base)


@golden("numeric/golden/int-text.json")
def _(generator):
    for value in edge_ints() + random_ints(generator, 300):
        yield str(value), hex(value), oct(value), bin(value)


@golden("numeric/golden/int-arithmetic.json")
def _(generator):
    small = [0, 1, -1, 2, -2, 3, 7, -7, 10, -10, 2**53, 2**53 + 1, -(2**64), 10**30, 10**400, -(10**400)]
    pairs = [(left, right) for left in small for right in small]
    pool = edge_ints() + random_ints(generator, 400, 1300)
    pairs += [(generator.choice(pool), generator.choice(pool)) for _ in range(500)]
    # Quotients next to ties, and subnormal ones.
    for _ in range(300):
        below = generator.getrandbits(generator.randrange(1, 200)) | 1
        above = ((1 << 53 | generator.getrandbits(53)) * 2 + 1) * below + generator.choice([-1, 0, 0, 1])
        shift = generator.choice([0, 0, generator.randrange(900), 1074 + generator.randrange(40)])
        pairs.append((above, below << shift))
    for left, right in pairs:
        yield (str(left), str(right), outcome(operator.floordiv, left, right), outcome(operator.mod, left, right),
               outcome(divmod, left, right), outcome(operator.truediv, left, right))


@golden("numeric/golden/int-power.json")
def _(generator):
    for base in (0, 1, -1, 2, -2, 3, -7, 10, 2**64):
        for exponent in (0, 1, 2, 3, 5, 64, 101):
            yield str(base), str(exponent), None, outcome(pow, base, exponent)
    values = [0, 1, -1, 2, -2, 3, 6, 7, 10, -10, 12, 2**61 - 1, 10**20]
    for base in values:
        for exponent in (-5, -1, 0, 1, 2, 10, 65537, 2**70):
            for modulus in values:
                yield str(base), str(exponent), str(modulus), outcome(pow, base, exponent, modulus)


@golden("numeric/golden/int-root.json")
def _(generator):
    values = edge_ints() + random_ints(generator, 200, 700)
    for value in random_ints(generator, 200, 300):
        values += [value * value - 1, value * value, value * value + 1]
    for value in values:
        yield str(value), outcome(math.isqrt, value)


@golden("numeric/golden/int-bits.json")
def _(generator):
    for value in edge_ints() + random_ints(generator, 200):
        length = generator.choice([0, 1, 2, 4, 8, 9, 16, 40])
        order = generator.choice(["big", "little"])
        signed = generator.random() < 0.5
        count = generator.choice([0, 1, 5, 29, 30, 31, 64, 200, -1])
        encode = outcome(lambda: value.to_bytes(length, order, signed=signed))
        data = generator.randbytes(length)
        yield (str(value), value.bit_length(), value.bit_count(), count, outcome(operator.lshift, value, count), outcome(operator.rshift, value, count),
               length, order, signed, encode, data.hex(), outcome(lambda: int.from_bytes(data, order, signed=signed)))
    for value in (-1, 0, 1, 127, 128, -128, -129, 255, 256):
        for length in (0, 1, 2):
            for signed in (False, True):
                encode = outcome(lambda: value.to_bytes(length, "big", signed=signed))
                yield str(value), value.bit_length(), value.bit_count(), 0, str(value), str(value), length, "big", signed, encode, "", "0"


@golden("numeric/golden/number-hash.json")
def _(generator):
    for value in edge_ints() + random_ints(generator, 300):
        yield "int", str(value), str(hash(value))
    for value in edge_floats() + random_floats(generator, 1200):
        if value == value:
            yield "float", bits(value), str(hash(value))
    for _ in range(200):
        value = complex(generator.choice([0.0, 1.0, -1.0, generator.uniform(-9, 9)]), generator.choice([0.0, 1.0, -1.0, generator.uniform(-9, 9)]))
        yield "complex", plain(value), str(hash(value))


@golden("numeric/golden/number-conversion.json")
def _(generator):
    for value in edge_floats() + random_floats(generator, 400):
        yield "float", bits(value), outcome(int, value), outcome(value.as_integer_ratio)
    for value in edge_ints() + random_ints(generator, 400, 1100):
        yield "int", str(value), outcome(float, value)
    for value in edge_ints():
        near = float(value) if abs(value) < 2**1000 else math.inf
        for other in (near, math.nextafter(near, math.inf), math.nextafter(near, -math.inf), math.nan):
            yield "compare", str(value), bits(other), [value < other, value == other, value > other]


def code_point_texts(generator, count):
    """Texts of code points of all kinds, as lists."""
    specials = [*range(0x20, 0x7f), 0, 9, 10, 11, 12, 13, 27, 28, 29, 30, 31, 0x7f, 0x85, 0xa0, 0xad, 0xb2, 0xb5, 0xbd, 0xdf, 0xe9, 0x130, 0x131, 0x149,
                0x1c4, 0x1c5, 0x1c6, 0x1f0, 0x345, 0x378, 0x3a3, 0x3c2, 0x3c3, 0x660, 0x661, 0x1e9e, 0x1f88, 0x1fb7, 0x2028, 0x2029, 0x2160, 0x2460,
                0x3000, 0x4e00, 0xd800, 0xdc00, 0xfb01, 0xfb03, 0xfeff, 0xffff, 0x10400, 0x10428, 0x1d7d9, 0x1f600, 0xe0001, 0x10ffff, 0x2019, 0x3a, 0x2e, 0x5f]
    for _ in range(count):
        kind = generator.randrange(3)
        length = generator.randrange(0, 12)
        if kind == 0:
            yield [generator.choice(specials) for _ in range(length)]
        elif kind == 1:
            yield [generator.choice(b"aAbBzZ '\"\\\n\r\t1_") for _ in range(length)]
        else:
            yield [generator.choice([0x3a3, 0x41, 0x61, 0x2e, 0x20, 0x2b0, 0x1c5, 0xdf, 0x131]) for _ in range(length)]


@golden("text/golden/str-repr.json")
def _(generator):
    for points in code_point_texts(generator, 1200):
        text = "".join(map(chr, points))
        yield points, repr(text), ascii(text)
    for _ in range(300):
        data = bytes(generator.choice([generator.randrange(256), generator.choice(b"'\"\\\n\t a")]) for _ in range(generator.randrange(9)))
        yield list(data), repr(data)


@golden("text/golden/casing.json")
def _(generator):
    for points in code_point_texts(generator, 1500):
        text = "".join(map(chr, points))
        yield points, [[ord(c) for c in mapped] for mapped in
                       (text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold())]


@golden("text/golden/predicates.json")
def _(generator):
    names = "isalpha isalnum isdecimal isdigit isnumeric isspace isprintable isascii isidentifier isupper islower istitle".split()
    for points in code_point_texts(generator, 1500):
        text = "".join(map(chr, points))
        yield points, "".join("01"[getattr(text, name)()] for name in names)


@golden("text/golden/code-points.json")
def _(generator):
    """For blocks of 256 code points a checksum over what every str method says of each alone."""
    borders = [0x2A6, 0x2B7, 0x2B8, 0x2CE, 0x2EB, 0x2EE, 0x2F8, 0x2FA, 0x313, 0x323, 0xE00, 0xE01]
    names = "isalpha isalnum isdecimal isdigit isnumeric isspace isprintable isidentifier isupper islower istitle".split()
    for block in [number * 256 for number in sorted({*range(0x200), *range(0x200, 0x1100, 32), *borders})]:
        lines = []
        for code_point in range(block, block + 256):
            c = chr(code_point)
            flags = "".join("01"[getattr(c, name)()] for name in names) + "01"[("a" + c).isidentifier()]
            cases = [",".join(str(ord(m)) for m in mapped) for mapped in (c.upper(), c.lower(), c.title(), c.casefold(), c.swapcase())]
            digit = int(c) if c.isdecimal() else -1
            lines.append(f"{flags} {digit} {' '.join(cases)}")
        yield block, zlib.crc32("\n".join(lines).encode())


@golden("text/golden/line-breaks.json")
def _(generator):
    for _ in range(600):
        points = [generator.choice([10, 13, 13, 97, 11, 12, 28, 29, 30, 31, 0x85, 0x2028, 0x2029, 0x200b, 98]) for _ in range(generator.randrange(9))]
        text = "".join(map(chr, points))
        yield (points, [[ord(c) for c in line] for line in text.splitlines()], [[ord(c) for c in line] for line in text.splitlines(True)],
               [list(line) for line in text.encode().splitlines()])


@golden("text/golden/hash.json")
def _(generator):
    for length in [*range(0, 70), 255, 256, 257, 1000]:
        for _ in range(3):
            data = generator.randbytes(length)
            yield data.hex(), str(hash(data))
    for text in ("a", "abc", "é", "Ω", "漢字", "😀", "a😀", "name", "__init__", "\ud800", "x" * 31):
        size = 1 if max(text) < "\u0100" else 2 if max(text) < "\U00010000" else 4
        data = b"".join(ord(c).to_bytes(size, "little") for c in text)
        assert hash(text) == hash(data)
        yield data.hex(), str(hash(text))


def format_specs(generator, count, types):
    """Specs that are mostly valid, and some texts of the same characters in any order."""
    for _ in range(count):
        if generator.random() < 0.12:
            yield "".join(generator.choice("<>=^+- z#0123,_.dfsx\u0663") for _ in range(generator.randrange(1, 6)))
            continue
        maybe = lambda chance, text: text if generator.random() < chance else ""
        align = maybe(0.4, generator.choice(["", "", "*", "0", "\u00e9", "\U0001f600"]) + generator.choice("<>=^"))
        yield (align + maybe(0.25, generator.choice("+- ")) + maybe(0.08, "z") + maybe(0.15, "#") + maybe(0.25, "0")
               + maybe(0.6, str(generator.choice([1, 2, 5, 8, 12, 20]))) + maybe(0.25, generator.choice(",_"))
               + maybe(0.3, "." + str(generator.choice([0, 1, 2, 3, 5, 10, 17, 25, 60]))) + maybe(0.8, generator.choice(types)))


@golden("text/golden/format-int.json")
def _(generator):
    pool = [0, 1, -1, 5, 42, 255, 999, 1000, -1000, 1234567, -1234567, 10**15, 10**30, 65, 0x1F600, 0x110000, 2**64] + random_ints(generator, 100, 80)
    specs = list(format_specs(generator, 1500, "dbboxxXncefg%EFGs")) + ["z", ".2", ",c", "_c", ",s", ",x", "_x", ",n", "q", "\u00e9", "\x01", ",\u00e9", "99999999999999999999", ".99999999999999999999",
             ".3000000000f", "5d5", ",_d", "_,d", ",,d", "__d", "020,d", "021,d", "022_x", "\u0663d", "+c", "#c", "."]
    for spec in specs:
        value = generator.choice(pool)
        yield str(value), spec, outcome(format, value, spec)


@golden("text/golden/format-float.json")
def _(generator):
    pool = edge_floats() + random_floats(generator, 300) + [0.5, 1.5, 2.5, 0.125, -0.0001, 1e15, 123456.5, 0.05, 0.25, 2.675, 99.995, 9.5, 999999.5]
    specs = list(format_specs(generator, 3000, "efgEFGn%efg%d")) + ["z", "s", "q", ".", ".3000000000f", "z.1f", "#.0f", "#g", "#", "010", "=+12,.2f", "08.3f", "012,.2f", "013,.2f"]
    for spec in specs:
        value = generator.choice(pool)
        yield bits(value), spec, outcome(format, value, spec)
    for value in pool:
        for spec in (".17g", ".16g", ".3f", ".0f", ".0e", ".15e", ".20f", ".12"):
            yield bits(value), spec, format(value, spec)
    for value in (5e-324, 1.7976931348623157e308, 0.1, 1e22, 2.0**-30, 123456789.125):
        for spec in (".1100f", ".800e", ".770g", ".100f", ".101f", ".102e", "#.110g"):
            yield bits(value), spec, format(value, spec)


@golden("text/golden/format-str.json")
def _(generator):
    pool = ["", "a", "hello", "\u00e9\u0142", "\U0001f600x\U0001f601", "\ud800", "two words"]
    for spec in list(format_specs(generator, 900, "ssssdq")) + ["0", "05", "<05", "=5", "z", "#", " ", ".0", ",", "_s", ".2.3"]:
        value = generator.choice(pool)
        yield value, spec, outcome(format, value, spec)


@golden("text/golden/format-complex.json")
def _(generator):
    parts = [0.0, -0.0, 1.0, -1.5, 2.25, 1e20, 1 / 3, math.inf, -math.inf, math.nan]
    for real in parts:
        for imaginary in parts:
            value = complex(real, imaginary)
            yield [bits(real), bits(imaginary)], "", repr(value)
    for spec in format_specs(generator, 900, "efgEFGnefgd%"):
        value = complex(generator.choice(parts), generator.choice(parts))
        yield [bits(value.real), bits(value.imag)], spec, outcome(format, value, spec)


@golden("numeric/golden/complex-parse.json")
def _(generator):
    texts = ["", "1", "j", "-j", "+j", "1j", "1+j", "1-j", "1+2j", "(1+2j)", " ( 1+2j ) ", "((1+2j))", "(1+2j", "1+2", "1 + 2j", "1+-2j", "inf+nanj", "infj", "-infinityj", "nan", "nanj",
             "1e5-2e-3j", "1_0+2_0j", "1__0j", ".5j", "5.j", ".j", "1j2", "1+2J", "++1j", "1e5j", "1e+5+1e-5j", "j1", "1jj", "\u0661+\u0662j", "()", "1+infj", "1-inf", "3.14-.5j", "1e", "1ej", "_1j", "1+_1j"]
    for _ in range(1200):
        texts.append("".join(generator.choice("0123.+-jje_ ()") for _ in range(generator.randrange(1, 8))))
    for text in texts:
        yield text, outcome(complex, text)


@golden("text/golden/percent.json")
def _(generator):
    class Fives(dict):
        def __missing__(self, key):
            return 5

    def run(template, values):
        # As many of the values as the template takes.
        for count in range(len(values) + 1):
            result = outcome(operator.mod, template, tuple(values[:count]))
            if not isinstance(result, dict) or result["message"] not in ("not enough arguments for format string", "not all arguments converted during string formatting"):
                return count, result
        raise AssertionError(template)

    for number in range(3000):
        pieces = []
        for _ in range(generator.randrange(1, 3)):
            maybe = lambda chance, text: text if generator.random() < chance else ""
            flags = "".join(generator.choice("-+ #0") for _ in range(generator.choice([0, 0, 1, 1, 2, 3])))
            width = maybe(0.5, generator.choice(["*", "3", "8", "12"]))
            precision = maybe(0.4, "." + generator.choice(["", "*", "0", "1", "3", "10"]))
            conversion = generator.choice("diuoxXeEfFgGcrsa%diuxXfgs") if generator.random() < 0.96 else generator.choice("qzk\u00e9 y\x01")
            pieces.append(generator.choice(["", "a", "\u00e9 ", "%%"]) + maybe(0.98, "%") + flags + width + precision + maybe(0.1, generator.choice("hlL")) + maybe(0.98, conversion))
        template = "".join(pieces)
        values = [generator.choice([0, 1, 5, 9, -3, 42, 65, 100, 0x1F600, 12345]) for _ in range(9)]
        # Stars take small numbers, so that no result is huge.
        if "*" in template:
            values = [generator.choice([0, 1, 5, 9, -6, 42, 65]) for _ in range(9)]
        count, result = run(template, values)
        yield template, values[:count], result
    for _ in range(200):
        key = generator.choice(["a", "", "a(b)c", "\u00e9", "((", "x)"])
        template = "<%(" + key + ")" + generator.choice(["d", "5d", "-5s|", "05.1f", "%", "", "z"]) + ">"
        yield template, None, outcome(operator.mod, template, Fives())
    for template in ("%99999999999999999999d", "%.99999999999d", "%", "%(", "%(a", "%5", "%.", "%-", "%l", "%hhd", "abc", ""):
        values = [1] if template == "%hhd" else []
        yield template, values, outcome(operator.mod, template, tuple(values))
    for value in edge_floats() + random_floats(generator, 150):
        template = generator.choice(["%f", "%e", "%g", "%.0f", "%10.3f", "%-12g|", "%+.3e", "%010.2f", "%#.0f", "%G", "%E", "% f", "%.17g", "%#g", "%020F"])
        yield template, bits(value), template % value
    for value in random_ints(generator, 60, 90):
        template = generator.choice(["%d", "%30d", "%-30d|", "%+d", "%x", "%#x", "%#X", "%o", "%#o", "%.30d", "%#.30x", "%040d", "%#040x"])
        yield template, [str(value)], template % value


class Traced:
    """Says what str.format() asked of it."""

    def __init__(self, path):
        self.path = path

    def __getattr__(self, name):
        return Traced(f"{self.path}.{name}")

    def __getitem__(self, key):
        return Traced(f"{self.path}[{key!r}]")

    def __format__(self, spec):
        return f"<{self.path}:{spec}>"

    def __repr__(self):
        return f"repr({self.path})"

    def __str__(self):
        return f"str({self.path})"


@golden("text/golden/template.json")
def _(generator):
    named = {name: Traced(name) for name in ("a", "b", "c", "e", "x", "r", "s", "\u00e9")}
    positional = [Traced(f"#{index}") for index in range(4)]
    templates = ["", "{", "}", "{{", "}}", "{}", "{0}", "{}{}", "{}{0}", "{0}{}", "{a}", "{a.b}", "{a[0]}", "{a[k]}", "{0.x[1].y[z w]}", "{!r}", "{!s:>5}", "{!a}", "{!x}", "{!}", "{!r", "{!rx}", "{!r:", "{:", "{:{}", "{:{}}",
                 "{:{}.{}}", "{:{:{}}}", "{:{:{:{}}}}", "{a.}", "{a[]}", "{a[}", "{a]}", "{a[0]b}", "{a..b}", "{.b}", "{[0]}", "{9}", "{99999999999999999999}", "{a[99999999999999999999]}", "{a[-1]}", "{-1}", "{ 0 }", "{0!r:{1}}",
                 "{0:{{}}}", "{:}}", "a{{b}}c", "{{}", "{}}", "{a{b}}", "{a!{b}}", "{:!r}", "{0[{]}", "{0[}]}", "{0[:]}", "{0[!]}", "\u00e9{\u00e9}", "{\u0661}", "{0[\u0662]}", "{!\U0001f600}", "{!r}}", "{a:b{c}d{e!r}f}", "{0:{1}}{2:{}}", "{a.b.}", "{a[b}", "{!r:{!s}}"]
    for _ in range(3000):
        templates.append("".join(generator.choice(["{", "}", "{", "}", "{}", "0", "1", "a", ".", "[", "]", ":", "!", "r", "s", "x", "{0", "{a", "}", "9"]) for _ in range(generator.randrange(1, 9))))
    for template in templates:
        yield template, outcome(lambda: template.format(*positional, **named))


CODECS = "utf-8 ascii latin-1 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be utf-8-sig".split()
HANDLERS = "strict ignore replace backslashreplace xmlcharrefreplace surrogateescape surrogatepass nosuch".split()


def coded(function):
    try:
        return function()
    except UnicodeError as error:
        return {"error": type(error).__name__, "encoding": error.encoding, "start": error.start, "end": error.end, "reason": error.reason, "message": str(error)}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)}


@golden("text/golden/encode.json")
def _(generator):
    alphabet = [0x41, 0x7f, 0x80, 0xe9, 0xff, 0x100, 0x3a9, 0x7ff, 0x800, 0xffff, 0x10000, 0x1f600, 0x10ffff, 0xd800, 0xdbff, 0xdc00, 0xdc7f, 0xdc80, 0xdcff, 0xdd00, 0xdfff]
    for _ in range(2500):
        points = [generator.choice(alphabet) for _ in range(generator.randrange(0, 6))]
        codec, handler = generator.choice(CODECS), generator.choice(HANDLERS)
        text = "".join(map(chr, points))
        yield points, codec, handler, coded(lambda: text.encode(codec, handler).hex())
    for name in ("UTF8", "Latin1", "US-ASCII", "iso-8859-1", "utf_16_le", "U8", "UTF", "nosuch", "utf 8", ""):
        yield [0x41], name, "strict", coded(lambda: "A".encode(name).hex())


@golden("text/golden/decode.json")
def _(generator):
    alphabet = [0x41, 0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff, 0xd8, 0xdc, 0x10, 0x11, 0xfe]
    for number in range(5000):
        data = bytes(generator.choice(alphabet) for _ in range(generator.randrange(0, 8)))
        codec = "utf-8" if number % 2 else generator.choice(CODECS)
        handler = generator.choice(HANDLERS)
        yield data.hex(), codec, handler, coded(lambda: [ord(c) for c in data.decode(codec, handler)])
    for codec in CODECS:
        for text in ("", "A\u00e9", "\U0001f600", "\ufeffx"):
            data = text.encode(codec, "replace")
            yield data.hex(), codec, "strict", coded(lambda: [ord(c) for c in data.decode(codec)])


@golden("numeric/golden/mersenne-twister.json")
def _(generator):
    seeds = [0, 1, 42, -42, 2**32, 2**32 - 1, 2**64 + 5, 10**100, 2**20000 + 1, "", "seed", "\u00e9\u4e2d", b"bytes", bytearray(b"\0\xff"), 0.0, 1.5, -2.25, 1e300]
    for seed in seeds:
        source = random.Random(seed)
        kind = type(seed).__name__
        shown = str(seed) if isinstance(seed, int) and seed < 1 << 10000 else hex(seed) if isinstance(seed, int) else bits(seed) if isinstance(seed, float) else bytes(seed, "utf-8").hex() if isinstance(seed, str) else bytes(seed).hex()
        numbers = [source.getrandbits(32) for _ in range(3)]
        floats = [bits(source.random()) for _ in range(700)]
        wide = [[count, hex(source.getrandbits(count))] for count in (1, 7, 31, 32, 33, 64, 65, 100, 1000)]
        yield kind, shown, numbers, floats[-5:], wide, zlib.crc32(json.dumps(source.getstate()[1]).encode())


@golden("numeric/golden/random-variates.json")
def _(generator):
    draws = [
        ("uniform", (-3.5, 10.25)), ("uniform", (5.0, 5.0)), ("triangular", ()), ("triangular", (0.0, 10.0, 2.5)), ("triangular", (3.0, 3.0, 3.0)), ("normalvariate", (0.0, 1.0)), ("normalvariate", (100.0, 15.0)),
        ("gauss", (0.0, 1.0)), ("gauss", (10.0, 2.0)), ("lognormvariate", (0.0, 0.25)), ("expovariate", (1.0,)), ("expovariate", (0.2,)), ("vonmisesvariate", (0.0, 0.0)), ("vonmisesvariate", (1.0, 4.0)),
        ("gammavariate", (0.5, 1.0)), ("gammavariate", (1.0, 2.0)), ("gammavariate", (9.0, 0.5)), ("betavariate", (2.0, 5.0)), ("betavariate", (0.5, 0.5)), ("paretovariate", (3.0,)), ("weibullvariate", (1.0, 1.5)),
        ("binomialvariate", (1, 0.3)), ("binomialvariate", (10, 0.25)), ("binomialvariate", (100, 0.5)), ("binomialvariate", (1000, 0.9)), ("binomialvariate", (50, 0.0)), ("binomialvariate", (50, 1.0)), ("random", ()),
    ]
    for seed, (name, arguments) in enumerate(draws):
        source = random.Random(seed)
        yield name, [plain(argument) if isinstance(argument, float) else argument for argument in arguments], seed, [plain(getattr(source, name)(*arguments)) for _ in range(200)], bits(source.random())
    for name, arguments in (("binomialvariate", (-1, 0.5)), ("binomialvariate", (5, 1.5)), ("gammavariate", (0.0, 1.0)), ("expovariate", (0.0,)), ("paretovariate", (0.0,)), ("weibullvariate", (1.0, 0.0)), ("lognormvariate", (1000.0, 1.0))):
        yield name, [plain(argument) if isinstance(argument, float) else argument for argument in arguments], 1, outcome(getattr(random.Random(1), name), *arguments), ""


@golden("numeric/golden/random-choices.json")
def _(generator):
    for seed, (start, stop, step) in enumerate([(0, 10, 1), (5, 6, 1), (-10, 10, 3), (10, -10, -3), (0, 2**32, 1), (0, 2**32 - 1, 1), (0, 2**32 + 1, 1), (0, 10**30, 1), (0, 10**30, 7), (3, 3, 1), (5, 1, 1), (0, 5, -1), (0, 5, 0), (1, 2**31, 1)]):
        source = random.Random(seed)
        yield "randrange", [str(start), str(stop), str(step)], seed, outcome(lambda: [source.randrange(start, stop, step) for _ in range(20)]), bits(source.random())
    for seed, (length, count) in enumerate([(10, 3), (10, 10), (21, 5), (22, 5), (1000, 5), (1000, 6), (100, 30), (85, 6), (86, 6), (5, 0), (3, 4), (100000, 300)]):
        source = random.Random(seed)
        yield "sample", [length, count], seed, outcome(lambda: [*map(str, source.sample(range(length), count))]), bits(source.random())
    for seed, length in enumerate([0, 1, 2, 10, 100]):
        source = random.Random(seed)
        items = list(range(length))
        source.shuffle(items)
        yield "shuffle", [length], seed, [*map(str, items)], bits(source.random())
    for seed, weights in enumerate([None, [1, 2, 3, 4], [0.5, 0.25, 0.25], [0, 0, 1], [5], [0, 0], [1.0, math.inf]]):
        source = random.Random(seed)
        length = 7 if weights is None else len(weights)
        yield "choices", [length, None if weights is None else [bits(float(weight)) for weight in weights]], seed, outcome(lambda: [*map(str, source.choices(range(length), weights, k=40))]), bits(source.random())


@golden("numeric/golden/complex-arithmetic.json")
def _(generator):
    parts = [0.0, -0.0, 1.0, -1.0, 2.0, -3.5, 1e300, 1e-300, math.inf, -math.inf, math.nan]
    values = [complex(generator.choice(parts), generator.choice(parts)) for _ in range(60)]
    values += [complex(generator.uniform(-9, 9), generator.uniform(-9, 9)) for _ in range(60)]
    values += [complex(generator.randrange(-4, 5), generator.randrange(-4, 5)) for _ in range(60)]
    for _ in range(1500):
        left, right = generator.choice(values), generator.choice(values)
        yield ([plain(left), plain(right)], outcome(operator.mul, left, right), outcome(operator.truediv, left, right),
               outcome(operator.pow, left, right), outcome(abs, left))
    for base in [0j, 1j, 1 + 1j, -2 + 0.5j, complex(0, -0.0), complex(1e200, 1e200)]:
        for exponent in (0, 1, 2, 3, -1, -2, 0.5, 7, 99, 100, 101, -100, -101, 1j, -1 + 1j):
            yield ([plain(base), plain(complex(exponent))], outcome(operator.mul, base, complex(exponent)), outcome(operator.truediv, base, complex(exponent)),
                   outcome(operator.pow, base, complex(exponent)), outcome(abs, base))


@golden("numeric/golden/cmath.json")
def _(generator):
    edges = [0.0, -0.0, 1.0, -1.0, 0.5, -2.0, 709.0, 1e300, -1e300, 5e-324, 1e-310, 1.7e308]
    special = [*edges, math.inf, -math.inf, math.nan]
    finite = [complex(x, y) for x in edges for y in edges]
    finite += [complex(generator.uniform(-9, 9), generator.uniform(-9, 9)) for _ in range(60)]
    finite += [cmath.rect(1 + generator.uniform(-1e-3, 1e-3), generator.uniform(-3, 3)) for _ in range(20)]
    every = finite + [complex(x, y) for x in special for y in special if not (math.isfinite(x) and math.isfinite(y))]
    for name in ("exp", "log", "log10", "sqrt", "phase", "polar"):
        for z in every:
            yield name, plain(z), outcome(getattr(cmath, name), z)
    for z in every:
        yield "rect", plain(z), outcome(cmath.rect, z.real, z.imag)
    for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh"):
        for z in finite:
            yield name, plain(z), outcome(getattr(cmath, name), z)


# The decimal module as an independent judge of correct rounding: 110 digits.
decimal.getcontext().prec = 110
decimal.getcontext().Emin, decimal.getcontext().Emax = -999999, 999999


def decimal_pi():
    """Gauss and Legendre's iteration."""
    a, b, t, p = decimal.Decimal(1), 1 / decimal.Decimal(2).sqrt(), decimal.Decimal("0.25"), 1
    for _ in range(8):
        a, b, previous = (a + b) / 2, (a * b).sqrt(), a
        t -= p * (previous - a) ** 2
        p *= 2
    return (a + b) ** 2 / (4 * t)


def series(first, factor):
    """The sum of terms, each the one before times factor(n)."""
    total, term, n = decimal.Decimal(0), first, 0
    while abs(term) > decimal.Decimal(10) ** -115:
        total += term
        n += 1
        term *= factor(n)
    return total


def decimal_sine(x):
    x = x.remainder_near(2 * decimal_pi())
    return series(x, lambda n: -x * x / (2 * n * (2 * n + 1)))


def decimal_cosine(x):
    x = x.remainder_near(2 * decimal_pi())
    return series(decimal.Decimal(1), lambda n: -x * x / ((2 * n - 1) * 2 * n))


def decimal_arctangent(x):
    """Newton's method on the tangent from the float's value."""
    angle = decimal.Decimal(math.atan(float(x)))
    for _ in range(3):
        sine, cosine = decimal_sine(angle), decimal_cosine(angle)
        angle += (x * cosine - sine) / (x * sine + cosine)
    return angle


@golden("numeric/golden/correct-rounding.json")
def _(generator):
    D = decimal.Decimal
    root = lambda x: (1 - D(x) ** 2).sqrt()
    cases = {
        "exp": (lambda: generator.choice([generator.uniform(-5, 5), generator.uniform(-740, 709), generator.uniform(-1e-3, 1e-3)]), lambda x: D(x).exp()),
        "exp2": (lambda: generator.choice([generator.uniform(-5, 5), generator.uniform(-1070, 1023)]), lambda x: D(2) ** D(x)),
        "log": (lambda: generator.choice([generator.random(), generator.uniform(0.9, 1.1), math.ldexp(generator.random(), generator.randrange(-1070, 1024))]), lambda x: D(x).ln()),
        "log2": (lambda: generator.choice([generator.random(), generator.uniform(0.9, 1.1), math.ldexp(generator.random(), generator.randrange(-1070, 1024))]), lambda x: D(x).ln() / D(2).ln()),
        "sin": (lambda: generator.choice([generator.uniform(-7, 7), generator.uniform(-1e5, 1e5), generator.uniform(-1e12, 1e12), generator.uniform(-1e-3, 1e-3)]), lambda x: decimal_sine(D(x))),
        "cos": (lambda: generator.choice([generator.uniform(-7, 7), generator.uniform(-1e5, 1e5), generator.uniform(-1e12, 1e12), generator.uniform(-1e-3, 1e-3)]), lambda x: decimal_cosine(D(x))),
        "tan": (lambda: generator.choice([generator.uniform(-7, 7), generator.uniform(-1e5, 1e5), generator.uniform(-1e12, 1e12)]), lambda x: decimal_sine(D(x)) / decimal_cosine(D(x))),
        "atan": (lambda: generator.choice([generator.uniform(-1, 1), generator.uniform(-20, 20), generator.uniform(-1e9, 1e9)]), lambda x: decimal_arctangent(D(x))),
        "asin": (lambda: generator.uniform(-1, 1), lambda x: decimal_arctangent(D(x) / root(x))),
        "acos": (lambda: generator.uniform(-1, 1), lambda x: decimal_pi() / 2 - decimal_arctangent(D(x) / root(x))),
        "cbrt": (lambda: generator.choice([generator.uniform(0, 100), float(generator.randrange(1, 3000)) ** 3, math.ldexp(generator.random(), generator.randrange(-1070, 1024))]), lambda x: D(x) ** (D(1) / 3)),
    }
    for name, (draw, exact) in cases.items():
        for _ in range(120 if name in ("sin", "cos", "tan", "atan", "asin", "acos") else 300):
            x = draw()
            yield name, bits(x), bits(float(exact(x)))
    for _ in range(400):
        x, y = generator.choice([(generator.uniform(0, 50), generator.uniform(-10, 10)), (generator.uniform(0.5, 2), generator.uniform(-700, 700)), (float(generator.randrange(2, 100)), float(generator.randrange(2, 30)))])
        yield "pow", [bits(x), bits(y)], bits(float(D(x) ** D(y)))


MATH_UNARY = {
    "acos": (-1, 1), "acosh": (1, 60), "asin": (-1, 1), "asinh": (-60, 60), "atan": (-30, 30), "atanh": (-1, 1), "cbrt": (-99, 99), "cos": (-30, 30), "cosh": (-30, 30), "degrees": (-9, 9), "erf": (-5, 5), "erfc": (-5, 12),
    "exp": (-30, 30), "exp2": (-30, 30), "expm1": (-3, 3), "fabs": (-9, 9), "gamma": (-30, 60), "lgamma": (-30, 200), "log1p": (-1, 9), "radians": (-400, 400), "sin": (-30, 30), "sinh": (-30, 30), "sqrt": (0, 99), "tan": (-30, 30), "tanh": (-4, 4),
}


@golden("numeric/golden/math-unary.json")
def _(generator):
    edges = [0.0, 1.0, 2.0, 3.0, 0.5, 10.0, 171.0, 172.0, 1e-300, 5e-324, 1e-20, 1e-9, 710.0, 1000.0, 1e22, 1e308, math.inf]
    for name, (low, high) in MATH_UNARY.items():
        function = getattr(math, name)
        for x in edges + [-edge for edge in edges] + [math.nan]:
            yield name, bits(x), outcome(function, x)
        for _ in range(150):
            x = generator.uniform(low, high)
            yield name, bits(x), outcome(function, x)


@golden("numeric/golden/math-float.json")
def _(generator):
    edges = [0.0, -0.0, 1.0, -1.0, 2.5, -0.5, 3.0, 5e-324, 1e308, -1e308, math.inf, -math.inf, math.nan]
    pairs = [(x, y) for x in edges for y in edges] + [(generator.uniform(-99, 99), generator.uniform(-9, 9)) for _ in range(300)]
    for x, y in pairs:
        for name in ("atan2", "copysign", "fmod", "remainder", "nextafter", "isclose", "pow", "hypot"):
            yield name, [bits(x), bits(y)], outcome(getattr(math, name), x, y)
    for x in edges + random_floats(generator, 300):
        for name in ("frexp", "modf", "ulp", "floor", "ceil", "trunc"):
            yield name, [bits(x)], outcome(getattr(math, name), x)
        steps = generator.choice([0, 1, 5, 1000, 2**52, 2**62, 2**70, -1])
        target = generator.choice([math.inf, -math.inf, 0.0, -x])
        yield "steps", [bits(x), bits(target), str(steps)], outcome(lambda: math.nextafter(x, target, steps=steps))
        exponent = generator.choice([0, 1, -1, 10, -1000, 1000, -1074, 2000, -5000, 10**30, -(10**30), -40])
        yield "ldexp", [bits(x), str(exponent)], outcome(math.ldexp, x, exponent)
    for _ in range(500):
        values = [generator.choice([generator.choice(edges), generator.uniform(-9, 9), generator.randrange(-4, 4) / 2]) for _ in range(3)]
        yield "fma", [bits(value) for value in values], outcome(math.fma, *values)
    for _ in range(300):
        values = [math.ldexp(generator.uniform(-1, 1), generator.choice([0, 1, 53, -53, 106, -1060, 1000])) for _ in range(generator.randrange(0, 7))]
        yield "fsum", [bits(value) for value in values], outcome(math.fsum, values)
        yield "fsum", [bits(value) for value in values + [-value for value in values[:2]]], outcome(math.fsum, values + [-value for value in values[:2]])
        yield "sum", [bits(value) for value in values], outcome(lambda: sum(values, 0.0))
        yield "norm", [bits(value) for value in values], outcome(math.hypot, *values)
        short = [generator.uniform(-9, 9) for _ in range(6)]
        yield "sumprod", [bits(value) for value in short], outcome(math.sumprod, short[:3], short[3:])
        yield "dist", [bits(value) for value in short], outcome(math.dist, short[:3], short[3:])
    for values in ([math.inf, -math.inf], [math.inf, 1.0], [math.nan, math.inf], [1e308, 1e308], [1e308, 1e308, -1e308], [-0.0], [0.1] * 10, [1e16, 1.0, 1e-16]):
        yield "fsum", [bits(value) for value in values], outcome(math.fsum, values)
        yield "sum", [bits(value) for value in values], outcome(lambda: sum(values, 0.0))


@golden("numeric/golden/math-int.json")
def _(generator):
    numbers = [-3, -1, 0, 1, 2, 5, 10, 20, 52, 100, 2**64, 10**20]
    for n in (-1, 0, 1, 2, 5, 20, 21, 100, 500, 10**30):
        yield "factorial", [str(n)], outcome(math.factorial, n)
        yield "perm1", [str(n)], outcome(math.perm, n)
    for n in numbers:
        for k in numbers:
            if not (n >= 2**60 and 100 < k):
                yield "comb", [str(n), str(k)], outcome(math.comb, n, k)
                yield "perm", [str(n), str(k)], outcome(math.perm, n, k)
            yield "gcd", [str(n), str(k)], outcome(math.gcd, n, k)
            yield "lcm", [str(n), str(k)], outcome(math.lcm, n, k)
    for n, k in ((10**400, 10**399), (10**30, 10**30), (10**20, 10**20), (10**20, 10**20 - 3)):
        yield "comb", [str(n), str(k)], outcome(math.comb, n, k)
    for value in [1, 2, 3, 10, 0, -5, 10**22, 10**400, 2**3000, 2**1024 - 1, -(10**400)] + [abs(n) for n in random_ints(generator, 60, 2000)]:
        for name in ("log", "log2", "log10"):
            yield name, [str(value)], outcome(getattr(math, name), value)
        yield "logbase", [str(value), "10"], outcome(math.log, value, 10)
    for value, base in ((8, 2), (2, 1), (10, 0), (10, -2), (0, 2)):
        yield "logbase", [str(value), str(base)], outcome(math.log, value, base)


def main():
    sys.set_int_max_str_digits(0)
    wanted = sys.argv[1:]
    for path, recorder in RECORDERS.items():
        if wanted and not any(name in path for name in wanted):
            continue
        # The limit is at its default while the cases run and off while they are written.
        sys.set_int_max_str_digits(4300)
        cases = list(recorder(random.Random(path)))
        sys.set_int_max_str_digits(0)
        lines = ",\n".join(json.dumps(plain_case, separators=(",", ":")) for plain_case in cases)
        target = FOLDER / path
        target.parent.mkdir(parents=True, exist_ok=True)
        version = "%d.%d.%d" % sys.version_info[:3]
        target.write_text('{"python":"%s","cases":[\n%s\n]}\n' % (version, lines))
        print(path, len(cases), "cases,", target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
