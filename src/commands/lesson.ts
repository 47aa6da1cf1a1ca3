import { join } from 'node:path';
import * as Flags from '@oclif/core/flags';
import { argument } from './argument.ts';
import { LabCommand } from './lab-command.ts';

/** Lists lessons, or builds one. */
export default class Lesson extends LabCommand {
  static override summary = 'Build a lecture: slides, notes, questions with answers, a page with everything.';
  static override description =
    'Without a name it lists the lessons. NAME (or its number) writes the folder of one; --all writes all of them. Every number that the notes quote is measured in the tests.';
  static override args = {
    name: argument({ description: 'a lesson, by name or number' }),
  };
  static override flags = {
    all: Flags.boolean({ summary: 'build every lesson, each in a folder of its own' }),
    out: Flags.string({ char: 'o', helpValue: 'DIR', summary: 'write it here [default: lessons/NAME]' }),
    theme: Flags.string({ default: 'slide', helpValue: 'NAME', summary: 'theme of the slides: slide or dark' }),
    force: Flags.boolean({ summary: 'build a lesson again that is already there' }),
  };
  static override examples = [
    '<%= config.bin %> lesson',
    '<%= config.bin %> lesson cycle-counting-misses --out tuesday',
    '<%= config.bin %> lesson --all --out course',
  ];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Lesson);
    const { findLesson, readLessons } = await import('../lesson/lesson-file.ts');
    if (args.name === undefined && !flags.all) {
      const lessons = await readLessons();
      const { columns } = await import('./text-layout.ts');
      this.log(
        columns(
          lessons.map(({ number, name, minutes, title }) => [`${number}`, name, `${minutes} min`, title]),
          [0],
        ),
      );
      this.log('heaplab lesson NAME builds one');
      return { lessons: lessons.map(({ number, name, title, goal, minutes }) => ({ number, name, title, goal, minutes })) };
    }
    const { buildLesson } = await import('../lesson/build.ts');
    const lessons = flags.all ? await readLessons() : [await findLesson(args.name!)];
    const out = flags.out ?? 'lessons';
    const built: object[] = [];
    for (const lesson of lessons) {
      const directory = flags.out !== undefined && !flags.all ? out : join(out, lesson.name);
      const { files, slides } = await buildLesson(lesson, directory, { theme: flags.theme, force: flags.force });
      for (const { name, title } of slides) this.log(`${name}: ${title}`);
      this.log(`${files.length} files; open ${join(directory, 'index.html')}`);
      built.push({ name: lesson.name, directory, files, slides });
    }
    return { lessons: built };
  }
}
