/**
 * Reduces Python text by its syntax tree, for programs whose blocks are not known: what a person brings, and the last polish of a
 * generated one. Every step is an edit of the text at the place of a node, kept when the program still shows the failure:
 *  0. definitions that nothing mentions go, all at once;
 *  1. a name goes, with what binds it and every statement that mentions it, or with None in place of its uses; the longest first;
 *  2. statements go, in halves, quarters, … single ones (Zeller and Hildebrandt's ddmin, on each body from the outside in);
 *  3. a compound statement is replaced by its body, a function that is only called by its body;
 *  4. a variable that is used once is replaced by its value;
 *  5. when nothing of this helps any more: an expression is replaced by None or by one of its parts; elements of displays and calls go;
 *  6. at last other constants are tried, and names become short.
 * What takes lines away comes before what only makes them shorter: runs are few. The same text, budget and answers give the same steps.
 */
import type { Located, Stmt } from '../interp/syntax/ast.ts';
import { parseModule } from '../interp/syntax/parse.ts';

/** Does the text still show the failure? */
export type Predicate = (source: string) => boolean | Promise<boolean>;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const STATEMENTS: ReadonlySet<string> = new Set([
  'FunctionDef',
  'ClassDef',
  'Return',
  'Delete',
  'Assign',
  'TypeAlias',
  'AugAssign',
  'AnnAssign',
  'For',
  'While',
  'If',
  'With',
  'Match',
  'Raise',
  'Try',
  'Assert',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
  'Expr',
  'Pass',
  'Break',
  'Continue',
]);
/** What stands for any expression, and what is tried when nothing else is left to do. */
const PLAINEST = ['None'];
const CONSTANTS = ['0', '[]', '()'];
const LISTS: ReadonlySet<string> = new Set(['List', 'Set', 'Call']);
/** Nodes that no constant can stand for. */
const NOT_REPLACED: ReadonlySet<string> = new Set(['Starred', 'Slice', 'JoinedStr', 'FormattedValue']);

/** The smallest text found; `keeps` is asked at most `runs` times, and must hold of `source`. */
export async function reducePython(
  source: string,
  keeps: Predicate,
  runs: number,
): Promise<{ readonly source: string; readonly runs: number }> {
  const reducer = new Reducer(source, keeps, runs);
  await reducer.reduce();
  return { source: reducer.text(), runs: reducer.runs };
}

class Reducer {
  runs = 0;
  /** One character a byte, as columns count. */
  private bytes: string;
  private readonly keeps: Predicate;
  private readonly most: number;
  private readonly refused = new Set<string>();
  private lineStarts: number[] = [];

  constructor(source: string, keeps: Predicate, most: number) {
    this.bytes = Buffer.from(source, 'utf8').toString('latin1');
    this.keeps = keeps;
    this.most = most;
  }

  text(bytes = this.bytes): string {
    return Buffer.from(bytes, 'latin1').toString('utf8');
  }

  async reduce(): Promise<void> {
    const lines = async (): Promise<void> => {
      await this.dropUnmentioned();
      await this.dropNames();
      await this.deleteStatements();
      await this.unwrap();
      await this.inlineVariables();
    };
    await this.untilNothingChanges(async () => {
      await this.untilNothingChanges(lines);
      await this.shrinkExpressions(PLAINEST);
    });
    await this.shrinkExpressions(CONSTANTS);
    await this.tidy();
  }

  private async untilNothingChanges(pass: () => Promise<void>): Promise<void> {
    for (let before = ''; before !== this.bytes && this.runs < this.most; ) {
      before = this.bytes;
      await pass();
    }
  }

