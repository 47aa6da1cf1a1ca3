# Sets at work: sieve, components, puzzle constraints.
primes = set(range(2, 100))
for p in range(2, 10):
    if p in primes:
        primes -= set(range(p * p, 100, p))
print(sorted(primes))
edges = [(1, 2), (2, 3), (4, 5), (6, 6), (7, 4)]
groups = []
for a, b in edges:
    merged = {a, b}
    rest = []
    for g in groups:
        if g & merged:
            merged |= g
        else:
            rest.append(g)
    groups = rest + [merged]
print(sorted(map(sorted, groups)))
power = [set()]
for x in (1, 2, 3):
    power += [s | {x} for s in power]
print([sorted(s) for s in power], len({frozenset(s) for s in power}))
seen, first_dup = set(), None
for x in (3, 1, 4, 1, 5, 9, 2, 6, 5):
    if x in seen and first_dup is None:
        first_dup = x
    seen.add(x)
print(first_dup, sorted(seen), {frozenset("ab"), frozenset("ba")} == {frozenset("ab")}, len(set(map(frozenset, ("abc", "cab", "abd")))))
