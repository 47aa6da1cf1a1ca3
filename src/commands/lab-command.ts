import { Command } from '@oclif/core/command';
import type * as Interfaces from '@oclif/core/interfaces';
import { exitCodes, LabBug, UserError } from '../base/errors.ts';

/** Version of what --json prints; raised when a field is renamed, removed or changes its meaning. */
const JSON_SCHEMA_VERSION = 1;

/** Every command's base: --json with a schema version, and errors in the three families. */
export abstract class LabCommand extends Command {
  static override enableJsonFlag = true;

  /** As oclif's, and refuses an empty --out, as from a variable of a script that is not set: it would be the working folder. */
  protected override async parse<
    F extends Interfaces.OutputFlags<F>,
    B extends Interfaces.OutputFlags<B>,
    A extends Interfaces.OutputArgs<A>,
  >(options?: Interfaces.Input<F, B, A>, argv?: string[]): Promise<Interfaces.ParserOutput<F, B, A>> {
    const parsed = await super.parse(options, argv);
    const flags: Readonly<Record<string, unknown>> = parsed.flags;
    const out = flags['out'];
    if (typeof out === 'string' && out.trim() === '') {
      throw new UserError('--out is empty', { hint: 'name a file or folder; . is the working folder' });
    }
    return parsed;
  }

  /** What --json prints: the command's answer with `schemaVersion` in front. */
  protected override toSuccessJson(result: unknown): unknown {
    return typeof result === 'object' && result !== null ? { schemaVersion: JSON_SCHEMA_VERSION, ...result } : result;
  }

  protected override toErrorJson(error: unknown): unknown {
    const { message, hint, details, exitCode } = readable(error);
    return { schemaVersion: JSON_SCHEMA_VERSION, error: { message, hint, details, exitCode } };
  }

  /** Says what went wrong on stderr (with --json, on stdout as JSON) and sets the exit code of its family. */
  protected override async catch(error: unknown): Promise<void> {
    const { message, hint, details, exitCode } = readable(error);
    process.exitCode = exitCode;
    if (this.jsonEnabled()) {
      this.logJson(this.toErrorJson(error));
      return;
    }
    const lines = [`heaplab: ${message}`];
    if (hint !== null) lines.push(`  ${hint}`);
    if (details !== null) lines.push(details);
    process.stderr.write(`${lines.join('\n')}\n`);
  }
}

interface ReadableError {
  readonly message: string;
  readonly hint: string | null;
  readonly details: string | null;
  readonly exitCode: number;
}

function readable(error: unknown): ReadableError {
  if (error instanceof UserError) {
    return { message: error.message, hint: error.hint ?? null, details: null, exitCode: error.exitCode };
  }
  if (error instanceof Error && isUsageError(error)) {
    // oclif ends its messages with the hint.
    const [message = '', ...rest] = error.message.split('\nSee more help with --help')[0]!.split('\n');
    return { message: [message, ...rest].join('\n'), hint: 'see --help', details: null, exitCode: exitCodes.usage };
  }
  const hint = 'this is a fault of heaplab; please report it with the command that shows it';
  if (error instanceof LabBug) {
    return { message: `internal error: ${error.message}`, hint, details: error.details ?? null, exitCode: exitCodes.internal };
  }
  if (error instanceof Error) {
    return { message: `internal error: ${error.message}`, hint, details: error.stack ?? null, exitCode: exitCodes.internal };
  }
  return { message: `internal error: ${String(error)}`, hint, details: null, exitCode: exitCodes.internal };
}

/** Is it one of oclif's own complaints about arguments and flags? */
function isUsageError(error: Error): boolean {
  return 'oclif' in error && typeof error.oclif === 'object' && error.oclif !== null && 'exit' in error.oclif;
}