  private parse(): Stmt[] {
    const { tree } = parseModule(this.text(), 'program.py');
    this.lineStarts = [0];
    for (let at = this.bytes.indexOf('\n'); at >= 0; at = this.bytes.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
    return tree.body;
  }

  /** Applies edits, which do not overlap; true and kept when the failure is still there. */
  private async attempt(edits: readonly Edit[]): Promise<boolean> {
    let bytes = this.bytes;
    for (const { from, to, text } of [...edits].sort((a, b) => b.from - a.from))
      bytes = bytes.slice(0, from) + text + bytes.slice(to);
    return await this.take(bytes);
  }

  private async take(bytes: string): Promise<boolean> {
    if (bytes === this.bytes || this.runs >= this.most || this.refused.has(bytes)) return false;
    const source = this.text(bytes);
    try {
      parseModule(source, 'program.py');
    } catch {
      return false;
    }
    this.runs++;
    if (!(await this.keeps(source))) {
      this.refused.add(bytes);
      return false;
    }
    this.bytes = bytes;
    return true;
  }

  // --- names

  /** Takes out every function, method and class that no statement which may run mentions, in one step: a generated program has a dozen of them. */
  private async dropUnmentioned(): Promise<void> {
    const module = this.parse();
    const mentioned = namesMentioned(module);
    const edits: Edit[] = [];
    const visit = (body: readonly Stmt[], mayBeEmpty: boolean): void => {
      const gone = body.filter((node) => isDefinition(node) && !isCalledUnasked(node.name) && !mentioned.has(node.name));
      for (const node of body) {
        if (!gone.includes(node)) for (const inner of bodiesWithin(node)) visit(inner, false);
        else {
          const holds = gone.length === body.length && node === body[0] && !mayBeEmpty;
          edits.push({ ...this.linesOf(node), text: holds ? `${' '.repeat(node.col)}pass\n` : '' });
        }
      }
    };
    visit(module, true);
    if (edits.length > 0) await this.attempt(edits);
  }

  /** Takes out one bound name after another, those that most lines bind first. */
  private async dropNames(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const module = this.parse();
      const next = namesBound(module).find((name) => !tried.has(name));
      if (next === undefined || this.runs >= this.most) return;
      tried.add(next);
      if (await this.without(module, (node) => binds(node, next) || mentions(node, next), next)) continue;
      await this.without(module, (node) => binds(node, next), next);
    }
  }

  /** The program without the simple statements and definitions that `goes` names, and with None for what is left of uses of the name. */
  private async without(module: readonly Stmt[], goes: (node: Stmt) => boolean, name: string): Promise<boolean> {
    const edits: Edit[] = [];
    const visitBody = (body: readonly Stmt[], mayBeEmpty: boolean): void => {
      const left = body.filter((node) => !removable(node) || !goes(node));
      for (const [at, node] of body.entries()) {
        if (left.includes(node)) {
          for (const use of usesOutsideBodies(node, name)) {
            const { from, to } = this.spanOf(use);
            const onlyBase =
              node.kind === 'ClassDef' && node.bases.length === 1 && node.keywords.length === 0 && node.bases[0] === use;
            edits.push(onlyBase ? { from: from - 1, to: to + 1, text: '' } : { from, to, text: 'None' });
          }
          for (const inner of bodiesWithin(node)) visitBody(inner, false);
        } else {
          const text = left.length === 0 && at === 0 && !mayBeEmpty ? `${' '.repeat(node.col)}pass\n` : '';
          edits.push({ ...this.linesOf(node), text });
        }
      }
    };
    visitBody(module, true);
    return await this.attempt(edits);
  }

