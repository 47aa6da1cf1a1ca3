# while and for with else, break, continue, nested.
def find(needle, haystack):
    for i, x in enumerate(haystack):
        if x == needle:
            print("found at", i)
            break
    else:
        print("not found")
find(3, [1, 2, 3])
find(9, [1, 2, 3])
find(1, [])
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("exhausted")
while True:
    n += 1
    if n > 2:
        break
else:
    print("never")
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        print(i, j)
    else:
        print("inner done", i)
        continue
    print("inner broken", i)
    break
while False:
    pass
else:
    print("else of a loop that never ran")
primes = []
for n in range(2, 30):
    for p in primes:
        if n % p == 0:
            break
    else:
        primes.append(n)
print(primes)
def f():
    for x in (1, 2):
        try:
            continue
        finally:
            print("finally", x)
    while 1:
        try:
            break
        finally:
            print("leaving")
    return "end"
print(f())
i = 0
while (i := i + 1) < 5:
    if i == 3: break
print(i)
