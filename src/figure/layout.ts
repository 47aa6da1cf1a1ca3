/**
 * Where everything stands. All scenes of a film are laid out as one graph, once, so that nothing jumps from one picture to the next: each object has its place
 * where it appears first, and keeps it. ELK places the cards and leads the arrows around them; the order from top to bottom is that of the addresses.
 */
import type ElkConstructor from 'elkjs/lib/elk.bundled.js';
import type { ElkExtendedEdge, ElkNode, ElkPoint, ElkPort } from 'elkjs/lib/elk-api.js';
import { assert } from '../base/assert.ts';
import { cardHeight, cardRowY, cardWidth, frameHeight, frameRowY, frameWidth, shelfWidth, size } from './geometry.ts';
import type { Card, FrameBox, Scene } from './scene.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** By `id` of the card. Cards that are never there together may share a place. */
  readonly cards: ReadonlyMap<string, Place>;
  /** Places on the stack, outermost first. */
  readonly frames: readonly Place[];
  /** Row of a variable in its frame. */
  row(frame: FrameBox, label: string): number;
  /** The way of an arrow, as points of cubic Bézier curves, from the edge of what it leaves to the edge of what it enters. */
  route(arrow: ArrowEnds): readonly ElkPoint[];
  /** Left edge of the first column of cards. */
  readonly heapX: number;
}

/** An arrow leaves a row of a frame or of a card, or a whole card that moves. */
export interface ArrowEnds {
  readonly from: { readonly frame: FrameBox; readonly label: string } | { readonly card: string; readonly row: number | null };
  readonly to: string;
}

/** Different arrows of a film up to which ELK leads them. */
const MOST_EDGES = 220;
const PLAIN_GAP = 90;

/** Objects of a film up to which each has a place of its own. */
const MOST_OWN_PLACES = 48;

/** Columns of cards up to which the shelf has a column of its own; with more its arrows would cross them all. */
const SHELF_COLUMN = 2;

/** The place of an object that lies at one address, over the scenes from `first` to `last`. */
interface Stay {
  /** Column of each of its scenes, by the references between a frame and it; long chains begin again in the first. */
  readonly columns: number[];
  readonly id: string;
  readonly address: number;
  readonly shelf: boolean;
  readonly first: number;
  last: number;
  height: number;
}

/** A node of the graph. */
interface Site {
  readonly name: string;
  readonly address: number;
  readonly shelf: boolean;
  readonly depth: number;
  height: number;
  until: number;
}

