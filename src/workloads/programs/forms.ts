/** The operations that generated programs are made of. */
import { attemptForms } from './attempt-forms.ts';
import { act, type Form, value } from './form.ts';
import { iteratorForms } from './iterator-forms.ts';

/** Operations on values, containers, attributes and names. */
const plainForms: Readonly<Record<string, Form>> = {
  int: value('text', 'Int', [], (_, [n]) => n, [[257, 99999]]),
  'big-int': value('text', 'Int', [], (_, [n, m]) => `(${m} << ${n})`, [
    [40, 200],
    [3, 900],
  ]),
  'int-add': value('text', 'Int', ['Int', 'Int'], ([a, b]) => `((${a} + ${b}) % 1000003)`),
  'int-multiply': value('text', 'Int', ['Int', 'Int'], ([a, b]) => `((${a} * ${b}) % 1000003)`),
  'int-divide': value('text', 'Int', ['Int'], ([a], [n]) => `(${a} // ${n})`, [[3, 99]]),
  'str-slice': value('text', 'Str', ['Str'], ([a], [n]) => `${a}[${n}:]`, [[0, 3]]),
  'str-replace': value('text', 'Str', ['Str', 'Str'], ([a, b]) => `${a}[:6].replace("s", ${b}[:9])`),
  'str-pad': value('text', 'Str', ['Str'], ([a], [n]) => `f"{${a}[:20]:>${n}}"`, [[1, 30]]),
  'str-split': value('text', 'List', ['Str'], ([a]) => `${a}.split("s")[:6]`),
  'str-joined': value('text', 'Str', ['iterable'], ([a]) => `"-".join([look(x) for x in take(${a})])`),
  'str-of-int': value('text', 'Str', ['Int'], ([a]) => `str(${a})`),
  str: value('text', 'Str', [], (_, [n, m]) => `("s${m}" * ${n})`, [
    [1, 9],
    [0, 99],
  ]),
  'str-join': value('text', 'Str', ['Str', 'Int'], ([a, b]) => `f"{${a}[:9]}-{${b}}"`),
  list: value('make', 'List', ['any', 'any'], ([a, b]) => `[${a}, ${b}]`),
  'list-one': value('make', 'List', ['any'], ([a]) => `[${a}]`),
  'list-repeat': value('make', 'List', ['any'], ([a], [n]) => `([${a}] * ${n})`, [[0, 9]]),
  'list-comprehension': value('make', 'List', ['any'], ([a], [n]) => `[[${a}, i] for i in range(${n})]`, [[1, 5]]),
  'list-copy': value('make', 'List', ['List'], ([a]) => `${a}[:]`),
  tuple: value('make', 'Tuple', ['any', 'any'], ([a, b]) => `(${a}, ${b})`),
  'list-star': value('make', 'List', ['iterable', 'any'], ([a, b]) => `[*take(${a}), ${b}]`),
  sorted: value('make', 'List', ['iterable'], ([a]) => `sorted(take(${a}), key=look)`),
  'tuple-one': value('make', 'Tuple', ['any'], ([a]) => `(${a},)`),
  'tuple-of-list': value('make', 'Tuple', ['List'], ([a]) => `tuple(${a})`),
  'tuple-concat': value('make', 'Tuple', ['Tuple', 'Tuple'], ([a, b]) => `(${a} + ${b})[:8]`),
  dict: value('make', 'Dict', ['any', 'any'], ([a, b], [n]) => `{"k": ${a}, ${n}: ${b}}`, [[0, 9]]),
  'dict-keyed': value('make', 'Dict', ['key', 'any'], ([a, b]) => `{${a}: ${b}}`),
  'dict-from-keys': value('make', 'Dict', ['any'], ([a], [n]) => `dict.fromkeys(("k", ${n}, 3), ${a})`, [[0, 9]]),
  'dict-merge': value('make', 'Dict', ['Dict', 'Dict'], ([a, b]) => `(${a} | ${b})`),
  'default-dict': value('make', 'Dict', ['any'], ([a]) => `collections.defaultdict(list, {"k": ${a}})`),
  'ordered-dict': value('make', 'Dict', ['any', 'any'], ([a, b], [n]) => `collections.OrderedDict({"k": ${a}, ${n}: ${b}})`, [
    [0, 9],
  ]),
  'dict-copy': value('make', 'Dict', ['Dict'], ([a]) => `dict(${a})`),
  'dict-comprehension': value('make', 'Dict', ['any'], ([a], [n]) => `{i: [${a}] for i in range(${n})}`, [[1, 8]]),
  set: value('make', 'Set', ['member', 'member'], ([a, b]) => `{${a}, ${b}}`),
  'set-of': value('make', 'Set', [], (_, [n]) => `set(range(${n}))`, [[0, 12]]),
  instance: value('make', 'Inst', ['Cls', 'any'], ([c, a]) => `${c}(${a})`),
  lambda: value('make', 'Func', ['any'], ([a]) => `(lambda x=${a}: [x])`),
  partial: value('make', 'Func', ['any'], ([a]) => `functools.partial(gather, ${a})`),
  method: value('make', 'Method', ['Inst'], ([a]) => `${a}.get`),
  'new-class': value('make', 'Cls', ['any'], ([a]) => `type("T", (Node,), {"extra": ${a}})`),
  error: value('error', 'Exc', ['any'], ([a]) => `ValueError(${a})`),
  'weak-reference': value('weakref', 'WRef', ['Inst'], ([a]) => `weakref.ref(${a})`),

  'get-attribute': value('attribute', 'Any', ['Inst'], ([a], [n]) => `${a}.f${n}`, [[0, 2]]),
  'set-attribute': act('attribute', ['Inst', 'any'], ([a, b], [n]) => `${a}.f${n} = ${b}`, { numbers: [[0, 2]] }),
  'same-attribute': act('attribute', ['Inst'], ([a], [n]) => `${a}.f${n} = ${a}.f${n}`, { numbers: [[0, 2]] }),
  'swap-attributes': act('attribute', ['Inst', 'Inst'], ([a, b], [n, m]) => `swap(${a}, ${b}, "f${n}", "f${m}")`, {
    numbers: [
      [0, 2],
      [0, 2],
    ],
  }),
  'add-method-cycle': act('attribute', ['Inst'], ([a], [n]) => `bind(${a}, "f${n}")`, { numbers: [[0, 2]] }),
  both: value('attribute', 'Any', ['Inst'], ([a]) => `getattr(${a}, "both", None)`),
  'instance-dict': value('attribute', 'Any', ['Inst'], ([a]) => `getattr(${a}, "__dict__", None)`),
  'class-attribute': act('class', ['Cls', 'any'], ([a, b]) => `${a}.extra = ${b}`),
  'get-class-attribute': value('class', 'Any', ['Cls'], ([a]) => `getattr(${a}, "extra", None)`),
  'class-of': value('class', 'Cls', ['Inst'], ([a]) => `type(${a})`),
  subclass: value('class', 'Cls', ['Cls', 'any'], ([a, b]) => `type("S", (${a},), {"__slots__": (), "extra": ${b}})`),
  append: act('list', ['List', 'any'], ([a, b]) => `${a}.append(${b})`),
  insert: act('list', ['List', 'any'], ([a, b]) => `${a}.insert(0, ${b})`),
  extend: act('list', ['List', 'List'], ([a, b]) => `${a}.extend(${b}[:8])`),
  'list-index': value('list', 'Any', ['List'], ([a]) => `first(${a})`),
  'list-pop': value('list', 'Any', ['List'], ([a]) => `pop(${a})`),
  'list-slice': value('list', 'List', ['List'], ([a], [n]) => `${a}[${n}:${n} + 3]`, [[0, 3]]),
  'list-add': value('list', 'List', ['List', 'List'], ([a, b]) => `(${a} + ${b})[:12]`),
  'slice-assign': act('list', ['List', 'any', 'any'], ([a, b, c], [n]) => `${a}[:${n}] = [${b}, ${c}]`, { numbers: [[0, 3]] }),
  'slice-delete': act('list', ['List'], ([a], [n]) => `del ${a}[${n}:]`, { numbers: [[0, 3]] }),
  'list-clear': act('list', ['List'], ([a]) => `${a}.clear()`),
  'list-reverse': act('list', ['List'], ([a]) => `${a}.reverse()`),
  sort: act('list', ['List'], ([a]) => `${a}.sort(key=lambda item: type(item).__name__)`),
  'dict-set': act('dict', ['Dict', 'any'], ([a, b], [n]) => `${a}[${n}] = ${b}`, { numbers: [[0, 30]] }),
  'dict-set-key': act('dict', ['Dict', 'key', 'any'], ([a, b, c]) => `${a}[${b}] = ${c}`),
  'dict-get': value('dict', 'Any', ['Dict'], ([a], [n]) => `${a}.get(${n}, ${a}.get("k"))`, [[0, 9]]),
  'dict-pop': value('dict', 'Any', ['Dict'], ([a], [n]) => `${a}.pop(${n}, None)`, [[0, 9]]),
  'dict-set-default': value('dict', 'Any', ['Dict', 'any'], ([a, b], [n]) => `${a}.setdefault(${n}, ${b})`, [[0, 9]]),
  'dict-items': value('dict', 'List', ['Dict'], ([a]) => `list(${a}.items())[:6]`),
  'dict-merge-in': act('dict', ['Dict', 'Dict'], ([a, b]) => `${a}.update({**${b}, "m": 1})`),
  'dict-update': act('dict', ['Dict', 'Dict'], ([a, b]) => `${a}.update(${b})`),
  'dict-clear': act('dict', ['Dict'], ([a]) => `${a}.clear()`),
  'dict-fill': act('dict', ['Dict', 'any'], ([a, b], [n]) => `for i in range(${n}):\n    ${a}[i] = (${b}, i)`, {
    numbers: [[3, 40]],
  }),
  'dict-values': value('dict', 'List', ['Dict'], ([a]) => `list(${a}.values())[:6]`),
  'dict-popitem': act('dict', ['Dict'], ([a]) => `if ${a}:\n    ${a}.popitem()`),
  'set-add': act('set', ['Set', 'member'], ([a, b]) => `${a}.add(${b})`),
  'set-discard': act('set', ['Set', 'member'], ([a, b]) => `${a}.discard(${b})`),
  'set-union': value('set', 'Set', ['Set', 'Set'], ([a, b]) => `(${a} | ${b})`),

  deque: value('deque', 'Deque', ['any', 'any'], ([a, b], [n]) => `collections.deque((${a}, ${b}), ${n})`, [[1, 5]]),
  'deque-append': act('deque', ['Deque', 'any'], ([a, b]) => `${a}.append(${b})`),
  'deque-append-left': act('deque', ['Deque', 'any'], ([a, b]) => `${a}.appendleft(${b})`),
  'deque-extend': act('deque', ['Deque', 'iterable'], ([a, b]) => `${a}.extend(take(${b}))`),
  'deque-pop': value('deque', 'Any', ['Deque'], ([a]) => `pop(${a})`),
  'deque-pop-left': value('deque', 'Any', ['Deque'], ([a]) => `(${a}.popleft() if ${a} else None)`),
  'deque-rotate': act('deque', ['Deque'], ([a], [n]) => `${a}.rotate(${n})`, { numbers: [[-2, 3]] }),
  'deque-first': value('deque', 'Any', ['Deque'], ([a]) => `first(${a})`),
  'deque-clear': act('deque', ['Deque'], ([a]) => `${a}.clear()`),

  call: value('call', 'Any', ['Func'], ([a]) => `${a}()`),
  'call-with': value('call', 'Any', ['Func', 'any'], ([a, b]) => `${a}(${b})`),
  'call-method': value('call', 'Any', ['Method', 'any'], ([a, b]) => `${a}(${b})`),
  'call-get': value('call', 'Any', ['Inst', 'any'], ([a, b]) => `${a}.get(${b})`),
  'call-star': value('call', 'Any', ['any', 'any'], ([a, b]) => `gather(*[${a}], **{"b": ${b}})`),
  recurse: value('call', 'Any', ['any'], ([a], [n]) => `nest(${n}, ${a})`, [[1, 12]]),
  closure: act('call', ['any'], ([a], _, out) => `def ${out}(y=None, kept=${a}):\n    return [kept, y]`, { gives: 'Func' }),
  'closure-over': act(
    'call',
    ['any'],
    ([a], _, out) => `${out}_cell = ${a}\ndef ${out}(y=None):\n    return (${out}_cell, y)`,
    { gives: 'Func' },
  ),
  'closure-state': act(
    'call',
    ['any'],
    ([a], _, out) =>
      `def ${out}_make(kept):\n    def inner(y=None):\n        nonlocal kept\n        before, kept = kept, y\n        return before\n    return inner\n${out} = ${out}_make(${a})`,
    { gives: 'Func' },
  ),
  reduce: value('call', 'Any', ['iterable', 'any'], ([a, b]) => `functools.reduce(gather, take(${a}), ${b})`),
  largest: value('call', 'Any', ['iterable'], ([a]) => `max(take(${a}), key=look, default=None)`),
  'keep-error': act(
    'error',
    ['any'],
    ([a], _, out) => `try:\n    raise ValueError(${a})\nexcept ValueError as error:\n    ${out} = error`,
    {
      gives: 'Exc',
    },
  ),
  'raise-from': act(
    'error',
    ['any', 'Exc'],
    ([a, b], _, out) => `try:\n    raise ValueError(${a}) from ${b}\nexcept ValueError as error:\n    ${out} = error`,
    { gives: 'Exc' },
  ),
  'error-group': act(
    'error',
    ['any', 'any'],
    ([a, b], _, out) =>
      `${out} = None\ntry:\n    raise ExceptionGroup("group", [ValueError(${a}), KeyError(${b})])\nexcept* ValueError as group:\n    ${out} = group.exceptions[0]\nexcept* KeyError:\n    pass`,
    { gives: 'Exc' },
  ),
  'raise-error': act('error', ['Exc'], ([a]) => `try:\n    raise ${a}\nexcept ValueError:\n    pass`),
  'error-args': value('error', 'Any', ['Exc'], ([a]) => `${a}.args`),
  'failing-list': act(
    'error',
    ['any', 'any'],
    ([a, b]) => `try:\n    [${a}, ${b}, 1 // 0]\nexcept ZeroDivisionError:\n    pass`,
  ),
  'failing-call': act('error', ['any', 'any'], ([a, b]) => `try:\n    gather(${a}, c=${b})\nexcept TypeError:\n    pass`),
  try: act('error', ['any'], ([a]) => `try:\n@0\n    raise KeyError(${a})\nexcept KeyError:\n@1`, { bodies: 2 }),
  finally: act('error', [], () => 'try:\n@0\nfinally:\n@1', { bodies: 2 }),

  for: act('flow', [], (_, [n], out) => `for ${out} in range(${n}):\n@0`, { bodies: 1, gives: 'Int', numbers: [[1, 4]] }),
  'for-each': act('flow', ['List'], ([a], _, out) => `for ${out} in ${a}[:4]:\n@0`, { bodies: 1, gives: 'Any' }),
  if: act('flow', ['any'], ([a]) => `if ${a}:\n@0\nelse:\n@1`, { bodies: 2 }),
  with: act('flow', ['any'], ([a], _, out) => `with Manager(${a}) as ${out}:\n@0`, { bodies: 1, gives: 'Any' }),
  chain: act('flow', ['any'], ([a], [n], out) => `${out} = ${a}\nfor i in range(${n}):\n    ${out} = [${out}, i]`, {
    gives: 'Any',
    numbers: [[2, 40]],
  }),
  match: act(
    'flow',
    ['any'],
    ([a], _, out) =>
      `${out} = None\nmatch ${a}:\n    case [${out}, *_] | Node(f0=${out}):\n    @0\n    case {} | int() | str():\n        pass\n    case _:\n    @1`,
    { bodies: 2, gives: 'Any' },
  ),
  unpack: act('flow', ['any', 'any'], ([a, b], _, out) => `${out}, *${out}_rest = (${a}, ${b}, 1)`, { gives: 'Any' }),
  rebind: value('flow', 'Any', ['any'], ([a]) => a),

  show: act('show', ['any'], ([a]) => `print(look(${a}))`),
  same: act('show', ['Inst', 'Inst'], ([a, b]) => `print(same(${a}, ${b}))`),
  length: act('show', ['List'], ([a]) => `print(len(${a}))`),
  member: act('show', ['key', 'Dict'], ([a, b]) => `print(${a} in ${b})`),
  'keeps-identity': act('show', ['Inst'], ([a]) => `keeps_identity(${a})`),
  collect: act('collect', [], () => 'gc.collect()'),
  'collect-young': act('collect', [], (_, [n]) => `gc.collect(${n})`, { numbers: [[0, 1]] }),
};

