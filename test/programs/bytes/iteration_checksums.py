# Working through bytes: checksums and encodings written by hand.
def crc32(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xEDB88320 & -(crc & 1))
    return crc ^ 0xFFFFFFFF

def adler32(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a

def base64(data):
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    out = bytearray()
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), "big")
        quad = bytes(alphabet[n >> shift & 63] for shift in (18, 12, 6, 0))
        out += quad[:len(chunk) + 1] + b"=" * (3 - len(chunk))
    return bytes(out)

for sample in (b"", b"a", b"ab", b"abc", b"The quick brown fox", bytes(range(256))):
    print(hex(crc32(sample)), hex(adler32(sample)), base64(sample))
def fnv(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001B3 % 2**64
    return h
print(fnv(b"hello"), fnv("héllo".encode()))
