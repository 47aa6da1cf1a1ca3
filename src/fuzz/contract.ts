/**
 * The contract of a strategy as a short row of programs, each made for one clause. A strategy of a user's own is asked for it before the campaign: what fails
 * here fails in a handful of lines that were written to be read.
 */
import type { Contestant } from './contestant.ts';
import { parseConfig, type RunConfig } from './fuzz-config.ts';
import { type ProgramRun, runProgram } from './run-program.ts';
import { signatureOf } from './signature.ts';

interface Clause {
  /** What the strategy has to do, to be read after "it". */
  readonly rule: string;
  readonly source: string;
  /** What the program prints, whatever the strategy. */
  readonly prints: string;
  /** See fuzz-config.ts; every collection is verified. */
  readonly config: string;
  /** Only strategies with this capability are asked. */
  readonly only?: (capabilities: Contestant['capabilities']) => boolean;
}

const reclaims = ({ refcount, reclaimsCycles }: Contestant['capabilities']): boolean => refcount !== 'none' || reclaimsCycles;

const clauses: readonly Clause[] = [
  { rule: 'starts, and ends cleanly', source: '', prints: '', config: 'stress=1' },
  {
    rule: 'keeps what variables, arguments and temporaries refer to',
    source: 'def f(a):\n    a = [a, "x" * 3]\n    return lambda: a\nfor i in range(5):\n    print(f([i])()[0])\n',
    prints: '[0]\n[1]\n[2]\n[3]\n[4]\n',
    config: 'stress=1',
  },
  {
    rule: 'keeps the class of an instance, and what a class refers to',
    source:
      'def make():\n    class A:\n        b = [1, 2]\n    return A()\na = make()\nfor i in range(5):\n    pass\nprint(type(a).__name__, a.b)\n',
    prints: 'A [1, 2]\n',
    config: 'stress=1',
  },
  {
    rule: 'gives back the tables of lists and dicts that have grown',
    source: 'for i in range(3):\n    a = list(range(300))\n    b = {j: j for j in a}\n    del a, b\nprint("done")\n',
    prints: 'done\n',
    config: 'stress=2',
  },
  {
    rule: 'keeps identities',
    source:
      'a = [[i] for i in range(4)]\nbefore = [id(b) for b in a]\nfor i in range(6):\n    a = a[::-1]\nprint(before == [id(b) for b in a])\n',
    prints: 'True\n',
    config: 'stress=1',
  },
  {
    rule: 'clears weak references to what died, and calls back once',
    source:
      'import weakref\nclass A:\n    pass\na = A()\nkept = A()\nlog = []\nw = weakref.ref(a, log.append)\nv = weakref.ref(kept)\ndel a\nimport gc\ngc.collect()\nfor i in range(3):\n    pass\nprint(w() is None, v() is kept, len(log))\n',
    prints: 'True True 1\n',
    config: 'stress=1',
    only: reclaims,
  },
  {
    rule: 'finalizes once, also what comes back to life',
    source:
      'import gc\nback = []\nclass A:\n    def __del__(self):\n        print("finalizer")\n        back.append(self)\na = A()\ndel a\ngc.collect()\nfor i in range(3):\n    pass\nback.clear()\ngc.collect()\nfor i in range(3):\n    pass\nprint("end")\n',
    prints: 'finalizer\nend\n',
    config: 'stress=1',
    only: reclaims,
  },
  {
    rule: 'reclaims cycles',
    source:
      'import gc\nclass A:\n    pass\nclass B:\n    __slots__ = ("me",)\nfor i in range(5):\n    a = A()\n    a.me = [a]\n    b = B()\n    b.me = b\ndel a, b\ngc.collect()\nprint("end")\n',
    prints: 'end\n',
    config: 'stress=0',
    only: ({ reclaimsCycles }) => reclaimsCycles,
  },
  {
    rule: 'survives structures that are deep',
    source: 'a = None\nfor i in range(20000):\n    a = [a]\nprint(len(a))\ndel a\nprint("end")\n',
    prints: '1\nend\n',
    config: 'stress=0 verify=some',
  },
  {
    rule: 'collects when the heap is full, and goes on',
    source: 'for i in range(800):\n    a = [i] * 2000\nprint("end")\n',
    prints: 'end\n',
    config: 'stress=0 heap=4194304 verify=some',
    only: reclaims,
  },
  {
    rule: 'answers a heap that is too small with MemoryError, and stays sound',
    source:
      'try:\n    a = []\n    while True:\n        a.append([0] * 500)\nexcept MemoryError:\n    a = None\n    print("caught")\n',
    prints: 'caught\n',
    config: 'stress=0 heap=1048576 verify=some',
  },
];

export interface ClauseResult {
  readonly rule: string;
  readonly source: string;
  /** What was wrong, or null. */
  readonly problem: string | null;
}

/** Runs every clause that concerns the strategy, each twice: the second run must be the same as the first. */
export function checkContract(contestant: Contestant): ClauseResult[] {
  return clauses
    .filter(({ only }) => only?.(contestant.capabilities) ?? true)
    .map(({ rule, source, prints, config }) => ({
      rule,
      source,
      problem: problemOf(contestant, source, prints, parseConfig(config)),
    }));
}

function problemOf(contestant: Contestant, source: string, prints: string, config: RunConfig): string | null {
  const first = runProgram(source, 'program.py', contestant, config);
  const wrong = wrongWith(first, prints);
  if (wrong !== null) return wrong;
  return runProgram(source, 'program.py', contestant, config).metrics === first.metrics
    ? null
    : 'a second run counts otherwise';
}

function wrongWith({ failure, status, stdout, stderr }: ProgramRun, prints: string): string | null {
  if (failure !== null) return signatureOf(failure);
  if (status !== 'ok') return `ended with ${stderr.trimEnd().split('\n').at(-1) ?? status}`;
  return stdout === prints ? null : `printed ${JSON.stringify(stdout)}, not ${JSON.stringify(prints)}`;
}
