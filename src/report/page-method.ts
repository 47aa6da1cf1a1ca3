/** How each number of the page is made: definitions, columns, cost profile, seeds, intervals. Heads of tables and captions lead here. */
import { formatBytes } from '../base/byte-size.ts';
import { profileOrders, profileSentence } from '../cell/profile-orders.ts';
import { escapeXml } from '../picture/xml.ts';
import { LEVEL, RESAMPLES } from '../results/bootstrap.ts';
import { confidenceNeeded } from '../results/comparison.ts';
import { runsTable } from '../results/rows.ts';
import type { Table } from '../results/table.ts';
import { type Facts, strategiesOf } from './facts.ts';
import { columnId, type PageChart, profilesOf, sourcesOf } from './page-figure.ts';

interface Definition {
  readonly id: string;
  readonly term: string;
  readonly text: string;
  /** Columns it is made from, as `file.csv: column, column`. */
  readonly from: string;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** In reading order; a head or a caption links to `#how-ID`. */
const definitions: readonly Definition[] = [
  {
    id: 'cycles',
    term: 'Cycles, cost',
    text: 'Counts of named events (bytecodes, allocations, count updates, objects visited, bytes copied …) times what the cost profile says each costs. A model: it ranks strategies, it does not predict milliseconds.',
    from: 'runs.csv: cycles_total; raw counts in counters.csv: count',
  },
  {
    id: 'times-best',
    term: '× best',
    text: 'The figure of a strategy divided by the smallest that any strategy has for the same program, seed and heap limit; the geometric mean over seeds, then over programs. Only programs that every strategy finished count. no-gc never frees: it is shown, but nothing is measured against it.',
    from: 'runs.csv: cycles_total for cost, peak_footprint_b for memory',
  },
  {
    id: 'interval',
    term: 'Interval',
    text: `Percentile bootstrap, ${percent(LEVEL)}, ${RESAMPLES.toLocaleString('en')} resamples: seeds and heap limits are drawn anew within each program; the programs stay as they are. One run of a program alone has no spread, and then there is no interval.`,
    from: 'runs.csv: cycles_total of every seed',
  },
  {
    id: 'overhead',
    term: '× bare program',
    text: 'Lower-bound overhead: total cycles divided by the least that any run of the program and seed needs once its pauses are taken off. The true price of memory management is no smaller.',
    from: 'runs.csv: cycles_total, cycles_gc',
  },
  {
    id: 'gc-share',
    term: 'In pauses',
    text: 'Share of all cycles spent in pauses: collections, cascades of deallocations, finalizers. Everyday counting lies outside the pauses; the cost breakdown shows it.',
    from: 'runs.csv: cycles_gc, cycles_total',
  },
  {
    id: 'pause',
    term: 'Longest pause',
    text: 'A pause is a stretch in which the program stands still: a collection, a cascade of deallocations that one dropped reference sets off, or a finalizer. This is the longest of all its runs.',
    from: 'runs.csv: longest_pause; each one in pauses.csv: cycles',
  },
  {
    id: 'garbage',
    term: 'Garbage at the end',
    text: 'Bytes in use that the program can no longer reach, at the last sample, the most of all programs. Found by a trace of heaplab’s own that shares no code with any collector and is not charged.',
    from: 'samples.csv: floating_b',
  },
  {
    id: 'footprint',
    term: 'Peak footprint',
    text: 'Most bytes held at once: mapped memory, headers, side tables, mark stack, and the half that a copying strategy keeps in reserve.',
    from: 'runs.csv: peak_footprint_b',
  },
  {
    id: 'finished',
    term: 'Finished',
    text: 'Runs that came to their end and printed what the other strategies printed, of all runs.',
    from: 'runs.csv: status',
  },
  {
    id: 'allocated',
    term: 'Bytes allocated',
    text: 'Clock A: bytes the program has asked for so far. It ticks the same under every strategy, so it is the axis on which they are compared over time.',
    from: 'samples.csv: a; runs.csv: alloc_b',
  },
  {
    id: 'pictures',
    term: 'In the pictures',
    text: 'Samples are thinned to the extremes of equal slices of the bytes allocated; past 400 different lengths, pauses within 1.1 % of each other are drawn as one. Figures in text and tables come from the full data.',
    from: 'samples.csv, pauses.csv',
  },
];

export function methodSection(facts: Facts, charts: readonly PageChart[]): string {
  const { manifest } = facts;
  const entries = definitions.map(
    ({ id, term, text, from }) =>
      `<dt id="how-${id}">${escapeXml(term)}</dt><dd>${escapeXml(text)} <span class="source">${escapeXml(from)}</span></dd>`,
  );
  const programs = manifest.programs.map(
    ({ name, sha256 }) => `<tr><th scope="row">${escapeXml(name)}</th><td><code>${escapeXml(sha256)}</code></td></tr>`,
  );
  return `<section id="method" aria-labelledby="method-title"><h2 id="method-title">How the numbers are made</h2>
<p class="text">Each program ran in full on a simulated heap, byte for byte as CPython 3.13 lays its objects out, under every strategy. What is
counted is exact and comes out the same on any machine; no figure here is wall-clock time.</p>
<dl class="run">${thisRun(facts)
    .map(([id, term, text]) => `<div><dt id="how-${id}">${escapeXml(term)}</dt><dd>${escapeXml(text)}</dd></div>`)
    .join('')}</dl>
<dl>${entries.join('\n')}</dl>
${columnTables(charts)}
<details><summary>Programs and parameters</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Table: SHA-256 of each program"><table><caption><span>SHA-256 of each program</span></caption><thead><tr><th scope="col">program</th><th scope="col">SHA-256</th></tr></thead><tbody>
${programs.join('\n')}
</tbody></table></div>
<pre tabindex="0">${JSON.stringify(manifest.parameters, null, 2).split('\n').map(escapeXml).join('\n')}</pre>
</details></section>`;
}

/** What this run fixed: id, term, text. */
function thisRun(facts: Facts): [id: string, term: string, text: string][] {
  const { runs, manifest } = facts;
  const distinct = (values: readonly (string | number)[]): string => [...new Set(values)].join(', ');
  const calibrated = [...new Set(runs.filter((run) => run.calibration === 'calibrated').map((run) => run.strategy))];
  const seeds = [...new Set(runs.map((run) => run.seed))];
  const orders = profileOrders(facts.table, facts.comparable.compared, strategiesOf(facts), runs[0]?.cost_profile ?? '');
  return [
    [
      'profile',
      'Cost profile',
      `${distinct(runs.map((run) => run.cost_profile))} (name, version @ begin of the SHA-256 of its costs)`,
    ],
    [
      'calibration',
      'Calibration',
      calibrated.length === 0
        ? 'uncalibrated: no cost was fitted against a real machine'
        : `fitted against a real machine for ${calibrated.join(', ')}; a model that nothing has checked for the others`,
    ],
    [
      'seeds',
      'Seeds',
      `${distinct(seeds)}. ${seeds.length === 1 ? 'A run has no spread by itself: repeated, it gives the same bytes.' : `Means and spreads are over all ${seeds.length}; charts over time show the first seed.`}`,
    ],
    ['heap', 'Heap limit', distinct(runs.map((run) => formatBytes(run.heap_limit_b)))],
    [
      'sensitivity',
      '“costs least”',
      `is said only where it holds in ${percent(confidenceNeeded)} of 200 cost models, each cost multiplied by a number from 1/2 to 2; else two strategies are not distinguishable. With several seeds or heap limits, the whole interval must be on one side too.`,
    ],
    ...(orders === null
      ? []
      : ([['profiles', 'Other cost profiles', profileSentence(orders)]] as [id: string, term: string, text: string][])),
    [
      'version',
      'Made with',
      `heaplab ${manifest.versions['heaplab'] ?? ''}, Python ${manifest.versions['python'] ?? ''}, profile ${profilesOf(facts)}`,
    ],
  ];
}

/** The columns that this page draws from, as docs/results.md defines them. */
function columnTables(charts: readonly PageChart[]): string {
  const used = new Map<Table, Set<string>>([[runsTable, new Set(runsTable.columns.map(({ name }) => name))]]);
  for (const { chart } of charts) {
    for (const { table, columns } of sourcesOf(chart)) {
      used.set(table, new Set([...(used.get(table) ?? []), ...columns]));
    }
  }
  const kinds = { D: 'fact', M: 'cost model', W: 'wall clock' } as const;
  const tables = [...used].map(([{ file, meaning, columns }, names]) => {
    const rows = columns
      .filter(({ name }) => names.has(name))
      .map(
        ({ name, unit, kind, meaning: said }) =>
          `<tr id="${columnId(file, name)}"><th scope="row"><code>${name}</code></th><td>${escapeXml(unit)}</td><td>${kinds[kind]}</td><td class="text">${escapeXml(said)}</td></tr>`,
      );
    return `<div class="scroll" tabindex="0" role="region" aria-label="Table: columns of ${file}"><table class="columns"><caption><span><strong>${file}</strong> ${escapeXml(meaning)}</span></caption>
<thead><tr><th scope="col">column</th><th scope="col">unit</th><th scope="col">kind</th><th scope="col">meaning</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
  });
  return `<details><summary>Columns that this page draws from</summary>
<p class="text">Kind: a <em>fact</em> is counted and the same on any machine; <em>cost model</em> is the same given the cost profile.</p>
${tables.join('\n')}
</details>`;
}
