# Changing a set while iterating it raises.
def run(action):
    s = {1, 2, 3}
    try:
        for x in s:
            action(s, x)
    except RuntimeError as error:
        print(error)
    print(sorted(s))
run(lambda s, x: s.add(x + 10))
run(lambda s, x: s.discard(x))
run(lambda s, x: s.add(x))
run(lambda s, x: s.clear())
s = {1, 2, 3}
for x in set(s):
    s.remove(x)
print(s)
it = iter({1, 2})
print(next(it), it.__length_hint__(), next(it), next(it, "done"))
class Tricky:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return self.n
    def __eq__(self, other):
        return self.n == other.n
    def __repr__(self):
        return f"T{self.n}"
a, b = {Tricky(1), Tricky(2)}, {Tricky(2), Tricky(3)}
print(sorted((a & b), key=lambda t: t.n), len(a | b), a - b, len(a ^ b), a <= (a | b), Tricky(1) in a)
