# Brackets, reverse Polish, queue from two stacks, breadth-first, undo, min stack.
def balanced(s):
    pairs, stack = {")": "(", "]": "[", "}": "{"}, []
    for i, c in enumerate(s):
        if c in "([{": stack.append((c, i))
        elif c in pairs:
            if not stack or stack.pop()[0] != pairs[c]: return f"error at {i}"
    return "balanced" if not stack else f"unclosed at {stack[-1][1]}"
for s in ("(a[b]{c})", "(]", "((", "", ")"): print(repr(s), balanced(s))
def rpn(text):
    stack = []
    for t in text.split():
        if t in "+-*/":
            b, a = stack.pop(), stack.pop()
            stack.append({"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else float("inf")}[t])
        else: stack.append(float(t))
    return stack
print(rpn("3 4 + 2 * 7 /"), rpn("5 1 2 + 4 * + 3 -"), rpn("1 2"))
try: rpn("+")
except IndexError as e: print(e)
def shunting(expr):
    prec, out, ops = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}, [], []
    for t in expr.replace("(", " ( ").replace(")", " ) ").split():
        if t in prec:
            while ops and ops[-1] != "(" and (prec[ops[-1]] > prec[t] or prec[ops[-1]] == prec[t] and t != "^"): out.append(ops.pop())
            ops.append(t)
        elif t == "(": ops.append(t)
        elif t == ")":
            while ops[-1] != "(": out.append(ops.pop())
            ops.pop()
        else: out.append(t)
    return " ".join(out + ops[::-1])
print(shunting("3 + 4 * 2 / ( 1 - 5 ) ^ 2 ^ 3"), rpn(shunting("( 1 + 2 ) * 3 - 4")))
class Queue:
    def __init__(self): self.a, self.b = [], []
    def put(self, x): self.a.append(x)
    def get(self):
        if not self.b:
            while self.a: self.b.append(self.a.pop())
        return self.b.pop()
q = Queue()
for i in range(3): q.put(i)
print(q.get(), q.get(), q.put(9), q.get(), q.get())
class MinStack:
    def __init__(self): self.s = []
    def push(self, x): self.s.append((x, min(x, self.s[-1][1]) if self.s else x))
    def pop(self): return self.s.pop()[0]
    @property
    def min(self): return self.s[-1][1]
m = MinStack()
mins = []
for x in (5, 3, 8, 2): m.push(x); mins.append(m.min)
print(mins, m.pop(), m.min, m.pop(), m.pop(), m.min)
from collections import deque
maze = ["S.#.", "..#E", "#...", "...#"]
start = next((x, y) for y, r in enumerate(maze) for x, c in enumerate(r) if c == "S")
todo, came = deque([start]), {start: None}
while todo:
    x, y = todo.popleft()
    if maze[y][x] == "E": break
    for n in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        if 0 <= n[0] < 4 and 0 <= n[1] < 4 and maze[n[1]][n[0]] != "#" and n not in came:
            came[n] = (x, y)
            todo.append(n)
path, at = [], (x, y)
while at: path.append(at); at = came[at]
print(path[::-1])
