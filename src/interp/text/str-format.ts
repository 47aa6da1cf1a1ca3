import { PyValueProblem } from '../numeric/problem.ts';
import { decimalDigitOf } from './unicode.ts';

/**
 * The template of str.format(): `literal {name.attribute[key]!r:spec}`. The parser gives pieces; the interpreter looks the fields
 * up. Errors come late, as in CPython: a fault in the template is a piece (or the last accessor of a field) that is raised when it
 * is reached, after the fields before it have been formatted.
 */
export type TemplatePiece =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly field: TemplateField }
  | { readonly kind: 'problem'; readonly problem: PyValueProblem };

export interface TemplateField {
  /** A position (numbered automatically where the template is empty) or a keyword. */
  readonly first: number | string;
  readonly accessors: readonly FieldAccessor[];
  /** Empty for none. Any character is possible: `unknownConversion` is the error, raised when the field's value is known. */
  readonly conversion: string;
  /** The format spec, a template of its own: join its pieces to get the text. */
  readonly spec: readonly TemplatePiece[];
}

/** `.name`, `[3]` or `[key]`. */
export type FieldAccessor =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'problem'; readonly problem: PyValueProblem };

/** Parses a template. Never throws: see `TemplatePiece`. */
export function parseTemplate(template: string): readonly TemplatePiece[] {
  return parsePieces(template, { mode: 'unknown', next: 0 }, 2);
}

/** The error of a conversion that is none of r, s and a. */
export function unknownConversion(conversion: string): PyValueProblem {
  const code = conversion.codePointAt(0) ?? 0;
  const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
  return new PyValueProblem('ValueError', `Unknown conversion specifier ${shown}`);
}

/** The error of a position that the arguments do not have. */
export function missingPosition(index: number): PyValueProblem {
  return new PyValueProblem('IndexError', `Replacement index ${index} out of range for positional args tuple`);
}

interface Numbering {
  mode: 'unknown' | 'automatic' | 'manual';
  next: number;
}

function problem(message: string): { kind: 'problem'; problem: PyValueProblem } {
  return { kind: 'problem', problem: new PyValueProblem('ValueError', message) };
}

function parsePieces(template: string, numbering: Numbering, depth: number): TemplatePiece[] {
  if (depth === 0) return [problem('Max string recursion exceeded')];
  const pieces: TemplatePiece[] = [];
  let at = 0;
  while (at < template.length) {
    const start = at;
    while (at < template.length && template[at] !== '{' && template[at] !== '}') at++;
    const brace = template[at];
    if (brace === undefined) {
      pieces.push({ kind: 'literal', text: template.slice(start) });
      break;
    }
    at++;
    const doubled = template[at] === brace;
    if (!doubled && (brace === '}' || at === template.length)) {
      pieces.push(problem(`Single '${brace}' encountered in format string`));
      break;
    }
    const text = template.slice(start, doubled ? at : at - 1);
    if (text !== '') pieces.push({ kind: 'literal', text });
    if (doubled) {
      at++;
      continue;
    }
    const field = parseField(template, at);
    if (field.kind === 'problem') {
      pieces.push(field);
      break;
    }
    at = field.end;
    const piece = resolvedField(field, numbering, depth);
    pieces.push(piece);
    if (piece.kind === 'problem') break;
  }
  return pieces;
}

interface RawField {
  readonly kind: 'raw';
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
  /** Whether the spec holds fields; otherwise it is taken as it stands. */
  readonly nested: boolean;
  /** Index after the closing brace. */
  readonly end: number;
}

