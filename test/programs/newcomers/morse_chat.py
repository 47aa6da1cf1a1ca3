"""Morse code both ways, with words a beginner gets wrong."""
CODE = {
    "A": ".-", "B": "-...", "C": "-.-.", "D": "-..", "E": ".", "F": "..-.", "G": "--.", "H": "....", "I": "..", "J": ".---",
    "K": "-.-", "L": ".-..", "M": "--", "N": "-.", "O": "---", "P": ".--.", "Q": "--.-", "R": ".-.", "S": "...", "T": "-",
    "U": "..-", "V": "...-", "W": ".--", "X": "-..-", "Y": "-.--", "Z": "--..",
}
CODE |= {str(n): ("." * n + "-" * (5 - n)) if 0 < n <= 5 else "-" * ((n - 5) % 10 if n else 5) + "." * ((10 - n) if n else 0) for n in range(10)}
LETTERS = {code: letter for letter, code in CODE.items()}


def encode(text):
    words = []
    for word in text.upper().split():
        try:
            words.append(" ".join(CODE[letter] for letter in word))
        except KeyError as unknown:
            raise ValueError(f"no code for {unknown}") from unknown
    return " / ".join(words)


def decode(code):
    return " ".join("".join(LETTERS.get(sign, "?") for sign in word.split()) for word in code.split("/"))


for line in ["Hello World", "SOS 42", "2024", "  spaced   out  ", ""]:
    sent = encode(line)
    print(repr(line), "=>", sent or "(nothing)", "=>", repr(decode(sent)))
try:
    encode("naïve")
except ValueError as error:
    print(type(error).__name__, error, "| cause:", repr(error.__cause__))
print(decode("... --- ..-- / .-"))

lengths = {}
for letter, code in CODE.items():
    lengths.setdefault(len(code), []).append(letter)
for length in sorted(lengths):
    print(length, "".join(sorted(lengths[length])))
print(max(CODE.items(), key=lambda pair: (pair[1].count("-"), pair[0])))


def seconds(code, unit=0.06):
    total = 0
    for position, sign in enumerate(code):
        match sign:
            case ".":
                total += 1
            case "-":
                total += 3
            case " ":
                total += 2
            case "/":
                total += 2
        if sign in ".-" and position + 1 < len(code):
            total += 1
    return round(total * unit, 3)


for word in ("paris", "codex", "e"):
    print(f"{word:<8}|{seconds(encode(word)):>8.2f} s|{60 / seconds(encode(word)):^12.1f}|")
