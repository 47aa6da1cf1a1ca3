import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drawFigures, type Figure } from '../../src/figure/figure.ts';
import { formatOfFile, parseFormats, writeFigures } from '../../src/figure/figure-files.ts';
import { parseAt } from '../../src/figure/wish.ts';
import { loadTheme } from '../../src/picture/theme.ts';

/** For one test only; the others need nothing that heaplab does not bring. */
const hasGraphviz = spawnSync('dot', ['-V']).status === 0;

const program = { name: 'program.py', path: 'program.py', source: 'a = [1000, "<&>"]\nb = a\ndel a\nb = None\nc = 1\n' };
let figures: readonly Figure[];
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-figures-'));
  figures ??= (
    await drawFigures({
      program,
      strategies: [{ name: 'arena-pools', allocator: 'arena-pools' }],
      points: [parseAt('3'), parseAt('end')],
      theme: await loadTheme('slide'),
      footer: 'heaplab figure program.py',
    })
  ).figures;
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('files of figures', () => {
  test('are written in every format, or not at all', async () => {
    const target = join(root, 'figures');
    const formats = parseFormats('svg,png,pdf,html,dot,json');
    const files = await writeFigures({ program, figures, formats, target, force: false });
    expect((await readdir(target)).map((name) => join(target, name)).sort()).toEqual(files.toSorted());
    expect(files).toHaveLength(10);
    expect((await readFile(join(target, 'step-3-line-3.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await readFile(join(target, 'step-3-line-3.png'))).subarray(1, 4).toString()).toBe('PNG');
    expect(await readFile(join(target, 'step-3-line-3.dot'), 'utf8')).toMatch(/p0f0:b0:e -> p0c\d;/);
    const page = await readFile(join(target, 'figures.html'), 'utf8');
    expect(page.match(/<figure /g)).toHaveLength(2);
    await expect(writeFigures({ program, figures, formats, target, force: false })).rejects.toThrow(
      'holds a set of figures already',
    );
    await writeFigures({ program, figures, formats: ['svg'], target, force: true });
    expect(await readdir(target)).toHaveLength(2);
    expect(await readdir(root)).toEqual(['figures']);
  });

  test.skipIf(!hasGraphviz)('are drawn by Graphviz without a word of complaint', async () => {
    const [file] = await writeFigures({
      program,
      figures: figures.slice(0, 1),
      formats: ['dot'],
      target: join(root, 'a.dot'),
      force: false,
    });
    const { status, stdout, stderr } = spawnSync('dot', ['-Tsvg', file!], { encoding: 'utf8' });
    expect([status, stderr.replaceAll(/^.*font.*$/gim, '').trim()]).toEqual([0, '']);
    expect(stdout.match(/class="edge"/g)!.length).toBeGreaterThan(1);
    expect(stdout).toContain('&#39;&lt;&amp;&gt;&#39;');
  });

  test('are one file when it can hold them', async () => {
    const target = join(root, 'figures.json');
    await writeFigures({ program, figures, formats: ['json'], target, force: false });
    const data = JSON.parse(await readFile(target, 'utf8')) as {
      schema: string;
      version: number;
      figures: { panels: unknown[] }[];
    };
    expect([data.schema, data.version, data.figures.length]).toEqual(['heaplab-figure', 1, 2]);
    expect(data.figures[0]!.panels[0]).toMatchObject({ strategy: 'arena-pools', scene: { step: 3, line: 3, event: 'line' } });
    await expect(
      writeFigures({ program, figures, formats: ['svg'], target: join(root, 'a.svg'), force: false }),
    ).rejects.toThrow('is one file and these are 2 figures');
    expect(await readdir(root)).toEqual(['figures.json']);
  });

  test('are refused where they cannot stand', async () => {
    const output = { program, figures, formats: ['svg'] as const, force: true };
    await expect(writeFigures({ ...output, target: join(root, 'no', 'a.svg') })).rejects.toThrow('cannot write into');
    await writeFile(join(root, 'file'), '');
    await expect(writeFigures({ ...output, target: join(root, 'file', 'x') })).rejects.toThrow('is a file, not a folder');
    await expect(writeFigures({ ...output, target: join(root, 'file') })).rejects.toThrow('is a file, not a folder');
    await mkdir(join(root, 'thesis'));
    await writeFile(join(root, 'thesis', 'plot.svg'), '');
    await expect(writeFigures({ ...output, target: join(root, 'thesis') })).rejects.toThrow('holds plot.svg, which is no part');
    await mkdir(join(root, 'closed'));
    await chmod(join(root, 'closed'), 0o500);
    // The superuser may write anywhere.
    if (process.getuid?.() !== 0) {
      await expect(writeFigures({ ...output, target: join(root, 'closed', 'x') })).rejects.toThrow('permission denied');
    }
  });

  test('have formats by name', () => {
    expect(parseFormats(' SVG,png,svg')).toEqual(['svg', 'png']);
    expect(() => parseFormats('jpeg')).toThrow("there is no format 'jpeg'");
    expect([formatOfFile('a/b.PNG'), formatOfFile('a.png.d')]).toEqual(['png', null]);
  });
});
