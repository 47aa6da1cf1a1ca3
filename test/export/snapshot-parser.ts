/** A strict reader of .heapsnapshot files, written from the format's description and from nothing of ours. */
import { expect } from 'vitest';

export interface ParsedNode {
  readonly type: string;
  readonly name: string;
  readonly id: number;
  readonly selfSize: number;
  readonly edges: readonly { readonly type: string; readonly name: string | number; readonly to: ParsedNode }[];
}

interface SnapshotFile {
  snapshot: {
    meta: Record<'node_fields' | 'edge_fields', string[]> & Record<'node_types' | 'edge_types', (string[] | string)[]>;
    node_count: number;
    edge_count: number;
  };
  nodes: number[];
  edges: number[];
  strings: string[];
}

/** Nodes in order; the first is the root. Fails the test where the file is not what DevTools expects. */
export function parseSnapshot(text: string): ParsedNode[] {
  const file = JSON.parse(text) as SnapshotFile;
  const keys = Object.keys(file);
  expect(keys[0]).toBe('snapshot');
  expect(keys.indexOf('nodes')).toBeLessThan(keys.indexOf('edges'));
  expect(keys.at(-1)).toBe('strings');
  const { meta, node_count: nodeCount, edge_count: edgeCount } = file.snapshot;
  const nodeFields = meta.node_fields.length;
  const edgeFields = meta.edge_fields.length;
  expect(meta.node_types).toHaveLength(nodeFields);
  expect(meta.edge_types).toHaveLength(edgeFields);
  expect(file.nodes).toHaveLength(nodeCount * nodeFields);
  expect(file.edges).toHaveLength(edgeCount * edgeFields);
  expect(new Set(file.strings).size).toBe(file.strings.length);
  const wrong = (values: number[]): number =>
    values.findIndex((value) => !Number.isInteger(value) || value < 0 || value >= 2 ** 32);
  expect(wrong(file.nodes)).toBe(-1);
  expect(wrong(file.edges)).toBe(-1);

  const field = (name: string): number => {
    expect(meta.node_fields).toContain(name);
    return meta.node_fields.indexOf(name);
  };
  const [type, name, id, size, count] = ['type', 'name', 'id', 'self_size', 'edge_count'].map(field) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const nodeTypes = meta.node_types[type] as string[];
  const edgeTypes = meta.edge_types[meta.edge_fields.indexOf('type')] as string[];
  const nodes: (Omit<ParsedNode, 'edges'> & { edges: ParsedNode['edges'][number][] })[] = [];
  for (let at = 0; at < file.nodes.length; at += nodeFields) {
    const kind = nodeTypes[file.nodes[at + type]!];
    const label = file.strings[file.nodes[at + name]!];
    if (kind === undefined || label === undefined) throw new Error(`node at ${at} has no type or name`);
    nodes.push({ type: kind, name: label, id: file.nodes[at + id]!, selfSize: file.nodes[at + size]!, edges: [] });
  }
  expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
  let next = 0;
  for (const [index, node] of nodes.entries()) {
    for (let left = file.nodes[index * nodeFields + count]!; left > 0; left--, next += edgeFields) {
      const [kind, label, to] = file.edges.slice(next, next + edgeFields) as [number, number, number];
      const edgeType = edgeTypes[kind];
      if (edgeType === undefined || to % nodeFields !== 0) throw new Error(`edge at ${next} is wrong`);
      const shown = edgeType === 'element' || edgeType === 'hidden' ? label : file.strings[label];
      const target = nodes[to / nodeFields];
      if (shown === undefined || target === undefined) throw new Error(`edge at ${next} leads nowhere`);
      node.edges.push({ type: edgeType, name: shown, to: target });
    }
  }
  expect(next).toBe(file.edges.length);
  return nodes;
}

/** What strong edges lead to from the root. */
export function reachable(nodes: readonly ParsedNode[]): Set<ParsedNode> {
  const reached = new Set<ParsedNode>([nodes[0]!]);
  for (const node of reached) for (const { type, to } of node.edges) if (type !== 'weak') reached.add(to);
  return reached;
}
