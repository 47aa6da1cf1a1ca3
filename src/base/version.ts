import { readFileSync } from 'node:fs';
import { LabBug } from './errors.ts';

/** Version of heaplab, from its package.json, which lies two folders above this file in src/ as well as in dist/. */
export const heaplabVersion: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string') {
    return manifest.version;
  }
  throw new LabBug('package.json states no version');
}
