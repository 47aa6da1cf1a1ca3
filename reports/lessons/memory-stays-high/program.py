def load(count):
    return [f"record {n:05d}" for n in range(count)]


records = load(60_000)
kept = records[::100]
print("records:", len(records))

del records
print("kept:", len(kept))

more = [n * 1.5 for n in range(30_000)]
print("floats:", len(more))
