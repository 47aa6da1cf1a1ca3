# tier: C
# deques grow by blocks of 64 from the middle, arrays by a sixteenth and 3 or 7.
import sys, collections, array
d = collections.deque()
print([(d.append(i), sys.getsizeof(d))[1] for i in range(0, 140)][::10])
print([(d.popleft(), sys.getsizeof(d))[1] for i in range(0, 140)][::10])
print([sys.getsizeof(collections.deque(range(i))) for i in (0, 1, 33, 63, 64, 65, 127, 128, 200)])
d = collections.deque(range(70))
d.rotate(20)
print(sys.getsizeof(d))
d.appendleft(1)
d.clear()
print(sys.getsizeof(d), sys.getsizeof(d.copy()), sys.getsizeof(collections.deque([1] * 100, 10)))
S = sys.getsizeof
A = array.array
print(S(A("i")), S(A("i", range(10))), S(A("d", [1.0])), S(A("b", b"abc")), S(A("i", [1, 2, 3])[:2]), S(A("i", [1, 2]) * 3), S(A("i", [1, 2]) + A("i", [3])))
a = A("q")
print([(a.append(i), S(a))[1] for i in range(40)])
print([(a.pop(), S(a))[1] for i in range(40)][::8])