export async function layOut(scenes: readonly Scene[]): Promise<Layout> {
  const heapCards = scenes.flatMap(({ cards }) => cards.filter(({ shelf }) => !shelf));
  const shelfCards = scenes.flatMap(({ cards }) => cards.filter(({ shelf }) => shelf));
  const width = cardWidth(heapCards);
  const chipWidth = shelfWidth(shelfCards);
  const sites = sitesOf(scenes, width);
  const stack = new StackPlan(scenes);
  const edges = new Map<string, ElkExtendedEdge>();
  const ports = new Map<string, Map<string, number>>();
  const moved = new Set<string>();
  const nameOf = (arrow: ArrowEnds): { id: string; source: string; port: string; target: string } => {
    const target = sites.get(arrow.to)!.name;
    const { from } = arrow;
    const source = 'frame' in from ? 'stack' : sites.get(from.card)!.name;
    const port =
      'frame' in from
        ? `stack.${from.frame.depth}.${stack.row(from.frame, from.label)}`
        : `${source}.${from.row === null ? 'move' : from.row}`;
    // A move is led to the foot of a card, apart from references.
    const isMove = 'card' in from && from.row === null;
    return { id: `${port}>${target}`, source, port, target: isMove ? `${target}.moved` : `${target}.in` };
  };
  for (const scene of scenes) {
    for (const { arrow, y } of arrowsOf(scene, stack)) {
      const { id, source, port, target } = nameOf(arrow);
      if (!edges.has(id)) edges.set(id, { id, sources: [port], targets: [target] });
      if (target.endsWith('.moved')) moved.add(target.slice(0, -'.moved'.length));
      const own = ports.get(source) ?? new Map<string, number>();
      ports.set(source, own.set(port, Math.max(own.get(port) ?? 0, y)));
    }
  }
  const nodes = [...new Set(sites.values())].sort((a, b) => Number(a.shelf) - Number(b.shelf) || a.address - b.address);
  const isShallow = depthOf(edges.values()) <= SHELF_COLUMN;
  let seedY = 0;
  const children: ElkNode[] = [
    {
      id: 'stack',
      x: 0,
      y: 0,
      width: stack.width,
      height: stack.height,
      layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST_SEPARATE', 'elk.portConstraints': 'FIXED_POS' },
      ports: portsOf(ports.get('stack'), stack.width),
    },
    ...nodes.map((site): ElkNode => {
      const nodeWidth = site.shelf ? chipWidth : width;
      const node: ElkNode = {
        id: site.name,
        x: 400,
        y: seedY,
        width: nodeWidth,
        height: site.height,
        layoutOptions: {
          'elk.portConstraints': 'FIXED_POS',
          ...(site.shelf && isShallow ? { 'elk.layered.layering.layerConstraint': 'LAST_SEPARATE' } : {}),
        },
        ports: [
          entrance(`${site.name}.in`, site.shelf ? site.height / 2 : size.header / 2 + 2),
          ...(moved.has(site.name) ? [entrance(`${site.name}.moved`, site.height - 12)] : []),
          ...portsOf(ports.get(site.name), nodeWidth),
        ],
      };
      seedY += site.height + size.gap;
      return node;
    }),
  ];
  const root: ElkNode = { id: 'root', children, edges: [...edges.values()], layoutOptions: options };
  const isPlain = edges.size > MOST_EDGES;
  if (isPlain) placePlainly(root, nodes, stack.width);
  const graph: ElkNode = isPlain ? root : await (await engine()).layout(root);
  const placed = new Map((graph.children ?? []).map((node) => [node.id, node]));
  const routes = new Map((graph.edges ?? []).map((edge) => [edge.id, pointsOf(edge)]));
  const stackNode = placed.get('stack');
  assert(stackNode !== undefined, 'the layout has the stack');
  const cards = new Map<string, Place>();
  for (const [id, { name }] of sites) {
    const { x = 0, y = 0, width: w = 0, height: h = 0 } = placed.get(name)!;
    cards.set(id, { x, y, width: w, height: h });
  }
  const heapX = Math.min(...[...cards.values()].map(({ x }) => x), (stackNode.x ?? 0) + stack.width + 70);
  return {
    width: graph.width ?? 0,
    height: graph.height ?? 0,
    cards,
    frames: stack.places(stackNode.x ?? 0, stackNode.y ?? 0),
    row: (frame, label) => stack.row(frame, label),
    route: (arrow) => {
      const points = routes.get(nameOf(arrow).id);
      assert(points !== undefined, 'an arrow of a film has a route');
      return points;
    },
    heapX,
  };
}

/**
 * Without ELK, whose time grows with the square of the edges: columns by distance from the stack, in each the order of the addresses, and arrows straight to
 * where they go.
 */