/** Reads a field from behind its opening brace. */
function parseField(template: string, start: number): RawField | ReturnType<typeof problem> {
  let at = start;
  let stop = '';
  while (at < template.length && stop === '') {
    const character = template[at++];
    if (character === '{') return problem("unexpected '{' in field name");
    if (character === '[') while (at < template.length && template[at] !== ']') at++;
    if (character === '}' || character === ':' || character === '!') stop = character;
  }
  if (stop === '') return problem("expected '}' before end of string");
  const name = template.slice(start, at - 1);
  if (stop === '}') return { kind: 'raw', name, conversion: '', spec: '', nested: false, end: at };
  let conversion = '';
  if (stop === '!') {
    if (at === template.length) return problem('end of string while looking for conversion specifier');
    conversion = String.fromCodePoint(template.codePointAt(at) ?? 0);
    at += conversion.length;
    if (at < template.length) {
      const after = template[at++];
      if (after === '}') return { kind: 'raw', name, conversion, spec: '', nested: false, end: at };
      if (after !== ':') return problem("expected ':' after conversion specifier");
    }
  }
  return specOf(template, at, name, conversion);
}

function specOf(template: string, start: number, name: string, conversion: string): RawField | ReturnType<typeof problem> {
  let depth = 1;
  let nested = false;
  for (let at = start; at < template.length; at++) {
    if (template[at] === '{') {
      nested = true;
      depth++;
    } else if (template[at] === '}') {
      depth--;
      if (depth === 0) return { kind: 'raw', name, conversion, spec: template.slice(start, at), nested, end: at + 1 };
    }
  }
  return problem("unmatched '{' in format spec");
}

function resolvedField(raw: RawField, numbering: Numbering, depth: number): TemplatePiece {
  const split = raw.name.search(/[.[]/);
  const head = split < 0 ? raw.name : raw.name.slice(0, split);
  const index = integerOf(head);
  if (typeof index === 'object') return index;
  let first: number | string = head;
  if (head === '' || index >= 0) {
    const wanted = head === '' ? 'automatic' : 'manual';
    if (numbering.mode === 'unknown') numbering.mode = wanted;
    if (numbering.mode !== wanted) {
      return problem(
        wanted === 'automatic'
          ? 'cannot switch from manual field specification to automatic field numbering'
          : 'cannot switch from automatic field numbering to manual field specification',
      );
    }
    first = head === '' ? numbering.next++ : index;
  }
  const accessors = accessorsOf(split < 0 ? '' : raw.name.slice(split));
  const literal: TemplatePiece[] = raw.spec === '' ? [] : [{ kind: 'literal', text: raw.spec }];
  const spec = raw.nested ? parsePieces(raw.spec, numbering, depth - 1) : literal;
  return { kind: 'field', field: { first, accessors, conversion: raw.conversion, spec } };
}

/** The accessors of `.a[b].c`. */
function accessorsOf(text: string): FieldAccessor[] {
  const accessors: FieldAccessor[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = text[at++];
    const start = at;
    if (mark === '.') {
      while (at < text.length && text[at] !== '.' && text[at] !== '[') at++;
      const name = text.slice(start, at);
      accessors.push(name === '' ? problem('Empty attribute in format string') : { kind: 'attribute', name });
    } else if (mark === '[') {
      const end = text.indexOf(']', start);
      if (end < 0) {
        accessors.push(problem("Missing ']' in format string"));
        break;
      }
      at = end + 1;
      const key = text.slice(start, end);
      const index = integerOf(key);
      if (typeof index === 'object') accessors.push(index);
      else if (key === '') accessors.push(problem('Empty attribute in format string'));
      else accessors.push(index < 0 ? { kind: 'key', key } : { kind: 'index', index });
    } else {
      accessors.push(problem("Only '.' or '[' may follow ']' in format field specifier"));
      break;
    }
  }
  return accessors;
}

/** The number that a text of decimal digits writes, or -1 when it is no number. */
function integerOf(text: string): number | ReturnType<typeof problem> {
  if (text === '') return -1;
  let value = 0;
  for (const character of text) {
    const digit = decimalDigitOf(character.codePointAt(0) ?? 0);
    if (digit < 0) return -1;
    value = value * 10 + digit;
    if (value > 2 ** 63 - 1) return problem('Too many decimal digits in format string');
  }
  return value;
}
