# tier: C
# strategies: arena-pools
# An arithmetic instruction uses a float operand that nobody else holds again, from its second run on.
def reused(rounds):
    found = []
    for step in range(rounds):
        start = float(step)
        place = id(start)
        del start
        found.append(id(float(step) + 0.5) == place)
    return found
print(reused(4))
print(reused(2))
def twice(a):
    return a * 2.0 + 1.0 - 0.5
values = [twice(1.5), twice(2.5)]
print(values, len({id(value) for value in values}))
