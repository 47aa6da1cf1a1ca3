/** Generators, coroutines and iterators: what holds other objects between two steps of its own. */
import { act, type Form, value } from './form.ts';

/**
 * By their keys, which are part of seeds. Nothing here is endless: whoever takes all of one comes to an end.
 *
 * A zip that ends at its second iterator keeps what its first gave in a tuple that a collection may have untracked, and a cycle through that is never found (CPython's
 * zip_next tracks it again in full rounds only). It is rebuilt exactly, so programs have zips that end at their first, and zip_longest fills with None.
 *
 * A generator that delegates to another closes that when it dies: what it delegates to is its own, or the moment of its death would show.
 */
export const iteratorForms: Readonly<Record<string, Form>> = {
  'generator-expression': value('generator', 'Gen', ['List'], ([a]) => `([i] for i in tuple(${a}))`),
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
  next: value('generator', 'Any', ['Gen'], ([a]) => `advance(${a})`),
  drain: value('generator', 'List', ['Gen'], ([a]) => `take(${a})`),
  close: act('generator', ['Gen'], ([a]) => `${a}.close()`),
  throw: act(
    'generator',
    ['Gen', 'any'],
    ([a, b]) => `try:\n    ${a}.throw(KeyError(${b}))\nexcept FAULTS as error:\n    report(error)`,
  ),
  'generator-result': act(
    'generator',
    ['any'],
    ([a], [n], out) =>
      `def ${out}_body(a):\n    for i in range(${n}):\n        yield a\n    return [a]\n${out} = ${out}_body(${a})`,
    { gives: 'Gen', numbers: [[0, 3]] },
  ),
  'generator-delegating': act(
    'generator',
    ['any', 'iterable'],
    ([a, b], _, out) =>
      `def ${out}_inner(b):\n    for each in b:\n        yield each\n    return [b]\ndef ${out}_body(a, b):\n    c = yield from ${out}_inner(b)\n    yield (a, c)\n    return c\n${out} = ${out}_body(${a}, ${b})`,
    { gives: 'Gen' },
  ),
  send: act(
    'generator',
    ['Gen', 'any'],
    ([a, b], _, out) => `${out} = None\ntry:\n    ${out} = ${a}.send(${b})\nexcept FAULTS as error:\n    report(error)`,
    { gives: 'Any' },
  ),
  'coroutine-value': act(
    'coroutine',
    ['any'],
    ([a], _, out) =>
      `async def ${out}_inner(a):\n    return [a]\nasync def ${out}_outer(a):\n    b = await ${out}_inner(a)\n    return (a, b)\n${out} = stopped(${out}_outer(${a}).__await__())`,
    { gives: 'Any' },
  ),
  'coroutine-unfinished': act(
    'coroutine',
    ['any', 'Gen'],
    ([a, b], _, out) =>
      `@types.coroutine\ndef ${out}_pause(b):\n    for each in b:\n        yield each\n    return [b]\nasync def ${out}_body(a, b):\n    return (a, await ${out}_pause(b))\n${out} = ${out}_body(${a}, ${b}).__await__()`,
    { gives: 'Iter' },
  ),
  'async-generator': act(
    'coroutine',
    ['any'],
    ([a], [n], out) =>
      `async def ${out}_each(a):\n    for i in range(${n}):\n        yield [a, i]\nasync def ${out}_all(a):\n    return [x async for x in ${out}_each(a)]\n${out} = stopped(${out}_all(${a}).__await__())`,
    { gives: 'Any', numbers: [[0, 3]] },
  ),

  iterator: value('iterator', 'Iter', ['iterable'], ([a]) => `iter(${a})`),
  enumerate: value('iterator', 'Iter', ['iterable'], ([a], [n]) => `enumerate(${a}, ${n})`, [[0, 900]]),
  zip: value('iterator', 'Iter', ['iterable', 'any'], ([a, b]) => `zip(${a}, itertools.repeat(${b}))`),
  'zip-longest': value('iterator', 'Iter', ['iterable', 'iterable'], ([a, b]) => `itertools.zip_longest(${a}, ${b})`),
  map: value('iterator', 'Iter', ['Func', 'iterable'], ([a, b]) => `map(${a}, ${b})`),
  'map-two': value('iterator', 'Iter', ['iterable', 'iterable'], ([a, b]) => `map(gather, ${a}, ${b})`),
  filter: value('iterator', 'Iter', ['Func', 'iterable'], ([a, b]) => `filter(${a}, ${b})`),
  'filter-false': value('iterator', 'Iter', ['iterable'], ([a]) => `itertools.filterfalse(None, ${a})`),
  reversed: value('iterator', 'Iter', ['List'], ([a]) => `reversed(${a})`),
  chain: value('iterator', 'Iter', ['iterable', 'iterable'], ([a, b]) => `itertools.chain(${a}, ${b})`),
  islice: value('iterator', 'Iter', ['iterable'], ([a], [n, m]) => `itertools.islice(${a}, ${n}, ${n} + ${m}, 2)`, [
    [0, 2],
    [0, 5],
  ]),
  pairwise: value('iterator', 'Iter', ['iterable'], ([a]) => `itertools.pairwise(${a})`),
  batched: value('iterator', 'Iter', ['iterable'], ([a], [n]) => `itertools.batched(${a}, ${n})`, [[1, 3]]),
  accumulate: value('iterator', 'Iter', ['iterable', 'any'], ([a, b]) => `itertools.accumulate(${a}, gather, initial=${b})`),
  product: value('iterator', 'Iter', ['iterable', 'iterable'], ([a, b]) => `itertools.product(take(${a})[:3], take(${b})[:3])`),
  permutations: value('iterator', 'Iter', ['iterable'], ([a], [n]) => `itertools.permutations(take(${a})[:3], ${n})`, [[0, 3]]),
  combinations: value('iterator', 'Iter', ['iterable'], ([a], [n]) => `itertools.combinations(take(${a})[:4], ${n})`, [[0, 3]]),
  starmap: value(
    'iterator',
    'Iter',
    ['iterable', 'any'],
    ([a, b]) => `itertools.starmap(gather, zip(${a}, itertools.repeat(${b})))`,
  ),
  'take-while': value('iterator', 'Iter', ['Func', 'iterable'], ([a, b]) => `itertools.takewhile(${a}, ${b})`),
  'drop-while': value('iterator', 'Iter', ['Func', 'iterable'], ([a, b]) => `itertools.dropwhile(${a}, ${b})`),
  'group-by': value('iterator', 'Iter', ['iterable'], ([a]) => `itertools.groupby(${a}, look)`),
  tee: value('iterator', 'Tuple', ['iterable'], ([a]) => `itertools.tee(${a})`),
  'generator-over': value('iterator', 'Gen', ['iterable', 'any'], ([a, b]) => `each_with(${a}, ${b})`),
  advance: value('iterator', 'Any', ['Iter'], ([a]) => `advance(${a})`),
  take: value('iterator', 'List', ['iterable'], ([a]) => `take(${a})`),
  'stop-value': value('iterator', 'Any', ['iterable'], ([a]) => `stopped(iter(${a}))`),
  'for-iterator': act(
    'iterator',
    ['iterable'],
    ([a], _, out) =>
      `${out} = None\ntry:\n    for ${out} in itertools.islice(${a}, 4):\n    @0\nexcept FAULTS as error:\n    report(error)`,
    { bodies: 1, gives: 'Any' },
  ),
};
