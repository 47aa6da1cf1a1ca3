"""A serialiser: nested documents to text and back, by a hand-written scanner.

Purpose: trees of dicts, lists, strings and numbers are made, written to one large string and
read again; each document lives through one round and dies as a whole.
Exercises: dicts, lists, strings, recursion, bulk deaths, large objects
Observes: nothing
Source: the grammar of RFC 8259, with what the program itself writes
"""

ROUNDS = 60  # param: documents written and read back; 1..1000000; small 2
RECORDS = 60  # param: records in a document; 1..1000000; small 4

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
UNESCAPES = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


class BadText(Exception):
    pass


def quoted(text):
    return '"' + "".join([ESCAPES.get(character, character) for character in text]) + '"'


def write(value, out):
    if value is None:
        out.append("null")
    elif value is True:
        out.append("true")
    elif value is False:
        out.append("false")
    elif isinstance(value, str):
        out.append(quoted(value))
    elif isinstance(value, (int, float)):
        out.append(repr(value))
    elif isinstance(value, dict):
        separator = "{"
        for key, item in value.items():
            out.append(separator)
            out.append(quoted(key))
            out.append(": ")
            write(item, out)
            separator = ", "
        out.append("}" if value else "{}")
    else:
        out.append("[")
        for place, item in enumerate(value):
            if place:
                out.append(", ")
            write(item, out)
        out.append("]")


class Reader:
    def __init__(self, text):
        self.text = text
        self.place = 0

    def fail(self, expected):
        raise BadText(f"{expected} expected at {self.place}")

    def skip_spaces(self):
        text, place = self.text, self.place
        while place < len(text) and text[place] in " \n\t":
            place += 1
        self.place = place
        return text[place : place + 1]

    def read_value(self):
        character = self.skip_spaces()
        if character == "{":
            return self.read_pairs()
        if character == "[":
            return self.read_items()
        if character == '"':
            return self.read_string()
        if character == "-" or character.isdigit():
            return self.read_number()
        for word, value in (("null", None), ("true", True), ("false", False)):
            if self.text.startswith(word, self.place):
                self.place += len(word)
                return value
        return self.fail("a value")

    def read_pairs(self):
        pairs = {}
        self.place += 1
        if self.skip_spaces() == "}":
            self.place += 1
            return pairs
        while True:
            if self.skip_spaces() != '"':
                self.fail("a key")
            key = self.read_string()
            if self.skip_spaces() != ":":
                self.fail("a colon")
            self.place += 1
            pairs[key] = self.read_value()
            mark = self.skip_spaces()
            self.place += 1
            if mark == "}":
                return pairs
            if mark != ",":
                self.fail("a comma")

    def read_items(self):
        items = []
        self.place += 1
        if self.skip_spaces() == "]":
            self.place += 1
            return items
        while True:
            items.append(self.read_value())
            mark = self.skip_spaces()
            self.place += 1
            if mark == "]":
                return items
            if mark != ",":
                self.fail("a comma")

    def read_string(self):
        text = self.text
        start = self.place + 1
        end = text.find('"', start)
        if text.find("\\", start, end) < 0:
            self.place = end + 1
            return text[start:end]
        parts = []
        place = start
        while text[place] != '"':
            character = text[place]
            if character == "\\":
                place += 1
                character = UNESCAPES[text[place]]
            parts.append(character)
            place += 1
        self.place = place + 1
        return "".join(parts)

    def read_number(self):
        text, start = self.text, self.place
        end = start + 1
        while end < len(text) and text[end] in "0123456789.e+-":
            end += 1
        self.place = end
        digits = text[start:end]
        return float(digits) if "." in digits or "e" in digits else int(digits)


def document(number, records):
    rows = []
    for place in range(records):
        rows.append(
            {
                "id": number * records + place,
                "name": f"record {place} of {number}",
                "note": 'a "quoted"\tword' if place % 3 == 0 else "plain",
                "ratio": place / (number + 7),
                "tags": ["even" if place % 2 == 0 else "odd"] * (place % 4),
                "flags": {"seen": place % 5 == 0, "parent": None, "empty": {}},
                "path": [[place], [[place, -number], []]],
            }
        )
    return {"number": number, "rows": rows}


def main():
    written = 0
    same = 0
    for number in range(ROUNDS):
        original = document(number, RECORDS)
        out = []
        write(original, out)
        text = "".join(out)
        written += len(text)
        same += Reader(text).read_value() == original
    print("documents:", ROUNDS, "read back unchanged:", same)
    print("characters written:", written)
    out = []
    write(document(1, 1)["rows"][0], out)
    print("".join(out))
    for wrong in ('{"a" 1}', "[1, 2", "[1 2]", "nul"):
        try:
            Reader(wrong).read_value()
            print(wrong, "was read")
        except BadText as error:
            print(repr(wrong), "->", error)


main()
