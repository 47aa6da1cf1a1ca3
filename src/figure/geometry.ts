/** How large frames and cards are and where in them the arrows begin. Units are those of the drawing. */
import { textWidth, wrapText } from '../picture/font.ts';
import type { Card, Field, FrameBox } from './scene.ts';

export const size = {
  /** Room between the edge of a card or frame and what it says. */
  inset: 14,
  header: 34,
  value: 36,
  row: 32,
  line: 21,
  /** Side of the box of a field. */
  box: 26,
  frameHeader: 36,
  frameGap: 16,
  shelfHeight: 42,
  gap: 22,
} as const;

export const type = {
  address: [15, 500],
  value: [22, 700],
  label: [17, 500],
  text: [17, 600],
  refs: [17, 600],
  note: [15, 400],
  frame: [18, 700],
} as const satisfies Record<string, readonly [size: number, weight: number]>;

const cardWidths = { least: 210, most: 330 };
const frameWidths = { least: 170, most: 300 };
const shelfWidths = { least: 96, most: 220 };
/** Widest text in the box of a field. */
export const mostBoxText = 150;

function widthOf(text: string, [px, weight]: readonly [number, number]): number {
  return textWidth(text, px, weight);
}

/** `0x7f00002a10`. */
export function addressText(address: number): string {
  return `0x${address.toString(16)}`;
}

/** `12,345`: as `toLocaleString('en')`, which takes a hundred times as long. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** What a card says of its size and kind. */
export function kindText({ type: name, bytes }: Card): string {
  return `${name.slice(name.lastIndexOf('.') + 1)} · ${countText(bytes)} B`;
}

/** `refs 2`, or what stands in its place; empty where nobody counts. */
export function refsText({ refcount, immortal, state, shelf }: Card): string {
  if (state === 'freed' || state === 'left') return '';
  if (refcount !== null) return `refs ${refcount}`;
  return immortal && !shelf ? 'immortal' : '';
}

/** The references that are no arrows: `+2: constant of f; operand of g`; empty without any, and where nobody counts. */
export function hiddenText({ refcount, hidden }: Card): string {
  if (refcount === null || hidden.length === 0) return '';
  const total = hidden.reduce((sum, { count }) => sum + count, 0);
  return `+${total}: ${hidden.map(({ what, count }) => (count === 1 ? what : `${what} ×${count}`)).join('; ')}`;
}

/** Width of the box that holds a field's value. */
export function boxWidth({ to, text }: Field): number {
  if (to !== null || text === 'None' || text === '') return size.box;
  return Math.max(size.box, Math.min(mostBoxText, Math.ceil(widthOf(text, type.text))) + 14);
}

function fieldWidth(field: Field): number {
  const none = field.to === null && field.text === 'None' ? widthOf('None', type.label) + 8 : 0;
  return 2 * size.inset + widthOf(field.label, type.label) + 18 + none + boxWidth(field);
}

function clamp(width: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.ceil(Math.min(most, Math.max(least, width)));
}

/** One width for all cards on the heap, so that they stand in columns. */
export function cardWidth(cards: Iterable<Card>): number {
  let widest = 0;
  for (const card of cards) {
    const header = widthOf(addressText(card.address), type.address) + 16 + widthOf(kindText(card), type.address);
    const value = card.fields.length > 0 ? 0 : widthOf(card.value, type.value) + 20 + widthOf(refsText(card), type.refs);
    widest = Math.max(widest, header + 2 * size.inset, value + 2 * size.inset, ...card.fields.map(fieldWidth));
  }
  return clamp(widest, cardWidths);
}

export function frameWidth(frames: Iterable<FrameBox>): number {
  let widest = 0;
  for (const { name, fields } of frames) {
    widest = Math.max(widest, widthOf(name, type.frame) + 2 * size.inset, ...fields.map(fieldWidth));
  }
  return clamp(widest, frameWidths);
}

export function shelfWidth(cards: Iterable<Card>): number {
  let widest = 0;
  for (const card of cards) widest = Math.max(widest, widthOf(card.value, type.text) + widthOf(card.type, type.note) + 14);
  return clamp(widest + 2 * size.inset, shelfWidths);
}

/** Lines of the note about references that are no arrows. */
export function hiddenLines(card: Card, width: number): string[] {
  const text = hiddenText(card);
  return text === '' ? [] : wrapText(text, width - 2 * size.inset, type.note[0], type.note[1]);
}

/** Has the card a line of its own for the count? A single value shares its line with it. */
export function hasFooter(card: Card): boolean {
  return card.value === '' && refsText(card) !== '';
}

export function cardHeight(card: Card, width: number): number {
  if (card.shelf) return size.shelfHeight;
  let height = size.header;
  if (card.value !== '') height += size.value;
  height += card.fields.length * size.row;
  if (card.moreFields > 0) height += size.line;
  if (hasFooter(card)) height += size.line + 4;
  height += hiddenLines(card, width).length * size.line;
  return height + 8;
}

/** From the top of the card to the middle of a field's box. */
export function cardRowY(card: Card, row: number): number {
  return size.header + (card.value === '' ? 0 : size.value) + (row + 0.5) * size.row;
}

export function frameHeight(rows: number): number {
  return size.frameHeader + rows * size.row + 8;
}

export function frameRowY(row: number): number {
  return size.frameHeader + (row + 0.5) * size.row;
}