  /** `x = value` and one use of x become the value in its place. */
  private async inlineVariables(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const module = this.parse();
      const bodies = bodiesOf(module);
      const found = bodies
        .flat()
        .find(
          (node) =>
            node.kind === 'Assign' &&
            node.targets.length === 1 &&
            node.targets[0]!.kind === 'Name' &&
            !tried.has(node.targets[0]!.id),
        );
      if (found?.kind !== 'Assign' || this.runs >= this.most) return;
      const target = found.targets[0]!;
      if (target.kind !== 'Name') return;
      tried.add(target.id);
      const uses = usesOf(module, target.id);
      const body = bodies.find((each) => each.includes(found))!;
      if (uses.length !== 2 || uses[0] !== target || body.length === 1) continue;
      await this.attempt([
        { ...this.linesOf(found), text: '' },
        { ...this.spanOf(uses[1]!), text: this.slice(found.value) },
      ]);
    }
  }

  // --- statements

  private async deleteStatements(): Promise<void> {
    for (let index = 0; ; index++) {
      const bodies = bodiesOf(this.parse());
      if (index >= bodies.length || this.runs >= this.most) return;
      await this.thin(index, bodies[index].length);
    }
  }

  /** Removes runs of statements of the body with this number, ever shorter ones. */
  private async thin(number: number, length: number): Promise<void> {
    for (let size = length; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; ; ) {
        const body = bodiesOf(this.parse())[number];
        if (body === undefined || at >= body.length) break;
        const last = Math.min(at + size, body.length) - 1;
        const span = { from: this.linesOf(body[at]).from, to: this.linesOf(body[last]).to };
        // A body must not be empty, but for the module's own.
        const whole = number > 0 && last - at + 1 === body.length;
        const text = whole ? `${' '.repeat(body[at].col)}pass\n` : '';
        if (whole && body.length === 1 && body[0].kind === 'Pass') break;
        if (!(await this.attempt([{ ...span, text }]))) at += size;
        else if (whole) break;
      }
    }
  }

  private linesOf(node: Stmt): Span {
    const decorators = 'decorators' in node ? node.decorators : [];
    const first = Math.min(node.line, ...decorators.map(({ line }) => line));
    return { from: this.lineStarts[first - 1], to: this.lineStarts[node.endLine] ?? this.bytes.length };
  }

  private async unwrap(): Promise<void> {
    for (let index = 0; ; index++) {
      const compound = bodiesOf(this.parse())
        .flat()
        .filter((node) => 'body' in node);
      if (index >= compound.length || this.runs >= this.most) return;
      const node = compound[index];
      const bodies = bodiesWithin(node);
      const done = node.kind === 'FunctionDef' ? await this.inlineFunction(node, bodies[0]) : await this.unwrapTo(node, bodies);
      if (done) index = -1;
    }
  }

  /** Replaces a compound statement by the first of its bodies that will do. */
  private async unwrapTo(node: Stmt, bodies: readonly (readonly Stmt[])[]): Promise<boolean> {
    for (const body of bodies) if (await this.replaceBy(node, body, [])) return true;
    return false;
  }

  private async replaceBy(node: Stmt, body: readonly Stmt[], more: readonly Edit[]): Promise<boolean> {
    const lines = this.linesOf(node);
    const span = { from: this.linesOf(body[0]).from, to: this.linesOf(body.at(-1)!).to };
    const indent = body[0].col - node.col;
    if (indent <= 0) return false;
    const text = this.bytes.slice(span.from, span.to).replace(new RegExp(`^ {${indent}}`, 'gm'), '');
    return await this.attempt([{ ...lines, text }, ...more]);
  }

  /** `def f(): body` and one statement `f()` become the body. */
  private async inlineFunction(node: Stmt & { readonly kind: 'FunctionDef' }, body: readonly Stmt[]): Promise<boolean> {
    const call = new RegExp(`^ *${node.name}\\(.*\\)\\n`, 'm').exec(this.bytes.slice(this.linesOf(node).to));
    if (call === null) return await this.replaceBy(node, body, []);
    const from = this.linesOf(node).to + call.index;
    return await this.replaceBy(node, body, [{ from, to: from + call[0].length, text: '' }]);
  }

  // --- expressions

  private async shrinkExpressions(constants: readonly string[]): Promise<void> {
    for (let index = 0; ; index++) {
      const nodes = expressionsOf(this.parse());
      if (index >= nodes.length || this.runs >= this.most) return;
      if (await this.shrinkOne(nodes[index], constants)) index--;
    }
  }

  private async shrinkOne(node: ExpressionNode, constants: readonly string[]): Promise<boolean> {
    const span = this.spanOf(node.located);
    const old = this.bytes.slice(span.from, span.to);
    if (old.length <= 1 || old === 'None') return false;
    const parts = node.parts.map((part) => this.slice(part)).filter((text) => text.length < old.length);
    const plain = node.replaceable ? constants.filter((text) => text.length < old.length && text !== old) : [];
    for (const text of new Set([...plain, ...parts])) if (await this.attempt([{ ...span, text }])) return true;
    if (node.parts.length < 2 && !node.list) return false;
    // Elements with the comma before or after them.
    for (const [at, part] of node.parts.entries()) {
      const here = this.spanOf(part);
      const after = /^\s*,\s*/.exec(this.bytes.slice(here.to, span.to));
      const before = /,\s*$/.exec(this.bytes.slice(span.from, here.from));
      if (after !== null && (await this.attempt([{ from: here.from, to: here.to + after[0].length, text: '' }]))) return true;
      if (
        after === null &&
        before !== null &&
        at > 0 &&
        (await this.attempt([{ from: here.from - before[0].length, to: here.to, text: '' }]))
      ) {
        return true;
      }
      const only = node.list && after === null && before === null && (at > 0 || node.parts.length === 1);
      if (only && (await this.attempt([{ ...here, text: '' }]))) return true;
    }
    return false;
  }

  private spanOf(node: Located): Span {
    return { from: this.lineStarts[node.line - 1] + node.col, to: this.lineStarts[node.endLine - 1] + node.endCol };
  }
  private slice(node: Located): string {
    const { from, to } = this.spanOf(node);
    return this.bytes.slice(from, to);
  }

  // --- names and blank lines

  private async tidy(): Promise<void> {
    const bare = `${this.bytes.replace(/^\s*\n/gm, '').replace(/^\s*#.*\n/gm, '')}`;
    await this.take(bare);
    const generated = [...new Set(this.bytes.match(/\b(?:v\d+|h\d_\w+|v\d+_\w+)\b/g) ?? [])];
    const free = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !new RegExp(`\\b${letter}\\b`).test(this.bytes));
    let bytes = this.bytes;
    for (const [index, name] of generated.entries()) {
      const short = free[index];
      if (short !== undefined) bytes = bytes.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), short);
    }
    await this.take(bytes);
  }
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists of statements directly in a node, its handlers and cases included. */
function bodiesWithin(node: unknown): Stmt[][] {
  const found: Stmt[][] = [];
  for (const value of Object.values(node as Node)) {
    if (!Array.isArray(value) || value.length === 0) continue;
    if (value.every((item) => isNode(item) && STATEMENTS.has(String(item['kind'])))) found.push(value as Stmt[]);
    else for (const item of value) if (isNode(item) && Array.isArray(item['body'])) found.push(...bodiesWithin(item));
  }
  return found;
}

