# tier: C
# The order of deaths in deep nesting: an outer item before what is nested beside it, or after, as the position says.
class T:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
log = []
x = None
for i in range(300): x = [T(i), x]
x = None
print(log == sorted(log), log == sorted(log, reverse=True), log[:5], log[-3:], len(log))
log.clear()
x = None
for i in range(300): x = [x, T(i)]
x = None
print(log[:5], log[-3:], log == sorted(log, reverse=True), len(log))
log.clear()
x = None
for i in range(300): x = (T(i), {"k": x})
x = None
print(log[:5], log[-3:], len(log))
