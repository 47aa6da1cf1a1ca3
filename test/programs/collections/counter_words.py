# Counter on words, arithmetic between texts.
from collections import Counter
a = Counter("the cat and the hat".split())
b = Counter("the dog and the log".split())
print(a.most_common(1), a & b, a | b, a - b, sorted((a + b).items()), sum(a.values()), sorted(a), a["missing"], "missing" in a)
letters = Counter(c for w in a.elements() for c in w)
print(letters.most_common(3), letters.total(), [k for k, v in letters.items() if v == 1])
a.update(["cat"])
a.subtract(["cat", "hat", "hat"])
print(a, +a, -a, Counter({k: v for k, v in a.items() if v > 0}) == +a)
def anagram(x, y): return Counter(x) == Counter(y)
print(anagram("listen", "silent"), anagram("aab", "abb"))
