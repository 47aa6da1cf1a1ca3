"""Functions of heapq that work on iterables."""
__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """Merge multiple sorted inputs into a single sorted output."""
    heap = []
    if reverse:
        _heapify, _heappop, _heapreplace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        _heapify, _heappop, _heapreplace, direction = heapify, heappop, heapreplace, 1
    for order, iterator in enumerate(map(iter, iterables)):
        try:
            value = next(iterator)
        except StopIteration:
            continue
        heap.append([value if key is None else key(value), order * direction, value, iterator])
    _heapify(heap)
    while len(heap) > 1:
        while True:
            entry = heap[0]
            yield entry[2]
            try:
                value = next(entry[3])
            except StopIteration:
                _heappop(heap)
                break
            entry[0] = value if key is None else key(value)
            entry[2] = value
            _heapreplace(heap, entry)
    if heap:
        _, _, value, iterator = heap[0]
        yield value
        yield from iterator


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset."""
    if n == 1:
        missing = object()
        result = min(iterable, default=missing, key=key)
        return [] if result is missing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    # A max-heap of the best n so far; the position keeps equal elements in order.
    iterator = iter(iterable)
    best = [(value if key is None else key(value), place, value) for place, value in zip(range(n), iterator)]
    if not best:
        return []
    _heapify_max(best)
    worst = best[0][0]
    place = n
    for value in iterator:
        rank = value if key is None else key(value)
        if rank < worst:
            _heapreplace_max(best, (rank, place, value))
            worst = best[0][0]
            place += 1
    best.sort(key=lambda entry: entry[:2])
    return [value for _, _, value in best]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset."""
    if n == 1:
        missing = object()
        result = max(iterable, default=missing, key=key)
        return [] if result is missing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    iterator = iter(iterable)
    best = [(value if key is None else key(value), -place, value) for place, value in zip(range(n), iterator)]
    if not best:
        return []
    heapify(best)
    worst = best[0][0]
    place = -n
    for value in iterator:
        rank = value if key is None else key(value)
        if worst < rank:
            heapreplace(best, (rank, place, value))
            worst = best[0][0]
            place -= 1
    best.sort(key=lambda entry: entry[:2], reverse=True)
    return [value for _, _, value in best]
