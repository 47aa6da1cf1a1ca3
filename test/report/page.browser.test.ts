import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderReport } from '../../src/report/report.ts';
import { writeSyntheticRun } from '../support/synthetic-run.ts';

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => spawnSync(name, ['--version']).status === 0);
if (browser === undefined) process.stderr.write('skipped: the report page in a browser, because no chromium is on the PATH\n');

describe.skipIf(browser === undefined)('the page in a real browser', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'heaplab-page-'));
    await writeSyntheticRun(join(root, 'run'), { samples: 40, workloads: ['gcbench', 'lru_cache'] });
    await renderReport(join(root, 'run'), { formats: ['html'] });
  }, 60_000);
  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  /** The page's elements once its script has run, and what the console said. */
  function open(...flags: string[]): Promise<{ dom: string; console: string }> {
    const args = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${join(root, 'profile')}`,
      '--virtual-time-budget=20000',
    ];
    const page = `file://${join(root, 'run/report/index.html')}`;
    const child = spawn(browser!, [...args, '--enable-logging=stderr', '--dump-dom', ...flags, page], { timeout: 50_000 });
    return new Promise((resolve, reject) => {
      let dom = '';
      let log = '';
      child.stdout.on('data', (chunk) => (dom += chunk));
      child.stderr.on('data', (chunk) => (log += chunk));
      child.on('error', reject);
      child.on('close', () =>
        resolve({
          dom,
          console: log
            .split('\n')
            .filter((line) => line.includes('CONSOLE'))
            .join('\n'),
        }),
      );
    });
  }

  test.each(['light', 'dark'])('every chart comes alive without a word on the console, %s', async (scheme) => {
    const { dom, console } = await open(`--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`);
    expect(console).toBe('');
    expect(dom).toContain('data-ready="true"');
    expect(dom.match(/class="chart live"/g)).toHaveLength(4);
    // Each live drawing holds marks: without data Vega draws axes and legends only.
    for (const name of ['ranking', 'cost-breakdown', 'memory-timeline', 'pause-distribution']) {
      const chart = dom.slice(dom.indexOf(`id="${name}-chart"`)).split('</figure>')[0]!;
      expect(chart.match(/<path [^>]*(?:fill|stroke)="#[0-9a-fA-F]{6}"/g)!.length, name).toBeGreaterThan(4);
      expect(chart.includes('#B1BAC4'), name).toBe(scheme === 'dark');
    }
  });
});
