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
 * Answers requests, a JSON line each, by a forked child; limits are the child's own. The child ends as an interpreter does: what the program kept to its end is
 * finalized then.
 */
const SERVER = `
import json, os, resource, select, signal, sys, time
def child(source, out, err):
    os.dup2(out, 1)
    os.dup2(err, 2)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    code = 0
    import types
    main = types.ModuleType("__main__")
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
    import traceback, types, linecache, weakref, gc
    print(json.dumps({"version": sys.version_info[:2]}), flush=True)
    for line in sys.stdin:
        source = json.loads(line)
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
        answer = {"stdout": texts[r1].decode("utf-8", "replace"), "stderr": texts[r2].decode("utf-8", "replace"), "exitCode": code}
        print(json.dumps(answer), flush=True)
serve()
`;

/** A server on one CPython. Requests are answered in their order. */
export class CPython {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((line: string | null) => void)[] = [];
  private rest = '';
  private ended = false;
  private readonly started: Promise<void>;

  constructor(python: string) {
    this.child = spawn(python, ['-c', SERVER], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1' },
    });
    this.child.stdout.setEncoding('utf8');
    this.child.stdout.on('data', (piece: string) => this.received(piece));
    this.child.stderr.resume();
    this.child.on('error', () => this.close());
    this.child.on('exit', () => this.close());
    this.child.stdin.on('error', () => this.close());
    this.started = this.line().then(() => {});
  }

  /** Runs a program; null when the server has ended. */
  async run(source: string): Promise<CPythonRun | null> {
    await this.started;
    if (this.ended) return null;
    const answer = this.line();
    this.child.stdin.write(`${JSON.stringify(source)}\n`);
    const line = await answer;
    return line === null ? null : (JSON.parse(line) as CPythonRun);
  }

  stop(): void {
    this.close();
    this.child.stdin.end();
  }

  private line(): Promise<string | null> {
    if (this.ended) return Promise.resolve(null);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private received(piece: string): void {
    this.rest += piece;
    for (let end = this.rest.indexOf('\n'); end >= 0; end = this.rest.indexOf('\n')) {
      this.waiting.shift()?.(this.rest.slice(0, end));
      this.rest = this.rest.slice(end + 1);
    }
  }

  private close(): void {
    this.ended = true;
    for (const resolve of this.waiting.splice(0)) resolve(null);
  }
}
