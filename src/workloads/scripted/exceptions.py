"""Exceptions: raised through deep frames, chained, kept, and caught in their own frames.

Purpose: a caught exception holds its traceback, the traceback holds the frames, and the frames
hold every local. Where a frame also holds the exception, this is a cycle; where an exception is
put in a list, a whole stack of dead frames stays alive.
Exercises: exceptions, traceback cycles, frames, cycles, context chains
Observes: nothing
Source: PEP 3134 (chaining) and PEP 3110 (why the name of an except clause is deleted)
"""

ROUNDS = 36000  # param: rounds; 1..100000000; small 20
DEPTH = 10  # param: frames between raise and except; 1..300; small 4
KEEP = 20  # param: exceptions kept with their frames; 1..100000; small 3


class Refused(Exception):
    def __init__(self, reason, weight):
        super().__init__(reason, weight)
        self.reason = reason
        self.weight = weight


class Overweight(Refused):
    pass


class Ledger:
    """A context manager that counts how its blocks ended."""

    def __init__(self):
        self.fine = 0
        self.failed = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.fine += 1
            return False
        self.failed += 1
        return issubclass(kind, Overweight)


def descend(depth, number):
    local_data = [number, depth]
    if depth == 0:
        if number % 3 == 0:
            raise Overweight("too heavy", number)
        if number % 3 == 1:
            raise Refused("not today", number)
        return local_data[0]
    try:
        return descend(depth - 1, number) + local_data[1]
    finally:
        local_data.append(depth)


def keep_in_frame(number):
    """The frame's own local is the exception whose traceback holds the frame: a cycle."""
    kept = None
    try:
        descend(2, number * 3)
    except Refused as error:
        kept = error
    return kept.weight


def chained(number):
    try:
        try:
            {}[number]
        except KeyError as error:
            raise ValueError("looked up in vain") from error
    except ValueError as error:
        return error


def in_context():
    try:
        try:
            [][1]
        except IndexError:
            int("seven")
    except ValueError as error:
        return error


def frames_of(error):
    frames = 0
    trace = error.__traceback__
    while trace is not None:
        frames += 1
        trace = trace.tb_next
    return frames


def main():
    ledger = Ledger()
    kept = []
    weights = frames = returned = swallowed = 0
    for number in range(ROUNDS):
        try:
            with ledger:
                returned += descend(DEPTH, number)
        except Refused as error:
            weights += error.weight
            frames += frames_of(error)
            kept.append(error)
            if len(kept) > KEEP:
                del kept[: KEEP // 2 + 1]
        else:
            swallowed += 1
        if number % 4 == 0:
            weights += keep_in_frame(number)
        if number % 8 == 0:
            error = chained(number)
            weights += error.__cause__.args[0]
            other = in_context()
            frames += frames_of(other) + frames_of(other.__context__)
    print("blocks that ended well:", ledger.fine, "failed:", ledger.failed)
    print("refused weight:", weights, "frames:", frames, "returned:", returned)
    print("without an exception outside:", swallowed)
    print("kept:", len(kept), kept[-1].reason, kept[-1].args)
    print(repr(chained(1)), "from", repr(chained(1).__cause__))
    print(type(in_context().__context__).__name__, in_context().__context__)


main()
