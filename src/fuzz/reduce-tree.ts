/**
 * Reduces a generated program on its block tree: blocks go, in halves, quarters, … single ones, on each body from the outside in; a block
 * with bodies is replaced by what is in them; temporaries become constants. A block that used what is gone is repaired: it gets the
 * nearest variable of the same kind that is left, or a constant.
 */
import type { Arg, Block, Kind, Program } from '../workloads/programs/block.ts';
import { emitProgram } from '../workloads/programs/emit.ts';
import type { Predicate } from './reduce-python.ts';

/** The smallest program found whose text still shows the failure. */
export async function reduceTree(
  program: Program,
  keeps: Predicate,
  runs: number,
): Promise<{ readonly program: Program; readonly runs: number }> {
  const reducer = new TreeReducer(program, keeps, runs);
  await reducer.reduce();
  return { program: reducer.program, runs: reducer.runs };
}

/** Where a body is: the way from the list of blocks down, block by block and body by body. */
type Way = readonly (readonly [block: number, body: number])[];

class TreeReducer {
  program: Program;
  runs = 0;
  private readonly keeps: Predicate;
  private readonly most: number;
  /** Texts that were run: a repair may give the same one again, and the last round meets those that were refused before. */
  private readonly tried = new Set<string>();
  /** Kinds of all variables that the program began with. */
  private readonly kinds: ReadonlyMap<string, Kind>;

  constructor(program: Program, keeps: Predicate, most: number) {
    this.program = program;
    this.keeps = keeps;
    this.most = most;
    this.tried.add(emitProgram(program));
    this.kinds = kindsIn(program.blocks);
  }

  async reduce(): Promise<void> {
    for (let before: Program | null = null; before !== this.program && this.runs < this.most; ) {
      before = this.program;
      await this.thinAll();
      await this.hoistAll();
      await this.simplifyAll();
    }
  }

  private async take(blocks: readonly Block[]): Promise<boolean> {
    if (this.runs >= this.most) return false;
    const program = { ...this.program, blocks: repaired(blocks, this.kinds) };
    const text = emitProgram(program);
    if (this.tried.has(text)) return false;
    this.tried.add(text);
    this.runs++;
    if (!(await this.keeps(text))) return false;
    this.program = program;
    return true;
  }

  private async thinAll(): Promise<void> {
    for (let index = 0; ; index++) {
      const ways = waysIn(this.program.blocks);
      if (index >= ways.length) return;
      const way = ways[index];
      for (let size = bodyAt(this.program.blocks, way).length; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
        for (let at = 0; at < bodyAt(this.program.blocks, way).length; ) {
          const body = bodyAt(this.program.blocks, way);
          const less = [...body.slice(0, at), ...body.slice(at + size)];
          if (!(await this.take(withBody(this.program.blocks, way, less)))) at += size;
        }
      }
    }
  }

  private async hoistAll(): Promise<void> {
    for (const way of waysIn(this.program.blocks)) {
      for (let at = 0; way.length > 0; at++) {
        const body = bodyAt(this.program.blocks, way);
        if (at >= body.length) break;
        const { bodies } = body[at];
        if (bodies.length === 0) continue;
        if (
          !(await this.take(
            withBody(this.program.blocks, way, [...body.slice(0, at), ...bodies.flat(), ...body.slice(at + 1)]),
          ))
        )
          continue;
        await this.hoistAll();
        return;
      }
    }
  }

  private async simplifyAll(): Promise<void> {
    const ids: number[] = [];
    mapBlocks(this.program.blocks, (block) => {
      if (block.args.some(({ from }) => from === 'block')) ids.push(block.id);
      return block;
    });
    for (const id of ids) {
      for (const text of ['None', '[]']) {
        const simpler = mapBlocks(this.program.blocks, (block) =>
          block.id === id
            ? { ...block, args: block.args.map((arg): Arg => (arg.from === 'block' ? { from: 'constant', text } : arg)) }
            : block,
        );
        if (await this.take(simpler)) break;
      }
    }
  }
}

