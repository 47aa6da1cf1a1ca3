# itemgetter, attrgetter and methodcaller are copied and pickled.
import copy
import operator
import pickle


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def scaled(self, by, *, plus=0):
        return (self.x * by + plus, self.y * by + plus)


point = Point(3, Point(4, 5))
flat = Point(6, 7)
getters = [
    (operator.itemgetter(1), "abc"), (operator.itemgetter(0, 2), "abc"), (operator.itemgetter((1, 2)), {(1, 2): "pair"}),
    (operator.attrgetter("x"), point), (operator.attrgetter("y.x", "x"), point), (operator.methodcaller("scaled", 2), flat),
    (operator.methodcaller("scaled", 2, plus=1), flat), (operator.methodcaller("scaled", by=3), flat),
]
for getter, subject in getters:
    again = [copy.copy(getter), copy.deepcopy(getter)] + [pickle.loads(pickle.dumps(getter, protocol)) for protocol in range(6)]
    print(repr(getter), getter(subject), {repr(each) for each in again} == {repr(getter)}, {each(subject) for each in again})
print(operator.itemgetter(1, 2).__reduce__(), operator.attrgetter("a.b", "c").__reduce__(), operator.methodcaller("m", 1).__reduce__())
