# The operators as functions.
import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(1, 4), op.floordiv(-7, 2), op.mod(-7, 3), op.pow(2, 5), op.neg(3), op.pos(-3), op.invert(5), op.not_([]), op.truth([0]), op.lshift(1, 4), op.rshift(16, 2), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.abs(-2))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(2, 1), op.is_(None, None), op.is_not(1, None), op.contains([1], 1), op.concat([1], [2]), op.countOf([1, 1, 2], 1), op.indexOf("abc", "c"), op.index(True), op.length_hint([1, 2]), op.length_hint(iter(())), op.call(len, "abc"))
l = [1, 2, 3]
op.setitem(l, 0, "x")
op.delitem(l, 1)
print(l, op.getitem(l, -1), op.getitem("abc", slice(1, None)), op.iadd(l, [4]), l, op.iadd(1, 2), op.imul([1], 2), op.ior({1}, {2}), op.iconcat([1], (2,)))
ig, ag, mc = op.itemgetter, op.attrgetter, op.methodcaller
print(ig(1)("abc"), ig(0, 2)([1, 2, 3]), ig("k")({"k": 5}), ig(slice(1))("xyz"), sorted([(1, "b"), (0, "c"), (1, "a")], key=ig(1)), list(map(ig("n"), [{"n": 1}, {"n": 2}])), max({"a": 1, "b": 5}.items(), key=ig(1)))
class O:
    def __init__(self, n): self.n, self.child = n, None
o = O(1)
o.child = O(2)
print(ag("n")(o), ag("child.n")(o), ag("n", "child.n")(o), mc("upper")("abc"), mc("replace", "a", "b")("aa"), mc("split", sep=",")("a,b"), repr(ig(1)), repr(ag("a.b", "c")), repr(mc("f", 1, k=2)))
for act in (lambda: op.add(1, "a"), lambda: ig(5)([1]), lambda: ag("zz")(o), lambda: mc("zz")(o), lambda: ig(), lambda: ag(5), lambda: mc(), lambda: op.indexOf([], 1), lambda: op.concat(1, 2), lambda: op.index(1.5), lambda: op.add(1), lambda: op.truediv(1, 0), lambda: op.matmul(1, 2), lambda: op.countOf(5, 1)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
