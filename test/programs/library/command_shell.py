import cmd, shlex, io, sys
class Bank(cmd.Cmd):
    intro = "Welcome. Type help."
    prompt = "(bank) "
    def __init__(self): super().__init__(); self.acc = {}; self.use_rawinput = False
    def do_open(self, arg):
        """open NAME [AMOUNT]: a new account"""
        parts = shlex.split(arg)
        if not parts: print("name?"); return
        self.acc[parts[0]] = int(parts[1]) if len(parts) > 1 else 0
    def do_move(self, arg):
        "move A B N"
        a, b, n = shlex.split(arg); n = int(n)
        if self.acc[a] < n: print(f"{a} has only {self.acc[a]}"); return
        self.acc[a] -= n; self.acc[b] += n
    def do_show(self, arg): print(" ".join(f"{k!r}={v}" for k, v in sorted(self.acc.items())) or "(none)")
    def do_quit(self, arg): print("bye"); return True
    def help_topics(self): print("all topics")
    def default(self, line): print("what is", line.split()[0], "?")
    def emptyline(self): print("(nothing)")
    def precmd(self, line): print("$", line); return line
    def postcmd(self, stop, line): return stop
b = Bank()
b.stdin = io.StringIO('open ann 10\nopen "bob smith"\n\nmove ann "bob smith" 4\nmove ann "bob smith" 40\nshow\nfrob x\nhelp\nhelp open\nhelp topics\nhelp nope\n?move\n!ls\nquit\nshow\n')
b.cmdloop()
print(b.parseline("open x y"), b.parseline("?a"), b.parseline(""), b.completenames("o"), b.lastcmd, b.identchars[:3])
b.columnize([f"item{i}" for i in range(12)], 40)
