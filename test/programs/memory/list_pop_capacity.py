# tier: C
# Shrinking by pop, del, slices; growth by one after each.
import sys
def cap(l): return (sys.getsizeof(l) - 56) // 8
l = list(range(30))
print(cap(l))
while len(l) > 10:
    l.pop()
print(cap(l))
l.append(1)
print(cap(l))
l = list(range(64))
del l[-1]
print(len(l), cap(l))
del l[32:]
print(len(l), cap(l))
l.extend(range(3))
print(len(l), cap(l))
l[:] = [1]
print(len(l), cap(l))
l = [0] * 17
l.append(1)
print(cap(l))
l.insert(5, 1)
print(cap(l))
l.remove(1)
print(cap(l))
l.sort()
print(cap(l))
l = []
l.extend([1])
print(cap(l))
l.extend((2, 3, 4, 5))
print(cap(l))
l = []
for c in "abcde": l += c
print(cap(l))
l = [*range(3)]
print(cap(l), cap([*"abcdefghi"]), cap(list({1, 2, 3})), cap(list({"a": 1})), cap(list(x for x in range(5))), cap(list("abc"[:2])), cap(sorted("hello")), cap("a,b".split(",")), cap(list(zip("abc"))), cap([1, 2, 3] + []), cap([1] * 3))
