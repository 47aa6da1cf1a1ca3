/** What a figure says: its title from what has happened, its description for those who do not see it. */
import { addressText, countText, hiddenText, refsText } from './geometry.ts';
import type { Card, CardState, Field, Scene } from './scene.ts';

/** A scene under one strategy, as its figure shows it. */
export interface StrategyScene {
  readonly strategy: string;
  /** Null where this strategy has no such moment. */
  readonly scene: Scene | null;
}

/** Where the program is: `Before line 7`, `func returns 16`. */
export function momentText({ event, line, frames, cards }: Scene): string {
  const name = frames.at(-1)?.name ?? '<module>';
  switch (event) {
    case 'line':
      return `Before line ${line}`;
    case 'call':
      return `${name} is called`;
    case 'return': {
      const field = frames.at(-1)?.fields.find(({ label }) => label === 'return');
      const value = field === undefined ? '' : field.to === null ? field.text : nameOf(cards.find(({ id }) => id === field.to));
      return value === '' ? `${name} returns` : `${name} returns ${value}`;
    }
    case 'collection':
      return 'Before a collection';
    case 'collected':
      return 'After the collection';
    case 'end':
      return 'At the end';
  }
}

function nameOf(card: Card | undefined): string {
  return card === undefined ? '' : card.value === '' ? card.type : card.value;
}

/** The finding of a figure, in one line. */
export function titleOf(shown: readonly StrategyScene[]): string {
  const scenes = shown.flatMap(({ scene }) => scene ?? []);
  const [first] = scenes;
  if (first === undefined) return 'Nothing to show';
  const where = momentText(first);
  const all = shown.map(({ strategy, scene }) => ({ strategy, text: scene === null ? 'no such moment' : changes(scene) }));
  if (all.every(({ text }) => text === all[0]!.text)) return `${where}: ${all[0]!.text}`;
  return `${where}: ${all.map(({ strategy, text }) => `${text} (${strategy})`).join('; ')}`;
}

/** What has changed since the scene before, and what is unreachable. */
function changes({ cards, leftOut, freedLeftOut, moment }: Scene): string {
  const count = (state: CardState): number => cards.filter((card) => card.state === state && !card.shelf).length;
  const unreachable = count('unreachable') + leftOut.objects;
  const moved = cards.filter(({ movedFrom }) => movedFrom !== null).length;
  const counts: [number, string][] = [
    [count('new'), 'new'],
    [count('freed') + freedLeftOut, 'freed'],
    [moved, 'moved'],
    [unreachable, 'unreachable'],
  ];
  const [first, ...rest] = counts.filter(([number]) => number > 0);
  // With so much going on, much of it was not among the objects that are looked at.
  const least = moment.eventsLeftOut > 0 ? 'at least ' : '';
  if (first !== undefined) {
    return [`${least}${objects(first[0])} ${first[1]}`, ...rest.map(([number, what]) => `${number} ${what}`)].join(', ');
  }
  const live = cards.filter(({ shelf }) => !shelf).length;
  return live === 0 ? 'no object on the heap' : `${objects(live)} live, nothing changes`;
}

function objects(count: number): string {
  return `${countText(count)} ${count === 1 ? 'object' : 'objects'}`;
}

/** What there is beside the cards; empty when they are all. */
export function leftOutText({ leftOut: { objects: count, bytes }, freedLeftOut, isCut }: Scene): string {
  const garbage = count === 0 ? '' : `${countText(count)} more unreachable, ${countText(bytes)} B`;
  const freed = freedLeftOut === 0 ? '' : `${countText(freedLeftOut)} more freed`;
  return [isCut ? 'more live objects' : '', garbage, freed].filter((part) => part !== '').join('; ');
}

/** Everything that the figure shows, as text. */
export function descriptionOf(shown: readonly StrategyScene[]): string {
  return shown
    .map(({ strategy, scene }) =>
      scene === null ? `${strategy}: there is no such moment.` : `${strategy}: ${describeScene(scene)}`,
    )
    .join(' ');
}

function describeScene(scene: Scene): string {
  const { frames, cards } = scene;
  const byId = new Map(cards.map((card) => [card.id, card]));
  const target = ({ to, text }: Field): string => {
    const card = to === null ? undefined : byId.get(to);
    return card === undefined ? text : `${nameOf(card)} at ${addressText(card.address)}`;
  };
  const fieldsText = (fields: readonly Field[]): string =>
    fields.map((field) => `${field.label} is ${target(field)}`).join(', ');
  const stack = frames
    .map(({ name, fields }) => `${name}${fields.length === 0 ? '' : ` with ${fieldsText(fields)}`}`)
    .join('; ');
  const heap = cards.map((card) => {
    const facts = [
      `${card.shelf ? 'interned ' : ''}${card.type}${card.value === '' ? '' : ` ${card.value}`} at ${addressText(card.address)}`,
      card.shelf ? '' : `${card.bytes} bytes`,
      refsText(card),
      hiddenText(card),
      card.state === 'live' ? '' : card.state === 'left' ? 'moved away' : card.state,
      fieldsText(card.fields),
    ];
    return facts.filter((fact) => fact !== '').join(', ');
  });
  const rest = leftOutText(scene) === '' ? '' : ` Not drawn: ${leftOutText(scene)}.`;
  return `Stack: ${stack === '' ? 'empty' : stack}. Heap: ${heap.length === 0 ? 'nothing' : heap.join('; ')}.${rest}`;
}
