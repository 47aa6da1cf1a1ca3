"""Bytes as text: hexadecimal, base64, uuencode, quoted-printable; and checksums."""
from _digest import crc32 as _crc32


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'") from None


def _bytes(data):
    try:
        return memoryview(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def hexlify(data, sep=None, bytes_per_sep=1):
    """Hexadecimal representation of binary data."""
    data = bytes(_bytes(data))
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode("ascii")


b2a_hex = hexlify


def unhexlify(hexstr, /):
    """Binary data of hexadecimal representation."""
    data = _ascii(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    result = bytearray()
    for place in range(0, len(data), 2):
        pair = data[place : place + 2].decode("latin-1")
        if not all(letter in "0123456789abcdefABCDEF" for letter in pair):
            raise Error("Non-hexadecimal digit found")
        result.append(int(pair, 16))
    return bytes(result)


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    """Base64-code line of data."""
    data = bytes(_bytes(data))
    result = bytearray()
    for place in range(0, len(data), 3):
        piece = data[place : place + 3]
        bits = int.from_bytes(piece + bytes(3 - len(piece)))
        four = bytes((_ALPHABET[bits >> 18], _ALPHABET[bits >> 12 & 63], _ALPHABET[bits >> 6 & 63], _ALPHABET[bits & 63]))
        result += four if len(piece) == 3 else four[: len(piece) + 1] + b"=" * (3 - len(piece))
    if newline:
        result += b"\n"
    return bytes(result)


def a2b_base64(data, /, *, strict_mode=False):
    """Data of base64 code."""
    data = _ascii(data)
    if strict_mode and data.startswith(b"="):
        raise Error("Leading padding not allowed")
    result = bytearray()
    bits = count = pads = 0
    for place, letter in enumerate(data):
        if letter == 61:
            if count >= 2:
                pads += 1
                if count + pads >= 4:
                    if strict_mode and place + 1 < len(data):
                        raise Error("Excess data after padding")
                    return bytes(result)
            elif strict_mode and count == 0:
                raise Error("Discontinuous padding not allowed")
            continue
        value = _VALUES.get(letter)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        bits = (bits << 6 | value) & 0xFFFFFF
        count += 1
        if count == 4:
            count = 0
            result.append(bits & 255)
        elif count == 2:
            result.append(bits >> 4 & 255)
        elif count == 3:
            result.append(bits >> 2 & 255)
    if count == 1:
        whole = len(result) // 3 * 4 + 1
        raise Error(f"Invalid base64-encoded string: number of data characters ({whole}) cannot be 1 more than a multiple of 4")
    if count:
        raise Error("Incorrect padding")
    return bytes(result)


def b2a_uu(data, /, *, backtick=False):
    """Uuencoded line of data."""
    data = bytes(_bytes(data))
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    result = bytearray([32 + len(data) if data else zero])
    for place in range(0, len(data), 3):
        bits = int.from_bytes(data[place : place + 3].ljust(3, b"\0"))
        for shift in (18, 12, 6, 0):
            value = bits >> shift & 63
            result.append(value + 32 if value else zero)
    return bytes(result + b"\n")


def a2b_uu(data, /):
    """Data of a uuencoded line."""
    data = _ascii(data)
    size = (data[0] - 32) & 63 if data else 0
    result = bytearray()
    bits = count = 0
    for letter in data[1:]:
        if len(result) >= size and letter in b" `\r\n":
            continue
        if letter in b"\r\n":
            letter = 32
        if not 32 <= letter <= 96:
            raise Error("Illegal char")
        bits = bits << 6 | (letter - 32) & 63
        count += 1
        if count == 4:
            result += bits.to_bytes(3)
            bits = count = 0
    result = result[:size]
    return bytes(result.ljust(size, b"\0"))


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Quoted-printable code of data."""
    data = bytes(_bytes(data))
    lines = []
    for line in data.split(b"\n"):
        carriage = line.endswith(b"\r")
        if carriage:
            line = line[:-1]
        out = bytearray()
        rows = []
        for place, byte in enumerate(line):
            blank_at_end = byte in b" \t" and place == len(line) - 1
            if header and byte == 32:
                code = b"_"
            elif byte == 61 or byte > 126 or (byte < 32 and byte != 9) or blank_at_end or (quotetabs and byte in b" \t") or (header and byte == 95):
                code = b"=%02X" % byte
            else:
                code = bytes([byte])
            if len(out) + len(code) > 75 and not (place == len(line) - 1 and len(out) + len(code) <= 76):
                rows.append(bytes(out) + b"=")
                out = bytearray()
            out += code
        rows.append(bytes(out))
        lines.append(b"\n".join(rows) + (b"\r" if carriage else b""))
    return b"\n".join(lines)


def a2b_qp(data, header=False):
    """Data of quoted-printable code."""
    data = _ascii(data)
    result = bytearray()
    place = 0
    while place < len(data):
        byte = data[place]
        if byte == 61:
            two = data[place + 1 : place + 3]
            if two[:1] == b"\n":
                place += 2
            elif two == b"\r\n":
                place += 3
            elif len(two) == 2 and all(letter in b"0123456789abcdefABCDEF" for letter in two):
                result.append(int(two.decode(), 16))
                place += 3
            else:
                if place + 1 < len(data):
                    result.append(61)
                place += 1
            continue
        result.append(32 if header and byte == 95 else byte)
        place += 1
    return bytes(result)


def crc32(data, crc=0, /):
    """CRC-32 of data."""
    return _crc32(_bytes(data), crc & 0xFFFFFFFF)


def crc_hqx(data, crc, /):
    """CRC-CCITT of data."""
    crc &= 0xFFFF
    for byte in bytes(_bytes(data)):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021) & 0xFFFF if crc & 0x8000 else crc << 1
    return crc
