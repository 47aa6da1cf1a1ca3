"""Writes src/interp/text/unicode-tables.ts from the str methods and unicodedata of the Python that runs it (3.13).

Every code point has a record of properties; the table is the list of distinct records and, for the code points in
order, runs of equal records.

    python3.13 scripts/record-unicode-tables.py
"""

import pathlib
import sys
import unicodedata

assert sys.version_info[:2] == (3, 13), "the tables are those of Python 3.13"

FLAGS = "alpha decimal digit numeric space printable upper lower title cased ignorable start continue".split()


def delta(mapped, code_point):
    return ord(mapped) - code_point if len(mapped) == 1 else 0


def record_of(code_point):
    c = chr(code_point)
    upper_lower_title = (c.isupper(), c.islower(), unicodedata.category(c) == "Lt")
    # The lower case of a capital sigma tells what stands before it: final after a cased character, which it
    # finds by skipping ignorable ones.
    ignorable = ("A" + c + "\u03a3").lower().endswith("\u03c2") and not (c + "\u03a3").lower().endswith("\u03c2")
    flags = [
        c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isprintable(),
        *upper_lower_title, any(upper_lower_title), ignorable, c.isidentifier(), ("a" + c).isidentifier(),
    ]
    bits = sum(1 << index for index, flag in enumerate(flags) if flag)
    mappings = c.upper(), c.lower(), c.title(), c.casefold()
    deltas = tuple(delta(mapped, code_point) for mapped in mappings)
    special = mappings if any(len(mapped) > 1 for mapped in mappings) else None
    return (bits, unicodedata.decimal(c, 0), *deltas), special


def base36(number):
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def wrapped(words, separator=" ", width=118):
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + separator + word if line else word
    return "\n".join([*lines, line])


records = {(0, 0, 0, 0, 0, 0): 0}
runs = []
specials = []
for code_point in range(0x110000):
    record, special = record_of(code_point)
    index = records.setdefault(record, len(records))
    if runs and runs[-1][0] == index:
        runs[-1][1] += 1
    else:
        runs.append([index, 1])
    if special:
        mapped = ["+".join(format(ord(c), "x") for c in text) for text in special]
        specials.append(",".join([format(code_point, "x"), *mapped]))

# A run of one code point is written without its length.
run_words = [base36(index) + (":" + base36(length) if length > 1 else "") for index, length in runs]
text = f"""/**
 * Character properties of Unicode {unicodedata.unidata_version} as Python 3.13 sees them.
 * Written by scripts/record-unicode-tables.py; read by unicode.ts, which names the flags.
 */

/** Distinct records: flags (base 36), decimal digit value, distances to the simple upper, lower, title and folded character. */
export const recordTable = `
{wrapped([",".join([base36(record[0]), *map(str, record[1:])]) for record in records])}
`;

/** For the code points in order: record index and, after a colon, how many code points have it; both in base 36. */
export const runTable = `
{wrapped(run_words)}
`;

/** Characters with a mapping of several characters: itself, then upper, lower, title and folded, in hexadecimal. */
export const specialCaseTable = `
{wrapped(specials)}
`;
"""
target = pathlib.Path(__file__).parent.parent / "src/interp/text/unicode-tables.ts"
target.write_text(text)
print(len(records), "records,", len(runs), "runs,", len(specials), "special mappings,", len(text), "characters")
