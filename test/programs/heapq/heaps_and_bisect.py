import heapq, bisect, collections
h = []
[heapq.heappush(h, x) for x in (5, 1, 8, 3)]
print(h, heapq.heappop(h), heapq.heapreplace(h, 0), heapq.heappushpop(h, 9), h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, 'cab', key=ord), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([3, 1], [2], reverse=True)))
l = [5, 2, 7]
heapq.heapify(l)
print(l)
a = [1, 3, 3, 5]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 9), bisect.bisect(a, 3, 0, 2), bisect.bisect_left([('a', 1), ('b', 2)], 'b', key=lambda p: p[0]))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a)



def lis(s):
    t = []
    for x in s:
        i = bisect.bisect_left(t, x)
        t[i:i + 1] = [x]
    return len(t)
print(lis([3, 1, 4, 1, 5, 9, 2, 6]))



class LRU:

    def __init__(self, n):
        self.n, self.d = (n, collections.OrderedDict())

    def get(self, k):
        if k not in self.d:
            return -1
        self.d.move_to_end(k)
        return self.d[k]

    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.n:
            print('evict', self.d.popitem(last=False))
c = LRU(2)
c.put(1, 1)
c.put(2, 2)
print(c.get(1))
c.put(3, 3)
print(c.get(2), c.d)
