/** What reports/gallery holds beside charts: figures, a page of the stepper, an export; each by the command that makes it, in a second. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

export interface GallerySample {
  /** Its file in the gallery. */
  readonly file: string;
  /** Arguments of heaplab, but for `--out`. */
  readonly command: readonly string[];
  /** The file among those that the command writes, where it writes a folder. */
  readonly produces?: string;
  /** What it is there to show. */
  readonly shows: string;
}

export const gallerySamples: readonly GallerySample[] = [
  {
    file: 'figure-shared.svg',
    command: ['figure', 'tutorial-shared-through-a-list', '--at', '19'],
    shows: 'One list in two places, the rows of a grid, what is new and what was freed.',
  },
  {
    file: 'figure-cycle.svg',
    command: ['figure', 'tutorial-cycle', '--at', '27', '--strategies', 'arena-pools,mark-sweep'],
    shows: 'Two objects that refer to each other when no name is left, under two strategies.',
  },
  {
    file: 'figure-frames.svg',
    command: ['figure', 'tutorial-call-and-frame', '--at', 'return:27'],
    shows: 'A call under way: its frame on the stack, its locals, what it is about to return.',
  },
  {
    file: 'step-shared.html',
    command: ['step', 'tutorial-shared-through-a-list'],
    shows: 'The same program step by step: a page to open in a browser.',
  },
  {
    file: 'cycle.folded',
    command: ['export', 'tutorial-cycle', '--format', 'collapsed'],
    produces: 'allocations.folded',
    shows: 'Bytes allocated by call stack and line, for flame graph tools.',
  },
];

/** The sample as its command makes it, as a file that ends in `suffix`: by default that of the gallery. */
export function makeSample({ file, command, produces }: GallerySample, suffix: string = extname(file)): Buffer {
  const scratch = mkdtempSync(join(tmpdir(), 'heaplab-gallery-'));
  try {
    const out = join(scratch, produces === undefined ? `sample${suffix}` : 'sample');
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/dev.js'), ...command, '--out', out], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`heaplab ${command.join(' ')} ended with exit code ${status}: ${stderr}`);
    return readFileSync(produces === undefined ? out : join(out, produces));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** How the gallery's page shows it. */
export function sampleEntry({ file, command, shows }: GallerySample): string {
  const link = file.endsWith('.svg') ? `![${shows}](${file})` : `[${file}](${file})`;
  return `${shows} \`heaplab ${command.join(' ')}\`\n\n${link}\n`;
}
