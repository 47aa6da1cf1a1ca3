# Slices of every sequence type agree with indexing by range(*indices).
seqs = [list(range(7)), tuple("abcdefg"), "abcdefg", b"abcdefg", range(0, 70, 10), bytearray(b"1234567")]
bounds = (None, 0, 1, 3, 6, 7, 9, -1, -3, -7, -9)
count = 0
for seq in seqs:
    for start in bounds:
        for stop in bounds:
            for step in (None, 1, 2, 3, -1, -2, 10, -10):
                cut = seq[start:stop:step]
                picks = [seq[i] for i in range(*slice(start, stop, step).indices(len(seq)))]
                assert list(cut) == picks, (seq, start, stop, step)
                count += 1
print(count)
a = list(range(7))
for start in bounds:
    for stop in bounds:
        for step in (1, 2, -1, -3):
            b = a[:]
            del b[start:stop:step]
            drop = set(range(*slice(start, stop, step).indices(7)))
            assert b == [x for i, x in enumerate(a) if i not in drop]
            count += 1
print(count, a[2**70:], a[:2**70], a[-2**70::2**70], a[::-2**70])
