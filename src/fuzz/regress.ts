/** Runs a bank of stored findings. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { findPython } from '../base/find-python.ts';
import { systemError } from '../results/system-error.ts';
import { strategyNames } from './contestants.ts';
import { parseFinding, type StoredFinding } from './finding-file.ts';
import { readText } from './replay.ts';
import { Server } from './serve.ts';

export interface Regression {
  readonly file: string;
  readonly strategy: string;
  readonly expected: string | null;
  readonly seen: string | null;
  readonly ok: boolean;
}

/** Every stored finding below a folder, in the order of their paths; a finding of `all` strategies is run on each. */
export async function regress(directory: string, python: string | undefined): Promise<Regression[]> {
  let names: string[];
  try {
    names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.py'))
      .sort();
  } catch (error) {
    throw systemError(error, 'read', directory);
  }
  if (names.length === 0)
    throw new UserError(`${directory} holds no .py files`, { hint: 'give a folder of stored findings, such as test/findings' });
  const results: Regression[] = [];
  const server = new Server({ lineup: { strategies: [], fault: null, modules: [] }, python: findPython(python) });
  try {
    for (const name of names) {
      const file = join(directory, name);
      const stored = parseFinding(readText(file), file);
      for (const finding of each(stored)) {
        const answer = await server.answer({ kind: 'replay', finding });
        const seen = answer.kind === 'replay' ? answer.replay.signature : 'no answer';
        results.push({ file, strategy: finding.strategy, expected: stored.signature, seen, ok: seen === stored.signature });
      }
    }
  } finally {
    server.stop();
  }
  return results;
}

function each(stored: StoredFinding): StoredFinding[] {
  if (stored.strategy !== 'all' || stored.signature !== null) return [stored];
  return strategyNames(undefined).map((strategy) => ({ ...stored, strategy }));
}
