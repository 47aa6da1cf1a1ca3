import hashlib, hmac, base64, binascii, zlib, uuid, secrets, random
data = b"The quick brown fox jumps over the lazy dog"
for name in ["md5", "sha1", "sha256", "sha3_256", "blake2b"]:
    h = hashlib.new(name); h.update(data[:10]); h2 = h.copy(); h.update(data[10:]); print(f"{name:>9} {h.digest_size:>3} {h.hexdigest()[:40]} {h2.hexdigest()[:8]}")
class Merkle:
    def __init__(self, leaves): self.levels = [[hashlib.sha256(x.encode()).hexdigest() for x in leaves]]; self.build()
    def build(self):
        while len(self.levels[-1]) > 1:
            cur = self.levels[-1]
            if len(cur) % 2: cur = cur + [cur[-1]]
            self.levels.append([hashlib.sha256((cur[i] + cur[i + 1]).encode()).hexdigest() for i in range(0, len(cur), 2)])
    root = property(lambda self: self.levels[-1][0])
print(Merkle(list("abcde")).root, len(Merkle(list("abcdefgh")).levels))
class Chain:
    def __init__(self): self.blocks = []; self.add("genesis")
    def add(self, d):
        prev = self.blocks[-1]["hash"] if self.blocks else "0" * 64; n = 0
        while not (h := hashlib.sha256(f"{prev}{d}{n}".encode()).hexdigest()).startswith("00"): n += 1
        self.blocks.append({"prev": prev, "data": d, "nonce": n, "hash": h})
    def valid(self): return all(b["prev"] == a["hash"] for a, b in zip(self.blocks, self.blocks[1:]))
c = Chain(); c.add("a->b 5"); c.add("b->c 2"); print([(b["nonce"], b["hash"][:8]) for b in c.blocks], c.valid()); c.blocks[1]["hash"] = "x"; print(c.valid())
print(hmac.new(b"key", data, hashlib.sha1).hexdigest(), hmac.compare_digest("a", "a"), zlib.crc32(data), zlib.adler32(data), binascii.hexlify(data[:4]).decode())
enc = base64.b64encode(bytes(range(0, 256, 17))); print(enc, base64.b64decode(enc)[:3], base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b32encode(b"hi"), base64.b85encode(b"hello world"))
for bad in ["abc", "a", "====", "ab=c"]:
    try: print(base64.b64decode(bad))
    except binascii.Error as e: print(bad, e)
try: hashlib.sha256("text")
except TypeError as e: print(e)
print(uuid.uuid5(uuid.NAMESPACE_URL, "http://x"), uuid.UUID("{12345678-1234-5678-1234-567812345678}").hex, uuid.UUID(int=2**127).version)
try: uuid.UUID("xyz")
except ValueError as e: print(e)
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), 0 <= secrets.randbelow(10) < 10, len(str(uuid.uuid4())), uuid.uuid4().version)
print(zlib.decompress(zlib.compress(data * 20)) == data * 20, len(zlib.compress(data * 100)) < 200)
