import csv, io, collections, statistics, textwrap, os
RAW = """sku,name,qty,price,tags
A1,"Widget, small",10,2.50,tools;metal
A2,Gadget,0,19.99,electronics
B7,"Cable ""USB-C"" 1m",125,4.75,electronics;cables
C3,Paper A4,40,3.20,
"""
with open("stock.csv", "w", newline="") as f:
    f.write(RAW)
with open("stock.csv", newline="") as f:
    rows = list(csv.DictReader(f))
for r in rows:
    r["qty"] = int(r["qty"]); r["price"] = float(r["price"])
    r["tags"] = [t for t in r["tags"].split(";") if t]
by_tag = collections.defaultdict(list)
for r in rows:
    for t in r["tags"] or ["(none)"]:
        by_tag[t].append(r["sku"])
print(f"{'sku':<4}|{'name':^22}|{'value':>10}")
print("-" * 38)
for r in sorted(rows, key=lambda r: -r["qty"] * r["price"]):
    print(f"{r['sku']:<4}|{textwrap.shorten(r['name'], 20, placeholder='..'):^22}|{r['qty'] * r['price']:>10,.2f}")
print(dict(by_tag))
print(statistics.mean(r["price"] for r in rows), statistics.median(r["qty"] for r in rows))
out = io.StringIO()
w = csv.writer(out, delimiter="\t", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
w.writerow(["sku", "total"])
for r in rows:
    w.writerow([r["sku"], round(r["qty"] * r["price"], 2)])
print(out.getvalue())
print(list(csv.reader(io.StringIO(out.getvalue()), delimiter="\t", quoting=csv.QUOTE_NONNUMERIC)))
with open("stock.csv", "a", newline="") as f:
    csv.DictWriter(f, ["sku", "name", "qty", "price", "tags"]).writerow({"sku": "D9", "name": "New\nline", "qty": 1, "price": 1, "tags": ""})
print([r["name"] for r in csv.DictReader(open("stock.csv", newline=""))][-1:], os.path.getsize("stock.csv"))
os.remove("stock.csv")
print(os.path.exists("stock.csv"))
try:
    csv.DictWriter(io.StringIO(), ["a"]).writerow({"a": 1, "zzz": 2})
except ValueError as e:
    print(e)
