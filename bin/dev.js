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
  const inSource = (/** @type {{ target: string }} */ module) => ({
    ...module,
    target: module.target.replace('./dist/', './src/').replace(/\.js$/, '.ts'),
  });
  await execute({
    loadOptions: {
      root,
      pjson: {
        ...manifest,
        oclif: {
          ...manifest.oclif,
          commands: inSource(manifest.oclif.commands),
          hooks: { command_not_found: inSource(manifest.oclif.hooks.command_not_found) },
        },
      },
      ignoreManifest: true,
    },
  });
});
