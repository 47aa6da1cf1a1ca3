/** A stored finding: a Python file whose header says how it is run and what must be seen. It depends on no generator. */
import { UserError } from '../base/errors.ts';
import type { Tier } from '../workloads/programs/block.ts';
import { configText, parseConfig, type RunConfig } from './fuzz-config.ts';

export interface StoredFinding {
  /** Case it came from, or the file a person brought. */
  readonly origin: string;
  readonly tier: Tier;
  readonly strategy: string;
  readonly config: RunConfig;
  /** Name of the planted fault that was in force, or null. */
  readonly fault: string | null;
  /** What was seen; null for a finding that has been mended: then nothing may be seen. */
  readonly signature: string | null;
  /** What was wrong, for a reader; one line. */
  readonly cause: string;
  /** The program, without the header. */
  readonly source: string;
}

const FIRST = '# heaplab finding';

/** The text of the file. */
export function findingText(finding: StoredFinding): string {
  const fields: [string, string | null][] = [
    ['from', finding.origin],
    ['tier', finding.tier],
    ['strategy', finding.strategy],
    ['config', configText(finding.config)],
    ['fault', finding.fault],
    ['signature', finding.signature],
    ['cause', finding.cause === '' ? null : finding.cause],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`# ${name}: ${value}`]));
  return `${FIRST}\n${lines.join('\n')}\n\n${finding.source}`;
}

/** Reads a file; throws UserError when it has no header. */
export function parseFinding(text: string, file: string): StoredFinding {
  if (!text.startsWith(FIRST)) {
    throw new UserError(`${file} is no stored finding: its first line is not '${FIRST}'`, {
      hint: 'heaplab fuzz shrink FILE --strategy NAME looks for a failure of any program',
    });
  }
  const end = text.indexOf('\n\n');
  const header = end < 0 ? text : text.slice(0, end);
  const field = (name: string): string | null => new RegExp(`^# ${name}: (.*)$`, 'm').exec(header)?.[1] ?? null;
  const strategy = field('strategy');
  const tier = field('tier') ?? 'A';
  if (strategy === null)
    throw new UserError(`${file}: the header names no strategy`, { hint: "it needs a line '# strategy: NAME'" });
  if (tier !== 'A' && tier !== 'B' && tier !== 'C')
    throw new UserError(`${file}: unknown tier '${tier}': the tiers are A, B and C`);
  return {
    origin: field('from') ?? file,
    tier,
    strategy,
    config: parseConfig(field('config') ?? ''),
    fault: field('fault'),
    signature: field('signature'),
    cause: field('cause') ?? '',
    source: end < 0 ? '' : text.slice(end + 2),
  };
}
