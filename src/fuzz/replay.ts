/** Runs a stored finding, or a generated case, again. */

import { readFileSync } from 'node:fs';
import { UserError } from '../base/errors.ts';
import { findPython } from '../base/find-python.ts';
import { systemError } from '../results/system-error.ts';
import { parseCaseId } from '../workloads/programs/case-id.ts';
import { sideBySide } from './campaign-folder.ts';
import { strategyNames } from './contestants.ts';
import { findFault } from './faults.ts';
import { parseFinding } from './finding-file.ts';
import { Server } from './serve.ts';
import { signatureOf } from './signature.ts';

export interface ReplayOptions {
  readonly python: string | undefined;
  readonly fault: string | null;
}

export interface Replayed {
  readonly failures: readonly { readonly signature: string; readonly details: string }[];
  /** What a stored file says should be seen; null for a case or a mended finding. */
  readonly expected: string | null;
  readonly metrics: readonly { readonly strategy: string; readonly metrics: string }[];
  /** Journal of the heap beside that of a sound strategy. */
  readonly journal: string;
}

/** `what` is the path of a .py file or the name of a case. */
export async function replay(what: string, options: ReplayOptions): Promise<Replayed> {
  if (options.fault !== null) findFault(options.fault);
  const python = findPython(options.python);
  return what.endsWith('.py') ? await replayFile(what, python, options.fault) : await replayCase(what, python, options.fault);
}

async function replayFile(path: string, python: string | null, fault: string | null): Promise<Replayed> {
  const stored = parseFinding(readText(path), path);
  const finding = fault === null ? stored : { ...stored, fault };
  const server = new Server({ lineup: { strategies: [], fault: finding.fault, modules: [] }, python });
  try {
    const answer = await server.answer({ kind: 'replay', finding });
    if (answer.kind !== 'replay') throw new UserError(`${path} could not be replayed`);
    const { signature, details, metrics, journals } = answer.replay;
    return {
      failures: signature === null ? [] : [{ signature, details }],
      expected: stored.signature,
      metrics: [{ strategy: finding.strategy, metrics }],
      journal: sideBySide(journals),
    };
  } finally {
    server.stop();
  }
}

async function replayCase(name: string, python: string | null, fault: string | null): Promise<Replayed> {
  const id = parseCaseId(name);
  const server = new Server({ lineup: { strategies: strategyNames(undefined), fault, modules: [] }, python });
  try {
    const answer = await server.answer({ kind: 'case', id, options: { stress: null, replays: true, failures: true } });
    if (answer.kind !== 'case') throw new UserError(`${name} could not be replayed`);
    const { found, rows } = answer.outcome;
    return {
      failures: found.map(({ failure }) => ({ signature: signatureOf(failure), details: failure.details })),
      expected: null,
      metrics: rows.map((row) => ({
        strategy: row.strategy,
        metrics: `${row.bytecodes} bytecodes, ${row.alloc_b} B, output ${row.output_sha256}`,
      })),
      journal: '',
    };
  } finally {
    server.stop();
  }
}

/** The text of a file; throws UserError when it cannot be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw systemError(error, 'read', path);
  }
}
