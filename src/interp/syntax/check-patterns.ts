import { complexRepr } from '../numeric/complex-text.ts';
import { floatRepr } from '../numeric/float-repr.ts';
import { bytesRepr, stringReprOfText } from '../text/str-repr.ts';
import type { Expr, Match, Pattern } from './ast.ts';
import type { Refuse } from './check-context.ts';

/** What CPython's compiler refuses in `case` patterns. */

export function checkMatch(node: Match, refuse: Refuse, expr: (node: Expr) => void): void {
  node.cases.forEach(({ pattern, guard }, index) => {
    const irrefutable = guard !== null || index === node.cases.length - 1;
    checkPattern(pattern, irrefutable, new Set(), refuse, expr);
  });
}

/** Collects the captured names into `names`. `irrefutable`: a pattern that always matches may stand here. */
function checkPattern(
  node: Pattern,
  irrefutable: boolean,
  names: Set<string>,
  refuse: Refuse,
  expr: (node: Expr) => void,
): void {
  const capture = (name: string): void => {
    if (name === '__debug__') refuse('cannot assign to __debug__', node);
    if (names.has(name)) refuse(`multiple assignments to name '${name}' in pattern`, node);
    names.add(name);
  };
  switch (node.kind) {
    case 'MatchValue':
      if (!isMatchValue(node.value)) refuse('patterns may only match literals and attribute lookups', node);
      return expr(node.value);
    case 'MatchSingleton':
      return;
    case 'MatchStar':
      if (node.name !== null) capture(node.name);
      return;
    case 'MatchAs':
      if (node.pattern === null) {
        if (!irrefutable) {
          const what = node.name === null ? 'wildcard' : `name capture '${node.name}'`;
          refuse(`${what} makes remaining patterns unreachable`, node);
        }
        if (node.name !== null) capture(node.name);
        return;
      }
      checkPattern(node.pattern, irrefutable, names, refuse, expr);
      if (node.name !== null) capture(node.name);
      return;
    case 'MatchSequence': {
      if (node.patterns.filter((item) => item.kind === 'MatchStar').length > 1) {
        refuse('multiple starred names in sequence pattern', node);
      }
      for (const item of node.patterns) checkPattern(item, true, names, refuse, expr);
      return;
    }
    case 'MatchMapping': {
      const seen = new Set<string>();
      for (const key of node.keys) {
        const shown = keyText(key);
        const same = equalityKey(key) ?? shown;
        if (same !== null && seen.has(same)) refuse(`mapping pattern checks duplicate key (${shown})`, node);
        if (same !== null) seen.add(same);
        else if (key.kind !== 'Attribute' && !isMatchValue(key)) {
          refuse('mapping pattern keys may only match literals and attribute lookups', node);
        }
        expr(key);
      }
      for (const item of node.patterns) checkPattern(item, true, names, refuse, expr);
      if (node.rest !== null) capture(node.rest);
      return;
    }
    case 'MatchClass': {
      expr(node.cls);
      const seen = new Set<string>();
      node.kwdAttrs.forEach((attr, index) => {
        const place = node.kwdPatterns[index]!;
        if (attr === '__debug__') refuse('cannot assign to __debug__', place);
        if (seen.has(attr)) refuse(`attribute name repeated in class pattern: ${attr}`, place);
        seen.add(attr);
      });
      for (const item of node.patterns) checkPattern(item, true, names, refuse, expr);
      for (const item of node.kwdPatterns) checkPattern(item, true, names, refuse, expr);
      return;
    }
    case 'MatchOr': {
      let first: Set<string> | null = null;
      node.patterns.forEach((item, index) => {
        const bound = new Set<string>();
        checkPattern(item, irrefutable && index === node.patterns.length - 1, bound, refuse, expr);
        if (first === null) first = bound;
        else if (first.size !== bound.size || [...first].some((name) => !bound.has(name))) {
          refuse('alternative patterns bind different names', node);
        }
      });
      for (const name of first ?? []) capture(name);
    }
  }
}

function isMatchValue(node: Expr): boolean {
  if (node.kind === 'UnaryOp') return node.op === '-' && isMatchValue(node.operand);
  if (node.kind === 'BinOp') return true;
  return node.kind === 'Constant' || node.kind === 'Attribute';
}

/** Numbers that compare equal are one key: 0, 0.0, 0j and False. */
function equalityKey(key: Expr): string | null {
  if (key.kind !== 'Constant') return null;
  const { value } = key;
  switch (value.kind) {
    case 'bool':
      return value.value ? '1' : '0';
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isInteger(value.value) ? String(BigInt(value.value)) : String(value.value);
    case 'complex':
      return value.imag === 0 ? String(value.real) : null;
    default:
      return null;
  }
}

/** A literal key as `repr` shows it, for comparison and for the message; null for a name. */
function keyText(key: Expr): string | null {
  if (key.kind === 'UnaryOp') {
    const inner = keyText(key.operand);
    return inner === null ? null : `-${inner}`;
  }
  if (key.kind !== 'Constant') return null;
  const { value } = key;
  switch (value.kind) {
    case 'str':
      return stringReprOfText(value.value);
    case 'int':
      return String(value.value);
    case 'float':
      return floatRepr(value.value);
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'bytes':
      return bytesRepr(value.value);
    case 'complex':
      return complexRepr(value.real, value.imag);
    default:
      return null;
  }
}
