/** The figures of reports/gallery, and the page of the stepper: what is drawn, by which command. Each takes a second. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

export interface GalleryFigure {
  /** Name in the gallery, without `.svg`. */
  readonly name: string;
  /** Arguments of heaplab, but for `--out`. */
  readonly command: readonly string[];
  /** What it is there to show. */
  readonly shows: string;
}

export const galleryFigures: readonly GalleryFigure[] = [
  {
    name: 'figure-shared',
    command: ['figure', 'tutorial-shared-through-a-list', '--at', '19'],
    shows: 'One list in two places, the rows of a grid, what is new and what was freed.',
  },
  {
    name: 'figure-cycle',
    command: ['figure', 'tutorial-cycle', '--at', '27', '--strategies', 'arena-pools,mark-sweep'],
    shows: 'Two objects that refer to each other when no name is left, under two strategies.',
  },
  {
    name: 'figure-frames',
    command: ['figure', 'tutorial-call-and-frame', '--at', 'return:27'],
    shows: 'A call under way: its frame on the stack, its locals, what it is about to return.',
  },
];

/** Draws one into the file `out`, which ends in .svg or .png. */
export function drawGalleryFigure({ command }: GalleryFigure, out: string): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/dev.js'), ...command, '--out', out, '--force'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`heaplab ${command.join(' ')} ended with exit code ${status}: ${stderr}`);
}
