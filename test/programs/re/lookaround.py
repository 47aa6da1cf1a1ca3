# Look-ahead and look-behind, positive and negative.
import re
print(re.findall(r"\w+(?=:)", "key: value other: x"), re.findall(r"(?<=@)\w+", "a@b c@d"), re.findall(r"\b(?!un)\w+", "undo redo unfit fit"), re.findall(r"(?<!\d)\d{2}(?!\d)", "1 22 333 44"))
print(bool(re.match(r"(?=.*[A-Z])(?=.*\d)\w{6,}$", "Passw0rd")), bool(re.match(r"(?=.*[A-Z])(?=.*\d)\w{6,}$", "password")), re.sub(r"(?<=a)b", "X", "ab cb"), re.search(r"(?<=(ab))c", "abc").group(1), re.findall(r"(?=(aba))", "ababa"))
