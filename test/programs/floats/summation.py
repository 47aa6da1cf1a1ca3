# sum() of floats is compensated since 3.12; a loop is not.
import math
tenths = [0.1] * 10
loop = 0.0
for x in tenths:
    loop += x
print(loop, sum(tenths), math.fsum(tenths))
print(sum([1e100, 1.0, -1e100]), math.fsum([1e100, 1.0, -1e100]), 1e100 + 1.0 - 1e100)
print(sum([0.1, 0.2, 0.3]), sum([0.1, 0.2, 0.3], 0.0), 0.1 + 0.2 + 0.3, sum([1, 2.5, 3]), sum([0.1] * 3, start=1))
print(sum([]), sum([], 0.0), sum([True, True]), sum([float("inf"), 1.0]), sum([float("inf"), float("-inf")]))
print(sum([1.5, 2**60, -2**60, 0.25]), sum([2**53, 1.0, 1.0]), sum([1j, 2, 0.5]))
print(sum([-0.0]), sum([-0.0], -0.0))
