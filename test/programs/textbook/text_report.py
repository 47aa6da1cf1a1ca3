# Parsing a small CSV by hand and printing a report.
DATA = '''date,region,product,units,price
2024-01-03,north,tea,10,2.50
2024-01-04,south,"coffee, dark",3,7.25
2024-01-04,north,tea,5,2.50
2024-02-10,east,"cup ""large""",12,1.10
2024-02-11,south,tea,bad,2.50
2024-03-01,north,"coffee, dark",1,7.25
'''
def split(line):
    cells, cell, quoted, i = [], "", False, 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"' and line[i + 1:i + 2] == '"': cell += '"'; i += 1
            elif c == '"': quoted = False
            else: cell += c
        elif c == '"': quoted = True
        elif c == ",": cells.append(cell); cell = ""
        else: cell += c
        i += 1
    return cells + [cell]
head, *rows = map(split, DATA.splitlines())
records, errors = [], []
for n, row in enumerate(rows, 2):
    r = dict(zip(head, row))
    try: r["units"], r["price"] = int(r["units"]), float(r["price"])
    except ValueError as e: errors.append(f"line {n}: {e}"); continue
    r["total"] = r["units"] * r["price"]
    records.append(r)
def group(records, key):
    out = {}
    for r in records: out.setdefault(key(r), []).append(r)
    return out
for title, key in (("region", lambda r: r["region"]), ("month", lambda r: r["date"][:7]), ("product", lambda r: r["product"])):
    print(title.upper())
    for k, rs in sorted(group(records, key).items()):
        print(f"  {k:<14}{sum(r['units'] for r in rs):>4}{sum(r['total'] for r in rs):>9.2f} {'*' * round(sum(r['total'] for r in rs) / 5)}")
print(errors, f"{sum(r['total'] for r in records):,.2f}", max(records, key=lambda r: r["total"])["product"], head)
pivot = {}
for r in records: pivot.setdefault(r["region"], {}).setdefault(r["product"], 0); pivot[r["region"]][r["product"]] += r["units"]
print(pivot)
