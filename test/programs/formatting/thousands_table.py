# A report with alignment, thousands and percentages.
rows = [("Widget, large", 1234, 19.99), ("Gadget", 7, 1250.5), ("Thing-é", 1000000, 0.015)]
total = sum(q * p for _, q, p in rows)
print(f"{'Item':<15}|{'Qty':^11}|{'Price':>10}|{'Share':>8}")
print("-" * 15 + "+" + "-" * 11 + "+" + "-" * 10 + "+" + "-" * 8)
for name, q, p in rows:
    print(f"{name:<15}|{q:>11,}|{p:>10,.2f}|{q * p / total:>8.2%}")
print("%-15s|%11d|%10.2f|%7.1f%%" % ("Total", sum(r[1] for r in rows), total, 100))
print("{:=^48}".format(" end "))
for n in range(1, 6):
    print(" ".join(f"{n * m:>3}" for m in range(1, 6)))
print(f"{1e3:,.0f} {1e6:_.0f} {-1234.5:,} {12345678.9:,.1f} {0.000123:,.6f} {999999.999:,.2f} {1234:+,} {1234:08,} {123456789:020,}")
