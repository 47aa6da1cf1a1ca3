# Capturing, nested, optional and named groups.
import re
m = re.match(r"((a)(b))(c)?", "ab")
print(m.groups(), m.group(0), m.group(1, 2, 3, 4), m.groups(default="-"), m.lastindex, m.span(4), m.start(4), m.end(2))
m = re.match(r"(?P<key>\w+)=(?P<value>\w*)", "name=ada")
print(m["key"], m.groupdict(), m.span("value"), m.group("key", "value"), m.lastgroup)
print([m.groupdict() for m in re.finditer(r"(?P<k>\w)(?P<n>\d)?", "a1b")])
print(re.match(r"(\d+)-(\d+)-(\d+)", "2024-02-29").groups(), [int(x) for x in re.match(r"(\d+):(\d+)", "12:30").groups()])
