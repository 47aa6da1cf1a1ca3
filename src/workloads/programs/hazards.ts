/**
 * Hazard macros: the situations in which memory managers go wrong, each a few lines of Python. A macro is a list of steps; ordinary
 * blocks may come between them. In a step `$` begins a name of the macro's own, `@a` and `@b` are references of the program.
 *
 * Everything that runs implicitly (`__del__`, `__eq__`, callbacks) begins by asking for fuel, so a program ends whatever such a body does.
 */
import type { Tier } from './block.ts';

export interface Hazard {
  readonly name: string;
  /** Tiers whose programs may have it. */
  readonly tiers: readonly Tier[];
  readonly steps: readonly string[];
}

const everywhere: readonly Tier[] = ['A', 'B', 'C'];
const logged: readonly Tier[] = ['B', 'C'];
const timed: readonly Tier[] = ['C'];

const hazard = (name: string, tiers: readonly Tier[], ...steps: readonly string[]): Hazard => ({ name, tiers, steps });

/** Every macro. Names are part of seeds: changing one changes programs and needs a new generator version. */
export const hazards: readonly Hazard[] = [
  hazard('closure-cell-cycle', everywhere, 'def $f():\n    return $f, @a', 'print(look($f(), 1))', '$f = None'),
  hazard(
    'resurrection',
    timed,
    'class $R:\n    def __del__(self):\n        if fuel():\n            KEPT.append(self)\n$x = $R()\n$x.a = @a',
    '$x = None\nprint("kept", len(KEPT))',
    'print(look(KEPT[-1].a) if KEPT and type(KEPT[-1]) is $R else "none")\ndel KEPT[:]',
  ),
  hazard(
    'resurrection-from-cycle',
    timed,
    'class $R:\n    def __del__(self):\n        if fuel():\n            KEPT.append(self)\n$x = $R()\n$x.a = [@a]\n$x.me = $x',
    '$x = None\ngc.collect()\nprint("kept", len(KEPT))',
    'for $k in KEPT:\n    if type($k) is $R:\n        print(look($k.a), $k.me is $k)\n$k = None\ndel KEPT[:]',
    'gc.collect()',
  ),
  hazard(
    'weakref-callback-allocates',
    everywhere,
    '$x = Node(@a)\n$w = weakref.ref($x, lambda dead: [[0] * 3 for i in range(4)])',
    '$x = None',
  ),
  hazard(
    'weakref-is-garbage',
    everywhere,
    '$x = Node(@a)\n$x.f1 = weakref.ref($x, lambda dead: 0)',
    '$x = None',
    'gc.collect()',
  ),
  hazard(
    'weakref-in-finalizer',
    timed,
    'class $R:\n    def __del__(self):\n        if fuel():\n            KEPT.append(weakref.ref(self))\n$x = $R()',
    '$x = @a',
    'for $k in KEPT:\n    if type($k) is weakref.ref:\n        print($k() is None)\n$k = None\ndel KEPT[:]',
  ),
  hazard(
    'finalizer-resizes-dict',
    timed,
    '$d = {}\nclass $R:\n    def __del__(self):\n        if fuel():\n            for i in range(20):\n                $d[i] = [i]',
    '$d["x"] = $R()',
    '$d["x"] = @a\nprint(len($d))',
  ),
  hazard(
    'value-clears-its-dict',
    timed,
    '$d = {"y": @a}\nclass $R:\n    def __del__(self):\n        if fuel():\n            $d.clear()',
    '$d["x"] = $R()',
    '$d["x"] = @b\nprint(len($d))',
  ),
  hazard(
    'generator-dropped',
    everywhere,
    'def $g(a):\n    kept = [a]\n    try:\n        yield kept\n    finally:\n        kept = (kept, a)\n$s = $g(@a)\nnext($s)',
    '$s = None',
  ),
  hazard(
    'generator-in-its-own-cycle',
    everywhere,
    'def $g(box):\n    yield box\n$b = [@a]\n$s = $g($b)\n$b.append($s)\nnext($s)',
    '$b = $s = None',
    'gc.collect()',
  ),
  hazard(
    'generator-thrown-into',
    everywhere,
    'def $g(a):\n    try:\n        yield a\n    except ValueError as error:\n        yield error\n$s = $g(@a)\nnext($s)',
    '$x = $s.throw(ValueError(@b))\nprint(type($x).__name__)',
    '$x = $s = None',
  ),
  hazard(
    'generator-closed-late',
    everywhere,
    'def $g(a):\n    b = [a]\n    yield a\n    yield b\n$s = $g(@a)\nnext($s)',
    '$s.close()\nprint(next($s, "closed"))',
  ),
  hazard(
    'traceback-cycle',
    everywhere,
    'try:\n    raise ValueError(@a)\nexcept ValueError as error:\n    $x = error',
    'print(look($x.args))',
    '$x = None\ngc.collect()',
  ),
  hazard(
    'exception-chain',
    everywhere,
    'try:\n    try:\n        raise KeyError(@a)\n    except KeyError:\n        raise ValueError(@b)\nexcept ValueError as error:\n    $x = error',
    'print(type($x.__context__).__name__, look($x.__context__.args))',
    '$x = $x.__context__',
    '$x = None',
  ),
  hazard(
    'tuple-untracked',
    everywhere,
    '$t = (1, "a", (2, 3))\ngc.collect()',
    '$u = ($t, [@a])\ngc.collect()',
    '$u[1].append($u)\nprint(look($u))',
    '$u = None\ngc.collect()',
  ),
  hazard('dict-tracked-late', everywhere, '$d = {"a": 1}\ngc.collect()', '$d["b"] = [$d, @a]', '$d = None\ngc.collect()'),
  hazard(
    'sort-key-mutates',
    everywhere,
    '$l = [[3], [1], [2]]\ndef $k(item):\n    if fuel():\n        $l.append(@a)\n    return item[0]',
    'try:\n    $l.sort(key=$k)\nexcept ValueError:\n    print("modified")\nprint(len($l))',
  ),
  hazard(
    'less-than-empties',
    everywhere,
    '$l = []\nclass $K:\n    def __lt__(self, other):\n        if fuel():\n            del $l[:]\n        return True',
    '$l += [$K(), $K(), $K()]\ntry:\n    $l.sort()\nexcept ValueError:\n    print("modified")\nprint(len($l))',
  ),
  hazard(
    'equality-drops-the-last-reference',
    everywhere,
    '$d = {}\nclass $K:\n    def __hash__(self):\n        return 1\n    def __eq__(self, other):\n        if fuel():\n            $d.clear()\n        return False',
    '$d[$K()] = [@a]',
    'print($d.get($K(), "absent"))\n$d[$K()] = @b\nprint(len($d))',
  ),
  hazard(
    'update-from-a-cleared-dict',
    everywhere,
    '$a = {}\n$b = {}\nclass $K:\n    def __hash__(self):\n        return 1\n    def __eq__(self, other):\n        if fuel():\n            $b.clear()\n        return False',
    '$a[$K()] = @a\n$b[$K()] = @b\n$b[5] = [1]',
    'try:\n    $a.update($b)\nexcept RuntimeError:\n    print("mutated")\nprint(len($b))',
  ),
  hazard('deep-list', everywhere, '$x = @a\nfor $i in range(400):\n    $x = [$x]', '$x = None'),
  hazard(
    'deep-mixed',
    everywhere,
    '$x = @a\nfor $i in range(120):\n    $x = (Node($x), {"k": $x} if $i < 5 else 0)',
    '$x = None',
  ),
  hazard(
    'self-containers',
    everywhere,
    '$l = [@a]\n$l.append($l)\n$d = {"l": $l}\n$d["d"] = $d',
    'print(look($l), look($d))',
    '$l = $d = None\ngc.collect()',
  ),
  hazard('bound-method-cycle', everywhere, '$x = Node(@a)\n$x.f1 = $x.get', 'print(look($x.f1()))', '$x = None\ngc.collect()'),
  hazard(
    'slots-cycle',
    everywhere,
    'class $S:\n    __slots__ = ("a", "me")\n$x = $S()\n$x.a = @a\n$x.me = $x',
    'print(look($x.me.me.a))',
    '$x = None\ngc.collect()',
  ),
  hazard(
    'class-cycle',
    everywhere,
    'class $C:\n    pass\n$C.me = $C\n$C.a = [@a]',
    'print(look($C.me.a))',
    '$C = None\ngc.collect()',
  ),
  hazard(
    'metaclass-cycle',
    everywhere,
    'class $M(type):\n    pass\nclass $C(metaclass=$M):\n    a = None\n$M.made = [$C]\n$C.a = $C()',
    'print(type($C.a).__name__[-1:], len($M.made))',
    '$M = $C = None\ngc.collect()',
  ),
  hazard(
    'collect-in-finalizer',
    timed,
    'class $R:\n    def __del__(self):\n        if fuel():\n            gc.collect()\n            print("finalized")\n$x = $R()\n$x.me = [$x, @a]',
    '$x = None',
    'gc.collect()',
  ),
  hazard(
    'slice-assignment-re-entered',
    timed,
    '$l = [1, 2]\nclass $R:\n    def __del__(self):\n        if fuel():\n            $l[:] = [0, @a]\n            $l.append(1)',
    '$l[0:1] = [$R(), [@b]]',
    '$l[0:1] = [3]\nprint(len($l))',
  ),
  hazard(
    'slice-deletion-re-entered',
    timed,
    '$l = []\nclass $R:\n    def __del__(self):\n        if fuel():\n            $l.clear()',
    '$l += [$R(), @a, $R()]',
    'del $l[0:2]\nprint(len($l))',
  ),
  hazard(
    'deletion-while-iterating',
    everywhere,
    '$l = [[i] for i in range(6)]\nfor $x in $l:\n    $l.remove($x)\nprint(look($l))',
    '$d = {i: [i, @a] for i in range(4)}\ntry:\n    for $k in $d:\n        del $d[$k]\nexcept RuntimeError:\n    print(len($d))',
  ),
  hazard('iterator-outlives-dict', everywhere, '$i = iter({"a": [@a], "b": 2}.items())', 'print(look(next($i)))', '$i = None'),
  hazard('iterator-outlives-list', everywhere, '$i = iter([[@a], [1], [2]])\nnext($i)', 'print(look(next($i)))', '$i = None'),
  hazard(
    'temporaries-as-roots',
    everywhere,
    'print(look(Node([@a, [1]]).get([2])))',
    'print(look([Node(i) for i in range(5)][1:3]), look((Node({"k": [@b]}).f0, [3])))',
  ),
  hazard(
    'callee-drops-argument',
    everywhere,
    '$x = [[@a, [1]]]\ndef $f(box):\n    $x.clear()\n    return look(box)',
    'print($f($x[0]))',
  ),
  hazard('attribute-to-itself', everywhere, '$x = Node([@a])', '$x.f0 = $x.f0\nprint(look($x.f0))'),
  hazard('swap', everywhere, '$x = [@a]\n$y = [[$x]]', '$x, $y = $y, $x\nprint(look($x), look($y))'),
  hazard(
    'old-to-young',
    everywhere,
    '$o = Node()\ngc.collect()\ngc.collect()',
    '$o.f0 = [@a, [4]]',
    'gc.collect(0)\nprint(look($o.f0))',
    '$o.f0 = None',
  ),
  hazard(
    'with-drops-manager',
    everywhere,
    '$m = Manager([@a])\nwith $m as $y:\n    $m = None\n    print(look($y))\n    $y = None',
    'print($m is $y)',
  ),
  hazard(
    'default-argument-cycle',
    everywhere,
    'def $f(kept=[]):\n    kept.append($f)\n    return len(kept)',
    'print($f(), $f())',
    '$f = None\ngc.collect()',
  ),
  hazard(
    'keyword-dict-kept',
    everywhere,
    'def $f(*args, **names):\n    return args, names',
    '$x = $f(@a, b=[@b])\nprint(look($x))',
  ),
  hazard(
    'error-in-the-middle',
    everywhere,
    'def $f():\n    raise KeyError([@a])',
    'try:\n    print([Node(1), [2], $f()])\nexcept KeyError as error:\n    print(look(error.args))',
  ),
  hazard('finalizer-in-cycle', logged, '$x = Tagged(@a)\n$y = Tagged($x)\n$x.f1 = $y', '$x = $y = None', 'gc.collect()'),
  hazard('callback-log', logged, '$x = Node(@a)\nwatch($x)', '$x = None'),
  hazard('callback-on-cycle', logged, '$x = Node(@a)\n$x.f1 = $x\nwatch($x)\nwatch($x)', '$x = None\ngc.collect()'),
  hazard('weakref-read', timed, '$x = Node(@a)\n$w = weakref.ref($x)\nprint($w() is $x)', '$x = None\nprint($w() is None)'),
  hazard('finalizers-in-order', timed, '$x = [Tagged(1), Tagged(2), Tagged(@a)]', '$x[1] = None', '$x = None'),
];
