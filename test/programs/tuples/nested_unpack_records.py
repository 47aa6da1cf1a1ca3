# Tuples as records: sorting, grouping, swapping.
people = [("Ada", 36, ("London", "UK")), ("Grace", 45, ("New York", "US")), ("Alan", 41, ("London", "UK")), ("Emmy", 53, ("Erlangen", "DE"))]
for name, age, (city, country) in sorted(people, key=lambda p: (p[2][1], -p[1])):
    print(f"{name:<6}{age:>3} {city}/{country}")
by_city = {}
for name, *_, (city, _) in people:
    by_city.setdefault(city, []).append(name)
print(by_city)
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
(a, b), c = (b, c), a
print(a, b, c)
names, ages, places = zip(*people)
print(names, ages, places[1])
lo, hi = min(people, key=lambda p: p[1]), max(people, key=lambda p: p[1])
print(lo[0], hi[0], (lambda t: t[::-1])((1, 2)), ((1, 2), 3)[0][1], (1, (2, (3, (4,)))))
def stats(xs):
    return min(xs), max(xs), sum(xs) / len(xs)
low, high, mean = stats(ages)
print(low, high, mean, stats([1]))
