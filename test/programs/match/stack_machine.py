# A stack machine whose instructions are matched; starred type arguments.
"""A stack VM with assembler and match statements."""
from dataclasses import dataclass, field
from typing import NamedTuple, Callable, Any, Protocol, runtime_checkable, Literal, TypeAlias, Generic, TypeVar
Op: TypeAlias = tuple[str, *tuple[int, ...]]
class VMError(RuntimeError):
    def __init__(self, msg, pc): super().__init__(msg); self.pc = pc; self.add_note(f"at pc={pc}")
@dataclass
class VM:
    code: list[Any]; stack: list[int] = field(default_factory=list); pc: int = 0; calls: list[int] = field(default_factory=list, repr=False); out: list = field(default_factory=list, compare=False); mem: dict = field(default_factory=dict)
    def __post_init__(self): self.steps = 0
    def step(self):
        ins = self.code[self.pc]; self.pc += 1; self.steps += 1
        match ins, self.stack:
            case (("push", int(n)) | ("push", float(n))), _: self.stack.append(n)
            case ("add" | "sub" | "mul" | "lt" as op,), [*_, a, b]:
                del self.stack[-2:]; self.stack.append({"add": a + b, "sub": a - b, "mul": a * b, "lt": a < b}[op])
            case ("add" | "sub" | "mul" | "lt" as op,), [*few]: raise VMError(f"{op} needs 2, has {len(few)}", self.pc - 1)
            case ("dup",), [*_, a]: self.stack.append(a)
            case ("jz", to), [*rest, 0 | False]: self.stack[:] = rest; self.pc = to
            case ("jz", _), [*rest, _]: self.stack = rest
            case ("jmp", to), _: self.pc = to
            case ("store", str() as k), [*_, v]: self.mem[k] = self.stack.pop()
            case ("load", k), _ if k in self.mem: self.stack.append(self.mem[k])
            case ("print",), [*_, v]: self.out.append(v)
            case ("call", to), _: self.calls.append(self.pc); self.pc = to
            case ("ret",), _: self.pc = self.calls.pop()
            case ("halt", *_), _: return False
            case {"op": name, **rest}, _: print("dict op", name, rest)
            case _: raise VMError(f"unknown {ins!r}", self.pc - 1)
        return True
    def run(self):
        while self.step(): pass
        return self.out
def asm(src):
    labels, code = {}, []
    for line in src.strip().splitlines():
        line = line.split("#")[0].strip()
        match line.split():
            case []: continue
            case [lab] if lab.endswith(":"): labels[lab[:-1]] = len(code)
            case [op, arg]: code.append((op, arg))
            case [op]: code.append((op,))
            case other: raise ValueError(f"bad line {other}")
    def fix(op, *a):
        for x in a: return op, labels[x] if x in labels else int(x) if x.lstrip("-").isdigit() else x
        return (op,)
    return [fix(*c) for c in code]
src = """
push 10
store n
push 1
store acc
loop:
load n
jz end      # done?
load acc
load n
mul
store acc
load n
push 1
sub
store n
jmp loop
end:
load acc
print
halt
"""
vm = VM(asm(src)); print(vm.run(), vm.steps, vm.mem, vm == VM(vm.code, [], vm.pc, mem={"n": 0, "acc": 3628800}))
print(repr(VM([("halt",)])))
for bad in ([("push", 1), ("add",)], [("frob", 1)], [("load", "q")], [("push", 1)], [{"op": "x", "y": 2}, ("halt", 1, 2)], [("ret",)]):
    try: print(VM(bad).run())
    except VMError as e: print(type(e).__name__, e, e.pc, e.__notes__)
    except IndexError as e: print("IndexError", e)
@runtime_checkable
class Runner(Protocol):
    def run(self) -> list: ...
print(isinstance(vm, Runner), isinstance(3, Runner), Op, VM.__annotations__["code"], VM.__dataclass_fields__["pc"].default)
try: asm("a b c")
except ValueError as e: print(e)
VM([("sub",)]).run()
