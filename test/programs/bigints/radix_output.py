# bin, oct, hex and formatting of big numbers.
n = 2**70 + 0xABCDEF
print(bin(n), oct(n), hex(n), hex(-n))
print(f"{n:x}", f"{n:#X}", f"{n:_x}", f"{n:,}", f"{n:_d}", f"{-n:_b}", f"{n:>40}", f"{n:=+40}", f"{n:040,}")
print("%d|%x|%o|%X|%#x" % (n, n, n, n, n))
print(int(hex(n), 16) == n, int(bin(-n), 2) == -n, int(oct(n), 8) == n, int(f"{n:_x}", 16) == n)
print(float(n), f"{n:e}", f"{n:.3f}", f"{n:g}")
