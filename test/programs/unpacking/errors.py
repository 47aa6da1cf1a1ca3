# Messages of failed unpacking.
for code in ("a, b = 1,", "a, b = 1, 2, 3", "a, b, c = 'ab'", "a, *b, c = [1]", "a, b = 5", "a, = ()", "[a, b] = {1: 2}", "a, (b, c) = 1, (2,)", "a, b = None", "x, y = iter([1])", "x, y = iter([1, 2, 3])", "x, y = (i for i in range(10))", "a, b = {1, 2, 3}", "for a, b in [(1, 2, 3)]: pass", "(a, b), c = 1, 2", "a, b = range(10)", "a, b = {1: 2, 3: 4, 5: 6}", "*a, b, c = [1]"):
    try:
        exec(code)
        print("fine", code)
    except Exception as error:
        print(code, "->", type(error).__name__, error)
class Counting:
    def __iter__(self):
        self.n = 0
        return self
    def __next__(self):
        self.n += 1
        print("next", self.n)
        if self.n > 5:
            raise StopIteration
        return self.n
c = Counting()
try:
    a, b = c
except ValueError as error:
    print(error)
class Broken:
    def __iter__(self):
        yield 1
        raise KeyError("inside")
try:
    a, b = Broken()
except KeyError as error:
    print("KeyError", error)
