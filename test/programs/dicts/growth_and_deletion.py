# Thousands of insertions and deletions keep order and content.
d = {}
for i in range(2000):
    d[i * 7 % 2003] = i
for i in range(0, 2003, 3):
    d.pop(i, None)
print(len(d), list(d)[:10], list(d.items())[-3:])
for i in range(500):
    d[f"k{i}"] = i
while len(d) > 300:
    d.popitem()
print(len(d), next(iter(d)), list(d)[-3:])
for k in list(d)[:290]:
    del d[k]
print(d)
q = {}
for i in range(3000):
    q[i] = i
    if len(q) > 5:
        del q[next(iter(q))]
print(q)
s = {}
for i in range(50):
    s[str(i)] = i
    s[i] = str(i)
print(len(s), s["49"], s[49], sum(v for v in s.values() if isinstance(v, int)))
