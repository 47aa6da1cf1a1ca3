# json, copy, pprint, io, struct, random, statistics in one program.
import json, io, copy, pprint, struct, random, statistics, bisect, array, fractions, operator, types
data = {"name": "Zoë \u2028 \"q\"", "n": [1, 2.5, -0.0, 1e100, True, None, 10**20], "nested": {"a": {"b": [[], {}, ()]}}, 5: "int key", None: 1, True: 2, 1.5: 3}
s = json.dumps(data); print(s); print(json.dumps(data, indent=2, ensure_ascii=False, sort_keys=False)); print(json.dumps([1, {"a": 2}], indent="\t"), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
print(json.loads(s) == data, json.loads(s)["n"], json.loads(' [1 , 2.0, "\\u00e9\\ud83d\\ude00", -1E+2, NaN, Infinity] '), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("1.10", parse_float=str))
for bad in ("", "{", '{"a" 1}', "[1,]", '{"a": 1,}', "nul", '"abc', "01", '{"a": tru}', "[1 2]", "'a'", '"\\x"', '"a\nb"', "1 2", '{1: 2}'):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.lineno, e.colno, e.pos, e.msg)
class Enc(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else {"__c__": [o.real, o.imag]} if isinstance(o, complex) else super().default(o)
print(json.dumps({"s": {3, 1}, "c": 1 + 2j}, cls=Enc), json.dumps(3, default=str), json.dumps(object, default=lambda o: o.__name__), json.loads('{"__c__": [1, 2]}', object_hook=lambda d: complex(*d["__c__"])))
for bad in ({1, 2}, {(1, 2): 3}, object(), b"x", float("nan")):
    try: print(json.dumps(bad, allow_nan=False))
    except (TypeError, ValueError) as e: print(type(e).__name__, str(e).split(" at 0x")[0])
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
print(l, copy.copy(l) == l if False else "", copy.deepcopy({"a": [1, (2, [3])]}), copy.deepcopy(l)[0].__class__)
pprint.pprint({"k" + str(i): list(range(i)) for i in range(12)}, width=50); pprint.pprint([["a" * 30] * 3, {"x": {"y": "z" * 50}}], width=40, indent=2); print(pprint.pformat((1,)), pprint.pformat({3, 1, 2}))
out = io.StringIO(); print("x", 1, file=out, end=";"); out.write("more\nlines\n"); out.seek(0); print(out.readline(), out.read(3), out.tell(), [*out], out.getvalue().count("\n"))
b = io.BytesIO(b"abc\ndef"); print(b.readline(), b.read(), b.getvalue()); 
print(struct.pack("<IhB3sf", 1, -2, 3, b"ab", 1.5), struct.unpack(">Hh", b"\x01\x02\xff\xfe"), struct.calcsize("iqb"), [*struct.iter_unpack("<H", b"\1\0\2\0")])
random.seed(42); print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.sample(range(100), 5), random.shuffle(x := [1, 2, 3, 4, 5]), x, random.gauss(0, 1), random.choices("ab", [1, 9], k=5), random.uniform(1, 2), random.randrange(0, 100, 7), random.getrandbits(40), random.triangular(1, 5, 2), random.betavariate(1, 2), random.expovariate(1.5))
print(statistics.mean([1, 2, 3, 4]), statistics.median([5, 3, 1]), statistics.stdev([1, 2, 3, 4]), statistics.mode("aab"), statistics.quantiles([1, 2, 3, 4, 5]), statistics.fmean([1, 2]), statistics.pvariance([1, 2, 3]))
a = [1, 3, 3, 7]; bisect.insort(a, 4); print(a, bisect.bisect_left(a, 3), bisect.bisect(a, 3), bisect.bisect([("a", 1), ("c", 2)], "b", key=operator.itemgetter(0)))
ar = array.array("i", [1, 2, 3]); ar.extend([4]); print(ar, ar[1:3], ar.tobytes(), ar.itemsize, sum(ar), ar.typecode)
try: ar.append("x")
except TypeError as e: print(e)
F = fractions.Fraction; print(F(3, 4) + F("0.5"), F(0.1).limit_denominator(10), F("-3/6"), F(7, 3).__floor__(), round(F(7, 3), 1), float(F(1, 3)), F(1, 3) ** 2, F(1, 2) == 0.5, repr(F(5)), f"{F(1, 3):.4f}")
ns = types.SimpleNamespace(a=1, b=[2]); ns.c = 3; print(ns, ns == types.SimpleNamespace(a=1, b=[2], c=3))
json.loads('{"a": [1, 2, }')
