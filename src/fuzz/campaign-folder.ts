/**
 * The folder of a campaign:
 * ```
 *  fuzz.csv              a row for each program and strategy, in the order of the cases
 *  summary.txt           what was run and reached
 *  findings/NAME/        program.py, shrunk.py, events.txt, how-to-replay.txt
 *  progress.jsonl        outcomes so far; only while the campaign is unfinished
 * ```
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { CsvWriter } from '../results/csv.ts';
import { fuzzTable } from '../results/fuzz-table.ts';
import { REPORT } from '../results/run-folder.ts';
import { systemError } from '../results/system-error.ts';
import type { CampaignResult, Finding } from './campaign.ts';
import { findingText } from './finding-file.ts';
import type { CaseOutcome } from './run-case.ts';

const PROGRESS = 'progress.jsonl';
const FINDINGS = 'findings';
const SUMMARY = 'summary.txt';

export class CampaignFolder {
  readonly path: string;
  /** Outcomes of the interrupted campaign that is resumed. */
  readonly earlier: readonly CaseOutcome[];

  /** `key` says what the campaign is: only one with the same key is resumed. */
  constructor(path: string, key: string, mode: { readonly resume: boolean; readonly force: boolean }) {
    this.path = path;
    const progress = join(path, PROGRESS);
    const isThere = existsSync(path);
    try {
      if (mode.resume && existsSync(progress)) {
        this.earlier = readProgress(progress, key);
        return;
      }
      if (mode.resume && isThere)
        throw new UserError(`${path} holds no unfinished campaign`, { hint: 'leave --resume out, or give another --out' });
      const names = isThere ? readdirSync(path) : [];
      if (names.length > 0) {
        if (!names.includes(PROGRESS) && !names.includes(fuzzTable.file))
          throw new UserError(`${path} exists and is not a campaign: it has no ${fuzzTable.file}`, {
            hint: 'give another folder with --out; heaplab replaces only its own',
          });
        if (!mode.force)
          throw new UserError(`${path} holds a campaign already`, { hint: 'give another --out, or --force to replace it' });
        for (const part of [FINDINGS, fuzzTable.file, SUMMARY, PROGRESS, REPORT])
          rmSync(join(path, part), { recursive: true, force: true });
      }
      mkdirSync(path, { recursive: true });
      writeFileSync(progress, `${JSON.stringify({ key })}\n`);
    } catch (error) {
      throw error instanceof UserError ? error : systemError(error, 'write', path);
    }
    this.earlier = [];
  }

  /** Keeps an outcome for --resume. */
  note(outcome: CaseOutcome): void {
    appendFileSync(join(this.path, PROGRESS), `${JSON.stringify(outcome)}\n`);
  }

  /** Writes everything; the campaign can be resumed unless it is complete. */
  async finish(result: CampaignResult, summary: string): Promise<void> {
    const csv = new CsvWriter(join(this.path, fuzzTable.file), fuzzTable, 'w');
    for (const outcome of result.outcomes) await csv.write(outcome.rows);
    await csv.end();
    writeFileSync(join(this.path, SUMMARY), summary);
    for (const [place, finding] of result.findings.entries()) this.writeFinding(place + 1, finding);
    if (result.missing === 0) rmSync(join(this.path, PROGRESS), { force: true });
  }

  private writeFinding(number: number, finding: Finding): void {
    const folder = join(this.path, FINDINGS, folderName(number, finding.signature));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'program.py'), findingText(finding.original));
    if (finding.reduced !== null) writeFileSync(join(folder, 'shrunk.py'), findingText(finding.reduced));
    writeFileSync(join(folder, 'events.txt'), `${finding.details}\n\n${sideBySide(finding.journals)}`);
    const file = finding.reduced === null ? 'program.py' : 'shrunk.py';
    const state =
      finding.confirmed === null
        ? 'not replayed'
        : finding.confirmed
          ? 'replayed twice in fresh workers: the same'
          : 'did NOT replay';
    writeFileSync(
      join(folder, 'how-to-replay.txt'),
      `heaplab fuzz replay ${join(folder, file)}\n\nsignature  ${finding.signature}\ncases      ${finding.cases.join(' ')}\nstate      ${state}\n`,
    );
  }
}

function readProgress(path: string, key: string): CaseOutcome[] {
  const [first, ...lines] = readFileSync(path, 'utf8').split('\n');
  const known = JSON.parse(first ?? '{}') as { key?: string };
  if (known.key !== key) {
    throw new UserError(`the campaign in ${path} was another one`, {
      hint: `it was: ${known.key ?? 'unknown'}; give the same flags`,
    });
  }
  // A line that was cut off when the process ended is run again.
  return lines.flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as CaseOutcome];
    } catch {
      return [];
    }
  });
}

/** A folder name that says what was found. */
function folderName(number: number, signature: string): string {
  const words = signature
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${String(number).padStart(3, '0')}-${words}`.slice(0, 80);
}

/** Two journals beside each other; the first line in which they differ is marked. */
export function sideBySide(journals: Finding['journals']): string {
  const [bad, good] = journals;
  if (bad === undefined) return '';
  if (good === undefined) return `${bad[0]}\n${bad[1].join('\n')}\n`;
  const width = Math.max(bad[0].length, 20, ...bad[1].map((line) => line.length));
  const rows = Math.max(bad[1].length, good[1].length);
  const lines = [`  ${bad[0].padEnd(width)} | ${good[0]}`];
  let marked = false;
  for (let row = 0; row < rows; row++) {
    const left = bad[1][row] ?? '';
    const right = good[1][row] ?? '';
    const differs = !marked && left !== right;
    if (differs) marked = true;
    lines.push(`${differs ? '>' : ' '} ${left.padEnd(width)} | ${right}`);
  }
  return `${lines.join('\n')}\n`;
}
