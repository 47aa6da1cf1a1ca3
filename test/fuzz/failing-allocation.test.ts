/** Every allocation of small programs fails once: the heap stays sound, and nothing is left behind. */
import { describe, expect, it } from 'vitest';
import { contestantOf } from '../../src/fuzz/contestants.ts';
import { parseConfig } from '../../src/fuzz/fuzz-config.ts';
import { runProgram } from '../../src/fuzz/run-program.ts';
import { signatureOf } from '../../src/fuzz/signature.ts';

/** Allocations before it are those of the machine, which makes the module of the program. */
const FIRST = 20;

const programs = {
  'iterators that hold a tuple':
    'd = {"a": [1]}\nprint(list(d.items()), list(enumerate([[1]])), list(zip([[1]], [[2]])), list(reversed(d.items())))\n',
  'keywords that are gathered': 'def f(a, *b, **c):\n    return [a, b, c]\nprint(f(1, 2, x=[4]), f(*[1, [2]], **{"z": [1]}))\n',
  'patterns that take a subject apart':
    'class C:\n    __match_args__ = ("x", "y")\nc = C()\nc.x = [1]\nc.y = "ab" * 2\nmatch c:\n    case C(x, [y]): pass\n    case C(x, y, z=1): pass\n    case C(x, y): print(x, y)\nmatch {"a": [1], "b": [2]}:\n    case {"a": [1, 2]}: pass\n    case {"a": [1], "b": d, **rest}: print(d, rest)\n',
  'pairs of numbers and parts of texts':
    'print(divmod(10**30, 7**20), divmod(7.5, 2.0), (0.1).as_integer_ratio(), "a-b".partition("-"), b"a-b".rpartition(b"-"))\nprint(range(10**30).__reduce__(), list(enumerate("ab", 10**20)), list(range(10**30, 10**30 + 2)), complex(1, 2).__getnewargs__())\n',
  'groups of exceptions':
    'g = ExceptionGroup("g", [ValueError("a" * 3), ExceptionGroup("h", [KeyError("b" * 3)])])\nprint(g.split(KeyError), g.subgroup(ValueError))\ntry:\n    raise g\nexcept* KeyError as e:\n    print(e)\nexcept* ValueError as e:\n    print(e)\n',
  'what methods of classes and functions answer':
    'class A: pass\nclass B(A): pass\nclass C(A): pass\ndef f(x: [int], *, y: "s" = 2): return locals()\nprint(len(A.__subclasses__()), f.__annotations__, f([1]), list(f.__code__.co_lines())[:1], A.__annotations__)\n',
  'asynchronous generators':
    'async def g():\n    yield [1]\n    yield [2]\nasync def all():\n    return [x async for x in g()]\ntry:\n    all().send(None)\nexcept StopIteration as stop:\n    print(stop.value)\n',
  'constants, modules and names that are missing':
    'import types\nm = types.ModuleType("m" * 3)\nprint(3 in {1, "ab", (2, "cd")}, m.__name__)\ntry:\n    import nowhere_at_all\nexcept ImportError as error:\n    print(error.name)\ntry:\n    from types import nothing_of_that_name\nexcept ImportError as error:\n    print(error)\nprint(OSError(2, "no", "file" * 2))\nundefined_name_of_nothing\n',
  'errors in what is compiled':
    'for text in "def f(a, a): pass", "x = (", "nonlocal x", "\\x00":\n    try:\n        compile(text, "text", "exec")\n    except (SyntaxError, ValueError) as error:\n        print(error)\nprint(eval("[1, 2]"), "\\xe4".encode("cp1252"))\n',
  'callbacks and reports of the collector':
    'import gc\ndef told(phase, info):\n    print(phase, sorted(info))\ngc.callbacks.append(told)\na = []\na.append(a)\ndel a\ngc.collect()\nprint(len(gc.get_stats()), len(gc.get_referrers(told)) > 0, [len(gc.get_objects()) > 3])\n',
  'the dict of an instance':
    'class C:\n    def __init__(self, x):\n        self.x = [x]\n        self.y = [x]\nprint(C([1]).__dict__)\n',
};

describe.each(Object.entries(programs))('%s', (_, source) => {
  it.each(['refcount', 'semispace'])('come out whole under %s', (strategy) => {
    const contestant = contestantOf(strategy, null);
    const config = parseConfig('stress=0 verify=some');
    const whole = runProgram(source, 'program.py', contestant, config);
    expect(whole.failure).toBe(null);
    let raised = 0;
    for (let failAt = FIRST; failAt < whole.allocatedObjects + FIRST; failAt++) {
      const { failure, stderr } = runProgram(source, 'program.py', contestant, { ...config, failAt });
      expect(failure === null ? '' : `allocation ${failAt}: ${signatureOf(failure)}`).toBe('');
      if (stderr.includes('MemoryError')) raised++;
    }
    expect(raised).toBeGreaterThan(5);
  });
});
