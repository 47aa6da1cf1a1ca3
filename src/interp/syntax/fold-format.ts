import type { Expr, JoinedStr, Located } from './ast.ts';

/**
 * `'%s and %r' % (a, b)` as an f-string, which needs neither the tuple nor a second look at the format (optimize_format in
 * Python/ast_opt.c). null: the format has something else than %s, %r and %a with width and precision, or the counts differ.
 */
export function formatAsJoined(place: Located, format: string, args: readonly Expr[]): JoinedStr | null {
  if (args.some((arg) => arg.kind === 'Starred')) return null;
  const span = { line: place.line, col: place.col, endLine: place.endLine, endCol: place.endCol };
  const text = (value: string): Expr => ({ ...span, kind: 'Constant', value: { kind: 'str', value } });
  const values: Expr[] = [];
  let literal = '';
  let used = 0;
  for (let at = 0; at < format.length; at++) {
    if (format[at] !== '%') {
      literal += format[at];
      continue;
    }
    if (format[at + 1] === '%') {
      literal += '%';
      at++;
      continue;
    }
    const directive = /^%([-+ #0]*)(\d{0,2})(?:\.(\d{0,2}))?([sra])/.exec(format.slice(at));
    const arg = args[used];
    if (directive === null || arg === undefined) return null;
    used++;
    if (literal !== '') values.push(text(literal));
    literal = '';
    const [all, flags, width, precision, conversion] = directive as unknown as [
      string,
      string,
      string,
      string | undefined,
      string,
    ];
    const align = !flags.includes('-') && Number(width) > 0 ? '>' : '';
    const spec = `${align}${width === '' ? '' : Number(width)}${precision === undefined ? '' : `.${Number(precision)}`}`;
    values.push({
      kind: 'FormattedValue',
      value: arg,
      conversion: conversion as 's' | 'r' | 'a',
      formatSpec: spec === '' ? null : { ...span, kind: 'JoinedStr', values: [text(spec)] },
      line: arg.line,
      col: arg.col,
      endLine: arg.endLine,
      endCol: arg.endCol,
    });
    at += all.length - 1;
  }
  if (used !== args.length) return null;
  if (literal !== '') values.push(text(literal));
  return { ...span, kind: 'JoinedStr', values };
}
