/**
 * Makes the pictures of docs/metrics.md anew: `node scripts/refresh-metrics.ts`, two minutes. With a path it draws from that run folder instead of running the plan.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderReport } from '../src/report/report.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'docs', 'metrics');
const charts = [
  'memory-timeline',
  'pause-distribution',
  'utilization',
  'collections',
  'survival',
  'lifetime-map',
  'reclaim-delay',
  'time-space',
  'sensitivity',
];

const scratch = await mkdtemp(join(tmpdir(), 'heaplab-metrics-'));
try {
  const given = process.argv[2];
  const run = given ?? join(scratch, 'run');
  if (given === undefined) {
    const plan = join('docs', 'metrics', 'plan.yaml');
    const { status } = spawnSync(process.execPath, ['bin/dev.js', 'shootout', '--plan', plan, '--out', run], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`the shootout ended with exit code ${status}`);
  }
  await renderReport(run, { formats: ['svg'], only: charts, force: true });
  for (const name of charts) await copyFile(join(run, 'report', `${name}.svg`), join(folder, `${name}.svg`));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
