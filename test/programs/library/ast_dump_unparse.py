import ast, sys
src='''
"""doc"""
from __future__ import annotations
import os.path as p, sys
from . import x
@dec(1)
class A[T: int](B, metaclass=M):
    """cls doc"""
    a: int = 5
    def f(self, x, /, y=1, *args, z: int = 2, **kw) -> int:
        return x + y * 2 - -z ** 2 if x and not y or z else (yield x)
async def g():
    async with a as b, c:
        async for i in j: await i
    return [x async for x in y if x if z]
for i, (j, *k) in enumerate(range(3)):
    if i < 1 <= 2 is not None: continue
    elif i: break
    else: pass
else:
    del a.b, c[0], (d, e)
while (n := 10) > 5: n -= 1
try:
    raise ValueError from e
except (A, B) as e: pass
except: ...
else: x = y = 1
finally: assert x, "m"
try: pass
except* E: pass
with open(f'a{x!r:>{w}}b{{{y=}') as f, g: global q
match p:
    case [1, *r] | {"a": 1, **k} if r: pass
    case Point(x=0, y=None) as z: pass
    case "a" | -1 | a.b: pass
    case _: pass
lambda a, *b, c=1, **d: (a, b)
x = {1: 2, **d}, {1, 2}, [*a, *b], (1,), (), a[1:2, ::3], b'x', 1.5e10, 2j, ..., None, True
print(*a, **k, sep='')
type X[*Ts, **P] = int
f(x for x in y)
x = a if b else c if d else e
y = (a + b) * c - (d - e) % f ** -g ** h // (i << 2 & 3 | 4 ^ 5)
z = not (a or b) and (c == d) == e
'''
t=ast.parse(src)
print(ast.dump(t, indent=1, include_attributes=True)); print(ast.dump(t)); u=ast.unparse(t); print(u); print(ast.dump(ast.parse(u))==ast.dump(t))
for e in ['[1,{2:"a"},(3,),{4},-5,1+2j,None,True,b"x"]','1+1','foo','f()','{1:','[-1.5]',' 1','set()','"a" "b"']:
    try: print(repr(ast.literal_eval(e)))
    except Exception as x: print(type(x).__name__, str(x).split(' at 0x')[0])
class V(ast.NodeVisitor):
    def visit_Name(s,n): print('name',n.id,type(n.ctx).__name__, n.lineno, n.col_offset); s.generic_visit(n)
V().visit(ast.parse('a = b + c(d)'))
class T(ast.NodeTransformer):
    def visit_BinOp(s,n): s.generic_visit(n); return ast.Constant(n.left.value+n.right.value) if isinstance(n.left,ast.Constant) and isinstance(n.right,ast.Constant) else n
t=ast.fix_missing_locations(T().visit(ast.parse('print(1+2+3)'))); exec(compile(t,'f','exec')); print(ast.unparse(t))
print(eval(compile(ast.Expression(ast.fix_missing_locations(ast.BinOp(ast.Constant(2),ast.Mult(),ast.Constant(21)))),'','eval')))
print([type(n).__name__ for n in ast.walk(ast.parse('x=1'))], ast.get_docstring(ast.parse(src)), ast.get_source_segment('a = b+c', ast.parse('a = b+c').body[0].value), type(compile('1','','eval',ast.PyCF_ONLY_AST)).__name__, ast.Name('x')._fields, ast.dump(ast.Name('x',ast.Load())), ast.dump(ast.parse('f(a)',mode='eval'),annotate_fields=False))
try: ast.parse('a b')
except SyntaxError as e: print(e)
print(isinstance(ast.parse('1').body[0], ast.stmt), ast.Add.__mro__[1].__name__, ast.increment_lineno(ast.parse('x'),5).body[0].lineno)
match ast.parse('1+x').body[0].value:
    case ast.BinOp(ast.Constant(v), op, ast.Name(id=n)): print(v, op.__class__.__name__, n)
