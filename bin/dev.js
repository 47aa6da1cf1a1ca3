#!/usr/bin/env node
// @ts-check
// Runs the command line from src/: Node strips the types, nothing is built first.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.js';

await launch(fileURLToPath(import.meta.url), async () => {
  const { execute } = await import('@oclif/core/execute');
  const { settings } = await import('@oclif/core/settings');
  settings.enableAutoTranspile = false;
  const root = fileURLToPath(new URL('..', import.meta.url));
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const commands = { ...manifest.oclif.commands, target: './src/commands/catalogue.ts' };
  await execute({
    loadOptions: {
      root,
      pjson: { ...manifest, oclif: { ...manifest.oclif, commands } },
      ignoreManifest: true,
    },
  });
});
