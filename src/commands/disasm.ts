import { exitCodes, UserError } from '../base/errors.ts';
import type { CodeUnit } from '../interp/bytecode/code-unit.ts';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';

/** Shows the bytecode of a program without running it. */
export default class Disasm extends LabCommand {
  static override summary = 'Show the bytecode that a Python program compiles to.';
  static override description =
    'Columns: source line, jump label, instruction index, opcode, argument and what it stands for. Warnings of the compiler go to stderr; ' +
    'a syntax error is shown with its line, and ends with exit code 3.';
  static override args = {
    program: argument({ required: true, description: 'a workload, a Python file, or - for a program on standard input' }),
  };
  static override examples = ['<%= config.bin %> disasm tutorial-cycle', '<%= config.bin %> disasm program.py --json'];

  async run(): Promise<object> {
    const { args } = await this.parse(Disasm);
    const { findProgram, placeProgram } = await import('../shootout/programs.ts');
    const { compileModule } = await import('../interp/bytecode/compile.ts');
    const { disassemble } = await import('../interp/bytecode/disassemble.ts');
    const { PySyntaxError } = await import('../interp/syntax/syntax-error.ts');
    const { path, source } = placeProgram(findProgram(args.program), {}, [1])[0]!;
    try {
      const { code, warnings } = compileModule(source, path);
      if (!this.jsonEnabled()) {
        for (const { filename, line, category, message } of warnings) {
          process.stderr.write(`${filename}:${line}: ${category}: ${message}\n`);
        }
        process.stdout.write(disassemble(code));
      }
      const { OPCODES } = await import('../interp/bytecode/opcodes.ts');
      const names = OPCODES.map(({ name }) => name);
      return { filename: path, code: [...units(code)].map((unit) => described(unit, names)), warnings };
    } catch (error) {
      if (!(error instanceof PySyntaxError)) throw error;
      const { errorPlaceLines } = await import('../interp/syntax/error-place.ts');
      throw new UserError(`'${args.program}' does not compile\n${errorPlaceLines(error)}${error.kind}: ${error.message}`, {
        exitCode: exitCodes.programRaised,
      });
    }
  }
}

/** A unit, then the units among its constants, in the order of the listing. */
function* units(code: CodeUnit): Generator<CodeUnit> {
  yield code;
  for (const constant of code.constants) if (constant.kind === 'code') yield* units(constant.code);
}

function described(unit: CodeUnit, names: readonly string[]): object {
  const { qualname, firstLine, flags, argCount, posOnlyCount, kwOnlyCount, varNames, cellNames, freeNames, stackSize } = unit;
  const instructions = Array.from(unit.code, (word, index) => ({
    index,
    line: unit.positions[4 * index]!,
    opcode: names[word & 0xff]!,
    arg: word >> 8,
  }));
  return {
    qualname,
    firstLine,
    flags,
    argCount,
    posOnlyCount,
    kwOnlyCount,
    varNames,
    cellNames,
    freeNames,
    stackSize,
    instructions,
  };
}
