"""Message digests."""
import _digest

__all__ = [
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256",
    "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest",
]

# Digest bytes, block bytes, the name of the host's function.
_KINDS = {
    "md5": (16, 64, "md5"), "sha1": (20, 64, "sha1"), "sha224": (28, 64, "sha224"), "sha256": (32, 64, "sha256"), "sha384": (48, 128, "sha384"),
    "sha512": (64, 128, "sha512"), "sha3_224": (28, 144, "sha3-224"), "sha3_256": (32, 136, "sha3-256"), "sha3_384": (48, 104, "sha3-384"),
    "sha3_512": (64, 72, "sha3-512"), "shake_128": (0, 168, "shake128"), "shake_256": (0, 136, "shake256"),
}
algorithms_guaranteed = set(_KINDS) | {"blake2b", "blake2s"}
algorithms_available = set(algorithms_guaranteed)


def _bytes(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    try:
        return memoryview(data)
    except TypeError:
        raise TypeError("object supporting the buffer API required") from None


class HASH:
    """A digest of what it has been given so far."""

    __slots__ = ("name", "digest_size", "block_size", "_data")

    def __init__(self, name, data=b""):
        self.name = name
        self.digest_size, self.block_size, _ = _KINDS[name]
        self._data = bytearray(_bytes(data))

    def update(self, data, /):
        self._data += _bytes(data)

    def copy(self):
        return type(self)(self.name, self._data)

    def digest(self):
        return _digest.hashed(_KINDS[self.name][2], self._data, 0)

    def hexdigest(self):
        return self.digest().hex()

    def __repr__(self):
        return f"<{self.name} _hashlib.{type(self).__name__} object @ {id(self):#x}>"


class HASHXOF(HASH):
    """A digest of any length."""

    __slots__ = ()

    def digest(self, length):
        return _digest.hashed(_KINDS[self.name][2], self._data, length) if length else b""

    def hexdigest(self, length):
        return self.digest(length).hex()


HASH.__module__ = HASHXOF.__module__ = "_hashlib"


def _maker(name):
    kind = HASHXOF if name.startswith("shake") else HASH

    def make(string=b"", *, usedforsecurity=True):
        return kind(name, string)

    make.__name__ = make.__qualname__ = "openssl_" + name
    make.__doc__ = f"Returns a {name} hash object; optionally initialized with a string"
    return make


for _name in _KINDS:
    globals()[_name] = _maker(_name)
del _name

_SIGMA = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
    (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4), (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
    (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13), (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
    (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11), (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
    (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5), (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0),
)
_LANES = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))


class _Blake2:
    """BLAKE2 with all its parameters (RFC 7693)."""

    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0,
                 inner_size=0, last_node=False, usedforsecurity=True):
        most = self.MAX_DIGEST_SIZE
        digest_size = most if digest_size is None else digest_size
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size for {self._title} must be between 1 and {most} bytes, here it is {digest_size}")
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError(f"maximum key length is {self.MAX_KEY_SIZE} bytes")
        if len(salt) > self.SALT_SIZE:
            raise ValueError(f"maximum salt length is {self.SALT_SIZE} bytes")
        if len(person) > self.PERSON_SIZE:
            raise ValueError(f"maximum person length is {self.PERSON_SIZE} bytes")
        word = self._word
        head = bytes((digest_size, len(key), fanout, depth)) + leaf_size.to_bytes(4, "little")
        if word == 8:
            head += node_offset.to_bytes(8, "little") + bytes((node_depth, inner_size)) + bytes(14)
        else:
            head += node_offset.to_bytes(6, "little") + bytes((node_depth, inner_size))
        head += bytes(salt).ljust(self.SALT_SIZE, b"\0") + bytes(person).ljust(self.PERSON_SIZE, b"\0")
        self.digest_size = digest_size
        self._start = [iv ^ int.from_bytes(head[place * word : place * word + word], "little") for place, iv in enumerate(self._iv)]
        self._last_node = last_node
        self._data = bytearray()
        if key:
            self._data += bytes(key).ljust(self.block_size, b"\0")
        self.update(data)

    def update(self, data, /):
        self._data += _bytes(data)

    def copy(self):
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin._data = bytearray(self._data)
        return twin

    def digest(self):
        block, word = self.block_size, self._word
        bits = word * 8
        mask = (1 << bits) - 1
        state = list(self._start)
        data = self._data
        size = len(data)
        place = 0
        while True:
            last = place + block >= size
            message = [int.from_bytes(data[at : at + word].ljust(word, b"\0"), "little") for at in range(place, place + block, word)]
            done = min(place + block, size)
            v = state + list(self._iv)
            v[12] ^= done & mask
            v[13] ^= done >> bits
            if last:
                v[14] ^= mask
                if self._last_node:
                    v[15] ^= mask
            r1, r2, r3, r4 = self._turns
            for turn in range(self._rounds):
                order = _SIGMA[turn % 10]
                for lane, (a, b, c, d) in enumerate(_LANES):
                    va = (v[a] + v[b] + message[order[2 * lane]]) & mask
                    vd = v[d] ^ va
                    vd = (vd >> r1 | vd << bits - r1) & mask
                    vc = (v[c] + vd) & mask
                    vb = v[b] ^ vc
                    vb = (vb >> r2 | vb << bits - r2) & mask
                    va = (va + vb + message[order[2 * lane + 1]]) & mask
                    vd ^= va
                    vd = (vd >> r3 | vd << bits - r3) & mask
                    vc = (vc + vd) & mask
                    vb ^= vc
                    v[a], v[b], v[c], v[d] = va, (vb >> r4 | vb << bits - r4) & mask, vc, vd
            state = [state[index] ^ v[index] ^ v[index + 8] for index in range(8)]
            place += block
            if last:
                break
        return b"".join(each.to_bytes(word, "little") for each in state)[: self.digest_size]

    def hexdigest(self):
        return self.digest().hex()


