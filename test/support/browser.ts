/** A real Chromium for tests of pages, found on the machine and never downloaded. */
import { spawnSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A path or a name; the first that starts is taken. */
const candidates = [
  process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'],
  process.env['CHROME_PATH'],
  process.env['CHROME_BIN'],
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
].filter((name): name is string => name !== undefined && name !== '');

/** Its path, or null after a line on stderr that says what is skipped and how to change that. */
export function findBrowser(skipped: string): string | null {
  for (const name of candidates) {
    if (spawnSync(name, ['--version'], { stdio: 'ignore' }).status !== 0) continue;
    if (name.includes('/')) return name;
    return spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
  }
  process.stderr.write(
    `SKIPPED: ${skipped}, because no Chromium was found. Install one (apt-get install chromium) or name it in CHROME_PATH.\n`,
  );
  return null;
}

/** Starts it with an empty profile of its own, which goes away with it, and without any service that asks the network. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  const flags = ['gpu', 'quic', 'background-networking', 'component-update', 'sync', 'dev-shm-usage'].map(
    (name) => `--disable-${name}`,
  );
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-first-run', ...flags] });
}

export interface OpenPage {
  readonly page: Page;
  /** What went wrong so far, one line each: requests beside the file itself, messages on the console, errors of scripts. */
  readonly complaints: string[];
}

export interface Settings {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly script?: boolean;
}

/** Opens `file` in a context of its own. A page with a script is ready when it says so (`data-ready` on its root). */
export async function openPage(browser: Browser, file: string, settings: Settings = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: settings.width ?? 1280, height: settings.height ?? 800 },
    colorScheme: settings.scheme ?? 'light',
    // Smooth scrolling would only make tests wait.
    reducedMotion: settings.reducedMotion ?? 'reduce',
    javaScriptEnabled: settings.script ?? true,
    offline: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  const [path, hash] = file.split('#');
  const address = `file://${path}`;
  page.on('request', (request) => {
    const url = request.url();
    // The font is inside the page.
    if (url.split('#', 1)[0] !== address && !url.startsWith('data:font/')) complaints.push(`request: ${url.slice(0, 200)}`);
  });
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  await page.goto(hash === undefined ? address : `${address}#${hash}`);
  if (settings.script !== false) await page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
  return { page, complaints };
}
