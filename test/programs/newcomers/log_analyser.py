"""Lines of a web server's log: regular expressions, groups, times, the busiest hours."""
import re
from collections import Counter
from datetime import datetime, timezone
from itertools import groupby

LOG = """\
10.0.0.1 - - [10/Oct/2023:13:55:36 +0200] "GET /index.html HTTP/1.1" 200 2326 "-" "Mozilla/5.0"
10.0.0.2 - ann [10/Oct/2023:13:57:01 +0200] "POST /login?next=%2Fhome HTTP/1.1" 302 - "http://a.example/" "curl/8.1"
10.0.0.1 - - [10/Oct/2023:14:02:10 +0200] "GET /img/logo.png HTTP/1.1" 200 51200 "-" "Mozilla/5.0"
garbage line
10.0.0.3 - - [10/Oct/2023:14:40:00 +0000] "GET /missing HTTP/1.0" 404 153 "-" "bot"
10.0.0.2 - ann [11/Oct/2023:00:00:00 +0200] "DELETE /items/7 HTTP/1.1" 500 99 "-" "curl/8.1"
"""
LINE = re.compile(
    r"""^(?P<host>\S+)\s-\s(?P<user>\S+)\s
        \[(?P<time>[^]]+)\]\s
        "(?P<method>[A-Z]+)\s(?P<path>[^\s?]+)(?:\?(?P<query>\S*))?\s(?P<version>HTTP/\d\.\d)"\s
        (?P<status>\d{3})\s(?P<size>\d+|-)""",
    re.VERBOSE,
)


def parse(text):
    for number, line in enumerate(text.splitlines(), 1):
        if not (found := LINE.match(line)):
            print(f"line {number} skipped: {line[:20]!r}")
            continue
        entry = found.groupdict()
        entry["time"] = datetime.strptime(entry["time"], "%d/%b/%Y:%H:%M:%S %z")
        entry["status"] = int(entry["status"])
        entry["size"] = int(entry["size"].replace("-", "0"))
        yield entry


entries = list(parse(LOG))
for entry in entries:
    print(f"{entry['time'].astimezone(timezone.utc):%Y-%m-%d %H:%M} {entry['method']:<6} {entry['path']:<16} {entry['status']} {entry['size']:>8,}")
print(Counter(entry["host"] for entry in entries).most_common())
print({kind: [e["path"] for e in group] for kind, group in groupby(sorted(entries, key=lambda e: e["status"]), lambda e: f"{e['status'] // 100}xx")})
print("users:", sorted({e["user"] for e in entries} - {"-"}), "| query:", next(e["query"] for e in entries if e["query"]))
print("hours:", sorted(Counter(e["time"].hour for e in entries).items()))
span = max(e["time"] for e in entries) - min(e["time"] for e in entries)
print(span, span.total_seconds(), str(span).split(":"))
print(re.sub(r"(\d+)\.(\d+)\.(\d+)\.\d+", lambda m: ".".join(m.groups()) + ".x", entries[0]["host"]))
print(re.findall(r"/(\w+)", "".join(e["path"] for e in entries)), re.split(r"[/.]+", "/img/logo.png"))
print(re.fullmatch(r"(?i)get|post", "Post"), re.search(r"(?<=items/)\d+(?!\d)", "/items/77").span())
print([m.start() for m in re.finditer(r"(?=aa)", "aaaa")], re.escape("a.b*c"), re.subn(r"\s+", " ", " a  b "))
try:
    re.compile(r"(?P<x>a)(?P<x>b)")
except re.error as error:
    print(error, error.pos)
try:
    re.compile("[z-a]")
except re.error as error:
    print(error.msg, "|", error)