function placePlainly(root: ElkNode, nodes: readonly Site[], stackWidth: number): void {
  const children = new Map((root.children ?? []).map((node) => [node.id, node]));
  const columns: number[] = [];
  let right = stackWidth;
  const widths = nodes.map(({ name }) => children.get(name)!.width ?? 0);
  const pitch = Math.max(0, ...widths) + PLAIN_GAP;
  for (const { name, depth, height } of nodes) {
    const node = children.get(name)!;
    node.x = stackWidth + PLAIN_GAP + (depth - 1) * pitch;
    node.y = columns[depth] ?? 14;
    columns[depth] = node.y + height + size.gap;
    right = Math.max(right, node.x + (node.width ?? 0));
  }
  const stack = children.get('stack')!;
  stack.x = 0;
  stack.y = 14;
  root.width = right + 60;
  root.height = Math.max(stack.y + (stack.height ?? 0), ...columns.filter((bottom) => bottom !== undefined));
  const portAt = new Map<string, ElkPoint>();
  for (const { x = 0, y = 0, ports = [] } of children.values()) {
    for (const port of ports) portAt.set(port.id, { x: x + (port.x ?? 0), y: y + (port.y ?? 0) });
  }
  for (const edge of root.edges ?? []) {
    const from = portAt.get(edge.sources[0]!)!;
    const to = portAt.get(edge.targets[0]!)!;
    const reach = to.x > from.x ? Math.max(30, (to.x - from.x) / 2) : 70;
    const bendPoints = [
      { x: from.x + reach, y: from.y },
      { x: to.x - reach, y: to.y },
    ];
    edge.sections = [{ id: edge.id, startPoint: from, bendPoints, endPoint: to }];
  }
}

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'SPLINES',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.crossingMinimization.strategy': 'INTERACTIVE',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '84',
  'elk.layered.spacing.edgeNodeBetweenLayers': '22',
  'elk.spacing.nodeNode': String(size.gap),
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.nodeSelfLoop': '14',
  'elk.padding': '[top=14,left=0,bottom=4,right=4]',
  'elk.randomSeed': '1',
};

let shared: Promise<InstanceType<typeof ElkConstructor.default>> | null = null;

/** ELK takes a moment to load, so it is loaded when it is needed first, and once. */
function engine(): Promise<InstanceType<typeof ElkConstructor.default>> {
  shared ??= import('elkjs/lib/elk.bundled.js').then(({ default: Elk }) => new Elk.default());
  return shared;
}

/** Edges on the longest way from the stack to a card, as far as it matters. */
function depthOf(edges: Iterable<ElkExtendedEdge>): number {
  const next = new Map<string, Set<string>>();
  for (const { sources, targets } of edges) {
    const [from = ''] = sources[0]!.split('.');
    next.set(from, (next.get(from) ?? new Set()).add(targets[0]!.split('.')[0]!));
  }
  let level = new Set(next.keys());
  let depth = 0;
  for (; level.size > 0 && depth <= SHELF_COLUMN + 1; depth++)
    level = new Set([...level].flatMap((name) => [...(next.get(name) ?? [])]));
  return depth - 1;
}

function entrance(id: string, y: number): ElkPort {
  return { id, x: 0, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'WEST' } };
}

function portsOf(ports: ReadonlyMap<string, number> | undefined, x: number): ElkPort[] {
  return [...(ports ?? [])].map(([id, y]) => ({ id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'EAST' } }));
}

function pointsOf(edge: ElkExtendedEdge): ElkPoint[] {
  const section = edge.sections?.[0];
  assert(section !== undefined, 'an edge has a route');
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  if (points.length % 3 === 1) return points;
  // A route without curves.
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    return next === undefined ? [point] : [point, point, next];
  });
}

/** Every arrow of a scene, with the height in its node at which it begins. */
function arrowsOf({ frames, cards }: Scene, stack: StackPlan): { arrow: ArrowEnds; y: number }[] {
  const arrows: { arrow: ArrowEnds; y: number }[] = [];
  for (const frame of frames) {
    for (const { label, to } of frame.fields) {
      if (to === null) continue;
      const y = stack.top(frame.depth) + frameRowY(stack.row(frame, label));
      arrows.push({ arrow: { from: { frame, label }, to }, y });
    }
  }
  for (const card of cards) {
    for (const [row, { to }] of card.fields.entries()) {
      if (to !== null) arrows.push({ arrow: { from: { card: card.id, row }, to }, y: cardRowY(card, row) });
    }
    if (card.movedFrom !== null)
      arrows.push({ arrow: { from: { card: card.movedFrom, row: null }, to: card.id }, y: size.header / 2 + 2 });
  }
  return arrows;
}

