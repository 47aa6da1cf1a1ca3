/** The operations that generated programs are made of: what each takes, what it gives, and how it reads in Python. */
import type { Kind } from './block.ts';

/**
 * What an argument must be: a kind, `any` for every reference, `key` for something hashable, `member` for what a set may hold: in tier C no instances, since a
 * set lets go of its members in the order of their hashes, which are addresses.
 */
export type Wanted = Kind | 'any' | 'key' | 'member';

export interface Form {
  /** Its switch in swarm configurations. */
  readonly group:
    | 'make'
    | 'text'
    | 'attribute'
    | 'list'
    | 'dict'
    | 'set'
    | 'call'
    | 'generator'
    | 'weakref'
    | 'error'
    | 'flow'
    | 'drop'
    | 'show'
    | 'collect';
  readonly takes: readonly Wanted[];
  /** The kind of its value; null: it has none. */
  readonly gives: Kind | null;
  /** An expression may be written inline. */
  readonly inline: boolean;
  /** How many bodies it has. */
  readonly bodies?: number;
  /** Numbers drawn for it: lowest and highest of each. */
  readonly numbers?: readonly (readonly [number, number])[];
  /** The Python text; a line `@0` stands for a body, and statements that bind use `out`. */
  readonly text: (args: readonly string[], params: readonly string[], out: string) => string;
}

const value = (
  group: Form['group'],
  gives: Kind,
  takes: readonly Wanted[],
  text: Form['text'],
  numbers: readonly (readonly [number, number])[] = [],
): Form => ({ group, takes, gives, inline: true, numbers, text });

const act = (
  group: Form['group'],
  takes: readonly Wanted[],
  text: Form['text'],
  more: Partial<Pick<Form, 'bodies' | 'numbers' | 'gives'>> = {},
): Form => ({ group, takes, gives: null, inline: false, text, ...more });

/** Every form by its key. Keys are part of seeds: renaming one changes programs and needs a new generator version. */
export const forms: Readonly<Record<string, Form>> = {
  int: value('text', 'Int', [], (_, [n]) => n, [[257, 99999]]),
  'big-int': value('text', 'Int', [], (_, [n, m]) => `(${m} << ${n})`, [
    [40, 200],
    [3, 900],
  ]),
  'int-add': value('text', 'Int', ['Int', 'Int'], ([a, b]) => `((${a} + ${b}) % 1000003)`),
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
  'tuple-one': value('make', 'Tuple', ['any'], ([a]) => `(${a},)`),
  'tuple-of-list': value('make', 'Tuple', ['List'], ([a]) => `tuple(${a})`),
  'tuple-concat': value('make', 'Tuple', ['Tuple', 'Tuple'], ([a, b]) => `(${a} + ${b})[:8]`),
  dict: value('make', 'Dict', ['any', 'any'], ([a, b], [n]) => `{"k": ${a}, ${n}: ${b}}`, [[0, 9]]),
  'dict-keyed': value('make', 'Dict', ['key', 'any'], ([a, b]) => `{${a}: ${b}}`),
  'dict-copy': value('make', 'Dict', ['Dict'], ([a]) => `dict(${a})`),
  'dict-comprehension': value('make', 'Dict', ['any'], ([a], [n]) => `{i: [${a}] for i in range(${n})}`, [[1, 8]]),
  set: value('make', 'Set', ['member', 'member'], ([a, b]) => `{${a}, ${b}}`),
  'set-of': value('make', 'Set', [], (_, [n]) => `set(range(${n}))`, [[0, 12]]),
  instance: value('make', 'Inst', ['Cls', 'any'], ([c, a]) => `${c}(${a})`),
  lambda: value('make', 'Func', ['any'], ([a]) => `(lambda x=${a}: [x])`),
  method: value('make', 'Method', ['Inst'], ([a]) => `${a}.get`),
  'generator-expression': value('generator', 'Gen', ['List'], ([a]) => `([i] for i in tuple(${a}))`),
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
  generator: act(
    'generator',
    ['any'],
    ([a], [n], out) =>
      `def ${out}_body(a):\n    b = [a]\n    for i in range(${n}):\n        yield [a, b, i]\n${out} = ${out}_body(${a})`,
    { gives: 'Gen', numbers: [[1, 4]] },
  ),
  'generator-finally': act(
    'generator',
    ['any'],
    ([a], _, out) =>
      `def ${out}_body(a):\n    try:\n        yield a\n        yield [a]\n    finally:\n        a = (a, a)\n${out} = ${out}_body(${a})`,
    { gives: 'Gen' },
  ),
  next: value('generator', 'Any', ['Gen'], ([a]) => `next(${a}, None)`),
  drain: value('generator', 'List', ['Gen'], ([a]) => `list(${a})[:8]`),
  close: act('generator', ['Gen'], ([a]) => `${a}.close()`),
  throw: act(
    'generator',
    ['Gen', 'any'],
    ([a, b]) => `try:\n    ${a}.throw(KeyError(${b}))\nexcept (KeyError, StopIteration):\n    pass`,
  ),

  'keep-error': act(
    'error',
    ['any'],
    ([a], _, out) => `try:\n    raise ValueError(${a})\nexcept ValueError as error:\n    ${out} = error`,
    {
      gives: 'Exc',
    },
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
