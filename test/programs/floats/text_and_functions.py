import math, sys
inf, nan = float('inf'), float('nan')
for x in (0.0, -0.0, 1.5, -2.5, 1e16, 1e-5, 123456789.123456789, inf, -inf, nan, 5e-324, sys.float_info.max, 0.1, 1/3, 1e22, 1e23, 2.5e-10):
    print(repr(x), str(x), f'{x:.0f}', f'{x:.3f}', f'{x:g}', f'{x:e}', f'{x:10.2g}|', f'{x:<12}|', f'{x:+}', f'{x: }', f'{x:012.3f}', f'{x:%}', f'{x:n}', '%r %g %5.1f %e' % (x,x,x,x), x.hex(), x.is_integer(), f'{x:#.0f}', f'{x:z.1f}', f'{x:G}', f'{x:_.2f}')
for x in (0.5, 1.5, 2.5, -0.5, 2.675, 1.005, 1e20, 123.456):
    print(round(x), round(x, 1), round(x, 2), round(x, -1), math.floor(x), math.ceil(x), math.trunc(x), int(x))
print(nan == nan, nan in [nan], [nan] == [nan], nan < 1, max(1, nan), max(nan, 1), min(nan, 1), sorted([3, nan, 1]))
print(10**17 == 1e17, 10**17+1 == 1e17, 2**53+1 == 2.0**53, hash(1.0) == hash(1), hash(0.5), hash(inf), hash(-1.0), hash(1e300))
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2), divmod(7.5, -2), 1e-20 % 1, -1e-20 % 1, -0.0 % 5)
print((0.1).as_integer_ratio(), float.fromhex('0x1.8p3'), float('1_0.5'), float('  1.5\n'), float('.5'), float('infinity'), float('-NaN'))
print(math.fsum([0.1]*10), sum([0.1]*10), math.hypot(3,4,12), math.isclose(0.1+0.2, 0.3), math.gcd(12,18,27), math.lcm(4,6,10), math.comb(50,25), math.perm(10,3), math.isqrt(10**30), math.frexp(10.5), math.modf(-3.25), math.nextafter(1.0, 2), math.ulp(1.0), math.remainder(7, 4), math.sumprod([1,2,3],[4,5,6]), math.fma(2,3,4))
print(math.gamma(5), math.lgamma(100), math.erf(0.5), math.log(8,2), math.log2(1<<70), math.log1p(1e-10), math.expm1(1e-10), math.atan2(-0.0,-1), math.degrees(math.pi))
print('%.3s|%5s|%-5s|%05d|%+d|% d|%#x|%#o|%.2e|%G|%i|%u|%a|%c|%%' % ('abcdef', 'ab', 'ab', 42, 5, 5, 255, 8, 12345.678, 1e-10, 3.7, 9, 'é', 65))
for n in (0, 1, -1, 255, -256, 10**20, -(2**63), 2**100-1):
    print(bin(n), oct(n), hex(n), n.bit_length(), n.bit_count(), f'{n:+,}', f'{n:_b}', f'{n:#_x}', f'{n:08d}', f'{n:e}', f'{n:.3g}', f'{n:%}', f'{n:^30,}|', f'{n:=+20}|', f'{n:*<20}')
