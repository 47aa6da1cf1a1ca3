# A buffered writer gives its raw stream what does not fit, and keeps what would block.
import io

class Raw(io.RawIOBase):
    def __init__(self): self.got = []
    def writable(self): return True
    def write(self, b): self.got.append(bytes(b)); return len(b)
for size in 1, 4, 8:
    r = Raw(); w = io.BufferedWriter(r, size)
    for n in 3, 3, 9, 1, 20, 8, 4:
        w.write(bytes(range(65, 65 + n))); print(size, n, r.got)
    w.flush(); print(r.got)
    w.close()
class Slow(io.RawIOBase):
    def __init__(self, *answers): self.got = []; self.answers = list(answers)
    def writable(self): return True
    def write(self, b):
        n = self.answers.pop(0) if self.answers else len(b)
        if isinstance(n, int) and 0 <= n <= len(b): self.got.append(bytes(b[:n]))
        return n
for answers in (2, 1), (None,), (0, 0, 3), (99,), (-1,), (3, None), (None, None, 2):
    r = Slow(*answers); w = io.BufferedWriter(r, 4)
    for n in 3, 3, 9, 4:
        try: print(answers, n, w.write(bytes(range(65, 65 + n))), r.got)
        except Exception as e: print(answers, n, type(e).__name__, e, getattr(e, "characters_written", None), r.got)
    for _ in range(3):
        try: w.flush(); print("flushed", r.got)
        except Exception as e: print(type(e).__name__, e, getattr(e, "characters_written", None), r.got)
