# Small text algorithms: caesar, palindromes, anagrams, run lengths, roman numerals.
def caesar(text, shift):
    out = []
    for ch in text:
        if ch.isalpha() and ch.isascii():
            base = ord("A") if ch.isupper() else ord("a")
            out.append(chr((ord(ch) - base + shift) % 26 + base))
        else:
            out.append(ch)
    return "".join(out)

secret = caesar("Hello, World! été", 13)
print(secret, caesar(secret, -13))

def runs(text):
    result, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        result.append((text[i], j - i))
        i = j
    return result

print(runs("aaabccd"), "".join(c * n for c, n in runs("aaabccd")), runs(""))

def roman(n):
    out = ""
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += sign * count
    return out

print([roman(n) for n in (1, 4, 9, 14, 40, 90, 444, 1994, 2024, 3999)])
print([w for w in ("level", "Noon", "abc", "") if w.lower() == w.lower()[::-1]])
groups = {}
for w in "listen silent enlist google elbow below".split():
    groups.setdefault("".join(sorted(w)), []).append(w)
print(sorted(groups.values()))
