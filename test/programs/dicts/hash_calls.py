"""How often a container asks a key for its hash, and whether it is equal to another."""
from collections import Counter, OrderedDict, defaultdict, deque


class Key:
    hashed = 0
    compared = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        Key.hashed += 1
        return hash(self.number)

    def __eq__(self, other):
        Key.compared += 1
        return self.number == other.number


def count(what, work):
    Key.hashed = Key.compared = 0
    work()
    print(f"{what:28} {Key.hashed:3} hashed {Key.compared:3} compared")


keys = [Key(n) for n in range(6)]
twins = [Key(n) for n in range(6)]
table = dict.fromkeys(keys)
group = set(keys)
frozen = frozenset(twins)
count("dict.fromkeys(list)", lambda: dict.fromkeys(keys))
count("dict.fromkeys(dict)", lambda: dict.fromkeys(table))
count("dict.fromkeys(set)", lambda: dict.fromkeys(group))
count("dict(dict)", lambda: dict(table))
count("dict(**{})|", lambda: table | table)
count("dict comprehension", lambda: {k: 1 for k in keys})
count("set(dict)", lambda: set(table))
count("set(dict.keys())", lambda: set(table.keys()))
count("set(set)", lambda: set(group))
count("frozenset(dict)", lambda: frozenset(table))
count("set union", lambda: group | frozen)
count("set intersection", lambda: group & frozen)
count("set difference", lambda: group - frozen)
count("set symmetric", lambda: group ^ frozen)
count("set symmetric dict", lambda: group.symmetric_difference(table))
count("set difference dict", lambda: group.difference(table))
count("set intersection dict", lambda: group.intersection(table))
count("set update dict", lambda: group.update(table))
count("set == set", lambda: group == frozen)
count("issubset", lambda: group.issubset(frozen))
count("issuperset list", lambda: group.issuperset(twins))
count("isdisjoint", lambda: group.isdisjoint(frozen))
count("in dict", lambda: twins[2] in table)
count("in set", lambda: twins[2] in group)
count("dict.get", lambda: table.get(twins[3]))
count("dict.setdefault there", lambda: table.setdefault(twins[3], 1))
count("dict.setdefault new", lambda: {}.setdefault(Key(9), 1))
count("dict store", lambda: table.__setitem__(twins[1], 4))
count("dict pop", lambda: dict(table).pop(twins[4]))
count("dict pop default", lambda: dict(table).pop(Key(44), None))
count("dict del", lambda: dict(table).__delitem__(twins[5]))
count("dict update pairs", lambda: table.update([(k, 0) for k in twins]))
count("dict == dict", lambda: table == dict.fromkeys(twins, 0))
count("keys() & keys()", lambda: table.keys() & frozen)
count("keys() - keys()", lambda: table.keys() - frozen)
count("set add", lambda: group.add(twins[0]))
count("set discard", lambda: group.discard(Key(70)))
count("set remove", lambda: set(group).remove(twins[0]))
count("hash(tuple)", lambda: hash((keys[0], keys[1])))
count("list.index", lambda: keys.index(twins[3]))
count("list.count", lambda: keys.count(twins[3]))
count("list.remove", lambda: keys[:].remove(twins[3]))
count("in list", lambda: twins[5] in keys)
count("list == list", lambda: keys == twins)
count("list < list", lambda: keys[:2] == twins[:3])
count("Counter(list)", lambda: Counter(keys + twins))
count("defaultdict miss", lambda: defaultdict(int)[Key(3)])
count("OrderedDict", lambda: OrderedDict.fromkeys(keys).move_to_end(twins[2]))
count("deque.index", lambda: deque(keys).index(twins[3]))
order = OrderedDict([(1, "one"), (2, "two"), (3, "three")])
order.move_to_end(True)
order.move_to_end(3.0, last=False)
print(order)
