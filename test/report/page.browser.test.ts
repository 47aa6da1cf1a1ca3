import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ReportOptions, renderReport } from '../../src/report/report.ts';
import { findBrowser, launchBrowser, type OpenPage, openPage, type Settings } from '../support/browser.ts';
import { writeSyntheticRun } from '../support/synthetic-run.ts';

const executable = findBrowser('the report page in a browser');

/** What is tried by hand; charts are drawn alike, so these stand for all. */
const tested = ['ranking', 'cost-breakdown', 'memory-timeline', 'pause-distribution'] as const;

/** A chart that a user made, over bytes allocated. */
const ownChart = {
  title: 'Bytes in use',
  params: [{ name: 'workload', value: '' }],
  data: { url: 'samples.csv' },
  transform: [
    { lookup: 'run_id', from: { data: { url: 'runs.csv' }, key: 'run_id', fields: ['workload', 'strategy'] } },
    { filter: 'datum.workload == workload' },
  ],
  width: 500,
  height: 300,
  mark: 'line',
  encoding: {
    x: { field: 'a', type: 'quantitative' },
    y: { field: 'used_b', type: 'quantitative' },
    color: { field: 'strategy', type: 'nominal' },
  },
};

describe.skipIf(executable === null)('the page in a real browser', () => {
  let root: string;
  let file: string;
  /** With every chart there is. */
  let whole: string;
  let browser: Browser;
  const opened: OpenPage[] = [];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'heaplab-page-'));
    await writeSyntheticRun(join(root, 'run'), { samples: 40, workloads: ['gcbench', 'lru_cache'], seeds: [1, 2] });
    await writeFile(join(root, 'used.vl.json'), JSON.stringify(ownChart));
    const options: ReportOptions = { formats: ['html'], charts: [join(root, 'used.vl.json')] };
    await renderReport(join(root, 'run'), { ...options, only: [...tested] });
    file = join(root, 'run/report/index.html');
    const everything = join(root, 'everything');
    await writeSyntheticRun(everything, { samples: 30, workloads: ['w', 'x'], followed: true, factors: [1, 2] });
    await renderReport(everything, { formats: ['html'] });
    whole = join(everything, 'report/index.html');
    browser = await launchBrowser(executable!);
  }, 180_000);

  // Whatever a test did, the page asked for nothing and said nothing.
  afterEach(async () => {
    const pages = opened.splice(0);
    const complaints = pages.flatMap((one) => one.complaints);
    for (const { page } of pages) await page.context().close();
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await rm(root, { recursive: true, force: true });
  });

  async function open(settings: Settings = {}, hash = '', path = file): Promise<Page> {
    const one = await openPage(browser, `${path}${hash}`, settings);
    opened.push(one);
    return one.page;
  }

  /** Scrolls through the page, so that every chart has been in view and is drawn. */
  async function drawAll(page: Page): Promise<void> {
    const charts = page.locator('.chart');
    for (let index = 0; index < (await charts.count()); index++) {
      await charts.nth(index).scrollIntoViewIfNeeded();
      await charts.nth(index).and(page.locator('.live')).waitFor();
    }
  }

  const said = (page: Page): Promise<string | null> => page.locator('#status').textContent();
  const memory = '#memory-timeline-chart';

  test.each(['light', 'dark'] as const)('every chart comes alive with its marks, %s', async (scheme) => {
    const page = await open({ scheme });
    await drawAll(page);
    expect(await page.locator('.chart.live').count()).toBe(await page.locator('.chart').count());
    for (const chart of await page.locator('.chart').all()) {
      const colours = await chart.locator('svg [fill^="#"], svg [stroke^="#"]').count();
      expect(colours).toBeGreaterThan(4);
      // The colour of axis labels tells which theme was drawn.
      const labels = chart.locator(`svg text[fill="${scheme === 'dark' ? '#B1BAC4' : '#57606A'}"]`);
      expect(await labels.count()).toBeGreaterThan(0);
    }
    expect(await page.evaluate("[...document.fonts].filter((font) => font.status === 'error').length")).toBe(0);
    expect(await page.evaluate("document.fonts.check('16px Inter')")).toBe(true);
  });

  test('a page with every chart: all come alive, answer to the keys, and axe finds nothing to mend', async () => {
    const page = await open({}, '', whole);
    await drawAll(page);
    const charts = await page.locator('.chart').all();
    expect(charts.length).toBeGreaterThanOrEqual(14);
    for (const chart of charts) {
      expect(await chart.locator('svg .role-mark > *').count(), (await chart.getAttribute('id'))!).toBeGreaterThan(0);
      await chart.focus();
      await page.keyboard.press('ArrowRight');
      expect(await said(page), (await chart.getAttribute('id'))!).toMatch(/\w/);
      expect(await chart.locator('.ring').count()).toBe(1);
    }
    await page.evaluate(axe.source);
    expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
    // Charts over time and charts of moments follow one window.
    const clocked = await page.locator('.window:visible').count();
    expect(clocked).toBeGreaterThanOrEqual(3);
    await page.locator('#workload').selectOption('x');
    await page.locator('#heap-map-window input').first().fill('90');
    await expect.poll(() => page.locator('.window.narrowed').count()).toBe(clocked);
    const collections = (): Promise<number> => page.locator('#collections-chart svg .mark-symbol.role-mark path').count();
    await expect.poll(collections).toBeGreaterThan(0);
    const some = await collections();
    await page.keyboard.press('Escape');
    await expect.poll(collections).toBeGreaterThan(some);
  });

  test('charts without figures are named, with what would give them', async () => {
    const page = await open();
    expect(await page.locator('#left-out').count()).toBe(0);
    await writeSyntheticRun(join(root, 'poor'), { samples: 10, workloads: ['w'] });
    await renderReport(join(root, 'poor'), { formats: ['html'] });
    const poor = await open({}, '', join(root, 'poor/report/index.html'));
    const named = await poor.locator('#left-out dt').allTextContents();
    expect(named).toContain('time space');
    expect(named).toContain('survival');
    for (const reason of await poor.locator('#left-out dd').allTextContents()) expect(reason).toMatch(/--\w+/);
    expect(await poor.locator('nav a[href="#left-out"]').textContent()).toBe(`Not drawn (${named.length})`);
  });

  test('charts that are not in view wait, so that a page opens as fast with many', async () => {
    const page = await open({ height: 500 });
    expect(await page.locator('.chart.live').count()).toBeLessThan(await page.locator('.chart').count());
  });

  test('a strategy stands out in charts and tables: chip, then a mark, then the keyboard', async () => {
    const page = await open();
    await drawAll(page);
    const chip = page.locator('.chip[data-strategy="semispace"]');
    const dimmed = (): Promise<string[]> =>
      page.evaluate<string[]>(
        "[...new Set([...document.querySelectorAll('.chart .dim')].map((one) => one.__data__.datum?.strategy))].filter(Boolean).sort()",
      );
    const others = ['arena-pools', 'mark-sweep', 'no-gc', 'refcount', 'refcount-cycle'];

    expect(await dimmed()).toEqual([]);
    await chip.hover();
    expect(await dimmed()).toEqual(others);
    // In each chart something stands back and something stays.
    for (const chart of await page.locator('.chart').all()) expect(await chart.locator('.dim').count()).toBeGreaterThan(0);
    await page.mouse.move(5, 5);
    expect(await dimmed()).toEqual([]);

    await chip.click();
    await page.mouse.move(5, 5);
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(await dimmed()).toEqual(others);
    expect(await page.locator('#summary tr.lit').getAttribute('data-strategy')).toBe('semispace');
    expect(await said(page)).toBe('Highlighted in all charts and tables: semispace.');

    // An entry of a legend tells of its strategy too.
    await chip.click();
    const entry = page.locator('#ranking-chart svg .role-legend-label text', { hasText: /^mark-sweep$/ });
    await entry.scrollIntoViewIfNeeded();
    await entry.hover();
    expect(await dimmed()).toEqual(['arena-pools', 'no-gc', 'refcount', 'refcount-cycle', 'semispace']);
    await entry.click();
    expect(await page.locator('#summary tr.lit').getAttribute('data-strategy')).toBe('mark-sweep');
    await entry.click();
    await chip.click();

    // A second one joins by a click on its mark: the one that lies on top there.
    const marks = page.locator('#ranking-chart svg g.mark-symbol.role-mark path');
    await marks.first().scrollIntoViewIfNeeded();
    const clicked = await page.evaluate<{ strategy: string; x: number; y: number }>(`(() => {
      for (const path of document.querySelectorAll('#ranking-chart svg g.mark-symbol.role-mark path')) {
        const { left, top, width, height } = path.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const strategy = document.elementFromPoint(x, y)?.__data__?.datum?.strategy;
        if (strategy !== undefined && strategy !== 'semispace') return { strategy, x, y };
      }
    })()`);
    await page.mouse.click(clicked.x, clicked.y);
    const pressed = await page.locator('.chip[aria-pressed="true"]').allTextContents();
    expect(pressed.map((text) => text.trim()).sort()).toEqual([clicked.strategy, 'semispace'].sort());

    await page.keyboard.press('Escape');
    expect(await page.locator('.chip[aria-pressed="true"]').count()).toBe(0);
    await chip.focus();
    await page.keyboard.press('Space');
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
  });

  /** Bytes at the labels of the x axis of the first panel. */
  async function axisOf(page: Page): Promise<number[]> {
    const texts = await page
      .locator(`${memory} svg .role-column-footer .role-axis-label`)
      .first()
      .locator('text')
      .allTextContents();
    const unit = /against (\w+) allocated/.exec((await page.locator('#memory-timeline-subtitle').textContent())!)![1]!;
    return texts.map((text) => bytesOf(`${text.replaceAll(',', '')} ${unit}`));
  }

  test('dragging across a plot narrows all charts over bytes allocated; the keyboard does too', async () => {
    const page = await open();
    await drawAll(page);
    const chart = page.locator(memory);
    await chart.scrollIntoViewIfNeeded();
    const readout = page.locator('#memory-timeline-window .readout');
    expect(await readout.textContent()).toMatch(/^whole run, [\d.]+ MiB$/);
    const areas = async (): Promise<string> => {
      const shapes = await page.evaluate<string>(
        `[...document.querySelectorAll('${memory} svg .mark-area path')].map((path) => path.getAttribute('d')).join()`,
      );
      return createHash('sha256').update(shapes).digest('hex');
    };
    const boxes = (): Promise<{ left: number; top: number; width: number; height: number }[]> =>
      page.evaluate(
        `[...document.querySelectorAll('${memory} svg g.role-scope.cell path.background')].map((one) => one.getBoundingClientRect().toJSON()).filter((box) => box.width > 50 && box.height > 50)`,
      );
    const plots = await boxes();
    expect(plots.length).toBeGreaterThanOrEqual(6);
    const plot = plots[1]!;
    const before = await areas();
    await page.mouse.move(plot.left + plot.width * 0.25, plot.top + plot.height / 2);
    await page.mouse.down();
    await page.mouse.move(plot.left + plot.width * 0.5, plot.top + plot.height / 2, { steps: 4 });
    expect(await chart.locator('.brush').count()).toBe(1);
    await page.mouse.up();
    await expect.poll(() => readout.textContent()).toMatch(/^[\d.]+ \w+ to [\d.]+ \w+ of [\d.]+ MiB$/);
    expect(await chart.locator('.brush').count()).toBe(0);
    const [low, high, whole] = (await readout.textContent())!.match(/[\d.]+ [KM]iB/g)!.map(bytesOf);
    expect(low! / whole!).toBeCloseTo(0.25, 1);
    expect(high! / whole!).toBeCloseTo(0.5, 1);
    await expect.poll(areas).not.toBe(before);
    const labels = await axisOf(page);
    expect(Math.min(...labels)).toBeGreaterThanOrEqual(0.95 * low!);
    expect(Math.max(...labels)).toBeLessThanOrEqual(1.05 * high!);
    expect(await said(page)).toMatch(/over bytes allocated: \w+ from /);
    // The plots stay where they were, but for the width of a label: nothing outside the window stretches the layout.
    const after = await boxes();
    expect(after).toHaveLength(plots.length);
    for (const [index, box] of after.entries()) {
      for (const side of ['left', 'top', 'width', 'height'] as const) {
        expect(Math.abs(box[side] - plots[index]![side])).toBeLessThan(12);
      }
    }
    // The drag was no click on what lay below it.
    expect(await page.locator('.chip[aria-pressed="true"]').count()).toBe(0);

    await page.locator('#memory-timeline-window button').click();
    await expect.poll(() => readout.textContent()).toMatch(/^whole run/);
    await expect.poll(areas).toBe(before);

    const from = page.locator('#memory-timeline-window input').first();
    await from.focus();
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => from.getAttribute('aria-valuetext')).toMatch(/^[\d.]+ [KM]iB$/);
    expect(bytesOf((await from.getAttribute('aria-valuetext'))!) / whole!).toBeCloseTo(0.1, 1);
    await expect.poll(areas).not.toBe(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => readout.textContent()).toMatch(/^whole run/);
  });

  test("a window chosen on one chart is that of the others, a chart of one's own included", async () => {
    const page = await open();
    await drawAll(page);
    const own = page.locator('#used-chart');
    const program = await page.locator('select[data-chart="memory-timeline"]').inputValue();
    await own.scrollIntoViewIfNeeded();
    const line = (): Promise<string | null> => own.locator('svg .mark-line path').first().getAttribute('d');
    const before = await line();
    await page.locator('#used-window input').nth(1).fill('80');
    await expect.poll(line).not.toBe(before);
    const readouts = await page.locator('.window .readout').allTextContents();
    expect(readouts).toHaveLength(2);
    expect(new Set(readouts).size).toBe(1);
    expect(await said(page)).toMatch(new RegExp(`^2 charts over bytes allocated: ${program} from 0 B to `));
    expect(await page.locator('#memory-timeline-window.narrowed').count()).toBe(1);
    const other = program === 'gcbench' ? 'lru_cache' : 'gcbench';
    await page.locator('select[data-chart="memory-timeline"]').selectOption(other);
    await page.locator('#used-window input').nth(1).fill('90');
    expect(await said(page)).toMatch(/^1 chart over bytes allocated: .* 1 more shows another program\.$/);
    // It is grouped apart, and named in the contents.
    expect(await page.locator('#group-own #used').count()).toBe(1);
    expect(await page.locator('nav a[href="#used"]').textContent()).toBe('used');
  });

  test('a window belongs to its program: another one shows its whole run', async () => {
    const page = await open();
    await drawAll(page);
    const select = page.locator('select[data-chart="memory-timeline"]');
    const first = await select.inputValue();
    const other = first === 'gcbench' ? 'lru_cache' : 'gcbench';
    const slider = page.locator('#memory-timeline-window input').first();
    await slider.fill('100');
    const readout = page.locator('#memory-timeline-window .readout');
    await expect.poll(() => readout.textContent()).toMatch(/ to /);
    await select.selectOption(other);
    await expect.poll(() => readout.textContent()).toMatch(/^whole run/);
    expect(await page.locator('#memory-timeline-title').textContent()).toContain(other);
    await page.locator('#workload').selectOption(first);
    await expect.poll(() => readout.textContent()).toMatch(/ to /);
    expect(await page.locator('select[data-chart="pause-distribution"]').inputValue()).toBe(first);
  });

  test('tables sort in both directions, say so, and keep what is missing last', async () => {
    const page = await open();
    const head = page.locator('#summary thead button', { hasText: 'memory' });
    const values = (): Promise<string[]> =>
      page.evaluate<string[]>("[...document.querySelectorAll('#summary tbody tr')].map((row) => row.cells[3].dataset.value)");
    await head.click();
    const rising = (await values()).map(Number);
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(new Set(rising).size).toBeGreaterThan(2);
    expect(await page.locator('#summary th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    expect(await said(page)).toMatch(/^Sorted by memory.*, ascending\.$/);
    await head.focus();
    await page.keyboard.press('Enter');
    expect((await values()).map(Number)).toEqual(rising.toReversed());
    expect(await page.locator('#summary th[aria-sort]').count()).toBe(1);
    await page.evaluate("document.querySelector('#summary tbody tr').cells[3].dataset.value = ''");
    for (let press = 0; press < 2; press++) {
      await page.keyboard.press('Enter');
      expect((await values()).at(-1)).toBe('');
    }
  });

  test('the tab key reaches every control in reading order, shows where it is, and gets out again', async () => {
    const page = await open();
    await drawAll(page);
    await page.evaluate('scrollTo(0, 0)');
    const count = await page.evaluate<number>(`
      [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')].filter(
        (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled,
      ).length`);
    const seen: number[] = [];
    let outlined = 0;
    let steps = 0;
    for (; steps < count + 20; steps++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<{ place: number; outlined: boolean } | null>(`(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        return { place: [...document.querySelectorAll('*')].indexOf(element), outlined };
      })()`);
      if (at === null) break;
      if (at.outlined) outlined++;
      expect(at.place).toBeGreaterThan(seen.at(-1) ?? -1);
      seen.push(at.place);
    }
    expect(steps).toBe(count);
    expect(outlined).toBe(count);
  });

  test('a chart can be walked through by keys, and says what the pointer would show', async () => {
    const page = await open();
    await drawAll(page);
    const chart = page.locator(memory);
    await chart.focus();
    expect(await page.locator('#memory-timeline-keys').isVisible()).toBe(true);
    await page.keyboard.press('ArrowRight');
    const first = await said(page);
    expect(first).toMatch(/strategy arena-pools, .*footprint [\d.]+/);
    expect(await page.locator('.tip').isVisible()).toBe(true);
    expect(await chart.locator('.ring').count()).toBe(1);
    await page.keyboard.press('End');
    const last = await said(page);
    expect(last).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await said(page)).not.toBe(last);
    const ring = (await chart.locator('.ring').boundingBox())!;
    const box = (await chart.boundingBox())!;
    expect(ring.x + 9).toBeGreaterThan(box.x);
    expect(ring.x + 9).toBeLessThan(box.x + box.width);
    await page.keyboard.press('Tab');
    expect(await chart.locator('.ring').count()).toBe(0);
    expect(await page.locator('.tip').isVisible()).toBe(false);
  });

  test('a tooltip follows the pointer and stays in the window', async () => {
    const page = await open();
    await drawAll(page);
    const mark = page.locator('#cost-breakdown-chart svg g.mark-rect.role-mark path').first();
    await mark.scrollIntoViewIfNeeded();
    await mark.hover();
    expect(await page.locator('.tip').textContent()).toMatch(/strategy/);
    const box = (await page.locator('.tip').boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(1280);
    await page.keyboard.press('Escape');
    expect(await page.locator('.tip').isVisible()).toBe(false);
  });

  test.each([
    ['dark', 1280],
    ['light', 390],
  ] as const)('axe finds nothing to mend, %s at %i', async (scheme, width) => {
    const page = await open({ scheme, width });
    await drawAll(page);
    for (const details of await page.locator('details > summary').all()) await details.click();
    await page.locator('.chip').first().click();
    await page.mouse.move(2, 2);
    await page.evaluate(axe.source);
    const violations = await page.evaluate<string[]>(
      "axe.run().then(({ violations }) => violations.map(({ id, help, nodes }) => [id, help, ...nodes.map(({ target }) => target)].join(' | ')))",
    );
    expect(violations).toEqual([]);
  });

  test('a number leads to how it is made, also inside what is closed', async () => {
    const page = await open();
    await page.locator('#summary .how').first().click();
    expect(new URL(page.url()).hash).toBe('#how-times-best');
    expect(await page.locator('#how-times-best').isVisible()).toBe(true);
    await page.locator('#ranking .source a', { hasText: 'cycles_total' }).click();
    expect(await page.locator('#col-runs-cycles_total').isVisible()).toBe(true);
    // Every link of the page leads somewhere in it.
    const dead = await page.evaluate<string[]>(
      "[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')).filter((href) => document.getElementById(href.slice(1)) === null)",
    );
    expect(dead).toEqual([]);
    const again = await open({}, '#col-runs-status');
    expect(await again.locator('#col-runs-status').isVisible()).toBe(true);
  });

  test('the colours can be chosen, and movement is left out for those who ask', async () => {
    const scrolling = (page: Page): Promise<string> =>
      page.evaluate('getComputedStyle(document.documentElement).scrollBehavior');
    expect(await scrolling(await open({ reducedMotion: 'no-preference' }))).toBe('smooth');
    const page = await open({ reducedMotion: 'reduce' });
    await drawAll(page);
    expect(await scrolling(page)).toBe('auto');
    const ground = (): Promise<string> => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const bright = await ground();
    await page.locator('#scheme').selectOption('dark');
    expect(await ground()).not.toBe(bright);
    await expect.poll(() => page.locator(`${memory} svg text[fill="#B1BAC4"]`).count()).toBeGreaterThan(0);
    expect(await said(page)).toBe('Colours are dark.');
  });

  test('on paper it is light and whole, without controls', async () => {
    const page = await open({ scheme: 'dark' });
    await drawAll(page);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(50_000);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate("void dispatchEvent(new Event('beforeprint'))");
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await expect.poll(() => page.locator(`${memory} svg text[fill="#B1BAC4"]`).count()).toBe(0);
    for (const control of ['.controls', '.choice', 'nav', '.how'])
      expect(await page.locator(control).first().isVisible()).toBe(false);
    expect(await page.locator('#runs tbody tr').first().isVisible()).toBe(true);
    await page.evaluate("void dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('#runs details').getAttribute('open')).toBeNull();
  });

  test('nothing hangs over the side of a window, however wide', async () => {
    const page = await open();
    await drawAll(page);
    for (const width of [1280, 800, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });

  test('without its script it shows pictures, tables and texts, and no control that does nothing', async () => {
    const page = await open({ script: false, scheme: 'dark' });
    expect(await page.locator('.chart svg').count()).toBe(tested.length + 1);
    for (const control of ['.controls', '.choice', '.window'])
      expect(await page.locator(control).first().isVisible()).toBe(false);
    // The pictures are drawn for paper; their letters are recoloured.
    const label = `${memory} svg .role-axis-label text`;
    expect(await page.locator(label).first().getAttribute('fill')).toBe('#1B1F23');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('${label}')).fill`)).toBe('rgb(240, 243, 246)');
  });

  test('it stays small', async () => {
    expect((await stat(file)).size).toBeLessThan(3_000_000);
  });
});

function bytesOf(text: string): number {
  const [value = '', unit = ''] = text.split(' ');
  return Number(value) * { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 }[unit as 'B' | 'KiB' | 'MiB' | 'GiB']!;
}