/** Columns of cards in a layout without ELK. */
const PLAIN_COLUMNS = 5;

/** Column of each card that the frames lead to, from 1. */
function depthsOf({ frames, cards }: Scene): Map<string, number> {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const depths = new Map<string, number>();
  let level = frames.flatMap(({ fields }) => fields.flatMap(({ to }) => to ?? []));
  for (let depth = 1; level.length > 0; depth++) {
    const next: string[] = [];
    for (const id of level) {
      if (depths.has(id)) continue;
      depths.set(id, ((depth - 1) % PLAIN_COLUMNS) + 1);
      next.push(...(byId.get(id)?.fields ?? []).flatMap(({ to }) => to ?? []));
    }
    level = next;
  }
  return depths;
}

/** The site of each stay, by `id` of its card. */
function sitesOf(scenes: readonly Scene[], width: number): Map<string, Site> {
  const stays = new Map<string, Stay>();
  for (const [index, scene] of scenes.entries()) {
    const depths = depthsOf(scene);
    for (const card of scene.cards) {
      const height = cardHeight(card, width);
      const stay = stays.get(card.id);
      if (stay === undefined) stays.set(card.id, newStay(card, index, height, depths.get(card.id) ?? 1));
      else {
        stay.last = index;
        stay.columns.push(depths.get(card.id) ?? 1);
        stay.height = Math.max(stay.height, height);
      }
    }
  }
  const isCrowded = stays.size > MOST_OWN_PLACES;
  const sites: Site[] = [];
  const found = new Map<string, Site>();
  for (const { id, address, shelf, columns, first, last, height } of stays.values()) {
    const depth = columns[columns.length >> 1] ?? 1;
    let site: Site | undefined;
    if (isCrowded) {
      const free = sites.filter(
        (candidate) => candidate.shelf === shelf && candidate.depth === depth && candidate.until < first,
      );
      site =
        free.find((candidate) => candidate.address === address) ??
        free.find((candidate) => candidate.height === height) ??
        free[0];
    }
    if (site === undefined) sites.push((site = { name: `s${sites.length}`, address, shelf, depth, height, until: last }));
    site.height = Math.max(site.height, height);
    site.until = Math.max(site.until, last);
    found.set(id, site);
  }
  return found;
}

function newStay({ id, address, shelf }: Card, index: number, height: number, depth: number): Stay {
  return { id, columns: [depth], address, shelf, first: index, last: index, height };
}

/** The stack over all scenes: one place for each depth, as high as the largest frame that is ever there. */
class StackPlan {
  readonly width: number;
  readonly height: number;
  private readonly rows = new Map<number, Map<string, number>>();
  private readonly heights: number[] = [];

  constructor(scenes: readonly Scene[]) {
    const frames = scenes.flatMap((scene) => scene.frames);
    this.width = frameWidth(frames);
    for (const { number, fields } of frames) {
      const rows = this.rows.get(number) ?? new Map<string, number>();
      for (const { label } of fields) if (!rows.has(label)) rows.set(label, rows.size);
      this.rows.set(number, rows);
    }
    for (const { number, depth } of frames) {
      this.heights[depth] = Math.max(this.heights[depth] ?? 0, frameHeight(this.rows.get(number)!.size));
    }
    this.height = this.top(this.heights.length) - size.frameGap;
  }

  row({ number }: FrameBox, label: string): number {
    return this.rows.get(number)?.get(label) ?? 0;
  }

  /** From the top of the stack to the top of the frame at `depth`. */
  top(depth: number): number {
    return this.heights.slice(0, depth).reduce((sum, height) => sum + height + size.frameGap, 0);
  }

  places(x: number, y: number): Place[] {
    return this.heights.map((height, depth) => ({ x, y: y + this.top(depth), width: this.width, height }));
  }
}
