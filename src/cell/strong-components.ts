/** Which nodes of a graph lie on a cycle: strongly connected components of more than one node, or a node that refers to itself. */

/** A graph of the nodes 0 to `nodes` - 1. */
export interface Graph {
  readonly nodes: number;
  /** The children of node n are `edges[starts[n]]` to `edges[starts[n + 1] - 1]`; it has `nodes` + 1 entries. */
  readonly starts: Int32Array;
  readonly edges: Int32Array;
}

/**
 * One byte for each node: 1 on a cycle, 0 else. Source: R. Tarjan, "Depth-first search and linear graph algorithms" (1972), with an explicit stack. Takes 20 bytes a
 * node: a program may leave half a million objects on cycles.
 */
export function onCycles({ nodes, starts, edges }: Graph): Uint8Array {
  /** When a node was first met, from 1; 0: not yet. */
  const order = new Int32Array(nodes);
  /** The first met among the nodes that can be reached from here and are open; 0: the node is not open any more. */
  const lowest = new Int32Array(nodes);
  const next = starts.slice(0, nodes);
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  const found = new Uint8Array(nodes);
  let met = 0;
  let opened = 0;
  const enter = (node: number, depth: number): number => {
    order[node] = lowest[node] = ++met;
    open[opened++] = node;
    path[depth] = node;
    return depth + 1;
  };
  const close = (node: number): void => {
    const size = opened;
    do {
      opened--;
      lowest[open[opened]!] = 0;
    } while (open[opened] !== node);
    if (size - opened > 1 || edges.subarray(starts[node], starts[node + 1]).includes(node)) {
      for (let index = opened; index < size; index++) found[open[index]!] = 1;
    }
  };
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== 0) continue;
    let depth = enter(root, 0);
    while (depth > 0) {
      const node = path[depth - 1]!;
      if (next[node]! < starts[node + 1]!) {
        const child = edges[next[node]!++]!;
        if (order[child] === 0) depth = enter(child, depth);
        else if (lowest[child] !== 0) lowest[node] = Math.min(lowest[node]!, order[child]!);
        continue;
      }
      depth--;
      const low = lowest[node]!;
      if (depth > 0) lowest[path[depth - 1]!] = Math.min(lowest[path[depth - 1]!]!, low);
      if (low === order[node]) close(node);
    }
  }
  return found;
}
