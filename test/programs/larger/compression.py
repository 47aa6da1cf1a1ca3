# Huffman coding, LZ77, run lengths, Burrows-Wheeler and move-to-front; every stage is reversible.
import heapq
from collections import Counter


class Leaf:
    def __init__(self, symbol, weight):
        self.symbol, self.weight, self.order = symbol, weight, symbol

    def codes(self, prefix=""):
        yield self.symbol, prefix or "0"


class Fork:
    def __init__(self, left, right):
        self.left, self.right = left, right
        self.weight, self.order = left.weight + right.weight, min(left.order, right.order)

    def codes(self, prefix=""):
        yield from self.left.codes(prefix + "0")
        yield from self.right.codes(prefix + "1")


def tree(data):
    heap = [(w, s, Leaf(s, w)) for s, w in Counter(data).items()]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap)[2], heapq.heappop(heap)[2]
        f = Fork(a, b)
        heapq.heappush(heap, (f.weight, f.order, f))
    return heap[0][2]


class BitWriter:
    def __init__(self):
        self.data, self.acc, self.n = bytearray(), 0, 0

    def write(self, value, bits):
        self.acc = self.acc << bits | value
        self.n += bits
        while self.n >= 8:
            self.n -= 8
            self.data.append(self.acc >> self.n & 255)
        self.acc &= (1 << self.n) - 1

    def finish(self):
        if self.n:
            self.write(0, 8 - self.n)
        return bytes(self.data)


class BitReader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def read(self, bits):
        value = 0
        for _ in range(bits):
            value = value << 1 | self.data[self.at >> 3] >> (7 - (self.at & 7)) & 1
            self.at += 1
        return value


def canonical(lengths):
    code, last, table = 0, 0, {}
    for n, s in sorted((n, s) for s, n in lengths.items()):
        code <<= n - last
        table[s] = (code, n)
        code, last = code + 1, n
    return table


def huffman(data):
    if not data:
        return bytes(4)
    table = canonical({s: len(c) for s, c in tree(data).codes()})
    out = BitWriter()
    out.write(len(data), 32)
    out.write(len(table) - 1, 8)
    for s, (_, n) in sorted(table.items()):
        out.write(s, 8)
        out.write(n, 5)
    for s in data:
        out.write(*table[s])
    return out.finish()


def unhuffman(packed):
    r = BitReader(packed)
    size = r.read(32)
    if size == 0:
        return b""
    lengths = {}
    for _ in range(r.read(8) + 1):
        s = r.read(8)
        lengths[s] = r.read(5)
    decode = {(n, c): s for s, (c, n) in canonical(lengths).items()}
    out = bytearray()
    while len(out) < size:
        code = n = 0
        while (n, code) not in decode:
            code, n = code << 1 | r.read(1), n + 1
        out.append(decode[n, code])
    return bytes(out)


def lz77(data, window=255, longest=18):
    i, out = 0, []
    while i < len(data):
        best, offset = 0, 0
        for j in range(max(0, i - window), i):
            n = 0
            while n < longest and i + n < len(data) and data[j + n] == data[i + n]:
                n += 1
            if n > best:
                best, offset = n, i - j
        if best >= 3:
            out.append((offset, best))
            i += best
        else:
            out.append(data[i])
            i += 1
    return out


def unlz77(tokens):
    out = bytearray()
    for t in tokens:
        if isinstance(t, tuple):
            for _ in range(t[1]):
                out.append(out[-t[0]])
        else:
            out.append(t)
    return bytes(out)


def bwt(data):
    n = len(data)
    order = sorted(range(n), key=lambda i: data[i:] + data[:i])
    return bytes(data[i - 1] for i in order), order.index(0) if n else 0


def unbwt(last, start):
    order = sorted(range(len(last)), key=lambda i: (last[i], i))
    out, i = bytearray(), start
    for _ in last:
        i = order[i]
        out.append(last[i])
    return bytes(out)


def mtf(data):
    alphabet, out = list(range(256)), bytearray()
    for b in data:
        i = alphabet.index(b)
        out.append(i)
        alphabet.insert(0, alphabet.pop(i))
    return bytes(out)


def unmtf(data):
    alphabet, out = list(range(256)), bytearray()
    for i in data:
        alphabet.insert(0, alphabet.pop(i))
        out.append(alphabet[0])
    return bytes(out)


def rle(data):
    out, i = bytearray(), 0
    while i < len(data):
        n = 1
        while n < 255 and i + n < len(data) and data[i + n] == data[i]:
            n += 1
        out += bytes((n, data[i]))
        i += n
    return bytes(out)


def unrle(data):
    return b"".join(data[i + 1:i + 2] * data[i] for i in range(0, len(data), 2))


samples = [b"", b"a", b"aaaaaaaaaa", b"abracadabra abracadabra", "Größe & Länge: é".encode(), bytes(range(64)) * 2, b"the cat sat on the mat, the rat sat on the hat, " * 4]
for s in samples:
    h, l = huffman(s), lz77(s)
    assert unhuffman(h) == s and unlz77(l) == s and unrle(rle(s)) == s and unmtf(mtf(s)) == s and unbwt(*bwt(s)) == s
    b, i = bwt(s)
    print(len(s), "huffman", len(h), "lz77", len(l), sum(isinstance(t, tuple) for t in l), "rle", len(rle(s)), "bwt+mtf+huffman", len(huffman(mtf(b))), i)
print({chr(s): c for s, c in sorted(tree(b"abracadabra").codes())}, lz77(b"abcabcabcabcd"), bwt(b"banana"), list(mtf(b"bananas")), rle(b"aaab"))
print({chr(s): f"{c:0{n}b}" for s, (c, n) in canonical({s: len(c) for s, c in tree(b"abracadabra").codes()}).items()}, huffman(b"abracadabra").hex())
