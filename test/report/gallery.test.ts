/** Is the committed sample that of the charts, themes and findings as they are? */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { galleryInputs } from '../../scripts/gallery-inputs.ts';
import { gallerySamples, makeSample, sampleEntry } from '../../scripts/gallery-samples.ts';
import { chartNames } from '../../src/report/chart.ts';

const read = (file: string): Promise<string> => readFile(new URL(`../../${file}`, import.meta.url), 'utf8');

test('the gallery was made from these charts, theme and findings (else: node scripts/refresh-gallery.ts)', async () => {
  expect(await galleryInputs()).toEqual(JSON.parse(await read('reports/gallery/inputs.json')));
});

test('it has every chart, and its page shows each under its title', async () => {
  const page = await read('reports/gallery/README.md');
  for (const name of await chartNames()) {
    const svg = await read(`reports/gallery/${name}.svg`);
    const title = /<title id="title">([^<]*)<\/title>/.exec(svg)?.[1];
    expect(title).toMatch(/\w/);
    expect(page).toContain(`](${name}.svg)`);
    expect(page.replaceAll('&', '&amp;').replaceAll('"', '&quot;')).toContain(`## ${title}`);
  }
});

test('the pictures of the README are there, as PNG', async () => {
  const shown = [...(await read('README.md')).matchAll(/\]\((docs\/pictures\/[\w.-]+)\)/g)].map((match) => match[1]!);
  expect(shown.length).toBeGreaterThan(0);
  for (const file of shown) {
    const bytes = await readFile(new URL(`../../${file}`, import.meta.url));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  }
});

test.each(gallerySamples)('$file is what its command makes, byte for byte', async (sample) => {
  expect(makeSample(sample).toString()).toBe(await read(`reports/gallery/${sample.file}`));
  expect(await read('reports/gallery/README.md')).toContain(sampleEntry(sample));
});
