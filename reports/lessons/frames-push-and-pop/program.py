def square(n):
    result = n * n
    return result


def total(m):
    half = m // 2
    part = square(half)
    return part + m


x = 600
y = total(x)
print("y:", y)


def down(n):
    if n == 0:
        return "bottom"
    return down(n - 1)


print(down(5))
try:
    down(100_000)
except RecursionError as error:
    print("RecursionError:", error)
