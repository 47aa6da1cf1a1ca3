import gc


class Node:
    pass


gc.collect()
left = Node()
left.partner = Node()
left.partner.partner = left
alone = Node()
kept = Node()
del left
del alone
gc.collect()
print("collected")
