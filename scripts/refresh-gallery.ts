/**
 * Makes reports/gallery and the pictures of the README anew: `node scripts/refresh-gallery.ts`, some three minutes, of which most is a small shootout and a small
 * fuzz campaign. `node scripts/refresh-gallery.ts RUN CAMPAIGN` draws from folders that are there. To be run when charts, themes or findings have changed, which a test
 * finds out, and when strategies or workloads have.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderReport } from '../src/report/report.ts';
import { galleryInputs } from './gallery-inputs.ts';
import { gallerySamples, makeSample, sampleEntry } from './gallery-samples.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const gallery = join(root, 'reports', 'gallery');
const pictures = join(root, 'docs', 'pictures');
/** What the README shows. */
const shown = ['memory-timeline', 'heap-map'];
const shownFigure = 'figure-shared';
const strategies = ['arena-pools', 'refcount-cycle', 'refcount', 'mark-sweep', 'semispace', 'no-gc'];
const sizes = ['max_depth=12', 'long_lived_depth=11', 'array_size=2000', 'rounds=1500', 'requests=12000'];
const shootout = 'shootout gcbench cycles lru-cache --heap 1x,1.5x,2x,4x --oracle'
  .split(' ')
  .concat('--strategies', strategies.join(','))
  .concat(sizes.flatMap((size) => ['--param', size]));
const campaign = ['fuzz', '--seed', '1', '--cases', '12', '--fault', 'release-missed-on-overwrite'];

/** Runs heaplab; a campaign with a finding ends with exit code 5. */
function heaplab(command: readonly string[], out: string): void {
  const { status } = spawnSync(process.execPath, ['bin/dev.js', ...command, '--out', out], { cwd: root, stdio: 'inherit' });
  if (status !== 0 && status !== 5) throw new Error(`${command[0]} ended with exit code ${status}`);
}

const scratch = await mkdtemp(join(tmpdir(), 'heaplab-gallery-'));
try {
  const [run = join(scratch, 'run'), fuzz = join(scratch, 'fuzz')] = process.argv.slice(2);
  if (process.argv[2] === undefined) heaplab([...shootout, '--no-charts'], run);
  if (process.argv[3] === undefined) heaplab(campaign, fuzz);
  const ofRun = await renderReport(run, { formats: ['svg', 'png'], force: true });
  const ofFuzz = await renderReport(fuzz, { formats: ['svg'], force: true });
  await rm(gallery, { recursive: true, force: true });
  await mkdir(gallery, { recursive: true });
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  await copyFile(join(run, 'runs.csv'), join(gallery, 'runs.csv'));
  await copyFile(join(run, 'run.json'), join(gallery, 'run.json'));
  for (const { charts, directory } of [ofRun, ofFuzz])
    for (const { name } of charts) await copyFile(join(directory, `${name}.svg`), join(gallery, `${name}.svg`));
  for (const name of shown) await copyFile(join(ofRun.directory, `${name}.png`), join(pictures, `${name}.png`));
  for (const sample of gallerySamples) {
    await writeFile(join(gallery, sample.file), makeSample(sample));
    if (sample.file === `${shownFigure}.svg`) await writeFile(join(pictures, `${shownFigure}.png`), makeSample(sample, '.png'));
  }
  await writeFile(join(gallery, 'inputs.json'), `${JSON.stringify(await galleryInputs(), null, 2)}\n`);
  const { argv } = JSON.parse(await readFile(join(run, 'run.json'), 'utf8')) as { argv: string[] };
  const entries = [...ofRun.charts, ...ofFuzz.charts].map(
    ({ name, title, description }) => `## ${title}\n\n![${description}](${name}.svg)\n`,
  );
  await writeFile(
    join(gallery, 'README.md'),
    `# Gallery

A small shootout, as \`heaplab ${argv.join(' ')}\` draws it, and a fuzz campaign against a planted fault, \`heaplab ${campaign.join(' ')}\`. \`run.json\` and \`runs.csv\` are those of
the shootout's run folder. Made by \`node scripts/refresh-gallery.ts\`.

${entries.join('\n')}
## Figures, a page of the stepper, an export

Lessons, with program, notes and questions, are in [reports/lessons](../lessons).

${gallerySamples.map(sampleEntry).join('\n')}`,
  );
} finally {
  await rm(scratch, { recursive: true, force: true });
}
