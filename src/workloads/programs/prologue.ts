/** Helpers that generated programs call; a program has those it uses. */

interface Helper {
  /** It is needed when this occurs in the program. */
  readonly sign: string;
  readonly text: string;
}

/** Later ones may use earlier ones, so needs are found from the last to the first. */
const helpers: readonly Helper[] = [
  { sign: 'fuel()', text: 'FUEL = [200]\n\n\ndef fuel():\n    FUEL[0] -= 1\n    return FUEL[0] > 0\n' },
  { sign: 'KEPT', text: 'KEPT = []\n' },
  { sign: 'LOG', text: 'LOG = []\n' },
  { sign: 'serial()', text: 'SERIAL = [0]\n\n\ndef serial():\n    SERIAL[0] += 1\n    return SERIAL[0]\n' },
  {
    sign: 'watch(',
    text: 'WATCHES = []\n\n\ndef watch(x):\n    number = serial()\n    WATCHES.append(weakref.ref(x, lambda dead: LOG.append(f"callback {number}")))\n',
  },
  {
    sign: 'Node',
    text: 'class Node:\n    def __init__(self, a=None):\n        self.f0 = a\n        self.f1 = None\n        self.f2 = None\n\n    def get(self, x=None):\n        self.f2 = x\n        return self.f0\n',
  },
  {
    sign: 'Manager(',
    text: 'class Manager:\n    def __init__(self, a):\n        self.a = a\n\n    def __enter__(self):\n        return self.a\n\n    def __exit__(self, *error):\n        self.a = None\n        return False\n',
  },
  {
    sign: 'FAULTS',
    text: 'FAULTS = (ArithmeticError, AssertionError, AttributeError, BufferError, LookupError, RuntimeError, StopIteration, TypeError, ValueError)\n',
  },
  {
    sign: 'report(',
    text: 'def report(error):\n    text = str(error)\n    print(type(error).__name__, "" if "0x" in text else text[:120])\n',
  },
  {
    sign: 'take(',
    text: 'def take(x):\n    taken = []\n    try:\n        for each in x:\n            taken.append(each)\n            if len(taken) == 8:\n                break\n    except FAULTS as error:\n        report(error)\n    return taken\n',
  },
  {
    sign: 'advance(',
    text: 'def advance(x):\n    try:\n        return next(x)\n    except FAULTS as error:\n        report(error)\n',
  },
  { sign: 'each_with(', text: 'def each_with(x, y):\n    for each in x:\n        yield (each, y)\n' },
  {
    sign: 'stopped(',
    text: 'def stopped(x):\n    for i in range(8):\n        try:\n            next(x)\n        except StopIteration as stop:\n            return stop.value\n        except FAULTS as error:\n            report(error)\n',
  },
  { sign: 'same(', text: 'def same(x, y):\n    return x is y\n' },
  { sign: 'first(', text: 'def first(x):\n    return x[0] if x else None\n' },
  { sign: 'pop(', text: 'def pop(x):\n    return x.pop() if x else None\n' },
  {
    sign: 'swap(',
    text: 'def swap(x, y, f, g):\n    a, b = getattr(x, f), getattr(y, g)\n    setattr(x, f, b)\n    setattr(y, g, a)\n',
  },
  { sign: 'bind(', text: 'def bind(x, f):\n    setattr(x, f, x.get)\n' },
  { sign: 'gather', text: 'def gather(a, b=None):\n    return (a, [b])\n' },
  {
    sign: 'nest(',
    text: 'def nest(n, a):\n    if n <= 0:\n        return [a]\n    here = [n]\n    return (nest(n - 1, a), here)\n',
  },
  {
    sign: 'keeps_identity(',
    text: 'def keeps_identity(x):\n    before = id(x)\n    gc.collect()\n    print(id(x) == before)\n',
  },
  {
    sign: 'look',
    text:
      'def look(x, depth=2):\n    name = type(x).__name__\n    if name in ("int", "str", "bool", "float", "bytes", "NoneType"):\n        text = repr(x)\n        return name if "0x" in text else text[:40]\n' +
      '    if depth and isinstance(x, (list, tuple)):\n        return f"{name}{len(x)}[" + ", ".join([look(y, depth - 1) for y in x[:4]]) + "]"\n' +
      '    if depth and isinstance(x, dict):\n        return f"{name}{len(x)}[" + ", ".join([look(y, depth - 1) for y in list(x.values())[:4]]) + "]"\n' +
      '    if isinstance(x, set):\n        return f"set{len(x)}"\n' +
      '    if depth and not isinstance(x, type) and hasattr(x, "f0"):\n        return f"{name}({look(x.f0, depth - 1)}, {look(x.f1, depth - 1)})"\n    return name\n',
  },
];

/** The text of the finalizer class of a tier: `B` writes to the log, `C` prints at once. */
function tagged(tier: string): string {
  const report = tier === 'C' ? 'print("finalizer", self.tag)' : 'LOG.append(f"finalizer {self.tag}")';
  return `class Tagged(Node):\n    def __init__(self, a=None):\n        super().__init__(a)\n        self.tag = serial()\n\n    def __del__(self):\n        ${report}\n`;
}

/** Modules that programs may import; each has `gc`, for which the prologue itself asks. */
const LIBRARIES = ['collections', 'functools', 'gc', 'itertools', 'types', 'weakref'];

/** The helpers that `body` needs, imports first. */
export function prologueFor(body: string, tier: string): string {
  const needed: string[] = [];
  let text = body;
  if (text.includes('Tagged')) {
    needed.push(tagged(tier));
    text += needed[0];
  }
  for (const helper of [...helpers].reverse()) {
    if (!text.includes(helper.sign)) continue;
    needed.push(helper.text);
    text += helper.text;
  }
  const imports = LIBRARIES.filter((name) => name === 'gc' || text.includes(`${name}.`)).map((name) => `import ${name}\n`);
  return [`${imports.join('')}\ngc.disable()\n`, ...needed.reverse()].join('\n');
}
