# Calls: positional, keyword, default and starred arguments, and deep recursion.


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def shifted(value, by=1, *, scale=1):
    return (value + by) * scale % 65521


def spread(first, *rest, **named):
    return first + len(rest) + len(named)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def main():
    total = fib(28)
    for i in range(400000):
        total = shifted(total, i)
        total = shifted(total, by=3, scale=5)
    for i in range(100000):
        total += spread(i, total, i, last=i)
    for _ in range(500):
        total += depth(200)
    print(total)


main()
