# tier: C
# Chains of tuples and lists much deeper than any stack let go of their last link too.
class Link:
    def __del__(self):
        print("gone")


chain = (Link(),)
for i in range(100000):
    chain = (chain, i)
del chain
print("tuples")
chain = [Link()]
for i in range(100000):
    chain = [chain, i]
del chain
print("lists")