class blake2b(_Blake2):
    """Return a new BLAKE2b hash object."""

    name, _title = "blake2b", "Blake2b"
    block_size, MAX_DIGEST_SIZE, MAX_KEY_SIZE, SALT_SIZE, PERSON_SIZE = 128, 64, 64, 16, 16
    _word, _rounds, _turns = 8, 12, (32, 24, 16, 63)
    _iv = (
        0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1, 0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B,
        0x5BE0CD19137E2179,
    )


class blake2s(_Blake2):
    """Return a new BLAKE2s hash object."""

    name, _title = "blake2s", "Blake2s"
    block_size, MAX_DIGEST_SIZE, MAX_KEY_SIZE, SALT_SIZE, PERSON_SIZE = 64, 32, 32, 8, 8
    _word, _rounds, _turns = 4, 10, (16, 12, 8, 7)
    _iv = (0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19)


blake2b.__module__ = blake2s.__module__ = "_blake2"


def new(name, data=b"", **kwargs):
    """Return a new hashing object using the named algorithm, optionally initialized with data."""
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    wanted = name.lower().replace("-", "_")
    if wanted in ("blake2b", "blake2s"):
        return globals()[wanted](data, **kwargs)
    if wanted.startswith("sha_"):
        wanted = wanted.replace("_", "")
    if wanted not in _KINDS:
        raise ValueError(f"unsupported hash type {name}")
    return globals()[wanted](data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0)."""
    import hmac
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    size = new(hash_name).digest_size
    dklen = size if dklen is None else dklen
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    result = b""
    block = 1
    while len(result) < dklen:
        piece = hmac.digest(password, bytes(salt) + block.to_bytes(4), hash_name)
        total = int.from_bytes(piece)
        for _ in range(iterations - 1):
            piece = hmac.digest(password, piece, hash_name)
            total ^= int.from_bytes(piece)
        result += total.to_bytes(size)
        block += 1
    return result[:dklen]


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """Hash the contents of a file-like object. Returns a digest object."""
    found = new(digest) if isinstance(digest, str) else digest()
    while piece := fileobj.read(_bufsize):
        found.update(piece)
    return found
