# Warm-up exercises of every course.
for i in range(1, 16):
    if i % 15 == 0: print("FizzBuzz", end=" ")
    elif i % 5 == 0: print("Buzz", end=" ")
    elif i % 3 == 0: print("Fizz", end=" ")
    else: print(i, end=" ")
print()
def collatz(n):
    path = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        path.append(n)
    return path
print(collatz(6), len(collatz(27)), max(collatz(27)))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(48, 18), gcd(17, 5), 48 * 18 // gcd(48, 18))
def is_palindrome(s):
    s = "".join(c.lower() for c in s if c.isalnum())
    return s == s[::-1]
print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("Python"))
def binary(n):
    out = ""
    while n:
        out = str(n % 2) + out
        n //= 2
    return out or "0"
print([binary(n) for n in (0, 1, 5, 255)], [bin(n)[2:] for n in (0, 1, 5, 255)])
def digits(n): return sum(int(d) for d in str(n))
print(digits(98765), [n for n in range(1, 1000) if n == sum(int(d) ** len(str(n)) for d in str(n))])
def fib(n):
    a, b = 0, 1
    for _ in range(n): a, b = b, a + b
    return a
print([fib(i) for i in range(15)], fib(100))
def pascal(n):
    row = [1]
    for _ in range(n):
        print(" ".join(map(str, row)).center(40).rstrip())
        row = [a + b for a, b in zip([0] + row, row + [0])]
pascal(7)
def leap(y): return y % 400 == 0 or y % 4 == 0 and y % 100 != 0
print([y for y in range(1896, 1913) if leap(y)], sum(map(leap, range(1, 2001))))
