import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generatedPages } from '../../scripts/generate-docs.ts';

test.each(generatedPages())(
  '$path is what the code says; node scripts/generate-docs.ts refreshes it',
  async ({ path, text }) => {
    expect(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(text);
  },
);
