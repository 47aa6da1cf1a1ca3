/** Progress of a campaign on stderr: one line that is written over on a terminal, a line now and then elsewhere. */
import type { CampaignEvents } from '../fuzz/campaign.ts';

export interface FuzzProgress extends CampaignEvents {
  stop(): void;
}

export const silentFuzz: FuzzProgress = { onCase() {}, onFinding() {}, onReduction() {}, stop() {} };

const TERMINAL_MS = 150;
const ELSEWHERE_MS = 10_000;

export function fuzzProgress(): FuzzProgress {
  const isTerminal = process.stderr.isTTY === true;
  const started = performance.now();
  const states = new Set<string>();
  let runs = 0;
  let cases = 0;
  let findings = 0;
  let newest = '';
  let shown = 0;
  const show = (text: string, force = false): void => {
    const now = performance.now();
    if (!force && now - shown < (isTerminal ? TERMINAL_MS : ELSEWHERE_MS)) return;
    shown = now;
    process.stderr.write(isTerminal ? `\r\x1b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}` : `${text}\n`);
  };
  return {
    onCase(outcome, done, total) {
      runs += outcome.runs;
      cases++;
      for (const name of [...outcome.behaviours, ...outcome.hazards]) states.add(name);
      const seconds = (performance.now() - started) / 1000;
      const rate = `${(cases / seconds).toFixed(1)} programs/s, ${(runs / seconds).toFixed(0)} runs/s`;
      const tail = newest === '' ? '' : ` · newest ${newest}`;
      show(
        `${done}/${total} · ${total - done} left · ${rate} · ${states.size} states · ${findings} findings${tail}`,
        done === total,
      );
    },
    onFinding(signature) {
      findings++;
      newest = signature;
    },
    onReduction(finding, place, total) {
      show(
        `shrunk ${place}/${total} · ${finding.lines ?? '-'} lines after ${finding.reductionRuns} runs · ${finding.signature}`,
        true,
      );
    },
    stop() {
      if (isTerminal) process.stderr.write('\r\x1b[2K');
    },
  };
}
