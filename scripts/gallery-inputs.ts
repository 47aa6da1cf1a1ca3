/** What the pictures of reports/gallery depend on beside the runs: charts, the theme of slides, and what the charts say. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** SHA-256 by file, in the order of names. Of the theme only what charts take from it. */
export async function galleryInputs(): Promise<Record<string, string>> {
  const charts = (await readdir(join(root, 'reports/charts'))).map((name) => `reports/charts/${name}`);
  const sources = (await readdir(join(root, 'src/report')))
    .filter((name) => /^(finding|leaders|.*-findings)\.ts$/.test(name))
    .map((name) => `src/report/${name}`);
  const inputs: Record<string, string> = {};
  for (const file of [...charts, ...sources].sort()) inputs[file] = hash(await readFile(join(root, file), 'utf8'));
  const theme = 'reports/themes/slide.json';
  const { canvas, config, paint } = JSON.parse(await readFile(join(root, theme), 'utf8')) as Record<string, unknown>;
  inputs[theme] = hash(JSON.stringify({ canvas, config, paint }));
  return inputs;
}

function hash(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
