# A tokenizer with a master pattern.
import re
from collections import namedtuple
Token = namedtuple("Token", "kind value line column")
def tokenize(code):
    spec = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
    pattern = "|".join("(?P<%s>%s)" % pair for pair in spec)
    line, start = 1, 0
    for mo in re.finditer(pattern, code):
        kind, value = mo.lastgroup, mo.group()
        if kind == "NUMBER": value = float(value) if "." in value else int(value)
        elif kind == "NEWLINE":
            start = mo.end()
            line += 1
            continue
        elif kind == "SKIP": continue
        elif kind == "MISMATCH": raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, mo.start() - start)
for t in tokenize("x := 3.5 * y;\n  total := total + 1;"): print(t)
try: list(tokenize("a\n b @ c"))
except RuntimeError as e: print(e)
