/**
 * The steps of a run as the stepper's page reads them. Whatever is there twice is stored once, and a step holds only what differs from the step before, so that
 * thousands of steps fit into a page. `stepper-script.ts` reads it.
 */
import type { HeapEvent, HeapMapPage } from '../cell/moment.ts';
import { cutText, textWidth } from '../picture/font.ts';
import type { Film } from './film.ts';
import {
  addressText,
  boxWidth,
  cardHeight,
  cardRowY,
  countText,
  frameHeight,
  frameRowY,
  hiddenLines,
  kindText,
  mostBoxText,
  refsText,
  size,
  type,
} from './geometry.ts';
import type { ArrowEnds, Layout } from './layout.ts';
import type { Card, CardState, Field, FrameBox, Scene } from './scene.ts';
import { leftOutText, momentText, titleOf } from './words.ts';

/** A row of a frame or card: label, text in the box (null is an arrow), width of the box, middle of the row from the top. */
type RowData = readonly [label: string, text: string | null, boxWidth: number, y: number];

/** What a card says and shows: address, kind, value, refs, lines about other references, rows, fields that are not drawn, height. */
type CardLook = readonly [
  address: string,
  kind: string,
  value: string,
  refs: string,
  hidden: readonly string[],
  rows: readonly RowData[],
  more: number,
  height: number,
];
type FrameLook = readonly [name: string, rows: readonly RowData[], height: number];

/** Index in this list stands for the state. */
const states: readonly CardState[] = ['live', 'new', 'unreachable', 'freed', 'left'];

/** Differences from the step before; what is missing has not changed. */
interface StepDelta {
  /** Title, current line (0: none in the program's own file), characters printed, live and other figures of the heap. */
  t: number;
  l: number;
  p: number;
  /** Bytes in use, footprint, collections. */
  h?: readonly [number, number, number];
  /** Frames, outermost first: index of look; the last is the one that runs. */
  f?: readonly number[];
  /** Cards that are new or look different: place, look, state, is it on the shelf. */
  c?: readonly (readonly [card: number, look: number, state: number])[];
  /** Cards that are gone. */
  d?: readonly number[];
  /** Arrows that came and that went: index of the path, and 1 where it is new, 2 where it shows a move. */
  a?: readonly (readonly [path: number, kind: number])[];
  b?: readonly (readonly [path: number, kind: number])[];
  /** Pages of the map that look different: page, index of its runs. */
  m?: readonly (readonly [page: number, runs: number])[];
  /** What happened: indices of texts. */
  e?: readonly number[];
  /** What is not drawn. */
  n?: number;
}

export interface PanelData {
  readonly strategy: string;
  readonly width: number;
  readonly height: number;
  readonly heapX: number;
  /** x, y and width of each card, and 1 for the shelf. */
  readonly cards: readonly (readonly [x: number, y: number, width: number, shelf: 0 | 1])[];
  readonly frames: readonly (readonly [x: number, y: number, width: number])[];
  readonly cardLooks: readonly CardLook[];
  readonly frameLooks: readonly FrameLook[];
  /** Path data, where the arrow begins (absent for a move), where its head is. */
  readonly paths: readonly (readonly [path: string, x: number, y: number, headX: number, headY: number])[];
  /** Address of each page, and the bytes of its cells, 0 for mixed. */
  readonly pages: readonly (readonly [address: string, cellBytes: number])[];
  readonly runs: readonly string[];
  readonly texts: readonly string[];
  readonly steps: readonly (StepDelta | null)[];
  /** Null where it is the same as the first panel's. */
  readonly output: string | null;
  /** How the run ended, when it did not end well. */
  readonly ended: string;
}

export interface StepperData {
  readonly program: string;
  readonly source: readonly string[];
  readonly panels: readonly PanelData[];
  readonly sizes: Readonly<Record<string, number>>;
  readonly states: readonly CardState[];
}

