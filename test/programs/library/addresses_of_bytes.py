# urllib.parse: addresses that are bytes, their results, what may stand in brackets.
import copy
import pickle
from urllib.parse import parse_qs, parse_qsl, urldefrag, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

for url in b"", b"http://user:pw@Host.org:8080/a;b?c=d#e", b"//host/path", b"mailto:someone@host", "http://[::1%Zone]:80/x":
    split, parsed = urlsplit(url), urlparse(url)
    print(split, parsed, sep="\n")
    print(split.geturl(), parsed.geturl(), urlunsplit(split) == url, urlunparse(parsed) == url)
    print(split.username, split.password, split.hostname, split.port)
    other = split.decode() if isinstance(url, bytes) else split.encode()
    print(type(other).__name__, other == urlsplit(url.decode() if isinstance(url, bytes) else url.encode()))
    print(copy.copy(split) == split, pickle.loads(pickle.dumps(parsed)) == parsed)
print(urldefrag(b"http://host/a#b"), urldefrag(b"http://host/a#b").geturl(), urldefrag("x").geturl())
print(urljoin(b"http://host/a/b", b"../c"), urljoin(b"", b"x"))

for first, second in (b"http://host", "/a"), ("http://host", b"/a"):
    try:
        urljoin(first, second)
    except TypeError as error:
        print(error)
for url in b"http://host:abc", "http://host:99999", b"http://host:-1":
    try:
        print(urlsplit(url).port)
    except ValueError as error:
        print(error)
for host in "::1", "v1.x", "192.0.2.1", "vx", "name", "::1", "1::2::3", "::1%eth0":
    try:
        print(urlsplit(f"http://[{host}]/").hostname)
    except ValueError as error:
        print(error)

for query in b"a=1&b=%ff+2&a=3", bytearray(b"x=y"), memoryview(b"x=y"), b"", "a=1;b=2":
    print(parse_qsl(query), parse_qs(query, separator=";"), parse_qsl(query, separator=b";"))
for query in 5, [], [1], None, 0:
    try:
        print(parse_qsl(query))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
