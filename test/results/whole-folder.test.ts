import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { refuseExisting, writeWholeFile } from '../../src/results/whole-file.ts';
import { type FolderKind, refuseOccupied, writeWholeFolder } from '../../src/results/whole-folder.ts';

const kind: FolderKind = {
  noun: 'a herbarium',
  mark: 'index.txt',
  owned: async () => (name) => /^(index|leaf-\d)\.txt$/.test(name),
};

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'heaplab-folder-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const fill = async (folder: string, names: readonly string[]): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const name of names) await writeFile(join(folder, name), 'old');
};
const write = (folder: string, names = ['index.txt', 'leaf-1.txt']): Promise<void> =>
  writeWholeFolder(folder, kind, async (draft) => {
    for (const name of names) await writeFile(join(draft, name), 'new');
  });
const standingIn = async (folder: string, act: () => Promise<void>): Promise<void> => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    await act();
  } finally {
    process.chdir(before);
  }
};

describe('what is in the place of a folder', () => {
  test.each([
    ['a folder of something else', ['thesis.txt'], 'is not a herbarium: it has no index.txt'],
    ['one that somebody put a file into', ['index.txt', 'leaf-1.txt', 'notes.txt'], 'holds notes.txt, which is no part'],
    ['one whose mark is there by chance', ['index.txt', 'main.c'], 'holds main.c, which is no part'],
  ])('%s is refused, with force and without', async (_what, names, message) => {
    await fill(join(root, 'out'), names);
    for (const force of [false, true]) {
      const failure = await refuseOccupied(join(root, 'out'), kind, force).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UserError);
      expect((failure as UserError).message).toContain(message);
      expect((failure as UserError).hint).toContain('another folder with --out');
    }
    expect((await readdir(join(root, 'out'))).sort()).toEqual(names.toSorted());
  });

  test('one of the kind is refused without force', async () => {
    await fill(join(root, 'out'), ['index.txt', 'leaf-3.txt', '.DS_Store']);
    await expect(refuseOccupied(join(root, 'out'), kind, false)).rejects.toThrow('holds a herbarium already');
    await refuseOccupied(join(root, 'out'), kind, true);
  });

  test('nothing, or an empty folder, is no hindrance', async () => {
    await mkdir(join(root, 'empty'));
    await refuseOccupied(join(root, 'empty'), kind, false);
    await refuseOccupied(join(root, 'none', 'such'), kind, false);
  });

  test('an empty name is the working folder', async () => {
    await fill(root, ['thesis.txt']);
    await standingIn(root, () => expect(refuseOccupied('', kind, true)).rejects.toThrow('is not a herbarium'));
  });
});

describe('a folder is written', () => {
  test('in place of an old one, with nothing left of it', async () => {
    const out = join(root, 'deep', 'out');
    await fill(out, ['index.txt', 'leaf-7.txt']);
    await write(out);
    expect((await readdir(out)).sort()).toEqual(['index.txt', 'leaf-1.txt']);
    expect(await readFile(join(out, 'index.txt'), 'utf8')).toBe('new');
    expect(await readdir(join(root, 'deep'))).toEqual(['out']);
  });

  test('where somebody stands, who sees it', async () => {
    await fill(root, ['index.txt', 'leaf-7.txt']);
    await standingIn(root, async () => {
      await write('.');
      expect((await readdir('.')).sort()).toEqual(['index.txt', 'leaf-1.txt']);
    });
    await rm(root, { recursive: true });
    await mkdir(join(root, 'within'), { recursive: true });
    await standingIn(root, async () => {
      await write('within');
      await writeFile('within/leaf-2.txt', '');
    });
    expect((await readdir(join(root, 'within'))).sort()).toEqual(['index.txt', 'leaf-1.txt', 'leaf-2.txt']);
    expect((await readdir(join(root, '..'))).filter((name) => name.includes('.partial-'))).toEqual([]);
  });

  test('through a symbolic link, into what it names', async () => {
    await fill(join(root, 'real'), ['index.txt', 'leaf-7.txt']);
    await symlink('real', join(root, 'link'));
    await write(join(root, 'link'));
    expect((await readdir(join(root, 'real'))).sort()).toEqual(['index.txt', 'leaf-1.txt']);
    expect((await readdir(root)).sort()).toEqual(['link', 'real']);
  });

  test('whole or not at all: the old one stays, and no parent that was made for it', async () => {
    await fill(join(root, 'out'), ['index.txt']);
    for (const out of [join(root, 'out'), join(root, 'no', 'such', 'out')]) {
      const failing = writeWholeFolder(out, kind, async (draft) => {
        await writeFile(join(draft, 'index.txt'), 'new');
        await writeFile(join(draft, 'no', 'such'), '');
      });
      await expect(failing).rejects.toThrow(`cannot write a herbarium into ${out}: no such file or folder`);
    }
    expect(await readFile(join(root, 'out', 'index.txt'), 'utf8')).toBe('old');
    expect(await readdir(root)).toEqual(['out']);
  });

  test('where somebody stands: whole or not at all', async () => {
    await fill(root, ['index.txt', 'leaf-7.txt']);
    await standingIn(root, async () => {
      const failing = writeWholeFolder('.', kind, async (draft) => {
        await writeFile(join(draft, 'index.txt'), 'new');
        throw new UserError('no ink');
      });
      await expect(failing).rejects.toThrow('no ink');
      expect((await readdir('.')).sort()).toEqual(['index.txt', 'leaf-7.txt']);
      expect(await readFile('index.txt', 'utf8')).toBe('old');
    });
  });
});

describe('a file is written', () => {
  test('in place of an old one when that may be, and only into a folder that is there', async () => {
    const out = join(root, 'a.txt');
    await refuseExisting(out, false);
    await writeWholeFile(out, 'one');
    await expect(refuseExisting(out, false)).rejects.toThrow('a.txt is there already');
    await refuseExisting(out, true);
    await writeWholeFile(out, 'two');
    expect(await readFile(out, 'utf8')).toBe('two');
    await expect(refuseExisting(join(root, 'none', 'a.txt'), false)).rejects.toThrow('no such file or folder');
    await mkdir(join(root, 'b.txt'));
    await expect(writeWholeFile(join(root, 'b.txt'), 'x')).rejects.toThrow('it is a folder where a file is needed');
    expect((await readdir(root)).sort()).toEqual(['a.txt', 'b.txt']);
  });
});
