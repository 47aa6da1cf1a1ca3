# The difference that matters.
import copy
a = [[1, 2], {"k": [3]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[0].append("new")
a[1]["k"].append("new")
print(a, b, c, b[0] is a[0], c[0] is a[0])
class Team:
    def __init__(self): self.members = ["x"]
t = Team()
s, d = copy.copy(t), copy.deepcopy(t)
t.members.append("y")
print(s.members, d.members, s is not t, type(d).__name__)
x = [1]
x.append(x)
y = copy.deepcopy(x)
print(y[1] is y, y[0])
