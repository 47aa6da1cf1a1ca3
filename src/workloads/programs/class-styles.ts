/** Classes of generated programs: each has f0, f1, f2, a constructor of one argument and a method `get`. */
import type { Tier } from './block.ts';

interface ClassStyle {
  readonly key: string;
  readonly tickets: number;
  readonly tiers: readonly Tier[];
  readonly text: (name: string) => string;
}

const body = `    def __init__(self, a=None):
        self.f0 = a
        self.f1 = None
        self.f2 = None

    def get(self, x=None):
        self.f2 = x
        return self.f0`;

/** A subclass of a built-in container, which holds its argument twice. */
const containing = (base: string, start: string): string => `    def __init__(self, a=None):
        super().__init__(${start})
        self.f0 = a
        self.f1 = None
        self.f2 = None

    def get(self, x=None):
        self.f2 = x
        return self.f0

    __hash__ = object.__hash__${base === 'dict' ? '\n    __eq__ = object.__eq__' : ''}`;

export const classStyles: readonly ClassStyle[] = [
  { key: 'plain', tickets: 6, tiers: ['A', 'B', 'C'], text: (name) => `class ${name}:\n${body}` },
  {
    key: 'slotted',
    tickets: 5,
    tiers: ['A', 'B', 'C'],
    text: (name) => `class ${name}:\n    __slots__ = ("f0", "f1", "f2", "__weakref__")\n\n${body}`,
  },
  { key: 'inherited', tickets: 3, tiers: ['A', 'B', 'C'], text: (name) => `class ${name}(Node):\n    shared = []` },
  { key: 'list', tickets: 2, tiers: ['A', 'B', 'C'], text: (name) => `class ${name}(list):\n${containing('list', '[a]')}` },
  {
    key: 'dict',
    tickets: 2,
    tiers: ['A', 'B', 'C'],
    text: (name) => `class ${name}(dict):\n${containing('dict', '{"a": a}')}`,
  },
  {
    key: 'equal',
    tickets: 2,
    tiers: ['A', 'B', 'C'],
    text: (name) =>
      `class ${name}:\n${body}\n\n    def __hash__(self):\n        return 7\n\n    def __eq__(self, other):\n        return fuel() and self.f1 is getattr(other, "f1", 0)`,
  },
  {
    key: 'guarded',
    tickets: 2,
    tiers: ['A', 'B', 'C'],
    text: (name) =>
      `class ${name}:\n${body}\n\n    def __setattr__(self, name, value):\n        object.__setattr__(self, name, value)`,
  },
  {
    key: 'delegating',
    tickets: 2,
    tiers: ['A', 'B', 'C'],
    text: (name) =>
      `class ${name}(Node):\n    def __getattr__(self, name):\n        raise AttributeError(name)\n\n    @property\n    def both(self):\n        return (self.f0, self.f1)`,
  },
  {
    key: 'sequence',
    tickets: 2,
    tiers: ['A', 'B', 'C'],
    text: (name) =>
      `class ${name}(Node):\n    def __len__(self):\n        return 2\n\n    def __getitem__(self, index):\n        return (self.f0, self.f1)[index]\n\n    def __contains__(self, x):\n        return x is self.f0\n\n    def __iter__(self):\n        yield self.f0\n        yield [self.f1]`,
  },
  {
    key: 'operators',
    tickets: 2,
    tiers: ['A', 'B', 'C'],
    text: (name) =>
      `class ${name}(Node):\n    def __add__(self, other):\n        return ${name}((self.f0, other))\n\n    def __radd__(self, other):\n        return [other, self]\n\n    def __lt__(self, other):\n        return NotImplemented\n\n    def __bool__(self):\n        return self.f1 is None\n\n    def __index__(self):\n        return 1\n\n    def __call__(self, *args, **names):\n        return [self.f0, args]`,
  },
  {
    key: 'made-elsewhere',
    tickets: 1,
    tiers: ['A', 'B', 'C'],
    text: (name) =>
      `class ${name}(Node):\n    def __new__(cls, *args, **names):\n        made = super().__new__(cls)\n        made.args = args\n        return made\n\n    def __init_subclass__(cls, **names):\n        cls.below = [cls]\n\n    def __getattribute__(self, name):\n        return object.__getattribute__(self, name)`,
  },
  { key: 'finalized', tickets: 6, tiers: ['B', 'C'], text: (name) => `class ${name}(Tagged):\n    pass` },
];
