import optparse, sys, io, contextlib
def parser():
    p = optparse.OptionParser(usage="usage: %prog [options] FILE...", version="%prog 2.1", prog="wc2", description="Counts words, lines and characters of its input, in the order asked for.", epilog="See also: wc.")
    p.add_option("-l", "--lines", action="store_true", default=False, help="count lines")
    p.add_option("-m", "--max", type="int", metavar="N", default=10, help="most to show [default: %default]")
    p.add_option("-e", "--exclude", action="append", help="leave out PATTERN", metavar="PATTERN")
    p.add_option("-v", action="count", dest="verbosity", default=0)
    p.add_option("--mode", type="choice", choices=["fast", "slow"], default="fast")
    p.add_option("--ratio", type=float, nargs=1); p.add_option("--pt", nargs=2, type="int")
    g = optparse.OptionGroup(p, "Risky", "Use with care."); g.add_option("--no-check", action="store_false", dest="check", default=True); p.add_option_group(g)
    return p
for line in ["a b", "-l -m5 x", "-vv -e a -e b", "--mode slow --ratio 1.5 --pt 1 2 z", "--max=x", "--mode=zz", "--bogus", "-q", "--no", "--pt 1", "-h", "--version", "--m 3", "-- -l", "--lines=3"]:
    err, out = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out): o, a = parser().parse_args(line.split())
        print(line, "=>", vars(o), a)
    except SystemExit as e: print(line, "=> exit", e.code, err.getvalue().strip().split("\n")[-1]); print(out.getvalue(), end="")
print(parser().format_help(), parser().get_usage(), parser().get_version())
try: optparse.make_option("x")
except optparse.OptionError as e: print(e)
try: p = parser(); p.add_option("-l")
except optparse.OptionConflictError as e: print(e)
