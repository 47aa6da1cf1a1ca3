import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { balanceText, cutText, fontFiles, textWidth, wrapText } from '../../src/picture/font.ts';

/** Width as the PNG renderer draws it: between the ink of two bars that stand around the text. */
function drawnWidth(text: string, size: number, weight: number): number {
  const ink = (content: string): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="10" y="100" xml:space="preserve" font-family="Inter" font-size="${size}" font-weight="${weight}">${content}</text></svg>`;
    return new Resvg(svg, { font: { fontFiles: fontFiles(), loadSystemFonts: false } }).getBBox()!.width;
  };
  return ink(`|${text}|`) - ink('||');
}

test.each([
  ['Reference counting', 400],
  ['peak 192 KiB, off the scale', 600],
  ['semispace needs 1.55× the memory', 700],
  ['arena-pools · 0.1 % AVATAR', 500],
] as const)('%s at weight %d is as wide as it is drawn', (text, weight) => {
  const measured = textWidth(text, 40, weight);
  expect(Math.abs(measured - drawnWidth(text, 40, weight)) / measured).toBeLessThan(0.02);
});

test('lines break at spaces and stay inside', () => {
  const text = 'one strategy holds four times the memory of another strategy on this workload';
  const lines = wrapText(text, 300, 31, 700);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join(' ')).toBe(text);
  for (const line of lines) expect(textWidth(line, 31, 700)).toBeLessThanOrEqual(300);
});

test('lines of a title are of about one length', () => {
  const text = 'arena-pools and mark-sweep tie on cost, refcount-cycle needs least of all memory';
  const lines = balanceText(text, 1224, 31, 700);
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).toBe(text);
  const [first, second] = lines.map((line) => textWidth(line, 31, 700)) as [number, number];
  expect(second / first).toBeGreaterThan(0.7);
  expect(balanceText('short', 1224, 31, 700)).toEqual(['short']);
});

test('what is too long is cut, with a sign of it', () => {
  expect(cutText('short', 300, 15, 400)).toBe('short');
  const cut = cutText('heaplab shootout '.repeat(20), 300, 15, 400);
  expect(cut.endsWith('…')).toBe(true);
  expect(textWidth(cut, 15, 400)).toBeLessThanOrEqual(300);
});
