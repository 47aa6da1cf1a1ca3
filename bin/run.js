#!/usr/bin/env node
// @ts-check
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.js';

await launch(fileURLToPath(import.meta.url), async () => {
  if (!existsSync(new URL('../dist/commands/catalogue.js', import.meta.url))) {
    process.stderr.write(
      'heaplab is not built here.\nNext step: `npm run build`, or run it from source: `npm run -s heaplab -- …`.\n',
    );
    process.exitCode = 2;
    return;
  }
  const { execute } = await import('@oclif/core/execute');
  await execute({ dir: import.meta.url });
});
