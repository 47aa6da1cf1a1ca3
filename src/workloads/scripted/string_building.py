"""String building: growing, joining, slicing, replacing, formatting.

Purpose: strings of every size from one to many thousand characters are made by the ways
programs make them. Growth by += shows what in-place resizing is worth, and long strings
leave the small-object allocator.
Exercises: strings, bytes, large objects, mixed sizes, resizing
Observes: nothing
Source: the idioms of the Python tutorial and its FAQ on string concatenation
"""

ROUNDS = 180  # param: repetitions of the whole; 1..1000000; small 2
PIECES = 300  # param: pieces put together each way; 2..1000000; small 20


def by_addition(pieces):
    text = ""
    for number in range(pieces):
        text += "piece "
        text += str(number)
        text += ";"
    return text


def by_join(pieces):
    return "".join([f"piece {number};" for number in range(pieces)])


def by_prepending(pieces):
    """Every step copies the whole text: sizes grow through all classes."""
    text = ""
    for number in range(pieces - 1, -1, -1):
        text = "piece " + str(number) + ";" + text
    return text


def by_format(pieces):
    rows = []
    for number in range(pieces):
        rows.append("%-8s|%6d|%8.3f" % ("row", number, number / 7))
        rows.append(f"{number:>8x}|{number:08b}|{number / 3:10.2e}|{'ab' * (number % 5):^12}")
        rows.append("{:>5}/{:<5}".format(number, pieces))
    return "\n".join(rows)


def rotate(text, by):
    by %= len(text)
    return text[by:] + text[:by]


def caesar(text, shift):
    letters = []
    for character in text:
        if character.islower():
            letters.append(chr((ord(character) - 97 + shift) % 26 + 97))
        else:
            letters.append(character)
    return "".join(letters)


def to_hex_and_back(text):
    raw = text.encode("ascii")
    digits = raw.hex()
    return bytes.fromhex(digits).decode("ascii")


def digest(text):
    """A short sum that depends on the length and a sample of the characters."""
    value = len(text)
    for place in range(0, len(text), max(1, len(text) // 64)):
        value = (value * 131 + ord(text[place])) % 1000003
    return value


def main():
    checksum = 0
    longest = 0
    for number in range(ROUNDS):
        grown = by_addition(PIECES)
        joined = by_join(PIECES)
        prepended = by_prepending(PIECES)
        table = by_format(PIECES)
        turned = rotate(joined, number * 37 + 1)
        coded = caesar(turned[:500], number % 26)
        replaced = joined.replace("piece", "fragment").replace(";", "; ")
        parts = replaced.split("; ")
        mirrored = turned[::-1].upper().swapcase().title()
        same = grown == joined == prepended == to_hex_and_back(joined)
        longest = max(longest, len(table), len(replaced))
        for text in (grown, table, turned, coded, replaced, mirrored, parts[-2]):
            checksum = (checksum * 31 + digest(text)) % 1000003
        checksum += same + joined.count("1") + joined.find("piece 7") + turned.index(";")
    print("longest text:", longest, "characters")
    print("checksum:", checksum)
    print(by_join(3), by_prepending(2), caesar("heap", 13))


main()
