import graphlib, sched, time, heapq, contextvars, collections, functools, colorsys, getopt, timeit
deps = {"deploy": {"test", "package"}, "test": {"build"}, "package": {"build", "docs"}, "build": {"fetch"}, "docs": {"fetch"}}
ts = graphlib.TopologicalSorter(deps); ts.prepare(); wave = 0
while ts.is_active():
    ready = sorted(ts.get_ready()); print(wave, ready); wave += 1; ts.done(*ready)
try: graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare()
except graphlib.CycleError as e: print(e.args[0], len(e.args[1]), e.args[1][0] == e.args[1][-1])
for f in [lambda: ts.add("x"), lambda: ts.done("zz"), lambda: graphlib.TopologicalSorter().get_ready()]:
    try: f()
    except ValueError as e: print(e)
now = [0.0]; s = sched.scheduler(lambda: now[0], lambda d: now.__setitem__(0, now[0] + d)); out = []
s.enter(5, 1, out.append, ("five",)); s.enter(1, 2, out.append, ("one-b",)); s.enter(1, 1, out.append, ("one-a",)); ev = s.enter(3, 1, out.append, ("never",)); s.cancel(ev); s.enterabs(2, 1, lambda: s.enter(1, 0, out.append, ("nested",)))
print(len(s.queue)); s.run(); print(out, now, s.empty())
user = contextvars.ContextVar("user", default="anon"); ctx = contextvars.copy_context(); tok = user.set("bob")
print(user.get(), ctx.run(user.get), ctx.run(lambda: (user.set("eve"), user.get())[1]), ctx[user], user.get()); user.reset(tok); print(user.get(), user in contextvars.copy_context())
try: user.reset(tok)
except RuntimeError as e: print("already used" in str(e))
try: contextvars.ContextVar("none").get()
except LookupError as e: print("LookupError")
print([round(x, 4) for x in colorsys.rgb_to_hsv(0.2, 0.4, 0.6)], colorsys.hsv_to_rgb(0, 1, 1), [round(v, 3) for v in colorsys.rgb_to_hls(1, 0.5, 0)], colorsys.hls_to_rgb(0.5, 0.5, 0))
print(getopt.getopt("-a -b val --long=1 --flag rest -x".split(), "ab:", ["long=", "flag"]), getopt.gnu_getopt("x -a y".split(), "a"))
for a in ["-z", "-b", "--long", "--flag=1", "--lo"]:
    try: print(getopt.getopt([a], "ab:", ["long=", "flag", "long2"]))
    except getopt.GetoptError as e: print(e)
print(timeit.timeit("x += 1", setup="x = 0", number=100) >= 0, len(timeit.repeat(lambda: None, number=3, repeat=2)))
