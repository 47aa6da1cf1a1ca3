import type { CodeUnit, Constant } from './code-unit.ts';
import { OPCODES } from './opcodes.ts';

/** A code unit and the units among its constants as text, like CPython's dis. The same code gives the same text. */
export function disassemble(code: CodeUnit): string {
  const out: string[] = [];
  unit(code, out);
  return `${out.join('\n')}\n`;
}

function unit(code: CodeUnit, out: string[]): void {
  const targets = jumpTargets(code);
  const table = handlers(code);
  let line = -2;
  for (let index = 0; index < code.code.length; index++) {
    const word = code.code[index]!;
    const info = OPCODES[word & 0xff]!;
    const arg = word >> 8;
    const at = code.positions[4 * index]!;
    if (at !== line && index > 0) out.push('');
    const shown = at === line ? '' : at < 0 ? '--' : String(at);
    line = at;
    const label = targets.has(index) ? `L${index}:` : '';
    const hasArg = info.arg !== 'none';
    const resolved = hasArg ? resolve(code, info.arg, arg) : '';
    const text = hasArg
      ? `${info.name.padEnd(26)} ${String(arg).padStart(4)}${resolved === '' ? '' : ` (${resolved})`}`
      : info.name;
    out.push(`${shown.padStart(5)}  ${label.padStart(6)} ${String(index).padStart(4)}  ${text}`.trimEnd());
  }
  if (table.length > 0) out.push('ExceptionTable:', ...table);
  for (const constant of code.constants) {
    if (constant.kind !== 'code') continue;
    const inner = constant.code;
    out.push('', `Disassembly of ${inner.qualname} (${inner.filename}:${inner.firstLine}):`);
    unit(inner, out);
  }
}

function jumpTargets(code: CodeUnit): Set<number> {
  const targets = new Set<number>();
  for (const word of code.code) if (OPCODES[word & 0xff]!.arg === 'jump') targets.add(word >> 8);
  for (let at = 0; at < code.exceptionTable.length; at += 5) targets.add(code.exceptionTable[at + 2]!);
  return targets;
}

function handlers(code: CodeUnit): string[] {
  const lines: string[] = [];
  const { exceptionTable: table } = code;
  for (let at = 0; at < table.length; at += 5) {
    const lasti = table[at + 4] === 1 ? ' lasti' : '';
    lines.push(`  ${table[at]} to ${table[at + 1]! - 1} -> L${table[at + 2]} [${table[at + 3]}]${lasti}`);
  }
  return lines;
}

function resolve(code: CodeUnit, kind: string, arg: number): string {
  switch (kind) {
    case 'local':
    case 'cell':
      return code.localsPlus[arg] ?? '';
    case 'name':
      return code.names[arg] ?? '';
    case 'const':
      return showConstant(code.constants[arg]!);
    case 'jump':
      return `to L${arg}`;
    default:
      return '';
  }
}

function showConstant(value: Constant): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'ellipsis':
      return 'Ellipsis';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return Object.is(value.value, -0) ? '-0.0' : String(value.value);
    case 'complex':
      return `${value.real}+${value.imag}j`;
    case 'str':
      return JSON.stringify(value.value);
    case 'bytes':
      return `b${JSON.stringify(String.fromCharCode(...value.value))}`;
    case 'tuple':
      return `(${value.items.map(showConstant).join(', ')}${value.items.length === 1 ? ',' : ''})`;
    case 'frozenset':
      return `frozenset({${value.items.map(showConstant).join(', ')}})`;
    case 'code':
      return `<code ${value.code.qualname}>`;
  }
}
