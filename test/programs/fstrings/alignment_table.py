# Tables printed with nested widths.
rows = [("apple", 3, 0.5), ("fig", 12, 2.25), ("watermelon", 100, 10.125)]
widths = [max(len(str(r[i])) for r in rows) for i in range(3)]
for name, count, price in rows:
    print(f"|{name:<{widths[0]}}|{count:>{widths[1]}}|{price:^{widths[2] + 2}.2f}|")
print(f"+{'-' * widths[0]}+{'':=>{widths[1]}}+{'':~^{widths[2] + 2}}+")
for base in (2, 8, 10, 16):
    print(" ".join(f"{n:{w}{t}}" for n, w, t in [(42, 8, {2: "b", 8: "o", 10: "d", 16: "x"}[base])]), f"{42:#{base if base > 9 else 10}b}")
for v in (0, 1, -1, 12345.678, -0.00001234):
    print(f"{v:>12}|{v:<12}|{v:^12}|{v:+12.3f}|{v:012.3f}|{v:e}|{v: }|{v:,}")
for s in ("", "ab", "abcdefgh"):
    print(f"{s:5}|{s:>5}|{s:^5}|{s:.3}|{s:>5.3}|{s:é^6}|{s!r:10}")
print(f"{'日本':>6}|{'é':*<3}|{12:=+6}|{-12:=6}|{-12:06}|{12:<06}|{12:>06}|{1.5:<06}")
