/**
 * The `.heapsnapshot` format of Chrome DevTools: a graph as flat arrays of numbers over one table of strings.
 *
 * What its loader needs, beyond the fields that `meta` declares: the strings come last; `to_node` is an index into the array of nodes, not a node's ordinal;
 * edges stand in the order of their nodes; the first node is the root; a node named `(GC roots)` is among its children, or nothing gets a distance; all
 * numbers fit in 32 bits; ids of what the program made are odd, the rest even. Children of the root that are not synthetic are where retaining paths begin.
 */
import { assert } from '../base/assert.ts';

const NODE_FIELDS = ['type', 'name', 'id', 'self_size', 'edge_count', 'trace_node_id', 'detachedness'] as const;
/** DevTools knows these by name; their order is ours to declare, and we keep V8's. */
const NODE_TYPES = [
  'hidden',
  'array',
  'string',
  'object',
  'code',
  'closure',
  'regexp',
  'number',
  'native',
  'synthetic',
  'concatenated string',
  'sliced string',
  'symbol',
  'bigint',
] as const;
const EDGE_FIELDS = ['type', 'name_or_index', 'to_node'] as const;
const EDGE_TYPES = ['context', 'element', 'property', 'internal', 'hidden', 'shortcut', 'weak'] as const;

export type NodeType = (typeof NODE_TYPES)[number];
export type EdgeType = (typeof EDGE_TYPES)[number];

interface Edge {
  readonly type: number;
  readonly nameOrIndex: number;
  readonly to: number;
}

/** A graph that grows; nodes are known by their ordinals. */
export class SnapshotGraph {
  private readonly nodes: { type: number; name: number; id: number; selfSize: number; edges: Edge[] }[] = [];
  private readonly strings: string[] = [];
  private readonly stringIndex = new Map<string, number>();
  private edgeCount = 0;

  /** Returns the ordinal. The first one added is the root. */
  addNode(type: NodeType, name: string, id: number, selfSize: number): number {
    assert(id > 0 && id < 2 ** 32, 'an id of a heap snapshot has 32 bits');
    assert(selfSize >= 0 && selfSize < 2 ** 32, 'a size in a heap snapshot has 32 bits');
    this.nodes.push({ type: NODE_TYPES.indexOf(type), name: this.string(name), id, selfSize, edges: [] });
    return this.nodes.length - 1;
  }

  /** An edge with an index (`element`, `hidden`) or with a name (all others). */
  addEdge(from: number, type: EdgeType, nameOrIndex: string | number, to: number): void {
    assert(
      (typeof nameOrIndex === 'number') === (type === 'element' || type === 'hidden'),
      'elements have an index, other edges a name',
    );
    this.nodes[from]!.edges.push({
      type: EDGE_TYPES.indexOf(type),
      nameOrIndex: typeof nameOrIndex === 'number' ? nameOrIndex : this.string(nameOrIndex),
      to,
    });
    this.edgeCount++;
  }

  /** The file's text. */
  text(): string {
    const { nodes, strings } = this;
    const meta = {
      node_fields: NODE_FIELDS,
      node_types: [NODE_TYPES, 'string', 'number', 'number', 'number', 'number', 'number'],
      edge_fields: EDGE_FIELDS,
      edge_types: [EDGE_TYPES, 'string_or_number', 'node'],
      trace_function_info_fields: [],
      trace_node_fields: [],
      sample_fields: [],
      location_fields: ['object_index', 'script_id', 'line', 'column'],
    };
    const head = { meta, node_count: nodes.length, edge_count: this.edgeCount, trace_function_count: 0 };
    const lines = nodes.map(({ type, name, id, selfSize, edges }) => [type, name, id, selfSize, edges.length, 0, 0].join(','));
    const edges = nodes.flatMap((node) =>
      node.edges.map(({ type, nameOrIndex, to }) => `${type},${nameOrIndex},${to * NODE_FIELDS.length}`),
    );
    return [
      `{"snapshot":${JSON.stringify(head)},`,
      `"nodes":[${lines.join('\n,')}\n],`,
      `"edges":[${edges.join('\n,')}\n],`,
      '"trace_function_infos":[],"trace_tree":[],"samples":[],"locations":[],',
      `"strings":[${strings.map((text) => JSON.stringify(text)).join(',\n')}]}\n`,
    ].join('\n');
  }

  private string(text: string): number {
    let index = this.stringIndex.get(text);
    if (index === undefined) {
      index = this.strings.push(text) - 1;
      this.stringIndex.set(text, index);
    }
    return index;
  }
}
