import operator as o
print(o.add(1, 2), o.floordiv(7, 2), o.index(5), o.concat([1], [2]), o.countOf([1, 1], 1), o.indexOf([1, 2], 2), o.truth([]), o.not_(0), o.is_(None, None), o.length_hint([1]), o.pow(2, 3), o.inv(5), o.neg(1), o.getitem([1], 0), o.lshift(1, 3), o.matmul if 0 else '', o.mod(7, 3), o.truediv(1, 4), o.xor(5, 3), o.iadd([1], [2]), o.itemgetter('a')({'a': 1}), o.itemgetter(slice(1))('abc'), o.attrgetter('a.b', 'c') and 1, o.methodcaller('split', ',', maxsplit=1)('a,b,c'), o.itemgetter(1), o.attrgetter('x'), o.methodcaller('m', 1, k=2), o.call(max, 1, 2), o.is_not(1, 2), o.contains('abc', 'b'), o.delitem, o.abs(-1))
l = [1, 2, 3]
o.setitem(l, 0, 9)
o.delitem(l, 1)
print(l)
import math, cmath, random, statistics as st
print(cmath.sqrt(-1), cmath.phase(1j), cmath.polar(1 + 1j), cmath.exp(1j * math.pi), cmath.isclose(1, 1 + 1e-12), (1 + 2j) * (3 - 1j), abs(3 + 4j), (1 + 2j).conjugate(), complex('1+2j'), complex(1.5, -0.0), (2 + 0j) ** 0.5, 1j ** 2, (1 + 2j) / (3 - 4j), -(1 + 2j), 1 + 2j == 1 + 2j, hash(1 + 0j) == hash(1), repr(complex(0, -0.0)), str(1e+20 + 1j), f'{1 + 2j:.2f}', complex('inf') if 0 else '', 1j.imag)
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(100), 5), random.shuffle((x := list(range(10)))), x, random.uniform(1, 2), random.gauss(0, 1), random.choices('ab', [1, 3], k=5), random.getrandbits(70), random.randrange(0, 100, 7), random.betavariate(1, 2), random.expovariate(1), random.triangular(), random.normalvariate(), random.randbytes(4), random.vonmisesvariate(0, 1), random.paretovariate(2), random.lognormvariate(0, 1), random.weibullvariate(1, 2), random.gammavariate(2, 1), random.binomialvariate(10, 0.5))
s = random.getstate()
a = random.random()
random.setstate(s)
print(a == random.random(), random.Random(5).random(), random.Random('seed').random(), random.Random(b'x').random(), random.Random(1.5).random())
print(st.mean([1, 2, 3.5]), st.fmean([1, 2]), st.median_low([1, 2, 3, 4]), st.median_grouped([1, 2, 2, 3]), st.multimode('aabb'), st.pstdev([1, 2, 3]), st.variance([1, 2, 4]), st.quantiles([1, 2, 3, 4, 5]), st.geometric_mean([1, 4]), st.harmonic_mean([1, 4]), st.correlation([1, 2, 3], [1, 2, 4]), st.linear_regression([1, 2, 3], [2, 4, 6]), st.NormalDist(0, 1).cdf(1), st.covariance([1, 2], [3, 5]))
