import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeStepper } from '../../src/figure/stepper.ts';
import { findStrategy } from '../../src/strategies/catalogue.ts';
import { findBrowser, launchBrowser, openPage, type Settings } from '../support/browser.ts';

const executable = findBrowser('the page of steps in a browser');

const source = `
import gc
def make(n):
    pair = [n, None]
    pair[1] = pair
    return pair
first = make(1000)
print("made")
first = None
gc.collect()
last = (2, "two")
`;

describe.skipIf(executable === null)('the page of steps in a real browser', () => {
  let root: string;
  let file: string;
  let browser: Browser;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'heaplab-steps-'));
    file = join(root, 'steps.html');
    const { html } = await makeStepper({
      program: { name: 'program.py', path: 'program.py', source },
      strategies: ['refcount-cycle', 'semispace'].map((name) => ({ name, allocator: findStrategy(name).allocator })),
      maxSteps: 200,
      footer: 'heaplab step program.py',
    });
    await writeFile(file, html);
    browser = await launchBrowser(executable!);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await rm(root, { recursive: true, force: true });
  });

  /** Opens the page, does `look`, and sees to it that nothing was asked of the network and nothing complained. */
  async function visit(
    hash: string,
    settings: Settings,
    look: (page: Awaited<ReturnType<typeof openPage>>['page']) => Promise<void>,
  ): Promise<void> {
    const { page, complaints } = await openPage(browser, `${file}${hash}`, settings);
    await look(page);
    await page.context().close();
    expect(complaints).toEqual([]);
  }

  test('goes forward and back by keys, buttons and slider, and its address follows', async () => {
    await visit('', {}, async (page) => {
      const step = (): Promise<string | null> => page.textContent('#step');
      expect(await step()).toMatch(/^Step 1 of 1[0-9]$/);
      const total = /of (\d+)/.exec((await step())!)![1]!;
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.click('#forward');
      expect(await step()).toBe(`Step 4 of ${total}`);
      await expect.poll(() => page.url()).toContain('#step=4');
      await page.keyboard.press('ArrowLeft');
      expect(await step()).toBe(`Step 3 of ${total}`);
      await page.keyboard.press('End');
      expect(await step()).toBe(`Step ${total} of ${total}`);
      expect(await page.isDisabled('#forward')).toBe(true);
      await page.keyboard.press('PageUp');
      expect(await step()).toBe(`Step ${Number(total) - 10} of ${total}`);
      await page.keyboard.press('Home');
      await page.focus('#slider');
      await page.keyboard.press('ArrowRight');
      expect(await step()).toBe(`Step 2 of ${total}`);
    });
  });

  test('opens at the step of its address and draws stack, heap, map, events and output there', async () => {
    await visit('#step=11', {}, async (page) => {
      expect(await page.textContent('#step')).toMatch(/^Step 11 of/);
      const line = await page.textContent('#source [aria-current]');
      expect(line).toContain('gc.collect()');
      expect(await page.textContent('#output-0')).toBe('made\n');
      for (const panel of [0, 1]) {
        const drawing = page.locator(`#figure-${panel}`);
        expect(await drawing.locator('.frame').count()).toBe(1);
        expect(await drawing.locator('.card.unreachable').count()).toBeGreaterThan(0);
        expect(await page.locator(`#map-${panel} path.unreachable`).getAttribute('d')).not.toBe('');
      }
      const refs = page.locator('#figure-0 .card.unreachable .refs');
      expect(await refs.first().textContent()).toMatch(/^refs \d+$/);
      expect(await page.locator('#figure-1 .refs').count()).toBe(0);
      await page.keyboard.press('ArrowRight');
      expect(await page.textContent('#events-0')).toContain('collection');
      expect(await page.locator('#figure-0 .card.freed').count()).toBeGreaterThan(0);
    });
  });

  test.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (scheme) => {
    await visit('#step=10', { scheme, reducedMotion: 'reduce' }, async (page) => {
      await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
      // The policy of the page lets no script in, so axe comes by the debugger.
      await page.evaluate(axe.source);
      const result = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] })",
      );
      expect(
        result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ).toEqual([]);
    });
  });

  test('fits a narrow screen without scrolling sideways', async () => {
    await visit('#step=9', { width: 420, height: 800 }, async (page) => {
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });
  });
});
