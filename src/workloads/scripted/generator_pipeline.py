"""Generator pipeline: frames on the heap that pass items along.

Purpose: records flow through chained generators that parse, filter, group and sum them;
trees are walked by nested yield from; coroutines receive values by send; many generators are
dropped or closed half way. Suspended frames are roots of what they hold.
Exercises: generators, suspended frames, tuples, strings, recursion
Observes: nothing
Source: the pipeline idiom of PEP 255, 342 and 380
"""

from itertools import chain, islice, takewhile

RECORDS = 120000  # param: records pushed through the pipeline; 1..100000000; small 60
BATCH = 16  # param: records in a batch; 1..10000; small 4
TREE_DEPTH = 9  # param: depth of the tree walked by yield from; 1..16; small 4
WALKS = 60  # param: walks through that tree; 1..1000000; small 2


def records(count):
    state = 7
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        yield f"{number},{state >> 16},{'abcde'[(state >> 12) % 5]}"


def parsed(lines):
    for line in lines:
        number, value, group = line.split(",")
        yield int(number), int(value), group


def only(rows, keep):
    for row in rows:
        if keep(row):
            yield row


def batched(rows, size):
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def running_mean():
    """Send numbers in, get the mean so far; on close the count goes to the log."""
    log = []
    total = count = 0
    mean = 0
    try:
        while True:
            value = yield mean
            total += value
            count += 1
            mean = total // count
    finally:
        log.append(count)


def make_tree(depth, label=1):
    if depth == 0:
        return None
    return (make_tree(depth - 1, label * 2), label, make_tree(depth - 1, label * 2 + 1))


def walk(tree):
    if tree is not None:
        left, label, right = tree
        yield from walk(left)
        yield label
        yield from walk(right)


def countdown_with_result(n):
    while n > 0:
        yield n
        n -= 1
    return "done"


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def main():
    groups = {}
    batches = 0
    rows = only(parsed(records(RECORDS)), lambda row: row[1] % 3 != 0)
    mean = running_mean()
    next(mean)
    last_mean = 0
    for batch in batched(rows, BATCH):
        batches += 1
        for _, value, group in batch:
            groups[group] = groups.get(group, 0) + value
            last_mean = mean.send(value)
    mean.close()
    print("batches:", batches, "mean:", last_mean)
    for group in sorted(groups):
        print(f"group {group}: {groups[group]}")

    tree = make_tree(TREE_DEPTH)
    checksum = 0
    for number in range(WALKS):
        for place, label in enumerate(walk(tree)):
            checksum = (checksum * 3 + label + place) % 1000003
        # Half a walk: the generators are dropped while they are suspended.
        half_walk = walk(tree)
        for label in islice(half_walk, number * 5 + 1):
            checksum += label
    print("tree walks:", checksum)

    def outer():
        result = yield from countdown_with_result(3)
        yield result

    print("result of a generator:", list(outer()))
    squares = (n * n for n in naturals())
    print("squares below 200:", list(takewhile(lambda n: n < 200, squares)))
    print("chained:", sum(chain(range(10), (n * 2 for n in range(10)))))


main()
