import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { drawFigures, type FigureRequest } from '../../src/figure/figure.ts';
import { parseAt, parseSteps } from '../../src/figure/wish.ts';
import { loadTheme } from '../../src/picture/theme.ts';
import { findStrategy } from '../../src/strategies/catalogue.ts';

const tutorials = fileURLToPath(new URL('../../src/workloads/tutorial/', import.meta.url));
const slide = await loadTheme('slide');

function request(source: string, strategies: readonly string[], own: Partial<FigureRequest> = {}): FigureRequest {
  return {
    program: { name: 'program.py', path: 'program.py', source },
    strategies: strategies.map((name) => ({ name, allocator: findStrategy(name).allocator })),
    points: [parseSteps('all')],
    theme: slide,
    footer: 'heaplab figure program.py',
    ...own,
  };
}

/** Every element below `root`, itself included. */
function elements(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap((child) => (child instanceof XmlElement ? elements(child) : []))];
}

interface DrawnCard {
  readonly id: string;
  readonly refs: number;
  /** Sum of the named references, as written on the card; 0 without the note. */
  readonly hidden: number;
  readonly arrows: number;
  readonly classes: readonly string[];
}

/** What can be read from a picture: cards with a count, the note on them, and the arrows that end there. */
function readCards(svg: string): DrawnCard[] {
  const all = elements(parseXml(svg).root!);
  const arrows = all.filter(({ attributes }) => attributes['class'] === 'arrow').map(({ attributes }) => attributes['data-to']);
  return all
    .filter(({ attributes }) => attributes['class']?.split(' ')[0] === 'card')
    .flatMap((card) => {
      const texts = elements(card).filter(({ name }) => name === 'text');
      const refs = texts.map(({ text }) => /^refs (\d+)$/.exec(text)?.[1]).find((found) => found !== undefined);
      if (refs === undefined) return [];
      const note = texts.filter(({ attributes }) => attributes['class'] === 'hidden').map(({ text }) => text);
      const hidden = Number(/^\+(\d+): /.exec(note.join(' '))?.[1] ?? 0);
      // The note names what its sum is made of.
      const named = note
        .join(' ')
        .replace(/^\+\d+: /, '')
        .split('; ')
        .filter((part) => part !== '')
        .reduce((sum, part) => sum + Number(/×(\d+)$/.exec(part)?.[1] ?? 1), 0);
      expect(named).toBe(hidden);
      const id = card.attributes['data-card']!;
      return [
        {
          id,
          refs: Number(refs),
          hidden,
          arrows: arrows.filter((to) => to === id).length,
          classes: card.attributes['class']!.split(' '),
        },
      ];
    });
}

describe('the self-check: counts shown are arrows drawn and references named', () => {
  const programs = readdirSync(tutorials).filter((file) => file.endsWith('.py'));

  test.each(programs)('%s', async (name) => {
    const source = readFileSync(`${tutorials}${name}`, 'utf8');
    let counted = 0;
    const sparse = { hideFunctions: true, hideClasses: true, hideShelf: true, mostFields: 2 };
    const ways = [
      ['arena-pools', {}],
      ['refcount', sparse],
    ] as const;
    // Every second program is looked at in both ways.
    for (const [strategy, scene] of ways.slice(0, 1 + (programs.indexOf(name) % 2))) {
      const { figures } = await drawFigures(request(source, [strategy], { scene }));
      expect(figures.length).toBeGreaterThan(3);
      for (const { name: figure, svg } of figures) {
        for (const { id, refs, hidden, arrows } of readCards(svg)) {
          counted++;
          expect(arrows + hidden, `${id} in ${figure}`).toBe(refs);
        }
      }
    }
    expect(counted > 0).toBe(name !== 'two_names_one_object.py');
  });
});

const cycle = 'import gc\na = [700]\nb = [a]\na.append(b)\na = b = None\ngc.collect()\nc = 1\n';

