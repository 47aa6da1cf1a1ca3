/**
 * Draws programs. Each place in a program has a stream of its own (base/random-streams.ts), so case i does not depend on case i-1 and a new
 * form shifts little.
 *
 * Programs end: loops count to at most 4 and nest at most 3 deep, functions call only functions before them and run their bodies a few times
 * only, the fewer the longer they are; recursion counts down. They are valid: what is drawn for a place is of a kind that its form accepts, so no program should end in an exception.
 */
import { type Stream, stream, type Ticketed } from '../../base/random-streams.ts';
import type { Arg, Block, Kind, Program, Tier } from './block.ts';
import { type CaseId, generatorVersion } from './case-id.ts';
import { classStyles } from './class-styles.ts';
import type { Form, Wanted } from './form.ts';
import { forms } from './forms.ts';
import { hazards } from './hazards.ts';

const DEPTH_MOST = 3;
/** Share of references that are temporaries: a variable is itself a reference, and hides what goes wrong with counts. */
const INLINE_SHARE = 0.3;
const INLINE_DEPTH_MOST = 2;
/** Blocks that all calls of one function may run together; a long one still runs twice. */
const FUNCTION_BLOCKS_MOST = 300;
const CALLS_LEAST = 2;
const CALLS_MOST = 25;
/** Chance that a group of forms is switched off in a program. */
const OFF_SHARE = 0.4;

interface Variable {
  readonly name: string;
  readonly kind: Kind;
  /** Depth of the body that bound it; only that body may drop it. Below 0: it is never dropped. */
  readonly depth: number;
}

interface Scope {
  variables: Variable[];
  readonly depth: number;
}

/** What must not be switched off, or programs would show nothing and drop nothing. */
const KEPT_GROUPS: readonly Form['group'][] = ['make', 'text', 'show', 'drop'];

/** A constructor for each kind that a place may ask for, smallest first. */
const CONSTRUCTORS: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  Int: ['int', 'big-int'],
  Str: ['str', 'str-join', 'str-slice', 'str-of-int'],
  List: ['list-one', 'list', 'list-comprehension', 'list-repeat', 'list-star', 'take'],
  Tuple: ['tuple-one', 'tuple'],
  Dict: ['dict', 'dict-keyed', 'dict-comprehension', 'default-dict', 'ordered-dict'],
  Set: ['set', 'set-of'],
  Deque: ['deque'],
  Inst: ['instance'],
  Func: ['lambda', 'partial'],
  Method: ['method'],
  Gen: ['generator-expression', 'generator-over'],
  Iter: ['iterator', 'enumerate', 'zip', 'map', 'chain', 'accumulate', 'starmap', 'zip-longest', 'pairwise', 'group-by'],
  WRef: ['weak-reference'],
  Cls: ['new-class'],
  Exc: ['error'],
};

const ANY_KINDS: readonly Kind[] = ['Int', 'Str', 'List', 'Tuple', 'Dict', 'Deque', 'Inst', 'Func', 'Method', 'Exc', 'Iter'];
/** What has an order that no address decides: no sets. */
const ITERABLE_KINDS: readonly Kind[] = ['List', 'Tuple', 'Dict', 'Deque', 'Str', 'Iter', 'Gen'];

/** The program of a case. */
export function generateProgram(id: CaseId): Program {
  return new Generator(stream(['fuzz', generatorVersion, id.profile, id.seed, id.index, 'program']), id).program();
}

class Generator {
  private readonly root: Stream;
  private readonly tier: Tier;
  private readonly weights = new Map<string, number>();
  /** Forms of this program as a lottery has them, without and with those that hold bodies. */
  private plainChoices: readonly Ticketed[] = [];
  private allChoices: readonly Ticketed[] = [];
  private readonly classes: Variable[] = [];
  private readonly functions: string[] = [];
  private readonly used: string[] = [];
  private nextId = 0;
  private nextName = 0;
  private budget: number;

  constructor(root: Stream, id: CaseId) {
    this.root = root;
    const draw = root.at('shape');
    const tiers = [
      { key: 'A' as const, tickets: 4 },
      { key: 'B' as const, tickets: 3 },
      { key: 'C' as const, tickets: 3 },
    ];
    this.tier = id.profile === 'mixed' ? draw.lottery(tiers).key : id.profile;
    const size = draw.real();
    if (size < 0.6) this.budget = draw.int(5, 25);
    else if (size < 0.9) this.budget = draw.int(26, 120);
    else if (size < 0.99) this.budget = draw.int(121, 500);
    else this.budget = draw.int(1000, 2000);
    this.drawWeights();
  }

