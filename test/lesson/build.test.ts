import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildLesson } from '../../src/lesson/build.ts';
import { findLesson, readLessons } from '../../src/lesson/lesson-file.ts';

const lessons = await readLessons();

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-lesson-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Width and height as the header of a PNG says. */
function pngSize(bytes: Buffer): [number, number] {
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('every lesson builds', () => {
  test.each(lessons.map((lesson) => [lesson.name, lesson] as const))(
    '%s',
    async (name, lesson) => {
      const directory = join(root, name);
      const { slides, files } = await buildLesson(lesson, directory);
      const wanted = lesson.pictures.reduce((sum, picture) => sum + (picture.kind === 'chart' ? 1 : picture.slides.length), 0);
      expect(slides).toHaveLength(wanted);
      expect(files.length).toBeGreaterThan(2 * wanted);
      for (const { name: slide, title } of slides) {
        expect(pngSize(await readFile(join(directory, `${slide}.png`)))).toEqual([1280, 720]);
        const svg = await readFile(join(directory, `${slide}.svg`), 'utf8');
        expect(svg).toContain('<svg ');
        expect(svg.match(/<(rect|path|line)/g)!.length).toBeGreaterThan(4);
        expect(title.length).toBeGreaterThan(5);
      }
      const page = await readFile(join(directory, 'index.html'), 'utf8');
      expect(page.match(/<img src="data:image\/png;base64,[^"]+" alt="[^"]{20,}/g) ?? []).toHaveLength(wanted);
      expect(page).toContain("default-src 'none'");
      expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
      const built = await readdir(directory);
      expect(built.includes('step.html')).toBe(lesson.stepper !== null);
      expect(page.includes('href="step.html"')).toBe(lesson.stepper !== null);
      expect(built).toEqual(expect.arrayContaining(['program.py', ...lesson.handouts]));
    },
    120_000,
  );
});

test('the same lesson gives the same bytes', async () => {
  const lesson = await findLesson('frames-push-and-pop');
  const [first, again] = [join(root, 'first'), join(root, 'again')];
  await buildLesson(lesson, first);
  const { files } = await buildLesson(lesson, again);
  for (const file of files) {
    const other = file.replace(again, first);
    expect((await readFile(file)).equals(await readFile(other)), file).toBe(true);
  }
}, 60_000);

test('nothing that is not a lesson is replaced, and a lesson only when asked', async () => {
  const lesson = await findLesson('1');
  await writeFile(join(root, 'mine.txt'), 'mine');
  await expect(buildLesson(lesson, root)).rejects.toThrow('exists and is not a lesson');
  const taken = join(root, 'taken');
  await buildLesson(lesson, taken);
  await expect(buildLesson(lesson, taken)).rejects.toThrow('holds a lesson already');
  await writeFile(join(taken, 'mine.txt'), 'mine');
  await expect(buildLesson(lesson, taken, { force: true })).rejects.toThrow('holds mine.txt');
  await expect(buildLesson(lesson, join(root, 'mine.txt', 'x'))).rejects.toThrow('is a file, not a folder');
}, 60_000);
