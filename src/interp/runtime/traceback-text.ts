/** Tracebacks as CPython 3.13 prints them: frames, ^^^^ markers, causes and contexts, notes, hints (CPython: Lib/traceback.py, Python/traceback.c). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictGetStr } from '../objects/dict.ts';
import {
  EXC_CAUSE,
  EXC_CONTEXT,
  EXC_FIELDS,
  EXC_SUPPRESS,
  EXC_TRACEBACK,
  TB_FRAME,
  TB_LASTI,
  TB_LINE,
  TB_NEXT,
} from '../objects/exception.ts';
import { FUNC_CODE_INDEX } from '../objects/function.ts';
import { intToSafeNumber, isInt } from '../objects/int.ts';
import { isList, isTuple, listItem, listLength, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr, strText } from '../objects/str.ts';
import { errorPlaceLines } from '../syntax/error-place.ts';
import { fullName } from '../types/object-type.ts';
import { findAttrNamed } from './attributes.ts';
import { caretLine } from './carets.ts';
import { reprText, strOf } from './operators.ts';
import { RAISED, type Runtime } from './runtime.ts';
import { suggestion } from './suggestions.ts';

const M = WORDS;

/** What `textOf` says of a value, or CPython's words where that raises. */
function safeStr(
  rt: Runtime,
  value: Address,
  otherwise: string,
  textOf: (rt: Runtime, value: Address) => string = strOf,
): string {
  const mark = rt.sp;
  try {
    return textOf(rt, value);
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    rt.unwind(mark);
    rt.setRoot(rt.pending, 0);
    return otherwise;
  }
}

/** The lines of one traceback entry: place, source and, unless told otherwise, markers. */
export function entryLines(rt: Runtime, link: Address, markers = true): string {
  const { unit } = rt.codes[M[M[M[link + TB_FRAME] + 6] + FUNC_CODE_INDEX]]!;
  const line = M[link + TB_LINE];
  const out = `  File "${unit.filename}", line ${line}, in ${unit.name}\n`;
  const lines = rt.sourceLines(unit.filename);
  const source = lines?.[line - 1];
  if (lines === null || source === undefined || source.trim() === '') return out;
  if (!markers) return `${out}    ${source.trim()}\n`;
  const at = M[link + TB_LASTI] * 4;
  return out + caretLine(lines, unit.positions[at]!, unit.positions[at + 1]!, unit.positions[at + 2]!, unit.positions[at + 3]!);
}

/** The entry that a report begins with: sys.tracebacklimit is the number of entries shown, the last ones. 0 where none is. */
function lastEntries(rt: Runtime, traceback: Address): Address {
  const sys = rt.loadedModule('sys');
  const limit = sys === 0 ? 0 : dictGetStr(rt, M[sys + 4], intern(rt, 'tracebacklimit'));
  if (limit === 0 || !isInt(rt, limit)) return traceback;
  let beyond = -intToSafeNumber(rt, limit);
  for (let link = traceback; link !== 0 && link !== rt.none; link = M[link + TB_NEXT]) beyond++;
  let first = traceback;
  for (; beyond > 0 && first !== 0 && first !== rt.none; beyond--) first = M[first + TB_NEXT];
  return first === rt.none ? 0 : first;
}

/** The lines of one traceback's frames. */
export function frameLines(rt: Runtime, traceback: Address, markers = true): string {
  let out = '';
  let previous = '';
  let repeated = 0;
  const flush = (): void => {
    if (repeated > 3) {
      const more = repeated - 3;
      out += `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`;
    }
    repeated = 0;
  };
  for (let link = lastEntries(rt, traceback); link !== 0 && link !== rt.none; link = M[link + TB_NEXT]) {
    const code = rt.codes[M[M[M[link + TB_FRAME] + 6] + FUNC_CODE_INDEX]]!;
    const unit = code.unit;
    const line = M[link + TB_LINE];
    const key = `${unit.filename}:${line}:${unit.name}`;
    if (key !== previous) {
      flush();
      previous = key;
    }
    if (++repeated > 3) continue;
    out += entryLines(rt, link, markers);
  }
  flush();
  return out;
}

/** 'ValueError: message', with SyntaxError's lines, hints and notes. */
export function exceptionLines(rt: Runtime, exception: Address): string {
  const info = rt.typeOf(exception);
  let name = fullName(info);
  if (name.startsWith('__main__.')) name = name.slice('__main__.'.length);
  let out = '';
  const isSyntax = info.mro.includes(rt.types['SyntaxError']!);
  if (isSyntax) out += syntaxLines(rt, exception);
  let message = isSyntax
    ? M[exception + EXC_FIELDS] === 0
      ? '<no detail available>'
      : safeStr(rt, M[exception + EXC_FIELDS], '<no detail available>')
    : safeStr(rt, exception, `<exception str() failed>`);
  if (isSyntax && !hasValue(rt, M[exception + EXC_FIELDS + 4]) && hasValue(rt, M[exception + EXC_FIELDS + 2])) {
    message += ` (${safeStr(rt, M[exception + EXC_FIELDS + 2], '')})`;
  }
  message += safeStr(rt, exception, '', suggestion);
  out += message === '' ? `${name}\n` : `${name}: ${message}\n`;
  const notes = findAttrNamed(rt, exception, '__notes__');
  if (notes !== 0) {
    const slot = rt.push(notes);
    if (isList(rt, notes) || isTuple(rt, notes)) {
      const count = isList(rt, notes) ? listLength(rt, notes) : tupleLength(rt, notes);
      for (let index = 0; index < count; index++) {
        const note = isList(rt, notes) ? listItem(rt, notes, index) : tupleItem(rt, notes, index);
        out += `${safeStr(rt, note, '<note str() failed>')}\n`;
      }
    } else if (notes !== rt.none) out += `${safeStr(rt, notes, '<__notes__ repr() failed>', reprText)}\n`;
    rt.unwind(slot);
  }
  return out;
}

