/**
 * A real CPython as the reference for output. One process is started and compiles nothing itself: for each program it forks a child,
 * which costs 4-6 ms where a fresh interpreter costs 25-95.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

export interface CPythonRun {
  readonly stdout: string;
  readonly stderr: string;
  /** 0, 1 after an uncaught exception, or -1 when it was ended for taking too long. */
  readonly exitCode: number;
}

/**
 * Answers requests by a forked child; limits are the child's own. A request is a line with the length of the program in bytes, then the program; the answer a line with
 * the exit code and the lengths of what was printed, then that. The child ends as an interpreter does: what the program kept to its end is finalized then.
 *
 * Collections and the end of the child visit every object that the server has, and copy its page. So the server has few modules, and they are frozen out of the
 * generations: a program then takes a third to a half less.
 */
const SERVER = `
import os, resource, select, signal, sys, time
def child(source, out, err):
    os.dup2(out, 1)
    os.dup2(err, 2)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    code = 0
    main = type(sys)("__main__")
    sys.modules["__main__"] = main
    sys.argv = ["program.py"]
    try:
        exec(compile(source, "program.py", "exec"), main.__dict__)
    except SystemExit as e:
        code = e.code if isinstance(e.code, int) else 0 if e.code is None else 1
    except BaseException:
        import traceback
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    sys.__stdout__ = sys.stdout
    sys.__stderr__ = sys.stderr
    del main
    raise SystemExit(code & 255)
def serve():
    import collections, functools, gc, itertools, types, weakref
    requests = sys.stdin.buffer
    answers = sys.stdout.buffer
    answers.write(b"0 0 0\\n")
    answers.flush()
    gc.collect()
    gc.freeze()
    while line := requests.readline():
        source = requests.read(int(line))
        r1, w1 = os.pipe()
        r2, w2 = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(r1)
            os.close(r2)
            child(source, w1, w2)
        os.close(w1)
        os.close(w2)
        texts = {r1: b"", r2: b""}
        end = time.monotonic() + 20
        late = False
        pending = {r1, r2}
        while pending:
            ready, _, _ = select.select(list(pending), [], [], max(0.0, end - time.monotonic()))
            if not ready:
                late = True
                os.kill(pid, signal.SIGKILL)
                break
            for each in ready:
                piece = os.read(each, 65536)
                if piece and len(texts[each]) < 4000000:
                    texts[each] += piece
                elif not piece:
                    pending.discard(each)
        os.close(r1)
        os.close(r2)
        status = os.waitpid(pid, 0)[1]
        code = -1 if late or os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        answers.write(b"%d %d %d\\n" % (code, len(texts[r1]), len(texts[r2])))
        answers.write(texts[r1])
        answers.write(texts[r2])
        answers.flush()
serve()
`;

/** A server on one CPython. Requests are answered in their order. */
export class CPython {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((answer: CPythonRun | null) => void)[] = [];
  private pieces: Buffer[] = [];
  private received = 0;
  /** Bytes that the answer under way takes, its first line included; 0: not known yet. */
  private expected = 0;
  private ended = false;
  private ready = false;
  private readonly started: Promise<void>;

  constructor(python: string) {
    // Without the site module: it brings modules that no program imports.
    this.child = spawn(python, ['-S', '-c', SERVER], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    });
    this.child.stdout.on('data', (piece: Buffer) => this.receive(piece));
    this.child.stderr.resume();
    this.child.on('error', () => this.close());
    this.child.on('exit', () => this.close());
    this.child.stdin.on('error', () => this.close());
    this.started = this.answer().then(() => {
      this.ready = true;
    });
  }

  /** Runs a program; null when the server has ended. Once the server has started the program is on its way when this returns: it runs beside what the caller does. */
  run(source: string): Promise<CPythonRun | null> {
    return this.ready ? this.send(source) : this.started.then(() => this.send(source));
  }

  private send(source: string): Promise<CPythonRun | null> {
    if (this.ended) return Promise.resolve(null);
    const answer = this.answer();
    const program = Buffer.from(source, 'utf8');
    this.child.stdin.write(`${program.length}\n`);
    this.child.stdin.write(program);
    return answer;
  }

  stop(): void {
    this.close();
    this.child.stdin.end();
  }

  private answer(): Promise<CPythonRun | null> {
    if (this.ended) return Promise.resolve(null);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private receive(piece: Buffer): void {
    this.pieces.push(piece);
    this.received += piece.length;
    while (this.received > 0 && this.received >= this.expected) {
      const bytes = Buffer.concat(this.pieces);
      this.pieces = [bytes];
      const lineEnd = bytes.indexOf(10);
      if (lineEnd < 0) return;
      const [exitCode, outBytes, errBytes] = bytes.toString('latin1', 0, lineEnd).split(' ').map(Number);
      const outEnd = lineEnd + 1 + outBytes;
      const end = outEnd + errBytes;
      this.expected = end;
      if (bytes.length < end) return;
      this.expected = 0;
      this.pieces = [bytes.subarray(end)];
      this.received = bytes.length - end;
      const stdout = bytes.toString('utf8', lineEnd + 1, outEnd);
      this.waiting.shift()?.({ stdout, stderr: bytes.toString('utf8', outEnd, end), exitCode });
    }
  }

  private close(): void {
    this.ended = true;
    for (const resolve of this.waiting.splice(0)) resolve(null);
  }
}
