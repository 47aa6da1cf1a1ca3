import re
# split with captures, limits and empty matches.
print(re.split(r"\W+", "one, two; three."), re.split(r"(\W+)", "one, two"), re.split(r",\s*", "a, b,c", maxsplit=1), re.split("[0-9]", "a1b2c"), re.split(r"\b", "hi there"), re.split("(?=[A-Z])", "CamelCaseWord"), re.split("x*", "axbc"), re.split("(a)|b", "1a2b3"))