function syntaxLines(rt: Runtime, exception: Address): string {
  const field = (index: number): Address => M[exception + EXC_FIELDS + 2 * index];
  const number = (index: number): number =>
    field(index) !== 0 && isInt(rt, field(index)) ? intToSafeNumber(rt, field(index)) : 0;
  const filename = field(1);
  const text = field(4);
  const placed = hasValue(rt, field(2));
  if (!placed && (text === 0 || !isStr(rt, text))) return '';
  const line = number(2);
  const lines = errorPlaceLines({
    filename: filename !== 0 && isStr(rt, filename) ? strText(rt, filename) : '<string>',
    line,
    column: number(3),
    endLine: number(5),
    endColumn: number(6),
    text: text !== 0 && isStr(rt, text) ? strText(rt, text) : null,
  });
  return placed ? lines : lines.slice(lines.indexOf('\n') + 1);
}

const hasValue = (rt: Runtime, field: Address): boolean => field !== 0 && field !== rt.none;

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;

/** What the report has so far: how deep it is in groups, and whether the innermost box is still open. */
interface Report {
  text: string;
  depth: number;
  needClose: boolean;
}

/** The whole report of an exception, causes first. */
export function tracebackText(rt: Runtime, exception: Address, chain = true): string {
  const report: Report = { text: '', depth: 0, needClose: false };
  pinned(rt, () => writeReport(rt, exception, report, new Set(), chain));
  return report.text;
}

/** A report goes by addresses while it runs `__str__` of the program. */
function pinned<T>(rt: Runtime, work: () => T): T {
  rt.pinned++;
  try {
    return work();
  } finally {
    rt.pinned--;
  }
}

/** The report of an exception that cannot be raised, as CPython's C code prints it: no markers, causes or notes. */
export function unraisableText(rt: Runtime, exception: Address): string {
  const traceback = M[exception + EXC_TRACEBACK];
  const frames = traceback === 0 || traceback === rt.none ? '' : frameLines(rt, traceback, false);
  const name = fullName(rt.typeOf(exception)).replace(/^__main__\./u, '');
  const message = pinned(rt, () => safeStr(rt, exception, '<exception str() failed>'));
  return `${frames === '' ? '' : `Traceback (most recent call last):\n${frames}`}${name}${message === '' ? '' : `: ${message}`}\n`;
}

/** Adds lines with the margin of the groups around them. */
function emit(report: Report, lines: string, margin = '|'): void {
  if (report.depth === 0) {
    report.text += lines;
    return;
  }
  const prefix = `${'  '.repeat(report.depth)}${margin} `;
  for (const line of lines.replace(/\n$/, '').split('\n')) report.text += `${prefix}${line}\n`;
}

function writeReport(rt: Runtime, exception: Address, report: Report, seen: Set<Address>, chain: boolean): void {
  seen.add(exception);
  const cause = M[exception + EXC_CAUSE];
  const context = M[exception + EXC_CONTEXT];
  if (!chain) {
    // Only the exception itself is asked for.
  } else if (cause !== 0) {
    if (!seen.has(cause)) {
      writeReport(rt, cause, report, seen, chain);
      emit(report, CAUSE);
    }
  } else if (context !== 0 && M[exception + EXC_SUPPRESS] === 0 && !seen.has(context)) {
    writeReport(rt, context, report, seen, chain);
    emit(report, CONTEXT);
  }
  const group = rt.types['BaseExceptionGroup'];
  if (group !== undefined && rt.typeOf(exception).mro.includes(group)) {
    writeGroup(rt, exception, report, seen, chain);
    return;
  }
  const traceback = M[exception + EXC_TRACEBACK];
  if (lastEntries(rt, traceback) !== 0) emit(report, `Traceback (most recent call last):\n${frameLines(rt, traceback)}`);
  emit(report, exceptionLines(rt, exception));
}

/** A group and, in boxes, its members. */
function writeGroup(rt: Runtime, exception: Address, report: Report, seen: Set<Address>, chain: boolean): void {
  if (report.depth > MAX_GROUP_DEPTH) {
    emit(report, `... (max_group_depth is ${MAX_GROUP_DEPTH})\n`);
    return;
  }
  const top = report.depth === 0;
  if (top) report.depth++;
  const traceback = M[exception + EXC_TRACEBACK];
  if (lastEntries(rt, traceback) !== 0) {
    emit(report, 'Exception Group Traceback (most recent call last):\n', top ? '+' : '|');
    emit(report, frameLines(rt, traceback));
  }
  emit(report, exceptionLines(rt, exception));
  const members = M[exception + EXC_FIELDS + 2];
  const count = tupleLength(rt, members);
  const shown = Math.min(count, MAX_GROUP_WIDTH + 1);
  report.needClose = false;
  for (let index = 0; index < shown; index++) {
    const last = index === shown - 1;
    if (last) report.needClose = true;
    const cut = index >= MAX_GROUP_WIDTH;
    report.text += `${'  '.repeat(report.depth)}${index === 0 ? '+-' : '  '}+---------------- ${cut ? '...' : index + 1} ----------------\n`;
    report.depth++;
    if (cut) {
      const more = count - MAX_GROUP_WIDTH;
      emit(report, `and ${more} more exception${more === 1 ? '' : 's'}\n`);
    } else writeReport(rt, tupleItem(rt, members, index), report, seen, chain);
    if (last && report.needClose) {
      report.text += `${'  '.repeat(report.depth)}+------------------------------------\n`;
      report.needClose = false;
    }
    report.depth--;
  }
  if (top) report.depth = 0;
}
