"""Writes src/interp/syntax/unicode-names.zz: the character names of \\N{...}, from CPython 3.13's unicodedata.

usage: record-unicode-names.py ALIASES
ALIASES is a text that lists Unicode's formal aliases among other lines or fields (NameAliases.txt of the Unicode character
database, or what Perl makes of it); each candidate counts only if unicodedata knows it.

Format, zlib-compressed UTF-8: a line for each named character in order of code points, its name, preceded by the distance
from the last one in hexadecimal and a blank where that is not 1; then, behind an empty line, `name<TAB>code point`. Hangul
syllables and unified ideographs are left out: their names follow rules.
"""
import pathlib
import re
import sys
import unicodedata
import zlib

assert unicodedata.unidata_version == '15.1.0', 'Python 3.13 has Unicode 15.1.0'
lines = []
last = -1
for code in range(0x110000):
    name = unicodedata.name(chr(code), None)
    if name is None or name.startswith(('HANGUL SYLLABLE ', 'CJK UNIFIED IDEOGRAPH-')):
        continue
    lines.append(name if code == last + 1 else f'{code - last:x} {name}')
    last = code
lines.append('')
aliases = {}
for candidate in re.findall(r'[A-Z][A-Z0-9 ()-]+', pathlib.Path(sys.argv[1]).read_text(encoding='utf-8')):
    candidate = candidate.strip()
    try:
        char = unicodedata.lookup(candidate)
    except KeyError:
        continue
    if len(char) == 1 and unicodedata.name(char, None) != candidate:
        aliases[candidate] = ord(char)
lines += [f'{name}\t{code:x}' for name, code in sorted(aliases.items())]
target = pathlib.Path(__file__).parent.parent / 'src/interp/syntax/unicode-names.zz'
target.write_bytes(zlib.compress('\n'.join(lines).encode(), 9))
print(len(lines) - 1, 'names,', target.stat().st_size, 'bytes')