  program(): Program {
    const draw = this.root.at('parts');
    const blocks: Block[] = [];
    const styles = classStyles.filter(({ tiers }) => tiers.includes(this.tier));
    const classCount = draw.int(1, 3);
    for (let index = 0; index < classCount; index++) {
      const name = `C${index}`;
      const style = this.root.at('class', index).lottery(styles);
      blocks.push(this.block('class', 'None', [], [style.text(name)], null));
      this.classes.push({ name, kind: 'Cls', depth: -1 });
    }
    const functionCount = draw.int(0, 2);
    for (let index = 0; index < functionCount; index++) {
      const name = `f${index}`;
      const share = Math.ceil(this.budget / (functionCount + 2));
      blocks.push(this.functionBlock(name, share));
      this.functions.push(name);
    }
    const body = this.body({ variables: [...this.classes], depth: 0 }, this.budget, this.root.at('main'));
    const macros = this.hazardSteps();
    blocks.push(this.block('main', 'None', [], [], null, [this.interleave(body, macros)]));
    return { tier: this.tier, hazards: this.used, blocks };
  }

  private drawWeights(): void {
    const groups = [...new Set(Object.values(forms).map(({ group }) => group))];
    for (const group of groups) {
      const draw = this.root.at('swarm', group);
      const off = draw.chance(OFF_SHARE) && !KEPT_GROUPS.includes(group);
      this.weights.set(group, off ? 0 : draw.int(1, 30));
    }
    // What is attempted may call any reference: it would tell whether a weak one is dead.
    const weak = this.tier === 'C' || !this.attempts;
    const drawn = Object.entries(forms).filter(
      ([, { group, gives }]) => this.weights.get(group)! > 0 && (weak || gives !== 'WRef'),
    );
    const choice = ([key, { group }]: (typeof drawn)[number]): Ticketed => ({ key, tickets: this.weights.get(group)! });
    this.allChoices = drawn.map(choice);
    this.plainChoices = drawn.filter(([, { bodies }]) => bodies === undefined).map(choice);
  }

  private functionBlock(name: string, share: number): Block {
    const parameters: Variable[] = ['a', 'b'].map((each) => ({ name: each, kind: 'Any' as const, depth: -1 }));
    const scope: Scope = { variables: [...this.classes, ...parameters], depth: 0 };
    const draw = this.root.at('function', name);
    const body = this.body(scope, share, draw);
    const result = this.arg('any', scope, draw.at('result'), 0);
    const calls = Math.max(CALLS_LEAST, Math.min(CALLS_MOST, Math.floor(FUNCTION_BLOCKS_MOST / blocksRun(body))));
    return this.block('function', 'Func', [result], [name, String(calls)], null, [body]);
  }

  /** About `count` blocks; `scope` ends with what the body has bound. */
  private body(scope: Scope, count: number, draw: Stream): Block[] {
    const blocks: Block[] = [];
    for (let place = 0; place < count && this.budget > 0; place++) {
      this.budget--;
      blocks.push(this.statement(scope, draw.at(place)));
    }
    return blocks;
  }

  private statement(scope: Scope, draw: Stream): Block {
    const mine = scope.variables.filter(({ depth }) => depth === scope.depth);
    if (mine.length > 2 && draw.at('drop').chance(0.12)) return this.dropOne(scope, mine, draw.at('drop', 'which'));
    if (this.functions.length > 0 && draw.at('call').chance(0.06)) {
      const name = draw.at('function').pick(this.functions);
      const args = [this.arg('any', scope, draw.at('a'), 0), this.arg('any', scope, draw.at('b'), 0)];
      return this.bind(scope, 'call-function', 'Any', args, [name]);
    }
    const mayNest = scope.depth < DEPTH_MOST && this.budget > 2;
    const { key } = draw.lottery(mayNest ? this.allChoices : this.plainChoices);
    const form = forms[key];
    const args = form.takes.map((wanted, index) => this.arg(wanted, scope, draw.at('argument', index), 0));
    const params = this.params(form, draw.at('numbers'));
    if (form.bodies === undefined) {
      if (form.gives === null) return this.block(key, 'None', args, params, null);
      return this.bind(scope, key, form.gives, args, params);
    }
    const out = form.gives === null ? null : this.name();
    const bodies: Block[][] = [];
    for (let index = 0; index < form.bodies; index++) {
      const inner: Scope = { variables: [...scope.variables], depth: scope.depth + 1 };
      if (out !== null) inner.variables.push({ name: out, kind: form.gives!, depth: -1 });
      bodies.push(
        this.body(inner, draw.at('length', index).int(1, Math.max(1, Math.min(6, this.budget))), draw.at('body', index)),
      );
    }
    return this.block(key, form.gives ?? 'None', args, params, out, bodies);
  }

  private dropOne(scope: Scope, mine: readonly Variable[], draw: Stream): Block {
    const variable = draw.pick(mine);
    scope.variables = scope.variables.filter((each) => each !== variable);
    return this.block(draw.chance(0.7) ? 'drop' : 'delete', 'None', [], [variable.name], null);
  }

  private bind(scope: Scope, op: string, kind: Kind, args: readonly Arg[], params: readonly string[]): Block {
    const name = this.name();
    scope.variables = [...scope.variables, { name, kind, depth: scope.depth }];
    return this.block(op, kind, args, params, name);
  }

  /** Does the program attempt what may fail? Then it shows more than its tier's other operations do. */
  private get attempts(): boolean {
    return this.weights.get('attempt') !== 0;
  }

