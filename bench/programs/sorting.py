# Sorting: a written merge sort and heap sort, and the built-in sort with and without keys.


def numbers(count):
    state = 42
    result = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        result.append(state >> 4)
    return result


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def heap_sort(items):
    heap = items[:]

    def sift(start, end):
        root = start
        while 2 * root + 1 < end:
            child = 2 * root + 1
            if child + 1 < end and heap[child] < heap[child + 1]:
                child += 1
            if heap[root] >= heap[child]:
                return
            heap[root], heap[child] = heap[child], heap[root]
            root = child

    for start in range(len(heap) // 2 - 1, -1, -1):
        sift(start, len(heap))
    for end in range(len(heap) - 1, 0, -1):
        heap[0], heap[end] = heap[end], heap[0]
        sift(0, end)
    return heap


def main():
    items = numbers(20000)
    merged = merge_sort(items)
    same = merged == heap_sort(items) == sorted(items)
    many = numbers(120000)
    by_digits = sorted(many, key=lambda n: (n % 1000, n))
    many.sort(reverse=True)
    names = sorted(str(n) for n in items)
    print(same, merged[100], by_digits[1000], many[5], names[77])


main()
