import { describe, expect, it } from 'vitest';
import { parseModule } from '../../../src/interp/syntax/parse.ts';
import { buildScopes } from '../../../src/interp/syntax/scope-builder.ts';
import { mangle, type Scope } from '../../../src/interp/syntax/scopes.ts';

/** A scope as `name(x:local y:free …)[children]`, names sorted; comprehensions that run in their parent's frame are gone. */
function shown(scope: Scope): string {
  const names = [...scope.symbols].map(([name, { resolution }]) => `${name}:${resolution}`).sort();
  const children = scope.children.map(shown).join(' ');
  return `${scope.name}(${names.join(' ')})${children === '' ? '' : `[${children}]`}`;
}

function scopesOf(text: string): string {
  const { tree, source } = parseModule(text, 'f');
  return shown(buildScopes(tree, source, false).module);
}

describe('names live where CPython’s symbol table puts them', () => {
  it.each([
    ['x = 1', 'top(x:local)'],
    ['def f(a): return a + b', 'top(f:local)[f(a:local b:implicit)]'],
    ['def f():\n global x\n x = 1', 'top(f:local x:global)[f(x:global)]'],
    ['def f(a):\n def g(): return a', 'top(f:local)[f(a:cell g:local)[g(a:free)]]'],
    ['def f(a):\n def g():\n  nonlocal a\n  a = 1', 'top(f:local)[f(a:cell g:local)[g(a:free)]]'],
    ['class A:\n x = 1\n def f(self): return x', 'top(A:local)[A(f:local x:local)[f(self:local x:implicit)]]'],
    ['def f(x):\n class A:\n  y = x\n  x = 2', 'top(f:local)[f(A:local x:local)[A(x:local y:local)]]'],
    ['class A:\n def f(self): return super', 'top(A:local)[A(f:local)[f(__class__:free self:local super:implicit)]]'],
    ['class A:\n def f(self): self.__x, __y', 'top(A:local)[A(f:local)[f(_A__y:implicit self:local)]]'],
    ['def f(a): return [x for x in a]', 'top(f:local)[f(a:local x:local)]'],
    ['def f(a): return (x for x in a)', 'top(f:local)[f(a:local)[<genexpr>(.0:local x:local)]]'],
    ['def f(a): return [lambda: x for x in a]', 'top(f:local)[f(a:local x:cell)[lambda(x:free)]]'],
    ['def f(a): return [(y := x) for x in a]', 'top(f:local)[f(a:local x:local y:local)]'],
    ['[(y := x) for x in a]', 'top(a:implicit x:local y:global)'],
    ['type A[T] = T', 'top(A:local)[A(T:cell)[A(T:free)]]'],
    ['def f[T](a: T): return T', 'top(f:local)[f(.defaults:local T:cell)[f(T:free a:local)]]'.replace('.defaults:local ', '')],
    ['try: pass\nexcept E as e: pass', 'top(E:implicit e:local)'],
    ['import a.b, c as d\nfrom e import f', 'top(a:local d:local f:local)'],
    ['match x:\n case {"k": v, **r} | [v, *r]: pass', 'top(r:local v:local x:implicit)'],
  ])('%s', (text, wanted) => {
    expect(scopesOf(text)).toBe(wanted);
  });
});

it('mangles private names only', () => {
  expect(['__x', '__x__', '_x', 'x', '__', '__a.b'].map((name) => mangle('_C', name))).toEqual([
    '_C__x',
    '__x__',
    '_x',
    'x',
    '__',
    '__a.b',
  ]);
  expect(mangle('__', '__x')).toBe('__x');
  expect(mangle(null, '__x')).toBe('__x');
});
