# A priority queue with ties, top-n and merging.
import heapq
h = []
for pri, task in [(3, "c"), (1, "a"), (2, "b"), (1, "aa")]: heapq.heappush(h, (pri, task))
print([heapq.heappop(h) for _ in range(len(h))])
nums = [5, 1, 9, 3, 7]
heapq.heapify(nums)
print(nums[0], heapq.nlargest(2, nums), heapq.nsmallest(2, nums), heapq.heapreplace(nums, 10), sorted(nums), list(heapq.merge([1, 4], [2, 5], [0, 9])))
def running_median(xs):
    low, high, out = [], [], []
    for x in xs:
        heapq.heappush(low, -heapq.heappushpop(high, x))
        if len(low) > len(high): heapq.heappush(high, -heapq.heappop(low))
        out.append(high[0] if len(high) > len(low) else (high[0] - low[0]) / 2)
    return out
print(running_median([5, 15, 1, 3, 8]))
