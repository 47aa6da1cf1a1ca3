# tier: C
# Sizes of collections and library objects.
import sys, collections, array, itertools, functools, types
print(sys.getsizeof(collections.deque()), sys.getsizeof(collections.deque(range(100))), sys.getsizeof(collections.OrderedDict()), sys.getsizeof(collections.Counter()), sys.getsizeof(collections.defaultdict(int)))
print(sys.getsizeof(array.array("i")), sys.getsizeof(array.array("i", range(10))), sys.getsizeof(array.array("d", [1.0])), sys.getsizeof(memoryview(b"abc")))
print(sys.getsizeof(itertools.count()), sys.getsizeof(itertools.chain()), sys.getsizeof(functools.partial(print)), sys.getsizeof(types.SimpleNamespace()), sys.getsizeof(map(str, [])), sys.getsizeof(filter(None, [])), sys.getsizeof(reversed([])), sys.getsizeof(iter({})), sys.getsizeof(iter(())), sys.getsizeof(iter(set())), sys.getsizeof(iter(range(3))))
P = collections.namedtuple("P", "x y")
print(sys.getsizeof(P(1, 2)), sys.getsizeof((1, 2)), sys.getsizeof({}.items()), sys.getsizeof({}.values()), sys.getsizeof("".join), sys.getsizeof(str.join), sys.getsizeof(staticmethod(len)), sys.getsizeof(classmethod(len)), sys.getsizeof(super(int, 5)), sys.getsizeof(KeyError("k")), sys.getsizeof(OSError()), sys.getsizeof(StopIteration()), sys.getsizeof(SyntaxError()))