/** Every form that is drawn, by its key. Keys are part of seeds: renaming one changes programs and needs a new generator version. */
export const forms: Readonly<Record<string, Form>> = { ...plainForms, ...iteratorForms, ...attemptForms };

/** Forms that the generator writes itself and that are not drawn. */
export const structureForms: Readonly<Record<string, Form>> = {
  drop: act('drop', [], (_, [name]) => `${name} = None`),
  delete: act('drop', [], (_, [name]) => `del ${name}`),
  'call-function': value('call', 'Any', ['any', 'any'], ([a, b], [name]) => `${name}(${a}, ${b})`),
  step: act('flow', ['any', 'any'], ([a, b], [text]) => text.replaceAll('@a', a).replaceAll('@b', b)),
  function: act(
    'flow',
    ['any'],
    ([a], [name, calls]) =>
      `def ${name}(a, b, left=[${calls}]):\n    left[0] -= 1\n    if left[0] < 0:\n        return a\n@0\n    return ${a}`,
    { bodies: 1 },
  ),
  main: act('flow', [], () => 'def main():\n@0', { bodies: 1 }),
  class: act('flow', [], (_, [text]) => text),
};

/** The form of a block's op. */
export function formOf(op: string): Form {
  return forms[op] ?? structureForms[op];
}
