import { readFileSync } from 'node:fs';
import { LabBug } from './errors.ts';
import { packageFile } from './package-files.ts';

/** Version of heaplab, from its package.json. */
export const heaplabVersion: string = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string') {
    return manifest.version;
  }
  throw new LabBug('package.json states no version');
}
