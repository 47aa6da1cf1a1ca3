/** Writes the Python program of a random mutator. */
import type { Stream } from '../../base/random-streams.ts';
import { drawTables, mutatorStream, mutatorVersion } from './mutator-draws.ts';
import { type MutatorParams, mutatorParams, nodeLimit } from './mutator-params.ts';

/** A way to represent a node, or a payload: Python text, and how often programs choose it. */
interface Form {
  readonly key: string;
  readonly tickets: number;
  /** Definitions at the top of the program. */
  readonly definition?: string;
  /** An expression of `payload` and `children`, or of `size`. */
  readonly maker: string;
  /** The statement that answers the children of a `node` of this form, under its condition. */
  readonly children?: string;
}

const nodeForms: readonly Form[] = [
  {
    key: 'record',
    tickets: 4,
    definition: `class Record:
    def __init__(self, payload, children):
        self.payload = payload
        self.children = children`,
    maker: 'Record(payload, children)',
    children: `if kind is Record:
        return node.children`,
  },
  {
    key: 'slotted',
    tickets: 4,
    definition: `class Slotted:
    __slots__ = ("payload", "children")

    def __init__(self, payload, children):
        self.payload = payload
        self.children = children`,
    maker: 'Slotted(payload, children)',
    children: `if kind is Slotted:
        return node.children`,
  },
  {
    key: 'list',
    tickets: 3,
    maker: '[payload, children]',
    children: `if kind is list:
        return node[1]`,
  },
  {
    key: 'tuple',
    tickets: 3,
    maker: '(payload, children)',
    children: `if kind is tuple:
        return node[1]`,
  },
  {
    key: 'dict',
    tickets: 2,
    maker: '{"payload": payload, "children": children}',
    children: `if kind is dict:
        return node["children"]`,
  },
  {
    key: 'closure',
    tickets: 1,
    definition: `def make_closure(payload, children):
    def parts():
        return payload, children

    return parts


FUNCTION = type(make_closure)`,
    maker: 'make_closure(payload, children)',
    children: `if kind is FUNCTION:
        return node()[1]`,
  },
];

const payloadForms: readonly Form[] = [
  { key: 'bytes', tickets: 3, maker: 'bytes(size)' },
  { key: 'text', tickets: 3, maker: '"x" * size' },
  { key: 'references', tickets: 2, maker: '[None] * (size // 8 + 1)' },
  { key: 'floats', tickets: 1, maker: '[float(n) for n in range(size // 32 + 1)]' },
  { key: 'big integer', tickets: 1, maker: '1 << size * 8' },
];

/**
 * A Python program that runs unchanged on CPython, prints the same under every strategy, and is the same text for the same
 * parameters and seed on every machine. What the seed decides beside the draws: which forms nodes and payloads have, and
 * whether a node is made before or after its children. `params` must be within the bounds of `mutatorParams`.
 */
export function emitMutator(params: MutatorParams, seed: string): string {
  const draws = drawTables(params, seed);
  const nodes = chooseForms(nodeForms, 4, 101, mutatorStream(seed, 'node forms'));
  const payloads = chooseForms(payloadForms, 3, 103, mutatorStream(seed, 'payload forms'));
  const settings = mutatorParams.map(({ name }) => `${name} ${params[name]}`).join(', ');
  const tables = Object.entries(draws).map(([name, values]) => table(name.toUpperCase(), values));
  const parts = [
    `"""A random mutator, version ${mutatorVersion}, seed ${JSON.stringify(seed)}.\n\n${wrapped(settings)}\n"""`,
    'from itertools import cycle',
    `OPERATIONS = ${params.operations}\nNODE_LIMIT = ${nodeLimit}`,
    `# Draws made when this program was written; it goes through them round and round.\n${tables.join('\n')}`,
    ...nodes.chosen.flatMap((form) => (form.definition === undefined ? [] : [`\n${form.definition}`])),
    childrenOf(nodes.chosen),
    `\n${makers('MAKE_NODE', 'payload, children', nodes.chosen)}`,
    makers('MAKE_PAYLOAD', 'size', payloads.chosen),
    `${table('NODES', nodes.order)}\n${table('PAYLOADS', payloads.order)}`,
    mutatorClass(mutatorStream(seed, 'order').chance(0.5)),
    mainFunction,
  ];
  return `${parts.join('\n\n')}\n`;
}

interface ChosenForms {
  readonly chosen: readonly Form[];
  /** Indices into `chosen`; a form keeps the weight it has in the list. */
  readonly order: readonly number[];
}

/** Different forms, and a table of draws among them. The lengths of two tables differ, or one would follow the other. */
function chooseForms(forms: readonly Form[], count: number, length: number, draws: Stream): ChosenForms {
  const chosen: Form[] = [];
  for (let taken = 0; taken < count; taken++) {
    chosen.push(draws.lottery(forms.filter((form) => !chosen.includes(form))));
  }
  const order = Array.from({ length }, () => chosen.indexOf(draws.lottery(chosen)));
  return { chosen, order };
}

