"""Closures: cells that outlive the frames that made them.

Purpose: counters, accumulators, composed functions, decorators and handlers are made, called
and dropped. Every function drags its cells along, shared cells tie functions together, and
recursive inner functions are cycles through a cell.
Exercises: closures, functions, cycles, tuples, short lives
Observes: nothing
Source: the functional style of Abelson and Sussman, Structure and Interpretation, 2.1 and 3.1
"""

ROUNDS = 25000  # param: rounds; 1..100000000; small 20
CHAIN = 8  # param: functions composed into one; 1..500; small 4


def make_counter(start=0):
    value = start

    def step(by=1):
        nonlocal value
        value += by
        return value

    def reset(to=0):
        nonlocal value
        before, value = value, to
        return before

    return step, reset


def adder(n):
    return lambda x: x + n


def multiplier(n):
    return lambda x: x * n % 1000003


def compose(functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x

    return composed


def remembered(function):
    known = {}

    def wrapper(*arguments):
        if arguments not in known:
            known[arguments] = function(*arguments)
        return known[arguments]

    wrapper.known = known
    return wrapper


def make_fibonacci():
    """The inner function is the content of a cell that the function itself closes over."""

    @remembered
    def fibonacci(n):
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    return fibonacci


def church(n):
    """The number n as the function that applies another one n times."""
    return lambda function: compose([function] * n)


def make_stack():
    """An object made of closures over one linked list of pairs."""
    top = None

    def push(value):
        nonlocal top
        top = (value, top)

    def pop():
        nonlocal top
        value, top = top
        return value

    def depth():
        pairs, pair = 0, top
        while pair is not None:
            pairs += 1
            pair = pair[1]
        return pairs

    return {"push": push, "pop": pop, "depth": depth}


def main():
    checksum = 0
    handlers = []
    for number in range(ROUNDS):
        step, reset = make_counter(number)
        step()
        step(5)
        chain = compose([adder(i) if i % 2 else multiplier(i + 3) for i in range(CHAIN)])
        checksum = (checksum + chain(number) + reset()) % 1000003
        stack = make_stack()
        for value in range(4):
            stack["push"](value * number)
        checksum += stack["pop"]() + stack["depth"]()
        if number % 50 == 0:
            fibonacci = make_fibonacci()
            checksum += fibonacci(20) + len(fibonacci.known)
        checksum += church(3)(adder(2))(number)
        handlers.append(step)
        if len(handlers) > 100:
            checksum += sum(handler() for handler in handlers[:50]) % 1009
            del handlers[:50]
    late = [lambda: i for i in range(3)]
    early = [lambda i=i: i for i in range(3)]
    print("checksum:", checksum % 1000003)
    print("handlers left:", len(handlers))
    print("late binding:", [f() for f in late], "early binding:", [f() for f in early])


main()
