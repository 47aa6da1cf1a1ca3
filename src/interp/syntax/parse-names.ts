import type { Expr, Name, Starred } from './ast.ts';
import type { Cursor } from './cursor.ts';

/** Small pieces of the grammar that several rules share. */

/** A NAME token's text; identifiers beyond ASCII in their NFKC form. */
export function identifier(p: Cursor): string {
  const text = p.textOf(p.expect('NAME'));
  return normalized(text);
}

function normalized(text: string): string {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) return text.normalize('NFKC');
  return text;
}

export function name(p: Cursor): Name {
  const token = p.token;
  const id = identifier(p);
  return { kind: 'Name', id, line: token.line, col: token.col, endLine: token.endLine, endCol: token.endCol };
}

/** `item (',' item)* [',']`, a tuple when there is a comma. */
export function tupleOf(p: Cursor, item: (p: Cursor) => Expr): Expr {
  const start = p.token;
  const first = item(p);
  if (!p.at(',')) return first;
  const elts = [first];
  while (p.accept(',')) {
    if (!startsExpression(p)) break;
    elts.push(item(p));
  }
  return { ...p.span(start), kind: 'Tuple', elts };
}

const EXPRESSION_STARTS = new Set(
  'NAME NUMBER STRING FSTRING_START ( [ { - + ~ not lambda await None True False ... * yield'.split(' '),
);

/** Whether the token can begin an expression: decides what follows a trailing comma. */
export function startsExpression(p: Cursor): boolean {
  return EXPRESSION_STARTS.has(p.token.type) && p.token.type !== 'yield';
}

export function starredBitwise(p: Cursor): Starred {
  const start = p.expect('*');
  const value = p.rules.bitwiseOr(p);
  return { ...p.span(start), kind: 'Starred', value };
}
