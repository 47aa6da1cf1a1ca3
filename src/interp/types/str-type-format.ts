/** str.format and str.format_map (CPython: Objects/stringlib/unicode_format.h). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import type { PyValueProblem } from '../numeric/problem.ts';
import { newInt } from '../objects/int.ts';
import { tupleItem, tupleLength } from '../objects/sequence.ts';
import { newStr, strText } from '../objects/str.ts';
import { getAttr } from '../runtime/attributes.ts';
import { pure, raiseValueError, raiseWith } from '../runtime/exceptions.ts';
import { formatValue } from '../runtime/format.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { getItem, repr, str, takeText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { ascii } from '../runtime/text.ts';
import {
  missingPosition,
  parseTemplate,
  type TemplateField,
  type TemplatePiece,
  unknownConversion,
} from '../text/str-format.ts';
import { type ParsedFormats, parsedFormats } from './parsed-formats.ts';

const M = WORDS;

const templates: ParsedFormats<readonly TemplatePiece[]> = parsedFormats(parseTemplate);

/** Where fields get their values: argument slots with keyword names, or a mapping. */
interface Sources {
  /** Stack slot of the first positional argument. */
  readonly args: Address;
  readonly positional: number;
  /** Tuple of keyword names (their values lie behind the positional arguments), or 0. */
  readonly kwnames: Address;
  /** Mapping of format_map, or 0. */
  readonly mapping: Address;
}

function raiseProblem(rt: Runtime, problem: PyValueProblem): never {
  return pure(rt, () => {
    throw problem;
  });
}

/** The first value of a field, owned. */
function firstValue(rt: Runtime, sources: Sources, first: number | string): Address {
  if (typeof first === 'number') {
    if (sources.mapping !== 0) raiseValueError(rt, 'Format string contains positional fields');
    if (first >= sources.positional) raiseProblem(rt, missingPosition(first));
    return rt.retain(M[sources.args + 2 * first]);
  }
  const key = rt.push(newStr(rt, first));
  let value = 0;
  if (sources.mapping !== 0) value = getItem(rt, sources.mapping, M[key]);
  else {
    const count = sources.kwnames === 0 ? 0 : tupleLength(rt, sources.kwnames);
    for (let index = 0; index < count; index++) {
      if (strText(rt, tupleItem(rt, sources.kwnames, index)) !== first) continue;
      value = rt.retain(M[sources.args + 2 * (sources.positional + index)]);
      break;
    }
    if (value === 0) raiseWith(rt, 'KeyError', M[key]);
  }
  rt.unwind(key);
  return value;
}

/** Replaces the value in stack slot `slot` by an owned one. */
function replaceTop(rt: Runtime, slot: Address, value: Address): void {
  const old = M[slot];
  M[slot] = value;
  rt.release(old);
}

function fieldText(rt: Runtime, field: TemplateField, sources: Sources): string {
  const slot = rt.push(firstValue(rt, sources, field.first));
  for (const accessor of field.accessors) {
    if (accessor.kind === 'problem') raiseProblem(rt, accessor.problem);
    const key = rt.push(
      accessor.kind === 'attribute'
        ? newStr(rt, accessor.name)
        : accessor.kind === 'index'
          ? newInt(rt, accessor.index)
          : newStr(rt, accessor.key),
    );
    const next = accessor.kind === 'attribute' ? getAttr(rt, M[slot], M[key]) : getItem(rt, M[slot], M[key]);
    rt.push(next);
    M[key + 2] = 0;
    rt.unwind(key);
    replaceTop(rt, slot, next);
  }
  if (field.conversion === 'r') replaceTop(rt, slot, repr(rt, M[slot]));
  else if (field.conversion === 's') replaceTop(rt, slot, str(rt, M[slot]));
  else if (field.conversion === 'a') replaceTop(rt, slot, ascii(rt, M[slot]));
  else if (field.conversion !== '') raiseProblem(rt, unknownConversion(field.conversion));
  const spec = rt.push(field.spec.length === 0 ? rt.emptyStr : newStr(rt, expand(rt, field.spec, sources)));
  const text = takeText(rt, formatValue(rt, M[slot], M[spec]));
  rt.unwind(slot);
  return text;
}

function expand(rt: Runtime, pieces: readonly TemplatePiece[], sources: Sources): string {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'literal') text += piece.text;
    else if (piece.kind === 'problem') raiseProblem(rt, piece.problem);
    else text += fieldText(rt, piece.field, sources);
  }
  return text;
}

function format(rt: Runtime, args: Address, count: number, kwnames: Address): Address {
  const keywords = kwnames === 0 ? 0 : tupleLength(rt, kwnames);
  const sources: Sources = { args: args + 2, positional: count - 1 - keywords, kwnames, mapping: 0 };
  // A template without fields is the result itself.
  const template = M[args];
  if (M[template + REP] === rt.strInfo.rep && !/[{}]/.test(strText(rt, template))) return rt.retain(template);
  return newStr(rt, expand(rt, templates(strText(rt, M[args])), sources));
}

function formatMap(rt: Runtime, args: Address): Address {
  const sources: Sources = { args, positional: 0, kwnames: 0, mapping: M[args + 2] };
  return newStr(rt, expand(rt, templates(strText(rt, M[args])), sources));
}

export const STR_FORMAT_METHODS: readonly NativeSpec[] = [
  { name: 'format', arity: 'raw', fn: format, inTuple: true },
  { name: 'format_map', arity: 'one', fn: formatMap },
];
