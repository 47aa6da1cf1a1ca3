# tier: C
# What finalizers allocate while a collection runs counts towards the next one, which comes with the next allocation and not before.
import gc

keep = []


class Maker:
    def __del__(self):
        for number in range(2500):
            keep.append([number])


gc.collect()
maker = Maker()
maker.me = maker
del maker
gc.collect()
print("kept", len(keep), "young", gc.get_count()[0] // 100)
for number in range(3):
    pass
print("young", gc.get_count()[0] // 100)
more = [[] for number in range(200)]
print("collected", gc.get_count()[0] < 250)