  private arg(asked: Wanted, scope: Scope, draw: Stream, depth: number): Arg {
    // What is attempted may walk over a set: instances lie there by their addresses.
    const wanted = asked === 'member' && this.tier !== 'C' && !this.attempts ? 'key' : asked;
    const fitting = scope.variables.filter(({ kind }) => fits(kind, wanted));
    const inline = depth < INLINE_DEPTH_MOST && draw.chance(INLINE_SHARE);
    if (fitting.length > 0 && !inline) return { from: 'variable', name: this.recent(fitting, draw).name };
    if (wanted === 'any' && (depth >= INLINE_DEPTH_MOST || draw.chance(0.15))) {
      return { from: 'constant', text: draw.pick(['None', '0', '"c"', '()']) };
    }
    // Classes of the program are always at hand: a fresh one is the exception.
    if (wanted === 'Cls') return { from: 'variable', name: draw.pick(this.classes).name };
    const kind =
      wanted === 'any'
        ? draw.pick(ANY_KINDS)
        : wanted === 'key'
          ? draw.pick(['Int', 'Str', 'Inst'] as const)
          : wanted === 'member'
            ? draw.pick(['Int', 'Str'] as const)
            : wanted === 'iterable'
              ? depth >= INLINE_DEPTH_MOST
                ? 'List'
                : draw.pick(ITERABLE_KINDS)
              : wanted;
    if (kind === 'None' || kind === 'Any') return { from: 'constant', text: 'None' };
    const op = draw.pick(CONSTRUCTORS[kind]!);
    const form = forms[op];
    const args = form.takes.map((each, index) => this.arg(each, scope, draw.at(index), depth + 1));
    return { from: 'block', block: this.block(op, kind, args, this.params(form, draw.at('numbers')), null) };
  }

  /** One of the variables; the last few are the likelier half. */
  private recent(variables: readonly Variable[], draw: Stream): Variable {
    return draw.chance(0.5) ? draw.pick(variables.slice(-3)) : draw.pick(variables);
  }

  private params(form: Form, draw: Stream): string[] {
    return (form.numbers ?? []).map(([lowest, highest]) => String(draw.int(lowest, highest)));
  }

  private name(): string {
    return `v${this.nextName++}`;
  }

  private block(
    op: string,
    kind: Kind,
    args: readonly Arg[],
    params: readonly string[],
    out: string | null,
    bodies: readonly (readonly Block[])[] = [],
  ): Block {
    return { id: this.nextId++, op, kind, args, params, out, bodies };
  }

  /** The steps of 0 to 4 macros. Their references are temporaries: they may stand anywhere in the main body. */
  private hazardSteps(): Block[][] {
    const draw = this.root.at('hazards');
    const fitting = hazards.filter(({ tiers }) => tiers.includes(this.tier));
    const count = draw.int(0, 4);
    const macros: Block[][] = [];
    for (let index = 0; index < count; index++) {
      const macro = draw.at('macro', index).pick(fitting);
      this.used.push(macro.name);
      macros.push(macro.steps.map((step, place) => this.step(step, `h${index}`, draw.at('step', index, place))));
    }
    return macros;
  }

  private step(step: string, prefix: string, draw: Stream): Block {
    const scope: Scope = { variables: [], depth: 0 };
    const args = ['a', 'b'].map((name) =>
      step.includes(`@${name}`) ? this.arg('any', scope, draw.at(name), 1) : ({ from: 'constant', text: 'None' } as const),
    );
    return this.block('step', 'None', args, [step.replaceAll('$', `${prefix}_`)], null);
  }

  /** The main body with the steps of each macro, in their order, at drawn places. */
  private interleave(body: readonly Block[], macros: readonly (readonly Block[])[]): Block[] {
    const merged = [...body];
    for (const [index, steps] of macros.entries()) {
      const draw = this.root.at('interleave', index);
      let place = draw.int(0, merged.length);
      for (const step of steps) {
        merged.splice(place, 0, step);
        place = Math.min(merged.length, place + 1 + draw.geometric(1));
      }
    }
    return merged;
  }
}

function fits(kind: Kind, wanted: Wanted): boolean {
  if (wanted === 'any') return kind !== 'None';
  if (wanted === 'key') return kind === 'Int' || kind === 'Str' || kind === 'Inst';
  if (wanted === 'member') return kind === 'Int' || kind === 'Str';
  if (wanted === 'iterable') return ITERABLE_KINDS.includes(kind);
  if (wanted === 'Iter') return kind === 'Iter' || kind === 'Gen';
  return kind === wanted;
}

/** Blocks that one run of a body runs at most, inline ones not counted. */
function blocksRun(body: readonly Block[]): number {
  let count = 0;
  for (const { op, params, bodies } of body) {
    const rounds = op === 'for' ? Number(params[0]) : op === 'for-each' || op === 'for-iterator' ? 4 : 1;
    count += 1 + rounds * bodies.reduce((sum, inner) => sum + blocksRun(inner), 0);
  }
  return Math.max(1, count);
}