/** One panel; `stepCount` is that of the longest. */
export function panelData(
  film: Film,
  strategy: string,
  scenes: readonly Scene[],
  layout: Layout,
  path: string,
  firstOutput: string | null,
): PanelData {
  const looks = new Table<CardLook>();
  const frameLooks = new Table<FrameLook>();
  const paths = new Table<PanelData['paths'][number]>();
  const runs = new Table<string>();
  const texts = new Table<string>();
  const cards = new Table<string>();
  const places: PanelData['cards'][number][] = [];
  const pages: [string, number][] = [];
  const pageOf = new Map<number, number>();
  let before: State = { frames: [], cards: new Map(), arrows: new Map(), pages: new Map(), heap: '', left: -1 };
  const steps: (StepDelta | null)[] = [];
  for (const scene of scenes) {
    const { moment } = scene;
    const fresh = new Set(scene.cards.filter(({ state }) => state === 'new').map(({ id }) => id));
    const arrows = new Map<string, readonly [number, number]>();
    const lead = (arrow: ArrowEnds, from: { x: number; y: number } | null, kind: number): void => {
      const route = layout.route(arrow);
      const end = route.at(-1)!;
      const index = paths.add([
        pathOf(route, from),
        ...(from === null ? ([-1, -1] as const) : ([n(from.x), n(from.y)] as const)),
        n(end.x),
        n(end.y),
      ]);
      // Two references from one place to one card, as in a frame and its slot's next owner, are one path.
      arrows.set(`${index} ${kind}`, [index, kind]);
    };
    const frames = scene.frames.map((frame) => {
      const place = layout.frames[frame.depth]!;
      for (const { label, to } of frame.fields) {
        if (to === null) continue;
        const y = place.y + frameRowY(layout.row(frame, label));
        lead(
          { from: { frame, label }, to },
          { x: place.x + place.width - size.inset - size.box / 2, y },
          fresh.has(to) ? 1 : 0,
        );
      }
      return frameLooks.add(frameLook(frame, layout, place.width));
    });
    const shown = new Map<number, readonly [number, number]>();
    for (const card of scene.cards) {
      const place = layout.cards.get(card.id)!;
      const index = cards.add(card.id);
      places[index] ??= [n(place.x), n(place.y), n(place.width), card.shelf ? 1 : 0];
      for (const [row, { to }] of card.fields.entries()) {
        if (to === null) continue;
        const from = { x: place.x + place.width - size.inset - size.box / 2, y: place.y + cardRowY(card, row) };
        lead({ from: { card: card.id, row }, to }, from, fresh.has(to) || fresh.has(card.id) ? 1 : 0);
      }
      if (card.movedFrom !== null) lead({ from: { card: card.movedFrom, row: null }, to: card.id }, null, 2);
      shown.set(index, [looks.add(cardLook(card, place.width)), states.indexOf(card.state)]);
    }
    const map = new Map<number, number>();
    for (const page of moment.map ?? []) {
      let index = pageOf.get(page.address);
      if (index === undefined) {
        index = pages.length;
        pageOf.set(page.address, index);
        pages.push([addressText(page.address), page.cellBytes]);
      } else if (pages[index]![1] !== page.cellBytes) pages[index]![1] = 0;
      map.set(index, runs.add(runText(page)));
    }
    for (const index of pageOf.values()) if (!map.has(index)) map.set(index, runs.add(''));
    const heap = [moment.usedBytes, moment.footprintBytes, moment.collections] as const;
    const left = texts.add(leftOutText(scene));
    const state: State = { frames, cards: shown, arrows, pages: map, heap: heap.join(), left };
    const isOwn = scene.file === path && scene.event !== 'end';
    const title = titleOf([{ strategy, scene }]);
    const where = scene.file === path || scene.file === '' ? '' : ` of ${scene.file}`;
    const delta: StepDelta = {
      t: texts.add(where === '' ? title : title.replace(momentText(scene), `${momentText(scene)}${where}`)),
      l: isOwn ? scene.line : 0,
      p: moment.printed,
    };
    if (state.heap !== before.heap) delta.h = heap;
    if (frames.join() !== before.frames.join()) delta.f = frames;
    const changed = [...shown].filter(([card, [look, is]]) => before.cards.get(card)?.join() !== `${look},${is}`);
    if (changed.length > 0) delta.c = changed.map(([card, [look, is]]) => [card, look, is]);
    const gone = [...before.cards.keys()].filter((card) => !shown.has(card));
    if (gone.length > 0) delta.d = gone;
    const came = [...arrows].filter(([key]) => !before.arrows.has(key)).map(([, arrow]) => arrow);
    if (came.length > 0) delta.a = came;
    const went = [...before.arrows].filter(([key]) => !arrows.has(key)).map(([, arrow]) => arrow);
    if (went.length > 0) delta.b = went;
    const redrawn = [...map].filter(([page, run]) => before.pages.get(page) !== run);
    if (redrawn.length > 0) delta.m = redrawn;
    const events = eventTexts(moment.events, moment.eventsLeftOut).map((text) => texts.add(text));
    if (events.length > 0) delta.e = events;
    if (left !== before.left) delta.n = left;
    steps[scene.step - 1] = delta;
    before = state;
  }
  for (let index = 0; index < steps.length; index++) steps[index] ??= null;
  return {
    strategy,
    width: Math.ceil(layout.width),
    height: Math.ceil(layout.height),
    heapX: n(layout.heapX),
    cards: places,
    frames: layout.frames.map(({ x, y, width }) => [n(x), n(y), n(width)]),
    cardLooks: looks.rows,
    frameLooks: frameLooks.rows,
    paths: paths.rows,
    pages,
    runs: runs.rows,
    texts: texts.rows,
    steps,
    output: film.output === firstOutput ? null : film.output,
    ended: endText(film),
  };
}

interface State {
  readonly frames: readonly number[];
  readonly cards: ReadonlyMap<number, readonly [look: number, state: number]>;
  readonly arrows: ReadonlyMap<string, readonly [path: number, kind: number]>;
  readonly pages: ReadonlyMap<number, number>;
  readonly heap: string;
  readonly left: number;
}

/** Rows that are stored once, by their text. */
class Table<Row> {
  readonly rows: Row[] = [];
  private readonly known = new Map<string, number>();

