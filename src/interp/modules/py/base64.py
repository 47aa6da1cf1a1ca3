"""Base16, base32, base64, base85 and ascii85."""
import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode", "b32hexdecode", "b16encode",
    "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "z85encode", "z85decode", "standard_b64encode", "standard_b64decode",
    "urlsafe_b64encode", "urlsafe_b64decode",
]

_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def _code(s):
    # What is to be decoded: text of ASCII or bytes.
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}") from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _code(s)
    if altchars is not None:
        altchars = _code(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    return b64decode(_code(s).translate(_FROM_URL))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode32(alphabet, s):
    s = memoryview(s).tobytes() if not isinstance(s, bytes) else s
    result = bytearray()
    for place in range(0, len(s), 5):
        piece = s[place : place + 5]
        bits = int.from_bytes(piece.ljust(5, b"\0"))
        used = -(-len(piece) * 8 // 5)
        result += bytes(alphabet[bits >> shift & 31] for shift in range(35, -1, -5))[:used].ljust(8, b"=")
    return bytes(result)


def _decode32(alphabet, s, casefold, map01=None):
    s = _code(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _code(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    core = s.rstrip(b"=")
    pads = len(s) - len(core)
    values = {letter: value for value, letter in enumerate(alphabet)}
    result = bytearray()
    for place in range(0, len(core), 8):
        bits = 0
        piece = core[place : place + 8]
        for letter in piece:
            if letter not in values:
                raise binascii.Error("Non-base32 digit found")
            bits = bits << 5 | values[letter]
        bits <<= 5 * (8 - len(piece))
        result += bits.to_bytes(5)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pads:
        del result[-(pads * 5 // 8 + (pads * 5 % 8 > 0)) :]
    return bytes(result)


def b32encode(s):
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32_HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _code(s)
    if casefold:
        s = s.upper()
    if any(letter not in b"0123456789ABCDEF" for letter in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_Z85 = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"


def _encode85(alphabet, s, pad, zeros=False, spaces=False):
    s = memoryview(s).tobytes() if not isinstance(s, bytes) else s
    missing = -len(s) % 4
    s += bytes(missing)
    pieces = []
    for place in range(0, len(s), 4):
        word = int.from_bytes(s[place : place + 4])
        if zeros and word == 0:
            pieces.append(b"z")
            continue
        if spaces and word == 0x20202020:
            pieces.append(b"y")
            continue
        letters = bytearray(5)
        for index in range(4, -1, -1):
            word, digit = divmod(word, 85)
            letters[index] = alphabet[digit]
        pieces.append(bytes(letters))
    if missing and not pad:
        if pieces[-1] == b"z":
            pieces[-1] = alphabet[:1] * 5
        pieces[-1] = pieces[-1][:-missing]
    return b"".join(pieces)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(_A85, b, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        rows = [result[place : place + wrapcol] for place in range(0, len(result), wrapcol)]
        if adobe and len(rows[-1]) + 2 > wrapcol:
            rows.append(b"")
        result = b"\n".join(rows)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _code(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    result = bytearray()
    digits = []
    for letter in b + b"u" * 4:
        if 33 <= letter <= 117:
            digits.append(letter - 33)
            if len(digits) == 5:
                word = 0
                for digit in digits:
                    word = word * 85 + digit
                if word > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                result += word.to_bytes(4)
                digits.clear()
        elif letter == 122:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            result += bytes(4)
        elif foldspaces and letter == 121:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            result += b"    "
        elif letter not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {letter:c}")
    extra = 4 - len(digits)
    return bytes(result[: len(result) - extra] if extra else result)


def _decode85(alphabet, b, name):
    b = _code(b)
    values = {letter: value for value, letter in enumerate(alphabet)}
    missing = -len(b) % 5
    b = b + alphabet[-1:] * missing
    result = bytearray()
    for place in range(0, len(b), 5):
        word = 0
        for index, letter in enumerate(b[place : place + 5]):
            if letter not in values:
                raise ValueError(f"bad {name} character at position {place + index}")
            word = word * 85 + values[letter]
        if word > 0xFFFFFFFF:
            raise ValueError(f"{name} overflow in hunk starting at byte {place}")
        result += word.to_bytes(4)
    return bytes(result[: len(result) - missing])


def b85encode(b, pad=False):
    return _encode85(_B85, b, pad)


def b85decode(b):
    return _decode85(_B85, b, "base85")


def z85encode(s):
    return _encode85(_Z85, s, False)


def z85decode(s):
    return _decode85(_Z85, s, "z85")


def encodebytes(s):
    """Base64 in lines of 76 letters."""
    if isinstance(s, str):
        raise TypeError("expected bytes-like object, not str")
    view = memoryview(s)
    return b"".join(binascii.b2a_base64(view[place : place + 57]) for place in range(0, len(view), 57))


def decodebytes(s):
    if isinstance(s, str):
        raise TypeError("expected bytes-like object, not str")
    return binascii.a2b_base64(s)


def encode(input, output):
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))
