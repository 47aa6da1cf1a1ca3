import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


number = 1000
huge = 2**100
real = 1.5
text = "say:"
accent = "t\u00eate"
pair = (number, text)
point = Point(number, real)

for thing in (number, huge, real, text, accent, pair, point):
    print(type(thing).__name__, sys.getsizeof(thing))

items = []
sizes = [sys.getsizeof(items)]
for i in range(9):
    items.append(None)
    sizes.append(sys.getsizeof(items))
print("list of 0 to 9 items:", sizes)
