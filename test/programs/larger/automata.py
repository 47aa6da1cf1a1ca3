"""Finite automata and Turing machines: building, determinising, minimising, running, drawing as text."""
from collections import defaultdict
from functools import reduce
from itertools import product


class Machine:
    def __init__(self, start, accepting, moves):
        self.start, self.accepting = start, frozenset(accepting)
        self.moves = dict(moves)

    @property
    def states(self):
        return sorted({self.start, *self.accepting, *(state for state, _ in self.moves), *self.moves.values()}, key=str)

    @property
    def alphabet(self):
        return sorted({letter for _, letter in self.moves})

    def run(self, word):
        state = self.start
        for letter in word:
            state = self.moves.get((state, letter))
            if state is None:
                return False
        return state in self.accepting

    __contains__ = run

    def words(self, length):
        return ["".join(word) for word in product(self.alphabet, repeat=length) if "".join(word) in self]

    def __and__(self, other):
        moves = {((a, b), letter): (to, other.moves[b, letter]) for (a, letter), to in self.moves.items() for b in other.states if (b, letter) in other.moves}
        return Machine((self.start, other.start), product(self.accepting, other.accepting), moves)

    def __invert__(self):
        sink, moves = "sink", dict(self.moves)
        for state, letter in product([*self.states, sink], self.alphabet):
            moves.setdefault((state, letter), sink)
        return Machine(self.start, {*self.states, sink} - self.accepting, moves)

    def minimised(self):
        groups = [set(self.accepting), set(self.states) - self.accepting]
        groups = [group for group in groups if group]
        while True:
            where = {state: number for number, group in enumerate(groups) for state in group}
            split = defaultdict(set)
            for state in self.states:
                split[where[state], tuple(where.get(self.moves.get((state, letter))) for letter in self.alphabet)].add(state)
            if len(split) == len(groups):
                break
            groups = list(split.values())
        name = {state: min(group, key=str) for group in groups for state in group}
        return Machine(name[self.start], {name[state] for state in self.accepting}, {(name[a], letter): name[b] for (a, letter), b in self.moves.items()})

    def table(self):
        head = ["state", *self.alphabet]
        rows = [[("*" if state in self.accepting else "") + (">" if state == self.start else "") + str(state), *(str(self.moves.get((state, letter), "-")) for letter in self.alphabet)] for state in self.states]
        widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
        return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in [head, *rows])


def determinised(start, accepting, moves):
    """From moves {(state, letter): {states}}, '' for moves without a letter."""

    def closure(states):
        todo, seen = list(states), set(states)
        while todo:
            for state in moves.get((todo.pop(), ""), ()):
                if state not in seen:
                    seen.add(state)
                    todo.append(state)
        return frozenset(seen)

    letters = sorted({letter for _, letter in moves if letter})
    first = closure([start])
    names, todo, made = {first: 0}, [first], {}
    while todo:
        here = todo.pop(0)
        for letter in letters:
            there = closure(reduce(set.union, (moves.get((state, letter), set()) for state in here), set()))
            if not there:
                continue
            if there not in names:
                names[there] = len(names)
                todo.append(there)
            made[names[here], letter] = names[there]
    return Machine(0, {number for states, number in names.items() if states & set(accepting)}, made)


class Turing:
    def __init__(self, rules, start="start", blank="_"):
        self.rules = {}
        for line in rules.strip().splitlines():
            state, read, write, move, to = line.split()
            self.rules[state, read] = write, {"L": -1, "R": 1, "N": 0}[move], to
        self.start, self.blank = start, blank

    def run(self, text, limit=1000):
        tape = defaultdict(lambda: self.blank, enumerate(text))
        place, state, steps = 0, self.start, 0
        while state != "halt":
            if steps == limit:
                raise RuntimeError(f"no halt within {limit} steps")
            try:
                tape[place], move, state = self.rules[state, tape[place]]
            except KeyError as error:
                raise RuntimeError(f"no rule for {error}") from error
            place += move
            steps += 1
        cells = "".join(tape[i] for i in range(min(tape), max(tape) + 1))
        return cells.strip(self.blank), steps


even = Machine("e", {"e"}, {("e", "a"): "o", ("o", "a"): "e", ("e", "b"): "e", ("o", "b"): "o"})
ends = determinised("s", {"f"}, {("s", "a"): {"s", "p"}, ("s", "b"): {"s"}, ("p", "b"): {"f"}})
print(even.table(), ends.table(), sep="\n\n")
print([word for word in ("", "a", "abab", "baa", "ab") if word in even], ends.words(3), "xyz" in even)
both = even & ends
print(both.words(4), (~ends).words(2), len(both.states))
print(both.minimised().table())
optional = determinised(0, {3}, {(0, ""): {1, 2}, (1, "a"): {1}, (1, ""): {3}, (2, "b"): {3}, (3, "c"): {3}})
print(optional.table(), optional.words(2), "aac" in optional, "bcc" in optional, sep="\n")
plus_one = Turing("""
start 0 0 R start
start 1 1 R start
start _ _ L carry
carry 1 0 L carry
carry 0 1 N halt
carry _ 1 N halt
""")
for number in (0, 1, 7, 10, 255):
    text, steps = plus_one.run(f"{number:b}")
    print(number, int(text, 2), steps)
palindrome = Turing("""
start a _ R seekA
start b _ R seekB
start _ y N halt
seekA a a R seekA
seekA b b R seekA
seekA _ _ L endA
seekB a a R seekB
seekB b b R seekB
seekB _ _ L endB
endA a _ L back
endA _ y N halt
endB b _ L back
endB _ y N halt
back a a L back
back b b L back
back _ _ R start
""")
for word in ("abba", "aba", "b", "ab"):
    try:
        print(word, *palindrome.run(word))
    except RuntimeError as error:
        print(word, error, repr(error.__cause__))
try:
    Turing("start _ _ R start").run("", 50)
except RuntimeError as error:
    print(error)