/** Ways to every body, outer ones first; the empty way is the list of blocks itself. */
function waysIn(blocks: readonly Block[]): Way[] {
  const ways: Way[] = [[]];
  for (let next = 0; next < ways.length; next++) {
    for (const [at, block] of bodyAt(blocks, ways[next]).entries()) {
      for (const body of block.bodies.keys()) ways.push([...ways[next], [at, body]]);
    }
  }
  return ways;
}

/** The body at the end of a way; empty when an earlier step has removed it. */
function bodyAt(blocks: readonly Block[], way: Way): readonly Block[] {
  let body = blocks;
  for (const [block, index] of way) body = body[block]?.bodies[index] ?? [];
  return body;
}

function withBody(blocks: readonly Block[], way: Way, body: readonly Block[]): readonly Block[] {
  const [first, ...rest] = way;
  if (first === undefined) return body;
  const [at, index] = first;
  return blocks.map((block, place) =>
    place !== at
      ? block
      : { ...block, bodies: block.bodies.map((inner, which) => (which === index ? withBody(inner, rest, body) : inner)) },
  );
}

function mapBlocks(blocks: readonly Block[], change: (block: Block) => Block): Block[] {
  return blocks.map((block) => {
    const changed = change(block);
    return {
      ...changed,
      args: changed.args.map(
        (arg): Arg => (arg.from === 'block' ? { from: 'block', block: mapBlocks([arg.block], change)[0] } : arg),
      ),
      bodies: changed.bodies.map((body) => mapBlocks(body, change)),
    };
  });
}

interface Known {
  readonly name: string;
  readonly kind: Kind;
}

/** Variables that blocks bind, with their kinds. */
function kindsIn(blocks: readonly Block[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>();
  const collect = (list: readonly Block[]): void => {
    for (const block of list) {
      if (block.out !== null) kinds.set(block.out, block.kind);
      for (const body of block.bodies) collect(body);
    }
  };
  collect(blocks);
  return kinds;
}

/** What stands for a variable that is gone, when no other of its kind is left; for the rest None does. */
const EMPTY: Partial<Readonly<Record<Kind, string>>> = {
  Int: '1',
  Str: '"c"',
  List: '[]',
  Tuple: '()',
  Dict: '{}',
  Set: 'set()',
};

/** Gives each reference to a variable that nothing binds any more the last one of its kind, or an empty value of it: one of another kind raises, and ends the program. */
function repaired(blocks: readonly Block[], allKinds: ReadonlyMap<string, Kind>): readonly Block[] {
  const kinds = kindsIn(blocks);
  const classes = blocks.flatMap(({ op, params }) => (op === 'class' ? [/^class (\w+)/.exec(params[0])![1]] : []));
  const gone = (name: string): boolean => /^v\d+$/.test(name) && !kinds.has(name);
  const repair = (list: readonly Block[], before: readonly Known[]): Block[] => {
    const known = [...before];
    const fix = (arg: Arg): Arg => {
      if (arg.from === 'block') return { from: 'block', block: { ...arg.block, args: arg.block.args.map(fix) } };
      if (arg.from === 'constant') return arg;
      if (/^C\d+$/.test(arg.name) && !classes.includes(arg.name)) {
        return classes.length > 0 ? { from: 'variable', name: classes[0] } : { from: 'constant', text: 'Node' };
      }
      if (!gone(arg.name)) return arg;
      const kind = allKinds.get(arg.name);
      const near = known.findLast((each) => each.kind === kind);
      if (near !== undefined) return { from: 'variable', name: near.name };
      return { from: 'constant', text: (kind === undefined ? undefined : EMPTY[kind]) ?? 'None' };
    };
    return list
      .filter(({ op, params }) => !((op === 'drop' || op === 'delete') && gone(params[0])))
      .map((block) => {
        const args = block.args.map(fix);
        const inner = block.out === null ? known : [...known, { name: block.out, kind: block.kind }];
        const bodies = block.bodies.map((body) => repair(body, inner));
        if (block.out !== null) known.push({ name: block.out, kind: block.kind });
        return { ...block, args, bodies };
      });
  };
  return repair(blocks, []);
}
