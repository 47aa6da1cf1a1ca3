# sort and sorted: keys, reverse, stability, errors.
data = [5, 2, 9, 1, 5, 6, -3, 0]
print(sorted(data), sorted(data, reverse=True), sorted(data, key=abs), sorted(data, key=lambda x: -x), data)
words = ["banana", "Apple", "cherry", "apple", "Banana", "fig", "kiwi"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (len(w), w)))
pairs = [("b", 1), ("a", 2), ("b", 0), ("a", 1), ("c", 1)]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True))
data.sort()
print(data, data.sort(reverse=True), data)
print(sorted("hello"), sorted({3: 1, 1: 2}), sorted((2, 1)), sorted(range(5), key=lambda x: x % 3), sorted([]), sorted([[2, 1], [1, 9], [1]]), sorted([True, False, 0.5]))
for act in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted([1], cmp=None), lambda: sorted(5), lambda: [].sort(1), lambda: sorted([1j, 2j]), lambda: sorted([1, 2], key=5), lambda: sorted(), lambda: sorted([{}, {}])):
    try:
        print(act())
    except TypeError as error:
        print(error)
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, key=lambda x: x % 10)[:12], sorted(big, key=lambda x: x // 100, reverse=True)[:6])
