"""A sales report from CSV text: groups, totals, percentages, a bar chart of characters."""
import csv
import io
import statistics
from collections import Counter, defaultdict
from operator import itemgetter

DATA = '''date,region,product,units,price
2024-01-03,North,Widget,10,2.50
2024-01-03,South,Gadget,3,"1,250.00"
2024-01-04,North,Gizmo,7,9.99
2024-01-05,East,Widget,25,2.45
2024-01-06,South,Widget,,2.50
2024-01-07,East,"Gizmo ""XL""",2,19.95
2024-01-08,North,Gadget,1,1199
'''


def rows(text):
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        try:
            yield row | {"units": int(row["units"]), "price": float(row["price"].replace(",", ""))}
        except ValueError as error:
            print(f"line {number}: {error}")


sales = list(rows(DATA))
by_region = defaultdict(list)
for sale in sales:
    by_region[sale["region"]].append(sale["units"] * sale["price"])
total = sum(map(sum, by_region.values()))
print(f"{'region':<10}{'orders':>8}{'revenue':>14}{'share':>9}")
print("-" * 41)
for region, amounts in sorted(by_region.items(), key=lambda kv: -sum(kv[1])):
    print(f"{region:<10}{len(amounts):>8}{sum(amounts):>14,.2f}{sum(amounts) / total:>9.1%}")
print(f"{'total':<10}{len(sales):>8}{total:>14,.2f}")
units = Counter()
for sale in sales:
    units[sale["product"]] += sale["units"]
for product, count in units.most_common():
    print(f"{product:>12} {'#' * count} {count}")
prices = [sale["price"] for sale in sales]
print("mean", round(statistics.mean(prices), 3), "median", statistics.median(prices), "stdev", round(statistics.stdev(prices), 2))
print("quartiles", [round(q, 2) for q in statistics.quantiles(prices, n=4)])
best = max(sales, key=itemgetter("units", "price"))
print(best)

out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["product", "units", "note"], restval="-", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
writer.writeheader()
for product in sorted(units):
    writer.writerow({"product": product, "units": units[product]} | ({"note": "top"} if product == units.most_common(1)[0][0] else {}))
print(out.getvalue(), end="")
try:
    writer.writerow({"product": "x", "colour": "red"})
except ValueError as error:
    print(error)
print(sorted({sale["date"][:7] for sale in sales}), f"{min(prices)=} {max(prices)=:.1f}")