  add(row: Row): number {
    const key = typeof row === 'string' ? row : JSON.stringify(row);
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.rows.length;
      this.known.set(key, index);
      this.rows.push(row);
    }
    return index;
  }
}

function endText({ end, isCut, stderr }: Film): string {
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  switch (end) {
    case 'error':
      return last === '' ? 'The program ended with a status other than 0.' : `The program raised: ${last}`;
    case 'oom':
      return 'The program ran out of memory.';
    case 'limit':
      return 'The run was ended by its limit of bytecodes.';
    default:
      return isCut ? 'The run goes on; --max-steps shows more of it.' : '';
  }
}

/** Events of one step that are told. */
const MOST_EVENTS = 10;

/** What happened, equal things counted: `3 int allocated, 84 B`. */
function eventTexts(events: readonly HeapEvent[], leftOut: number): string[] {
  const lines: string[] = [];
  const groups = new Map<string, { text: string; count: number; bytes: number }>();
  const flush = (): void => {
    for (const { text, count, bytes } of groups.values()) lines.push(`${count} ${text}, ${countText(bytes)} B`);
    groups.clear();
  };
  const verbs = { alloc: 'allocated', free: 'freed' } as const;
  for (const { kind, what, type: name, bytes } of events) {
    switch (kind) {
      case 'alloc':
      case 'free': {
        const text = `${name || 'object'} ${verbs[kind]}`;
        const group = groups.get(text) ?? { text, count: 0, bytes: 0 };
        group.count++;
        group.bytes += bytes;
        groups.set(text, group);
        break;
      }
      case 'move': {
        const group = groups.get('move') ?? { text: 'moved', count: 0, bytes: 0 };
        group.count++;
        group.bytes += bytes;
        groups.set('move', group);
        break;
      }
      case 'gc-begin':
        flush();
        lines.push(`collection begins: ${what}`);
        break;
      case 'gc-end':
        flush();
        lines.push(`collection ends: ${countText(bytes)} B reclaimed`);
        break;
    }
  }
  flush();
  const more = Math.max(0, lines.length - MOST_EVENTS) + leftOut;
  return more === 0 ? lines : [...lines.slice(0, MOST_EVENTS), `… and ${countText(more)} more`];
}

/** Runs of a page, one letter and a number each: `a` unmapped to `e` new. */
function runText({ runs }: HeapMapPage): string {
  const parts: string[] = [];
  for (let index = 0; index < runs.length; index += 2) parts.push(`${'abcde'[runs[index]!]}${runs[index + 1]!.toString(36)}`);
  return parts.join();
}

function rowData(field: Field, width: number, y: number): RowData {
  const box = boxWidth(field);
  const isNone = field.to === null && field.text === 'None';
  const room = width - 2 * size.inset - box - 10 - (isNone ? textWidth('None', ...type.label) + 8 : 0);
  const text = field.to === null ? cutText(field.text, mostBoxText, ...type.text) : null;
  return [cutText(field.label, room, ...type.label), text, n(box), n(y)];
}

function frameLook(frame: FrameBox, layout: Layout, width: number): FrameLook {
  const rows = frame.fields.map((field) => rowData(field, width, frameRowY(layout.row(frame, field.label))));
  const count = Math.max(0, ...frame.fields.map(({ label }) => layout.row(frame, label) + 1));
  return [cutText(frame.name, width - 2 * size.inset, ...type.frame), rows, n(frameHeight(count))];
}

function cardLook(card: Card, width: number): CardLook {
  const refs = refsText(card);
  const address = addressText(card.address);
  const isGone = card.state === 'freed' || card.state === 'left';
  if (card.shelf) {
    const room = width - 2 * size.inset - textWidth(card.type, ...type.note) - 10;
    const value = card.value === '' ? card.type : card.value;
    return [address, card.type, cutText(value, room, ...type.text), '', [], [], 0, size.shelfHeight];
  }
  const room = width - 2 * size.inset;
  return [
    address,
    cutText(kindText(card), room - textWidth(address, ...type.address) - 12, ...type.address),
    cutText(card.value, room - (refs === '' ? 0 : textWidth(refs, ...type.refs) + 16), ...type.value),
    refs,
    isGone ? [] : hiddenLines(card, width),
    card.fields.map((field, row) => rowData(field, width, cardRowY(card, row))),
    card.moreFields,
    n(cardHeight(card, width)),
  ];
}

function pathOf(route: readonly { x: number; y: number }[], from: { x: number; y: number } | null): string {
  const points = [...route];
  const last = points.length - 1;
  points[last] = { x: points[last]!.x - 11, y: points[last]!.y };
  const pair = ({ x, y }: { x: number; y: number }): string => `${n(x)} ${n(y)}`;
  const start = from === null ? `M${pair(points[0]!)}` : `M${pair(from)}L${pair(points[0]!)}`;
  let path = start;
  for (let index = 1; index < last; index += 3)
    path += `C${points
      .slice(index, index + 3)
      .map(pair)
      .join(' ')}`;
  return path;
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
