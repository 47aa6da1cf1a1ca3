# Regular expressions: search, groups, alternation, classes, lazy repeats, look-around, substitution, a tokenizer.

import re

TOKEN = re.compile(
    r"""
    (?P<number>\d+(?:\.\d+)?)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<string>"(?:[^"\\]|\\.)*")
  | (?P<operator>[-+*/=<>!]=?|[(){},;])
  | (?P<space>\s+)
    """,
    re.VERBOSE,
)


def source(count):
    lines = []
    for i in range(count):
        lines.append(f'if (value_{i} >= {i}.25) {{ total = total + rate * {i}; say("line {i}\\n"); }}')
    return "\n".join(lines)


def tokens(text):
    kinds = {}
    for match in TOKEN.finditer(text):
        kinds[match.lastgroup] = kinds.get(match.lastgroup, 0) + 1
    return kinds


def main():
    text = source(2500)
    print(tokens(text))
    names = re.findall(r"\bvalue_(\d+)\b", text)
    doubled = re.sub(r"(\d+)\.(\d+)", lambda m: str(int(m[1]) * 2) + "." + m[2], text)
    swapped = re.sub(r"(?P<left>\w+) = (?P<right>\w+)", r"\g<right> = \g<left>", text)
    print(len(names), len(doubled), len(swapped))
    date = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
    total = 0
    for i in range(40000):
        match = date.fullmatch(f"{1900 + i % 200}-{1 + i % 12:02d}-{1 + i % 28:02d}")
        total += int(match["year"]) + int(match["day"])
    mail = re.compile(r"^[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$", re.IGNORECASE)
    for i in range(20000):
        total += mail.match(f"user.{i}@mail{i % 9}.Example.org") is not None
    tags = "<p>one</p><b>two</b><i>three</i>" * 600
    total += len(re.findall(r"<(\w+)>(.*?)</\1>", tags))
    total += len(re.split(r"[\s,;]+", text)) + len(re.findall(r"\w+(?=\()", text)) + len(re.findall(r"(?<!\w)\d+", text))
    print(total)


main()
