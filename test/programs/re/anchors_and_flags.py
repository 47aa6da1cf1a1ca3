# ^ $ \b \A \Z with and without flags.
import re
text = "one\nTwo\nthree two"
print(re.findall(r"^\w+", text), re.findall(r"^\w+", text, re.M), re.findall(r"\w+$", text), re.findall(r"\w+$", text, re.M), re.findall(r"two", text, re.I), re.findall(r"(?i)TWO", text), re.findall(r"\bt\w+", text), re.findall(r"\Aone|three\Z|two\Z", text))
print(re.search(".+", text).group(), re.search(".+", text, re.S).group() == text, re.findall(r"\w\B", "ab cd"), re.sub(r"(?m)^", "> ", text))
print(re.compile("x", re.I | re.M | re.S).flags, re.compile("(?x) a b # c").match("ab") is not None, re.RegexFlag(10), re.A, re.DOTALL is re.S)