/** Every list of statements, outer ones first; the module's own is number 0. */
function bodiesOf(module: Stmt[]): Stmt[][] {
  const bodies = [module];
  for (let index = 0; index < bodies.length; index++) for (const node of bodies[index]) bodies.push(...bodiesWithin(node));
  return bodies;
}

type Definition = Stmt & { readonly kind: 'FunctionDef' | 'ClassDef' };

function isDefinition(node: unknown): node is Definition {
  return isNode(node) && (node['kind'] === 'FunctionDef' || node['kind'] === 'ClassDef');
}

/** Special methods need no mention. */
function isCalledUnasked(name: string): boolean {
  return /^__\w+__$/.test(name);
}

/** Names, attributes and words of strings in what runs, and in the definitions that it leads to. */
function namesMentioned(module: Stmt[]): ReadonlySet<string> {
  const mentioned = new Set<string>();
  const definitions = new Map<string, Definition[]>();
  const waiting: unknown[] = [module];
  const note = (name: string): void => {
    if (mentioned.has(name)) return;
    mentioned.add(name);
    waiting.push(...(definitions.get(name) ?? []).flatMap((node) => Object.values(node)));
    definitions.delete(name);
  };
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string') for (const word of value.match(/\w+/g) ?? []) note(word);
    if (Array.isArray(value)) waiting.push(...value);
    else if (isDefinition(value) && !isCalledUnasked(value.name) && !mentioned.has(value.name)) {
      definitions.set(value.name, [...(definitions.get(value.name) ?? []), value]);
    } else if (isNode(value)) waiting.push(...Object.entries(value).flatMap(([key, child]) => (key === 'kind' ? [] : [child])));
  }
  return mentioned;
}

