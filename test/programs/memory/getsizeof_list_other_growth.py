# tier: C
# extend, +, *, slices, insert, comprehension: each its own capacity.
import sys
def cap(l): return (sys.getsizeof(l) - 56) // 8
l = [1, 2, 3]
l.extend([4, 5])
print(cap(l))
l.extend(iter(range(3)))
print(cap(l))
print(cap([1] + [2, 3]), cap([1] * 7), cap([1, 2, 3][:2]), cap(list((1, 2, 3))), cap(list(range(9))), cap(sorted([3, 1])), cap([x for x in "abc"]), cap("a b c".split()), cap(list("abcd")), cap([*range(5)]), cap([1, 2, *[3]]))
m = [0]
m.insert(0, 1)
print(cap(m))
m += [1, 2, 3, 4, 5]
print(cap(m))
m[1:1] = [9] * 10
print(cap(m))
del m[2:]
print(cap(m))
m.clear()
print(cap(m))
m *= 3
print(cap(m), cap([].copy()), cap([1].copy()))
n = list(range(100))
del n[10:]
print(cap(n))
