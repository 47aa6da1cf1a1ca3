# Compressed data with something behind them, members that follow one another, and what is cut off or damaged.
import gzip
import io
import zlib

data = b"hello " * 50
c = zlib.compress(data)
print(zlib.decompress(c) == data, zlib.decompress(c + b"tail") == data)
d = zlib.decompressobj(); print(d.decompress(c + b"tail") == data, d.unused_data, d.eof, d.decompress(b"more"), d.unused_data)
for w, n in ((31, 31), (47, 31), (-15, -15), (15, 15)):
    o = zlib.compressobj(wbits=n); b = o.compress(data) + o.flush()
    d = zlib.decompressobj(w); print(w, d.decompress(b + b"xy") == data, d.unused_data, d.eof)
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:60])
attempt(lambda: zlib.decompress(c[:-1])); attempt(lambda: zlib.decompress(c[:5])); attempt(lambda: zlib.decompress(b"")); attempt(lambda: zlib.decompressobj().decompress(c, -1))
g = gzip.compress(data); print(gzip.decompress(g) == data, gzip.decompress(g + g) == data * 2)
attempt(lambda: gzip.decompress(g[:-3])); attempt(lambda: gzip.decompress(b"xx"))
with gzip.GzipFile(fileobj=io.BytesIO(g)) as f: print(f.read() == data)
attempt(lambda: gzip.decompress(g[:-1] + b"\x01")); attempt(lambda: gzip.decompress(g[:-5] + b"\x01" + g[-4:])); attempt(lambda: gzip.decompress(g + b"\0\0" + g) == data * 2); attempt(lambda: gzip.decompress(g + b"junk")); attempt(lambda: gzip.decompress(b""))