function childrenOf(forms: readonly Form[]): string {
  // The last form needs no test: a node has one of them.
  const branches = forms.map((form) => `    ${form.children}`);
  return `\ndef children_of(node):\n    """What is below a node: a list, or () for a leaf."""\n    kind = type(node)\n${branches.join('\n')}`;
}

function makers(name: string, parameters: string, forms: readonly Form[]): string {
  return `${name} = (\n${forms.map((form) => `    lambda ${parameters}: ${form.maker},`).join('\n')}\n)`;
}

function mutatorClass(parentFirst: boolean): string {
  const inner = parentFirst
    ? `        node = MAKE_NODE[next(self.nodes)](payload, children)
        self.add_children(children, depth)
        return node`
    : `        self.add_children(children, depth)
        return MAKE_NODE[next(self.nodes)](payload, children)`;
  return `
class Mutator:
    def __init__(self):
        self.lifetimes = cycle(LIFETIMES)
        self.sizes = cycle(SIZES)
        self.fanouts = cycle(FANOUTS)
        self.depths = cycle(DEPTHS)
        self.cyclic = cycle(CYCLIC)
        self.stores = cycle(STORES)
        self.picks = cycle(PICKS)
        self.nodes = cycle(NODES)
        self.payloads = cycle(PAYLOADS)
        self.live = []
        self.free_places = []
        self.due = {}
        self.nodes_left = 0
        self.made = 0
        self.stored = 0

    def leaf(self):
        self.made += 1
        payload = MAKE_PAYLOAD[next(self.payloads)](next(self.sizes))
        return MAKE_NODE[next(self.nodes)](payload, ())

    def build(self, depth):
        """A node over new children down to the depth, while the limit of nodes allows."""
        self.nodes_left -= 1
        if depth == 0:
            return self.leaf()
        self.made += 1
        payload = MAKE_PAYLOAD[next(self.payloads)](next(self.sizes))
        children = []
${inner}

    def add_children(self, children, depth):
        children.append(self.build(depth - 1))
        for _ in range(next(self.fanouts) - 1):
            if self.nodes_left <= 0:
                break
            children.append(self.build(depth - 1))

    def close_cycle(self, root):
        """Let the deepest inner node on the first path point at the root."""
        children = children_of(root)
        below = children_of(children[0])
        while below:
            children = below
            below = children_of(children[0])
        children.append(root)

    def one_of(self, items):
        return items[next(self.picks) % len(items)]

    def live_cluster(self):
        place = next(self.picks) % len(self.live)
        while self.live[place] is None:
            place = (place + 1) % len(self.live)
        return self.live[place]

    def some_leaf(self):
        """A leaf of a live cluster, to be shared, or a new one."""
        if next(self.picks) % 4 == 0:
            node = self.one_of(children_of(self.live_cluster()))
            if not children_of(node):
                return node
        return self.leaf()

    def store(self):
        """Walk down a live cluster and put a leaf where something else was."""
        self.stored += 1
        children = children_of(self.live_cluster())
        for _ in range(next(self.depths) - 1):
            below = children_of(self.one_of(children))
            if not below:
                break
            children = below
        place = next(self.picks) % len(children)
        children[place] = self.some_leaf()

    def operation(self, now):
        for place in self.due.pop(now, ()):
            self.live[place] = None
            self.free_places.append(place)
        self.nodes_left = NODE_LIMIT
        root = self.build(next(self.depths))
        if next(self.cyclic):
            self.close_cycle(root)
        if self.free_places:
            place = self.free_places.pop()
            self.live[place] = root
        else:
            place = len(self.live)
            self.live.append(root)
        self.due.setdefault(now + next(self.lifetimes), []).append(place)
        for _ in range(next(self.stores)):
            self.store()


def count_down(node, depth):
    """Nodes seen on all paths of at most that length; back edges are followed as well."""
    total = 1
    if depth > 0:
        for child in children_of(node):
            total += count_down(child, depth - 1)
    return total`;
}

const mainFunction = `
def main():
    mutator = Mutator()
    for now in range(OPERATIONS):
        mutator.operation(now)
    alive = [root for root in mutator.live if root is not None]
    print("clusters made:", OPERATIONS, "alive:", len(alive))
    print("nodes made:", mutator.made)
    print("stores:", mutator.stored)
    print("nodes seen from the live roots:", sum(count_down(root, 3) for root in alive))


main()`;

/** A tuple of numbers in lines of at most 100 characters. */
function table(name: string, values: readonly number[]): string {
  return `${name} = (\n${wrapped(`${values.join(', ')},`, '    ')}\n)`;
}

function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length > 99 && line !== indent) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  lines.push(line.trimEnd());
  return lines.join('\n');
}
