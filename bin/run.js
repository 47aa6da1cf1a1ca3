#!/usr/bin/env node
// @ts-check
import { fileURLToPath } from 'node:url';
import { launch } from './launch.js';

await launch(fileURLToPath(import.meta.url), async () => {
  const { execute } = await import('@oclif/core/execute');
  await execute({ dir: import.meta.url });
});
