/** Writes a program's tree as Python. */
import type { Arg, Block, Program } from './block.ts';
import { formOf } from './forms.ts';
import { prologueFor } from './prologue.ts';

/** Times the epilogue of tier B collects: a finalizer may drop what only the next collection finds. */
const QUIESCE_ROUNDS = 4;

/** The Python text of a program, without a header. It is the same for equal trees. */
export function emitProgram(program: Program): string {
  const parts: string[] = [];
  for (const block of program.blocks) parts.push(`${statement(block).join('\n')}\n`);
  const body = parts.join('\n\n');
  const epilogue =
    program.tier === 'B' && `${body}`.match(/Tagged|watch\(/) !== null
      ? `for i in range(${QUIESCE_ROUNDS}):\n    gc.collect()\nprint("log", sorted(LOG))\n`
      : '';
  const run = `main()\n${epilogue}`;
  return `${prologueFor(`${body}${run}`, program.tier)}\n\n${body}\n\n${run}`;
}

/** The text of a reference. */
function reference(arg: Arg): string {
  if (arg.from === 'variable') return arg.name;
  return arg.from === 'constant' ? arg.text : expression(arg.block);
}

function expression(block: Block): string {
  return formOf(block.op).text(block.args.map(reference), block.params, '');
}

function statement(block: Block): string[] {
  const form = formOf(block.op);
  const text = form.text(block.args.map(reference), block.params, block.out ?? '_');
  const bound = block.out !== null && (form.inline || block.op === 'call-function') ? `${block.out} = ${text}` : text;
  return bound.split('\n').flatMap((line) => {
    const place = /^( *)@(\d)$/.exec(line);
    if (place === null) return [line];
    const body = (block.bodies[Number(place[2])] ?? []).flatMap(statement);
    return (body.length > 0 ? body : ['pass']).map((inner) => `${place[1]}    ${inner}`);
  });
}
