/** The syntax tree as plain Python objects, of which py/ast.py makes its nodes: a node is a dict of its fields, as syntax/ast.ts names them. */
import { type Address, WORDS } from '../../heap/memory.ts';
import { newBytes } from '../objects/bytes.ts';
import { dictPut, newDict } from '../objects/dict.ts';
import { newComplex, newFloat } from '../objects/float.ts';
import { newBigInt, newInt } from '../objects/int.ts';
import { listOfEach } from '../objects/sequence.ts';
import { newStr, strText } from '../objects/str.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { parseExpression, parseModule, parseSingle } from '../syntax/parse.ts';
import { PySyntaxError } from '../syntax/syntax-error.ts';
import { raiseSyntaxError } from './source-compilation.ts';

const M = WORDS;

/** What nodes and constants are to this file: values, lists of them and records. */
type Tree = string | number | bigint | boolean | null | Uint8Array | readonly Tree[] | { readonly [name: string]: Tree };

/** parse(text, filename, mode) -> the tree of a module or an expression. */
export function syntaxTree(rt: Runtime, args: Address): Address {
  const text = strText(rt, M[args]);
  const filename = strText(rt, M[args + 2]);
  const mode = strText(rt, M[args + 4]);
  try {
    const parsed =
      mode === 'eval'
        ? parseExpression(text, filename)
        : mode === 'single'
          ? parseSingle(text, filename)
          : parseModule(text, filename);
    return pythonValue(rt, parsed.tree as unknown as Tree);
  } catch (problem) {
    if (problem instanceof PySyntaxError) raiseSyntaxError(rt, problem);
    throw problem;
  }
}

/** Owned. */
function pythonValue(rt: Runtime, tree: Tree): Address {
  if (tree === null) return rt.none;
  if (typeof tree === 'string') return newStr(rt, tree);
  if (typeof tree === 'number') return newInt(rt, tree);
  if (typeof tree === 'bigint') return newBigInt(rt, tree);
  if (typeof tree === 'boolean') return rt.bool(tree);
  if (tree instanceof Uint8Array) return newBytes(rt, tree);
  if (Array.isArray(tree)) return listOfEach(rt, tree as readonly Tree[], (item) => pythonValue(rt, item));
  return recordOf(rt, tree as Readonly<Record<string, Tree>>);
}

function recordOf(rt: Runtime, tree: Readonly<Record<string, Tree>>): Address {
  switch (tree['kind']) {
    case 'none':
      return rt.none;
    case 'ellipsis':
      return rt.ellipsis;
    case 'bool':
    case 'int':
    case 'str':
    case 'bytes':
      return pythonValue(rt, tree['value']!);
    case 'float':
      return newFloat(rt, tree['value'] as number);
    case 'complex':
      return newComplex(rt, tree['real'] as number, tree['imag'] as number);
  }
  const record = rt.push(newDict(rt));
  for (const [name, inner] of Object.entries(tree)) dictPut(rt, M[record], name, pythonValue(rt, inner));
  return rt.pop();
}
