"""What copy and pickle take of an object: its class, its state, its items."""
import copy
import pickle


class Pair(tuple):
    pass


class Table(dict):
    pass


class Stack(list):
    __slots__ = ("limit",)


class Group(set):
    __slots__ = ("name", "__dict__")


class Point:
    __slots__ = ("x", "__y")

    def __init__(self):
        self.x = 1
        self.__y = [2]


class Plain:
    pass


pair = Pair([[1], 2])
deep, shallow = copy.deepcopy(pair), copy.copy(pair)
print(deep, type(deep).__name__, deep[0] is pair[0], shallow[0] is pair[0])
table = Table(a=[1])
table.note = [5]
deep = copy.deepcopy(table)
print(deep, deep.note, deep.note is table.note, copy.copy(table).note is table.note)
stack = Stack([1, [2]])
stack.limit = 3
print(copy.deepcopy(stack), copy.deepcopy(stack).limit, pickle.loads(pickle.dumps(stack)).limit)
group = Group([1, 2])
print(group.__reduce__()[1:])
group.name, group.extra = "g", 7
print(group.__reduce__()[1:])
loaded = pickle.loads(pickle.dumps(group))
print(loaded, loaded.name, loaded.extra, copy.copy(group).name)
point = Point()
print(point.__getstate__(), copy.deepcopy(point).__getstate__())
plain = Plain()
print(plain.__getstate__(), object().__getstate__())
plain.value = 1
print(plain.__getstate__(), plain.__reduce_ex__(2)[1:], Plain.__slotnames__)
plain.__getstate__()["other"] = 2
print(vars(plain))
print(copy.deepcopy(slice([1], 2)), copy.copy(slice(1)))


class Refuses:
    def __reduce_ex__(self, protocol):
        raise TypeError(f"not with protocol {protocol}")


class Told:
    def __reduce__(self):
        return made, (1,)


def made(number):
    return "made", number


print(copy.copy(Told()), copy.deepcopy(Told()))
for what in [Refuses(), (n for n in ()), copy, {}.keys()]:
    for how in (copy.copy, copy.deepcopy):
        try:
            how(what)
        except TypeError as error:
            print(how.__name__, error)
