import { describe, expect, test } from 'vitest';
import { makeStepper, type StepperRequest } from '../../src/figure/stepper.ts';
import type { StepperData } from '../../src/figure/stepper-data.ts';
import { findStrategy } from '../../src/strategies/catalogue.ts';

const program = `
queue = []
total = 0
for i in range(300):
    queue.append((i, str(i * 1000)))
    if len(queue) > 6:
        gone = queue.pop(0)
        total += gone[0]
print(total)
`;

function request(source: string, strategies: readonly string[], own: Partial<StepperRequest> = {}): StepperRequest {
  return {
    program: { name: 'program.py', path: 'program.py', source },
    strategies: strategies.map((name) => ({ name, allocator: findStrategy(name).allocator })),
    maxSteps: 2000,
    footer: 'heaplab step program.py',
    ...own,
  };
}

function dataOf(html: string): StepperData {
  const [, text] = /<script type="application\/json" id="steps">(.*?)<\/script>/s.exec(html)!;
  return JSON.parse(text!) as StepperData;
}

describe('the page of steps', () => {
  test('holds every step of the run, small and the same each time', async () => {
    const first = await makeStepper(request(program, ['arena-pools'], { maxSteps: 400 }));
    const { panels } = dataOf(first.html);
    expect(first.steps).toBe(panels[0]!.steps.length);
    expect(first.steps).toBe(400);
    // Five million bytes are to hold two thousand steps.
    expect(Buffer.byteLength(first.html) / first.steps).toBeLessThan(5_000_000 / 2000);
    expect((await makeStepper(request(program, ['arena-pools'], { maxSteps: 400 }))).html).toBe(first.html);
  });

  test('tells of frees, of the map, and of how the run ended', async () => {
    const { html, films } = await makeStepper(request('x = [1000]\nx = None\ny = [][2]\n', ['refcount']));
    const [panel] = dataOf(html).panels;
    const events = panel!.steps.flatMap((step) => step?.e ?? []).map((index) => panel!.texts[index]!);
    expect(events.some((event) => event.startsWith('1 list freed'))).toBe(true);
    expect(panel!.ended).toBe('The program raised: IndexError: list index out of range');
    expect(films[0]!.exitCode).toBe(1);
    // Every row of the map is 1024 granules, or is not mapped.
    for (const run of panel!.runs) {
      const granules = run.split(',').reduce((sum, part) => sum + (part === '' ? 0 : Number.parseInt(part.slice(1), 36)), 0);
      expect([0, 1024]).toContain(granules);
    }
    expect(panel!.pages.length).toBeGreaterThan(2);
  });

  test('is cut where it was told, and says so', async () => {
    const { html, steps, films } = await makeStepper(request('while True:\n    x = [1]\n', ['refcount'], { maxSteps: 30 }));
    expect(steps).toBe(30);
    expect(films[0]!.isCut).toBe(true);
    expect(dataOf(html).panels[0]!.ended).toContain('--max-steps');
  });

  test('aligns strategies by the point of the program, and keeps output that differs', async () => {
    const source = 'import weakref\nclass A: pass\na = A()\nw = weakref.ref(a)\ndel a\nprint(w() is None)\nx = 1\n';
    const { html } = await makeStepper(request(source, ['refcount', 'mark-sweep']));
    const [counted, traced] = dataOf(html).panels;
    const lines = (panel: typeof counted): unknown => panel!.steps.map((step) => step?.l);
    expect(lines(counted)).toEqual(lines(traced));
    expect([counted!.output, traced!.output]).toEqual(['True\n', 'False\n']);
  });
});
