/** Which nodes of a graph lie on a cycle: strongly connected components of more than one node, or a node that refers to itself. */

/** `children` has every node as a key. Source: R. Tarjan, "Depth-first search and linear graph algorithms" (1972), with an explicit stack. */
export function onCycles(children: ReadonlyMap<number, readonly number[]>): Set<number> {
  const order = new Map<number, number>();
  const lowest = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const found = new Set<number>();
  for (const root of children.keys()) {
    if (order.has(root)) continue;
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    while (path.length > 0) {
      const step = path.at(-1)!;
      const { node } = step;
      if (!order.has(node)) {
        order.set(node, order.size);
        lowest.set(node, order.get(node)!);
        open.push(node);
        isOpen.add(node);
      }
      const list = children.get(node)!;
      let down: number | null = null;
      while (step.next < list.length && down === null) {
        const child = list[step.next++]!;
        if (!order.has(child)) down = child;
        else if (isOpen.has(child)) lowest.set(node, Math.min(lowest.get(node)!, order.get(child)!));
      }
      if (down !== null) {
        path.push({ node: down, next: 0 });
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) lowest.set(parent, Math.min(lowest.get(parent)!, lowest.get(node)!));
      if (lowest.get(node) !== order.get(node)) continue;
      const component = open.splice(open.lastIndexOf(node));
      for (const member of component) isOpen.delete(member);
      if (component.length > 1 || list.includes(node)) for (const member of component) found.add(member);
    }
  }
  return found;
}
