import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import { findLesson, type Lesson, readLessons } from '../../src/lesson/lesson-file.ts';
import { markdownHtml } from '../../src/lesson/markdown.ts';
import { Measurer } from '../../src/lesson/measure.ts';
import { cellSpec } from '../support/cell-spec.ts';

const lessons = await readLessons();
const flat = (text: string): string => text.replace(/\s+/g, ' ');

test('there are eleven, numbered as they are taught', () => {
  expect(lessons.map(({ number }) => number)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
});

describe.each(lessons.map((lesson) => [lesson.name, lesson] as const))('%s', (_name, lesson) => {
  test('its program prints what CPython printed', () => {
    const result = runCell(cellSpec({ source: lesson.source, heapBytes: 256 * 2 ** 20 }));
    expect(result.stderr).toBe('');
    expect(result.stdout).toBe(lesson.expected);
    expect(lesson.python).toMatch(/^3\.13\.\d+$/);
  });

  test('every number that its text quotes is measured', async () => {
    const text = flat(`${lesson.notes} ${lesson.questions}`);
    const measurer = new Measurer(lesson);
    expect(lesson.claims.length).toBeGreaterThan(0);
    for (const { says, value, measure } of lesson.claims) {
      expect(text, says).toContain(says);
      expect(mentions(says, value), `'${says}' does not say ${value}`).toBe(true);
      expect(await measurer.measure(measure), says).toBe(value);
    }
  }, 60_000);

  test('it has what a lecturer needs', () => {
    for (const heading of ['## In one sentence', '## Timing', '## Traps', '## On real CPython'])
      expect(lesson.notes).toContain(heading);
    const questions = lesson.questions.split(/^## /m).slice(1);
    expect(questions.length).toBeGreaterThanOrEqual(3);
    for (const question of questions) {
      const [asked = '', ...answer] = question.trim().split('\n');
      expect(asked.endsWith('?'), asked).toBe(true);
      expect(answer.join('').length, asked).toBeGreaterThan(20);
    }
    const minutes = [
      ...lesson.notes
        .split('## Timing')[1]!
        .split('##')[0]!
        .matchAll(/(\d+) minutes/g),
    ];
    expect(minutes.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(lesson.minutes);
    expect(lesson.pictures.length).toBeGreaterThan(0);
  });

  test('its slides are about lines that their program has', async () => {
    for (const picture of lesson.pictures) {
      if (picture.kind === 'chart') continue;
      const lines = (await readFile(join(lesson.directory, picture.program), 'utf8')).split('\n');
      for (const { at } of picture.slides) {
        const line = Number(/(\d+)(:\d+)?$/.exec(at)?.[1] ?? 1);
        expect(lines[line - 1]?.trim(), `${picture.name} ${at}`).toBeTruthy();
      }
    }
    expect(await missingFiles(lesson)).toEqual([]);
  });
});

/** Does the text say the number, in digits or as a word? */
function mentions(text: string, value: number | string): boolean {
  const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  const told = new RegExp(`(^|[^\\d.])${String(value).replace('.', '\\.')}(?![\\d]|\\.\\d)`);
  if (told.test(text) || (typeof value === 'number' && Number.isInteger(value) && text.includes(`${value}.0`))) return true;
  return value === 1 && text.includes('single')
    ? true
    : typeof value === 'number' && (text.includes(words[value] ?? '\0') || false);
}

async function missingFiles(lesson: Lesson): Promise<string[]> {
  const there = await readdir(lesson.directory);
  const wanted = ['program.py', 'expected.txt', 'notes.md', 'questions.md', 'lesson.yaml', ...lesson.handouts];
  return wanted.filter((file) => !there.includes(file));
}

test('a name that is not there', async () => {
  await expect(findLesson('frames')).rejects.toThrow("there is no lesson 'frames'");
  await expect(findLesson('byte-by-bite')).rejects.toMatchObject({
    hint: expect.stringContaining("did you mean 'byte-by-byte'?"),
  });
  expect((await findLesson('7')).name).toBe('cycle-counting-misses');
});

describe('the Markdown of lessons', () => {
  test.each([
    ['# A `b` <c>', '<h2>A <code>b</code> &lt;c&gt;</h2>'],
    ['one\ntwo\n\nthree', '<p>one two</p>\n<p>three</p>'],
    ['- a\n- **b**\n  goes on', '<ul><li>a</li><li><strong>b</strong> goes on</li></ul>'],
    ['1. a\n2. *b*', '<ol><li>a</li><li><em>b</em></li></ol>'],
    ['```\n<x> * y *\n```', '<pre tabindex="0"><code>&lt;x&gt; * y *</code></pre>'],
    [
      '| a | b |\n|---|---|\n| `*c*` | d |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>*c*</code></td><td>d</td></tr></tbody></table>',
    ],
    ['```\ndef f():\n    pass\n```', '<pre tabindex="0"><code>def f():\n    pass</code></pre>'],
    ['`__del__` and `x * 2`', '<p><code>__del__</code> and <code>x * 2</code></p>'],
  ])('%j', (text, html) => expect(markdownHtml(text, 1)).toBe(html));
});
