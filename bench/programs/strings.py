# Strings: joining, slicing, splitting, searching, replacing, formatting.


def words(count):
    state = 5
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        length = 2 + (state >> 16) % 7
        letters = []
        for place in range(length):
            letters.append(chr(97 + (state >> (place + 8)) % 26))
        yield "".join(letters)


def is_palindrome(text):
    return text == text[::-1]


def main():
    text = " ".join(words(40000))
    parts = text.split(" ")
    found = sum(is_palindrome(part) for part in parts)
    titled = [part.capitalize() for part in parts if part.startswith(("a", "e", "i", "o", "u"))]
    grown = ""
    for part in parts:
        grown += part[1:] + part[0] + "ay "
    lines = [f"{i:05d}: {part:<8}|{part.upper():>9}" for i, part in enumerate(parts)]
    total = found + len("".join(titled)) + len(grown.replace("aay", "")) + len("\n".join(lines))
    for vowel in "aeiou":
        total += text.count(vowel) + grown.find(vowel * 2)
    letters = 0
    for character in text:
        if character.isalpha() and character not in "xyz":
            letters += ord(character)
    for i in range(150000):
        letters += len(str(i)) + int("1" + str(i % 100))
    print(total, letters)


main()