describe('figures', () => {
  test('are the same bytes each time, and nothing jumps between them', async () => {
    const first = await drawFigures(request(cycle, ['refcount-cycle', 'semispace']));
    const second = await drawFigures(request(cycle, ['refcount-cycle', 'semispace']));
    expect(second.figures.map(({ svg }) => svg)).toEqual(first.figures.map(({ svg }) => svg));
    const places = new Map<string, Set<string>>();
    for (const { svg } of first.figures) {
      const panels = elements(parseXml(svg).root!).filter(({ attributes }) => attributes['transform']?.includes('scale'));
      for (const [panel, group] of panels.entries()) {
        for (const card of elements(group).filter(({ attributes }) => attributes['data-card'] !== undefined)) {
          const { x, y } = elements(card)[1]!.attributes;
          const key = `${panel} ${card.attributes['data-card']}`;
          places.set(key, (places.get(key) ?? new Set()).add(`${group.attributes['transform']} ${x} ${y}`));
        }
      }
    }
    expect(places.size).toBeGreaterThan(4);
    for (const [key, all] of places) expect(all.size, key).toBe(1);
  });

  test('have their cards in the order of addresses, in each column', async () => {
    const source = 'many = [1000 + n for n in range(6)]\nfew = many[2:4]\npair = (few, [8000])\nx = 1\n';
    const { figures } = await drawFigures(request(source, ['arena-pools'], { points: [parseAt('end')] }));
    const cards = elements(parseXml(figures[0]!.svg).root!).filter(({ attributes }) => attributes['class']?.startsWith('card'));
    const columns = new Map<string, { address: number; y: number }[]>();
    for (const card of cards.filter(({ attributes }) => !attributes['class']!.includes('shelf'))) {
      const { x, y } = elements(card)[1]!.attributes;
      const address = Number.parseInt(card.attributes['data-card']!.split('@')[1]!, 16);
      columns.set(x!, [...(columns.get(x!) ?? []), { address, y: Number(y) }]);
    }
    expect(Math.max(...[...columns.values()].map(({ length }) => length))).toBeGreaterThan(3);
    for (const column of columns.values()) {
      const byPlace = column.toSorted((a, b) => a.y - b.y).map(({ address }) => address);
      expect(byPlace).toEqual(byPlace.toSorted((a, b) => a - b));
    }
  });

  test('tell of a cycle before and after a collection, and of what moves', async () => {
    const points = [{ kind: 'collections' } as const];
    const counted = await drawFigures(request(cycle, ['refcount-cycle'], { points }));
    expect(counted.figures.map(({ name, title }) => `${name}: ${title}`)).toEqual([
      'step-6-collection-6: Before a collection: 2 objects unreachable',
      'step-6-collected-6: After the collection: 2 objects freed',
    ]);
    const moved = await drawFigures(request(`${cycle}keep = [9, 8]\ngc.collect()\n`, ['semispace'], { points }));
    const last = moved.figures.at(-1)!;
    expect(last.title).toMatch(/1 .*moved/);
    const drawn = elements(parseXml(last.svg).root!).map(({ attributes }) => attributes['class']);
    expect(drawn.filter((name) => name === 'move')).toHaveLength(1);
    expect(drawn.filter((name) => name === 'card left')).toHaveLength(1);
  });

  test('draw what a program reached before it raised', async () => {
    const { figures, films } = await drawFigures(
      request('x = [1000]\ny = x[3]\nz = 1\n', ['arena-pools'], { points: [parseAt('2'), parseAt('3'), parseAt('end')] }),
    );
    expect(figures.map(({ moment }) => moment)).toEqual(['Before line 2']);
    expect(films[0]).toMatchObject({ end: 'error', exitCode: 1, unmet: ['line 3 of program.py never runs'] });
    expect(films[0]!.stderr).toContain('IndexError');
  });

  test('stop an endless loop when they have what they want', async () => {
    const source = 'n = 0\nwhile True:\n    n += 1000\n';
    const { figures, films } = await drawFigures(request(source, ['refcount'], { points: [parseAt('3:4')] }));
    expect(figures).toHaveLength(1);
    expect(films[0]).toMatchObject({ end: 'stopped', exitCode: 0 });
    const all = await drawFigures(request(source, ['refcount'], { limits: { mostMoments: 7 } }));
    expect(all.figures).toHaveLength(7);
    expect(all.films[0]!.isCut).toBe(true);
  });

  test.each([
    ['99', 'program.py has 3 lines; there is no line 99', 'lines that run: 1, 2 (×4), 3 (×3)'],
    ['1:2', 'line 1 of program.py runs once, not twice', 'the last time is --at 1'],
    ['3:9', 'line 3 of program.py runs 3 times, not 9 times', 'the last time is --at 3:3'],
  ])('refuse the point %s that the run never reaches', async (point, message, hint) => {
    const source = 'x = 0\nwhile x < 2:\n    x += 1\n';
    await expect(
      drawFigures(request(source.replace('2', '3'), ['refcount'], { points: [parseAt(point)] })),
    ).rejects.toMatchObject({ message, hint });
  });

  test('refuse a program that raises before there is anything to draw', async () => {
    await expect(drawFigures(request('x = (\n', ['refcount']))).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('SyntaxError'),
    });
  });
});

describe('points', () => {
  test.each(['', '0', 'x', '3:0', 'jump:3', '-4', '3:1:2'])('--at %s is refused', (text) => {
    expect(() => parseAt(text)).toThrow('is not a point of a program');
  });
  test.each(['', '0', '9-3', 'some', '1-2-3'])('--steps %s is refused', (text) => {
    expect(() => parseSteps(text)).toThrow('is not a range of steps');
  });
});
