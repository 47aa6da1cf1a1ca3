/**
 * Makes reports/gallery and the picture of the README anew: `node scripts/refresh-gallery.ts`. The figures are those of a small shootout
 * that takes about a minute; run it when charts, themes, strategies or workloads have changed.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderReport } from '../src/report/report.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const gallery = join(root, 'reports', 'gallery');
const pictures = join(root, 'docs', 'pictures');
const workloads = ['gcbench', 'cycles', 'lru-cache', 'closures', 'sessions', 'word-count'];
const strategies = ['arena-pools', 'refcount-cycle', 'refcount', 'mark-sweep', 'semispace', 'no-gc'];
const sizes = ['max_depth=12', 'long_lived_depth=13', 'rounds=4000', 'requests=8000', 'words=20000'];
const command = ['shootout', ...workloads, '--strategies', strategies.join(','), ...sizes.flatMap((size) => ['--param', size])];

const scratch = await mkdtemp(join(tmpdir(), 'heaplab-gallery-'));
try {
  const run = join(scratch, 'run');
  const { status } = spawnSync(process.execPath, ['bin/dev.js', ...command, '--out', run, '--no-charts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`the shootout ended with exit code ${status}`);
  const { charts } = await renderReport(run, { formats: ['svg', 'png'] });
  await rm(gallery, { recursive: true, force: true });
  await mkdir(gallery, { recursive: true });
  await mkdir(pictures, { recursive: true });
  await copyFile(join(run, 'runs.csv'), join(gallery, 'runs.csv'));
  await copyFile(join(run, 'run.json'), join(gallery, 'run.json'));
  for (const { name } of charts) {
    await copyFile(join(run, 'report', `${name}.svg`), join(gallery, `${name}.svg`));
    await copyFile(join(run, 'report', `${name}.png`), join(pictures, `${name}.png`));
  }
  const { argv } = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as { argv: string[] };
  const entries = charts.map(({ name, title, description }) => `## ${title}\n\n![${description}](${name}.svg)\n`);
  await writeFile(
    join(gallery, 'README.md'),
    `# Gallery

A small shootout, as \`heaplab ${argv.join(' ')}\` draws it. \`run.json\` and \`runs.csv\` are those of its run folder. Made by
\`node scripts/refresh-gallery.ts\`.

${entries.join('\n')}`,
  );
} finally {
  await rm(scratch, { recursive: true, force: true });
}
