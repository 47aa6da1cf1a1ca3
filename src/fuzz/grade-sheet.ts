/** The sheet for a strategy of a user's own: which rules it keeps, which it breaks, and the shortest program for each that it breaks. */
import type { CampaignResult, Finding } from './campaign.ts';
import type { ClauseResult } from './contract.ts';
import { lineCount } from './selftest.ts';
import type { Oracle } from './signature.ts';
import { FuzzWorker } from './worker-pool.ts';
import type { WorkerSetup } from './worker-protocol.ts';

interface Rule {
  readonly oracles: readonly Oracle[];
  readonly rule: string;
}

const RULES: readonly Rule[] = [
  { oracles: ['R'], rule: 'frees nothing that the program can still reach' },
  { oracles: ['P'], rule: 'never uses memory that it has freed; identities stay' },
  { oracles: ['I'], rule: 'keeps its heap, counts and lists in order' },
  { oracles: ['L'], rule: 'reclaims everything that it claims to reclaim' },
  { oracles: ['F'], rule: 'runs each finalizer once, and clears weak references first' },
  { oracles: ['D'], rule: 'does not change what programs print' },
  { oracles: ['M'], rule: 'does the same again on the same program' },
  { oracles: ['X', 'T'], rule: 'does not crash, and comes to an end' },
];

/** Asks the strategy of a module for the contract, in a worker: it may not come back. */
export async function contractOf(module: string, setup: WorkerSetup): Promise<readonly ClauseResult[]> {
  const worker = new FuzzWorker(setup);
  const answer = await worker.ask({ kind: 'contract', module });
  await worker.stop();
  if (answer.kind === 'contract') return answer.clauses;
  return [{ rule: 'comes to an end', source: '', problem: answer.kind === 'crash' ? answer.message : 'a wrong answer' }];
}

/** A line a clause of the contract, and below each broken one what was wrong and its program. */
export function contractSheet(clauses: readonly ClauseResult[]): string {
  const kept = clauses.filter(({ problem }) => problem === null).length;
  const seen = new Set<string>();
  const lines = [`Contract: ${kept} of ${clauses.length} clauses kept`];
  for (const { rule, source, problem } of clauses) {
    lines.push(`  ${problem === null ? 'kept  ' : 'broken'}  ${rule}`);
    if (problem === null) continue;
    // One mistake may break many clauses: its first program is enough.
    if (seen.has(problem)) lines.push(`          ${problem}: as above`);
    else lines.push(`          ${problem}, in:`, ...shown(source));
    seen.add(problem);
  }
  return lines.join('\n');
}

/** Lines of a program that the sheet has room for. */
const LINES_MOST = 30;

/** The text of a program, set in; of one that could not be made small only its beginning. */
function shown(source: string): string[] {
  const text =
    source.trim() === '' ? '# the empty program: what the machine does before and after one is enough' : source.trim();
  const lines = text.split('\n');
  const rest = lines.length - LINES_MOST;
  const kept = rest > 0 ? [...lines.slice(0, LINES_MOST), `# ... ${rest} more lines: see the folder of the finding`] : lines;
  return kept.map((line) => `            ${line}`);
}

/** A line a rule, and below each broken one its shortest program. */
export function gradeSheet(names: readonly string[], { findings, outcomes }: CampaignResult): string {
  const lines: string[] = [];
  for (const name of names) {
    const own = findings.filter(({ signature }) => signature.split('/')[1] === name);
    const broken = RULES.filter(({ oracles }) => own.some((finding) => isOf(finding, oracles)));
    lines.push(
      `Grade sheet of ${name}: ${RULES.length - broken.length} of ${RULES.length} rules kept in ${outcomes.length} programs`,
    );
    for (const { oracles, rule } of RULES) {
      const against = own.filter((finding) => isOf(finding, oracles));
      lines.push(`  ${against.length === 0 ? 'kept  ' : 'broken'}  ${rule}`);
      const [shortest] = against.toSorted((a, b) => sizeOf(a) - sizeOf(b));
      if (shortest === undefined) continue;
      lines.push(`          ${shortest.signature}, in ${shortest.cases.length} of ${outcomes.length} programs; the shortest:`);
      lines.push(...shown((shortest.reduced ?? shortest.original).source));
    }
  }
  return lines.join('\n');
}

function isOf({ signature }: Finding, oracles: readonly Oracle[]): boolean {
  return oracles.some((oracle) => signature.startsWith(`${oracle}/`));
}

function sizeOf(finding: Finding): number {
  return lineCount((finding.reduced ?? finding.original).source);
}
