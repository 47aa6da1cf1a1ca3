/** Runs a program under one or more strategies and makes the files of an export from what its heap did. */
import { UserError } from '../base/errors.ts';
import type { CellResult, CellSpec } from '../cell/cell.ts';
import type { CellWatch } from '../cell/run-cell.ts';
import { runCell } from '../cell/run-cell.ts';
import { AllocationProfile, type StackBytes } from './allocation-profile.ts';
import { CallTimeline } from './call-timeline.ts';
import type { ExportFile } from './export-folder.ts';
import { type ExportFormat, opensIn } from './formats.ts';
import { type SnapshotPoint, SnapshotTaker } from './snapshot-taker.ts';
import { collapsedStacks, speedscope } from './stack-files.ts';
import { type TraceProcess, traceText } from './trace-events.ts';

export interface ExportRequest {
  /** One cell a strategy, of the same program. */
  readonly cells: readonly { readonly contestant: string; readonly spec: CellSpec }[];
  readonly formats: readonly ExportFormat[];
  /** Where heap snapshots are taken, beside the end. */
  readonly points: readonly SnapshotPoint[];
  /** Leave out of heap snapshots what the library made. */
  readonly programOnly: boolean;
}

export interface ProgramExport {
  readonly files: readonly ExportFile[];
  readonly results: readonly { readonly strategy: string; readonly result: CellResult }[];
  /** What the user should know: calls left out of the trace. */
  readonly notes: readonly string[];
}

/** Runs all cells, in order. Throws `UserError` when a point that was asked for is never reached. */
export function exportProgram({ cells, formats, points, programOnly }: ExportRequest): ProgramExport {
  const files: ExportFile[] = [];
  const stackProfiles: { name: string; stacks: StackBytes[] }[] = [];
  const processes: TraceProcess[] = [];
  const notes: string[] = [];
  const several = cells.length > 1;
  const results = cells.map(({ contestant, spec }) => {
    const snapshots = formats.includes('heapsnapshot') ? new SnapshotTaker(spec.path, points, programOnly) : null;
    const profile = formats.includes('speedscope') || formats.includes('collapsed') ? new AllocationProfile() : null;
    const timeline = formats.includes('chrome-trace') ? new CallTimeline(spec) : null;
    const result = runCell(spec, together([snapshots, profile, timeline]));
    const prefix = several ? `${contestant}.` : '';
    if (snapshots !== null) {
      checkReached(snapshots, contestant, spec, result);
      for (const { name, shows, text, objects, bytes, unreachable } of snapshots.taken) {
        const garbage =
          unreachable.objects === 0 ? '' : `, of which ${unreachable.objects} (${unreachable.bytes} B) unreachable`;
        const what = `heap under ${contestant}, ${shows}: ${objects} objects, ${bytes} B${garbage}`;
        files.push({ name: `${prefix}${name}.heapsnapshot`, format: 'heapsnapshot', shows: what, text });
      }
    }
    if (profile !== null) stackProfiles.push({ name: contestant, stacks: profile.stacks() });
    if (timeline !== null) {
      processes.push(timeline.process(contestant, result));
      if (timeline.deepest !== null) {
        notes.push(`${contestant}: calls deeper than ${timeline.deepest} are left out of the trace, there are too many`);
      }
    }
    return { strategy: contestant, result };
  });
  const name = cells[0]?.spec.programName ?? '';
  if (formats.includes('chrome-trace')) {
    const facts = { program: name, unit: '1 us = 1 cycle', cost_profile: results[0]?.result.run?.cost_profile ?? '' };
    files.push({
      name: 'trace.json',
      format: 'chrome-trace',
      shows: 'calls, collections, pauses and memory over cycles (1 us is 1 cycle)',
      text: traceText(processes, facts),
    });
  }
  if (formats.includes('speedscope')) {
    const shows = 'bytes allocated by call stack and line';
    files.push({ name: 'allocations.speedscope.json', format: 'speedscope', shows, text: speedscope(name, stackProfiles) });
  }
  if (formats.includes('collapsed')) {
    for (const { name: strategy, stacks } of stackProfiles) {
      const shows = `bytes allocated by call stack and line under ${strategy}`;
      files.push({
        name: `${several ? `${strategy}.` : ''}allocations.folded`,
        format: 'collapsed',
        shows,
        text: collapsedStacks(stacks),
      });
    }
  }
  return {
    files: files.map((file) => ({ ...file, shows: `${file.shows}; opens in ${opensIn(file.format as ExportFormat)}` })),
    results,
    notes,
  };
}

/** All of them at once. A machine has one place for who wants to hear of each instruction: each watch fills it in its turn, and they share what comes. */
function together(watches: readonly (CellWatch | null)[]): CellWatch {
  const there = watches.filter((watch) => watch !== null);
  return {
    trackObjects: there.some(({ trackObjects }) => trackObjects === true),
    begin: (machine) => {
      const { vm } = machine;
      const listeners: (() => void)[] = [];
      for (const watch of there) {
        vm.onInstruction = null;
        watch.begin?.(machine);
        if (vm.onInstruction !== null) listeners.push(vm.onInstruction);
      }
      const tell = (): void => {
        for (const listener of listeners) listener();
      };
      vm.onInstruction = tell;
      const { onProgramEnd } = machine;
      machine.onProgramEnd = () => {
        onProgramEnd?.();
        // A watch that wants no more has emptied the place; the bytecodes of the teardown are counted too.
        vm.onInstruction = tell;
      };
    },
    end: (machine) => {
      for (const watch of there) watch.end?.(machine);
    },
  };
}

function checkReached(snapshots: SnapshotTaker, strategy: string, { path }: CellSpec, result: CellResult): void {
  const [point] = snapshots.missed();
  if (point === undefined) return;
  const ended = result.status === 'ok' ? '' : ` The program ended early: ${result.status}.`;
  if (point.kind === 'collection') {
    throw new UserError(`under ${strategy} there was no collection ${point.number} while ${path} ran`, {
      hint: `there ${snapshots.collections === 1 ? 'was 1' : `were ${snapshots.collections}`}; a smaller heap (--heap), --stress or another strategy collects more.${ended}`,
    });
  }
  const hits = snapshots.hits.get(point.line) ?? 0;
  if (hits > 0) {
    throw new UserError(`line ${point.line} of ${path} ran ${hits === 1 ? 'once' : `${hits} times`}, not ${point.hit} times`, {
      hint: `--at ${point.line}:HIT takes a HIT of 1..${hits}.${ended}`,
    });
  }
  const lines = [...snapshots.hits.keys()].sort((a, b) => a - b);
  throw new UserError(`line ${point.line} of ${path} never ran`, { hint: `lines that ran: ${ranges(lines)}.${ended}` });
}

/** `1-3, 7, 9-12` */
function ranges(lines: readonly number[]): string {
  const parts: string[] = [];
  for (let first = 0; first < lines.length; ) {
    let last = first;
    while (lines[last + 1] === lines[last]! + 1) last++;
    parts.push(first === last ? `${lines[first]}` : `${lines[first]}-${lines[last]}`);
    first = last + 1;
  }
  return parts.join(', ') || 'none';
}
