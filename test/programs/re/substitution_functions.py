# Replacement by function: arithmetic, counters, templates.
import re
print(re.sub(r"\d+", lambda m: str(int(m[0]) + 1), "a1 b99 c"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world foo bar"))
n = 0
def number(m):
    global n
    n += 1
    return f"{n}:{m.group()}"
print(re.sub(r"[aeiou]", number, "education"), re.subn(r"\s+", " ", "a  b \t c"))
env = {"name": "Ada", "n": 3}
print(re.sub(r"\$\{(\w+)\}", lambda m: str(env.get(m[1], m[0])), "${name} has ${n} and ${unknown}"))
print(re.sub(r"(?<=\d)(?=(\d{3})+\b)", "_", "1234567 89 1000"), re.sub("(?P<first>.)(?P<rest>.*)", r"\g<rest>\g<first>", "abc"), re.sub("^|$", "|", "ab"))
