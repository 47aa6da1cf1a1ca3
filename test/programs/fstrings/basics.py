# f-string expressions, conversions, nesting.
name, n, items = "Ada", 7, [1, 2]
print(f"{name} {n + 1} {items[0]} {name.lower()} {n!r} {name!r} {name!s} {'é'!a} {{literal}} {{{n}}}")
print(f"{n:5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{name:>6}|{name:*^9}|{3.14159:.2f}|{1e6:,}|{255:#x}|{True:>6}|{None}")
width, prec = 10, 3
print(f"{3.14159:{width}.{prec}f}|{name:{'>'}{width}}|{n:{width}}|{'x':{name[0:0]}>3}")
print(f"{n=} {n = } {n=:3} {name=!s} {items[0]=} {n+1=} { n = !r:>4}")
print(f"{'single' + "double"} {f'{f"{n}"}'} { {'a': 1}['a'] }")
print(f"{(lambda x: x * 2)(n)} {n if n > 5 else 'small'} {[x for x in items]} {({1: 2})[1]} {n!r:>5} {n:>{n}}")
print(f"""multi
{n}
line""", f'a' 'b' f"{n}" "c", rf"\n{n}\t", fr"\{n}", f"\x41{n}\N{BULLET}", f"{n}%", f"{n}" "{n}", F"{n}")
print(f"{'\n'.join(['a', 'b'])}", f"{n:{'05'}}", f"{'a' 'b'}", f"{n,}", f"{*items, n}", f"{n:%}", f"{'abc':.2}")
