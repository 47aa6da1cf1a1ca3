# Factorials and their digit sums: multiplication and decimal conversion.
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result

for n in (0, 1, 5, 20, 21, 25, 30, 50):
    print(n, factorial(n))
big = factorial(300)
text = str(big)
print(len(text), sum(map(int, text)), text[:30], len(text) - len(text.rstrip("0")))
print(int(text) == big, -big == int("-" + text))
