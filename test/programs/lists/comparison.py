# Lexicographic comparison stops at the first difference; identity comes before equality.
print([1, 2, 3] < [1, 2, 4], [1, 2] < [1, 2, 0], [] == [], [2] > [1, 99], [1, "a"] < [2, 3], ["b"] > ["a", "z"])
nan = float("nan")
print([nan] == [nan], [nan] == [float("nan")], [nan] < [nan], (nan,) == (nan,), nan in (nan,))
class Loud:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n
    def __lt__(self, other):
        print("lt", self.n, other.n)
        return self.n < other.n
print([Loud(1), Loud(2)] < [Loud(1), Loud(3)])
print([Loud(1), Loud(2)] == [Loud(1)])
x = Loud(7)
print([x] == [x], [x] != [x], x in [Loud(6), x])
for act in (lambda: [1, "a"] < [1, 2], lambda: [1] < (1,), lambda: [None] < [None, 1], lambda: [None] < [1], lambda: [1j] < [1j], lambda: [1j] < [2j]):
    try:
        print(act())
    except TypeError as error:
        print(error)
