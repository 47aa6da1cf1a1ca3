# SHA-256, MD5, CRC-32, xorshift, AES S-box, base encodings: bit work checked against known digests.
import math


def rotr(x, n):
    return (x >> n | x << (32 - n)) & 0xFFFFFFFF


def primes():
    n = 2
    while True:
        if all(n % p for p in range(2, math.isqrt(n) + 1)):
            yield n
        n += 1


def root_bits(n, k):
    lo, hi = 0, n << 32
    target = n << (32 * k)
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if mid ** k <= target:
            lo = mid
        else:
            hi = mid - 1
    return lo & 0xFFFFFFFF


gen = primes()
FIRST = [next(gen) for _ in range(64)]
K = [root_bits(p, 3) for p in FIRST]
H0 = [root_bits(p, 2) for p in FIRST[:8]]


def sha256(data):
    h = H0[:]
    padded = data + b"\x80" + bytes((55 - len(data)) % 64) + (len(data) * 8).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        w = [int.from_bytes(padded[start + i:start + i + 4], "big") for i in range(0, 64, 4)]
        for i in range(16, 64):
            s0 = rotr(w[i - 15], 7) ^ rotr(w[i - 15], 18) ^ w[i - 15] >> 3
            s1 = rotr(w[i - 2], 17) ^ rotr(w[i - 2], 19) ^ w[i - 2] >> 10
            w.append((w[i - 16] + s0 + w[i - 7] + s1) & 0xFFFFFFFF)
        a, b, c, d, e, f, g, hh = h
        for i in range(64):
            t1 = (hh + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i]) & 0xFFFFFFFF
            t2 = ((rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + (a & b ^ a & c ^ b & c)) & 0xFFFFFFFF
            a, b, c, d, e, f, g, hh = (t1 + t2) & 0xFFFFFFFF, a, b, c, (d + t1) & 0xFFFFFFFF, e, f, g
        h = [(x + y) & 0xFFFFFFFF for x, y in zip(h, (a, b, c, d, e, f, g, hh))]
    return b"".join(x.to_bytes(4, "big") for x in h)


SHIFTS = [7, 12, 17, 22] * 4 + [5, 9, 14, 20] * 4 + [4, 11, 16, 23] * 4 + [6, 10, 15, 21] * 4
SINES = [int(abs(math.sin(i + 1)) * 2**32) for i in range(64)]


def md5(data):
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    padded = data + b"\x80" + bytes((55 - len(data)) % 64) + (len(data) * 8).to_bytes(8, "little")
    for start in range(0, len(padded), 64):
        block = memoryview(padded)[start:start + 64]
        m = [int.from_bytes(block[i:i + 4], "little") for i in range(0, 64, 4)]
        a, b, c, d = state
        for i in range(64):
            match i // 16:
                case 0:
                    f, g = b & c | ~b & d, i
                case 1:
                    f, g = d & b | ~d & c, (5 * i + 1) % 16
                case 2:
                    f, g = b ^ c ^ d, (3 * i + 5) % 16
                case _:
                    f, g = c ^ (b | ~d & 0xFFFFFFFF), 7 * i % 16
            f = (f + a + SINES[i] + m[g]) & 0xFFFFFFFF
            a, d, c, b = d, c, b, (b + (f << SHIFTS[i] | f >> 32 - SHIFTS[i])) & 0xFFFFFFFF
        state = [(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d))]
    return b"".join(x.to_bytes(4, "little") for x in state)


def crc_table(poly):
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (poly if n & 1 else 0)
        table.append(n)
    return table


TABLE = crc_table(0xEDB88320)


def crc32(data, value=0):
    value ^= 0xFFFFFFFF
    for b in data:
        value = TABLE[(value ^ b) & 255] ^ value >> 8
    return value ^ 0xFFFFFFFF


def gmul(a, b):
    out = 0
    while b:
        if b & 1:
            out ^= a
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return out


def sbox():
    inverse = [0] * 256
    for a in range(1, 256):
        if not inverse[a]:
            b = next(b for b in range(1, 256) if gmul(a, b) == 1)
            inverse[a], inverse[b] = b, a
    out = []
    for v in inverse:
        r = v
        for n in range(1, 5):
            r ^= (v << n | v >> 8 - n) & 255
        out.append(r ^ 0x63)
    return bytes(out)


class Xorshift:
    def __init__(self, seed):
        self.s = seed & 2**64 - 1 or 1

    def next(self):
        x = self.s
        x ^= x << 13 & 2**64 - 1
        x ^= x >> 7
        x ^= x << 17 & 2**64 - 1
        self.s = x
        return x


def rc4(key, data):
    s, j, i, out = list(range(256)), 0, 0, bytearray()
    for n in range(256):
        j = (j + s[n] + key[n % len(key)]) % 256
        s[n], s[j] = s[j], s[n]
    j = 0
    for b in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        out.append(b ^ s[(s[i] + s[j]) % 256])
    return bytes(out)


def encode_base(data, alphabet):
    n, out = int.from_bytes(data, "big"), ""
    while n:
        n, r = divmod(n, len(alphabet))
        out = alphabet[r] + out
    return alphabet[0] * (len(data) - len(data.lstrip(b"\0"))) + out


def decode_base(text, alphabet):
    n = 0
    for c in text:
        n = n * len(alphabet) + alphabet.index(c)
    body = n.to_bytes((n.bit_length() + 7) // 8, "big")
    return bytes(len(text) - len(text.lstrip(alphabet[0]))) + body


for message in (b"", b"abc", b"The quick brown fox jumps over the lazy dog", b"a" * 55, b"a" * 56, b"a" * 64, "é😀".encode()):
    print(len(message), sha256(message).hex(), md5(message).hex(), f"{crc32(message):08x}")
assert sha256(b"abc").hex().startswith("ba7816bf8f01cfea") and md5(b"").hex() == "d41d8cd98f00b204e9800998ecf8427e" and crc32(b"123456789") == 0xCBF43926
box = sbox()
print(box[:16].hex(), len(set(box)), crc32(b"6789", crc32(b"12345")) == crc32(b"123456789"))
rng = Xorshift(42)
print([rng.next() for _ in range(3)], [rng.next() % 100 for _ in range(10)])
c = rc4(b"Key", b"Plaintext")
print(c.hex(), rc4(b"Key", c))
B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
for d in (b"hello world", b"\0\0\x01", b"", bytes(range(20))):
    e = encode_base(d, B58)
    print(e, decode_base(e, B58) == d)


def merkle(leaves):
    level = [sha256(l) for l in leaves]
    while len(level) > 1:
        if len(level) % 2:
            level.append(level[-1])
        level = [sha256(a + b) for a, b in zip(level[::2], level[1::2])]
    return level[0].hex()


print(merkle([b"a", b"b", b"c"])[:32], merkle([b"a"]) == sha256(b"a").hex())
n = 0
while not sha256(b"block" + str(n).encode()).hex().startswith("00"):
    n += 1
print(n, sha256(b"block" + str(n).encode()).hex()[:12])