/** Names that statements of the program bind, those of the longest definitions first. */
function namesBound(module: Stmt[]): string[] {
  const lines = new Map<string, number>();
  const note = (name: string, node: Stmt): void => {
    lines.set(name, (lines.get(name) ?? 0) + node.endLine - node.line + 1);
  };
  for (const node of bodiesOf(module).flat()) {
    if (node.kind === 'FunctionDef' || node.kind === 'ClassDef') note(node.name, node);
    else if (node.kind === 'Assign') for (const target of node.targets) if (target.kind === 'Name') note(target.id, node);
  }
  return [...lines].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** Is the name bound by the statement itself? */
function binds(node: Stmt, name: string): boolean {
  if (node.kind === 'FunctionDef' || node.kind === 'ClassDef') return node.name === name;
  return node.kind === 'Assign' && node.targets.every((target) => target.kind === 'Name' && target.id === name);
}

/** Statements that go as a whole; of others the bodies are looked at. */
function removable(node: Stmt): boolean {
  return bodiesWithin(node).length === 0 || node.kind === 'FunctionDef' || node.kind === 'ClassDef';
}

/** Does a statement without bodies mention the name? */
function mentions(node: Stmt, name: string): boolean {
  return bodiesWithin(node).length === 0 && usesOf(node, name).length > 0;
}

/** Places of a name, in the order of the text. */
function usesOf(root: unknown, name: string): Located[] {
  const found: Located[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      if (value['kind'] === 'Name' && value['id'] === name) found.push(value as unknown as Located);
      for (const child of Object.values(value)) if (typeof child === 'object') visit(child);
    }
  };
  visit(root);
  return found;
}

/** Places of a name that a compound statement reads itself: its test, its bases, its defaults. Calls of the name go as a whole. */
function usesOutsideBodies(node: Stmt, name: string): Located[] {
  const bodies = new Set<unknown>(bodiesWithin(node).flat());
  const found: Located[] = [];
  const visit = (value: unknown): void => {
    if (bodies.has(value)) return;
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      const callee = value['kind'] === 'Call' ? value['func'] : value;
      if (isNode(callee) && callee['kind'] === 'Name' && callee['id'] === name) found.push(value as unknown as Located);
      else
        for (const [key, child] of Object.entries(value))
          if (key !== 'target' && key !== 'targets' && typeof child === 'object') visit(child);
    }
  };
  visit(node);
  return found;
}

interface ExpressionNode {
  readonly located: Located;
  /** Expressions directly inside it. */
  readonly parts: readonly Located[];
  readonly replaceable: boolean;
  /** Its parts are items between brackets, so that even the only one may go. */
  readonly list: boolean;
}

/** Every expression that is read, outer ones first. */
function expressionsOf(module: Stmt[]): ExpressionNode[] {
  const found: ExpressionNode[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (!isNode(value)) return;
    const kind = value['kind'];
    const isExpression = typeof kind === 'string' && !STATEMENTS.has(kind) && typeof value['line'] === 'number';
    if (isExpression)
      found.push({
        located: value as unknown as Located,
        parts: partsOf(value),
        replaceable: !NOT_REPLACED.has(kind),
        list: LISTS.has(kind),
      });
    if (kind === 'JoinedStr') return;
    for (const [key, child] of Object.entries(value)) {
      if (key !== 'targets' && key !== 'target' && typeof child === 'object') visit(child);
    }
  };
  visit(module);
  return found;
}

function partsOf(node: Node): Located[] {
  const parts: Located[] = [];
  for (const child of Object.values(node).flat()) {
    if (isNode(child) && typeof child['line'] === 'number' && typeof child['endCol'] === 'number')
      parts.push(child as unknown as Located);
  }
  return parts;
}
