/** What a campaign reached, as text. */
import { hazards } from '../workloads/programs/hazards.ts';
import type { CampaignResult } from './campaign.ts';
import { type Oracle, oracleNames } from './signature.ts';

export interface SummaryFacts {
  readonly seed: number;
  readonly strategies: readonly string[];
  readonly python: string | null;
}

/** Cases, tiers, hazards, behaviours and findings. The same campaign gives the same text. */
export function summaryText({ outcomes, findings, missing }: CampaignResult, facts: SummaryFacts): string {
  const count = (what: (outcome: CampaignResult['outcomes'][number]) => boolean): number => outcomes.filter(what).length;
  const lines = [
    `seed ${facts.seed}, ${outcomes.length} cases${missing > 0 ? `, ${missing} not run` : ''}, ${outcomes.reduce((sum, { runs }) => sum + runs, 0)} runs on ${facts.strategies.join(', ')}`,
    ...(['A', 'B', 'C'] as const).map(
      (tier) => `tier ${tier}: ${count((outcome) => outcome.tier === tier)} cases${validity(outcomes, tier)}`,
    ),
  ];
  if (facts.python === null)
    lines.push('no CPython 3.13 was found: output was compared only between strategies (give --python PATH)');
  const reached = new Set(outcomes.flatMap((outcome) => outcome.hazards));
  const absent = hazards.filter(({ name }) => !reached.has(name)).map(({ name }) => name);
  lines.push(`hazards: ${reached.size} of ${hazards.length}${absent.length > 0 ? `; not drawn: ${absent.join(', ')}` : ''}`);
  const behaviours = new Map<string, number>();
  for (const name of outcomes.flatMap((outcome) => outcome.behaviours)) behaviours.set(name, (behaviours.get(name) ?? 0) + 1);
  lines.push(
    'behaviours, in how many cases:',
    ...[...behaviours].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, cases]) => `  ${name}: ${cases}`),
  );
  lines.push(findings.length === 0 ? 'no findings' : `${findings.length} findings:`);
  for (const { signature, cases, lines: size, confirmed } of findings) {
    const shrunk = size === null ? '' : `, ${size} lines`;
    lines.push(
      `  ${signature}\n    ${oracleNames[signature[0] as Oracle]}, ${cases.length} cases, first ${cases[0]}${shrunk}${confirmed === false ? ', did NOT replay' : ''}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Share of a tier's programs that end without an exception on CPython. */
function validity(outcomes: CampaignResult['outcomes'], tier: string): string {
  const asked = outcomes.filter((outcome) => outcome.tier === tier && outcome.cpython !== null);
  if (asked.length === 0) return '';
  const ran = asked.filter(({ cpython }) => cpython === 'ran').length;
  return `, ${((100 * ran) / asked.length).toFixed(1)} % run to their end on CPython`;
}
