import ast, operator
OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow, ast.Mod: operator.mod, ast.FloorDiv: operator.floordiv, ast.USub: operator.neg}
class Safe(ast.NodeVisitor):
    def __init__(self, env): self.env = env
    def visit_Expression(self, n): return self.visit(n.body)
    def visit_Constant(self, n): return n.value
    def visit_Name(self, n): return self.env[n.id]
    def visit_BinOp(self, n): return OPS[type(n.op)](self.visit(n.left), self.visit(n.right))
    def visit_UnaryOp(self, n): return OPS[type(n.op)](self.visit(n.operand))
    def generic_visit(self, n): raise SyntaxError(f"not allowed: {type(n).__name__}")
for e in ["1 + 2 * 3", "(x - 1) ** 2 // 3", "-x % 7", "x / (y - 2)", "f(x)", "[1]", "1 +", "x if y else 2"]:
    try: print(e, "=", Safe({"x": 10, "y": 4}).visit(ast.parse(e, mode="eval")))
    except SyntaxError as ex: print(e, "!", ex.msg)
class Fold(ast.NodeTransformer):
    def visit_BinOp(self, n):
        self.generic_visit(n)
        match n:
            case ast.BinOp(ast.Constant(a), op, ast.Constant(b)): return ast.copy_location(ast.Constant(OPS[type(op)](a, b)), n)
            case ast.BinOp(l, ast.Mult(), ast.Constant(1)) | ast.BinOp(ast.Constant(1), ast.Mult(), l): return l
            case ast.BinOp(l, ast.Add(), ast.Constant(0)) | ast.BinOp(ast.Constant(0), ast.Add(), l): return l
        return n
for e in ["2 * 3 + x * 1", "(1 + 1) ** (x + 0)", "f(3 - 1, k=2 * 2)[1 + 1]"]: print(ast.unparse(Fold().visit(ast.parse(e))))
src = '''
import os, sys as system
from a.b import c as d
class K(Base):
    attr = 1
    def m(self, a, *b, c=2, **d): 
        """Doc."""
        for i in range(a): yield i
        return [x for x in b if x > 1]
async def co(): await z
def f(x: int = 3) -> str: return lambda y: x + y
'''
tree = ast.parse(src)
names = {"defs": [], "imports": [], "loads": set(), "stores": set()}
for n in ast.walk(tree):
    if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)): names["defs"].append((n.name, n.lineno, ast.get_docstring(n)))
    elif isinstance(n, ast.Import): names["imports"] += [a.asname or a.name for a in n.names]
    elif isinstance(n, ast.ImportFrom): names["imports"] += [f"{n.module}.{a.name}" for a in n.names]
    elif isinstance(n, ast.Name): names["loads" if isinstance(n.ctx, ast.Load) else "stores"].add(n.id)
print({k: sorted(v, key=str) for k, v in names.items()})
print(ast.dump(ast.parse("x: int = a[1:2] and not b", mode="exec"), indent=2)); print(ast.unparse(tree))
mod = ast.Module([ast.Assign([ast.Name("r", ast.Store())], ast.Call(ast.Name("sum", ast.Load()), [ast.List([ast.Constant(i) for i in range(4)], ast.Load())], []), lineno=1)], [])
ns = {}; exec(compile(ast.fix_missing_locations(mod), "<gen>", "exec"), ns); print(ns["r"])
print(ast.literal_eval("{'a': [1, -2.5, (None, True)], b'k': {3}}"))
for bad in ["a", "1+1", "__import__('os')", "[1", "{}[0]"]:
    try: ast.literal_eval(bad)
    except (ValueError, SyntaxError) as e: print(type(e).__name__, str(e).split(": <")[0])
