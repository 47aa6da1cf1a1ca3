# A turtle on a character grid, from a little command language, with L-systems.
class Turtle:
    HEADINGS = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    def __init__(self): self.x = self.y = self.h = 0; self.down, self.cells, self.stack = True, {(0, 0)}, []
    def forward(self, n=1):
        for _ in range(n):
            dx, dy = self.HEADINGS[self.h]
            self.x, self.y = self.x + dx, self.y + dy
            if self.down: self.cells.add((self.x, self.y))
    def turn(self, n): self.h = (self.h + n) % 4
    def push(self): self.stack.append((self.x, self.y, self.h))
    def pop(self): self.x, self.y, self.h = self.stack.pop()
    def draw(self):
        xs, ys = zip(*self.cells)
        return "\n".join("".join("#" if (x, y) in self.cells else " " for x in range(min(xs), max(xs) + 1)).rstrip() for y in range(min(ys), max(ys) + 1))
def run(program):
    t, words = Turtle(), iter(program.split())
    def block():
        body = []
        for w in words:
            if w == "]": return body
            if w == "repeat": body.append((w, next(words), block()))
            else: body.append((w, next(words)) if w == "fd" else (w,))
        return body
    def execute(body):
        for op, *args in body:
            if op == "fd": t.forward(int(args[0]))
            elif op == "rt": t.turn(1)
            elif op == "lt": t.turn(-1)
            elif op in ("pu", "pd"): t.down = op == "pd"
            elif op == "repeat":
                for _ in range(int(args[0])): execute(args[1])
            else: raise ValueError(f"unknown command {op}")
    execute(block())
    return t
print(run("repeat 4 fd 4 rt ] pu fd 6 pd fd 2").draw())
print(run("repeat 3 fd 2 rt fd 1 lt ]").draw())
try: run("fly")
except ValueError as e: print(e)
def lsystem(axiom, rules, n):
    for _ in range(n): axiom = "".join(rules.get(c, c) for c in axiom)
    return axiom
print(lsystem("A", {"A": "AB", "B": "A"}, 6), [len(lsystem("A", {"A": "AB", "B": "A"}, n)) for n in range(10)])
t = Turtle()
for c in lsystem("FX", {"X": "X+YF+", "Y": "-FX-Y"}, 6):
    if c == "F": t.forward(2)
    elif c in "+-": t.turn(1 if c == "+" else -1)
print(t.draw(), len(t.cells))
