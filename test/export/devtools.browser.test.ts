import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportProgram } from '../../src/export/program-export.ts';
import { findStrategy } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

const browserPath = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => spawnSync('which', [name]).stdout?.toString().trim() ?? '')
  .find((path) => path !== '');
if (browserPath === undefined)
  process.stderr.write('skipped: heap snapshots in DevTools, because no chromium is on the PATH\n');

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

interface Seen {
  readonly nodes: number;
  readonly total: number;
  /** Name, shallow size, retained size, distance. */
  readonly objects: readonly [string, number, number, number][];
}

const LOADER = `
  const worker = await import(url);
  const loader = new worker.HeapSnapshotLoader.HeapSnapshotLoader({ sendEvent: () => undefined });
  loader.write(snapshot);
  loader.close();
  await new Promise((resolve) => setTimeout(resolve, 0));
  const channel = new MessageChannel();
  new worker.HeapSnapshot.SecondaryInitManager(channel.port2);
  const heap = await loader.buildSnapshot(channel.port1);
  const fields = JSON.parse(snapshot).snapshot.meta.node_fields.length;
  const objects = [];
  for (let index = 0; index < heap.nodeCount; index++) {
    const node = heap.createNode(index * fields);
    objects.push([node.name(), node.selfSize(), node.retainedSize(), node.distance()]);
  }
  return { nodes: heap.nodeCount, total: heap.totalSize, objects };`;

// A browser with an open debugging port serves its own DevTools: their loader reads the file, as it does when a user opens it.
describe.skipIf(browserPath === undefined)('DevTools itself', () => {
  let browser: Browser;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    browser = await chromium.launch({
      executablePath: browserPath!,
      args: ['--no-sandbox', `--remote-debugging-port=${port}`],
    });
  }, 60_000);
  afterAll(() => browser?.close());

  async function load(text: string): Promise<Seen | null> {
    const page = await browser.newPage();
    const base = `http://127.0.0.1:${port}/devtools/entrypoints/heap_snapshot_worker/heap_snapshot_worker.js`;
    const answer = await page.goto(base);
    if (answer?.status() !== 200) return null;
    // As text: the test runner would rewrite an import in a function.
    const seen = (await page.evaluate(`(async (snapshot, url) => {${LOADER}})(${JSON.stringify(text)}, '${base}')`)) as Seen;
    await page.close();
    return seen;
  }

  test('loads a snapshot, sums its sizes, and finds no path to a leaked cycle', async () => {
    const source =
      'class Leak:\n    pass\nclass Kept:\n    pass\na = Leak()\nb = Leak()\na.to = b\nb.to = a\ndel a, b\nk = [Kept()]\n';
    const { files } = exportProgram({
      cells: [
        {
          contestant: 'refcount',
          spec: cellSpec({ source, strategy: 'refcount', allocator: findStrategy('refcount').allocator }),
        },
      ],
      formats: ['heapsnapshot'],
      points: [],
      programOnly: false,
    });
    const seen = await load(files[0]!.text);
    if (seen === null) {
      process.stderr.write('skipped: this chromium does not serve DevTools\n');
      return;
    }
    const [, count, bytes] = /: (\d+) objects, (\d+) B/.exec(files[0]!.shows)!.map(Number);
    expect(seen.total).toBe(bytes);
    expect(seen.nodes).toBeGreaterThan(count!);
    const named = (name: string) => seen.objects.filter(([other, size]) => other === name && size > 0);
    expect(named('Leak')).toHaveLength(2);
    for (const [, , , distance] of named('Leak')) expect(distance).toBeLessThan(0);
    // Module, its dict, the list, the object.
    expect(named('Kept').map(([, , , distance]) => distance)).toEqual([4]);
    expect(named('Kept')[0]![2]).toBeGreaterThanOrEqual(named('Kept')[0]![1]);
  }, 60_000);
});
