# tier: C
# Automatic collections with many survivors: a full one is put off while what waits is less than a quarter of what there is, the interpreter's own objects included.
import gc


class Node:
    pass


def churn(kept, count):
    for i in range(count):
        node = Node()
        node.me = node
        if i % 10 == 0:
            kept.append([i])


generations = []
gc.callbacks.append(lambda phase, info: generations.append(info["generation"]) if phase == "stop" else None)
kept = []
churn(kept, 60000)
print(generations)
for thresholds in (100, 3, 3), (50, 2, 2), (700, 10, 10):
    gc.set_threshold(*thresholds)
    generations.clear()
    churn(kept, 20000)
    print(thresholds, [generations.count(each) for each in range(3)])
    gc.collect()
    generations.clear()
    churn(kept, 20000)
    print(thresholds, [generations.count(each) for each in range(3)])
