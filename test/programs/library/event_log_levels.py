import logging, sys, io
class ListHandler(logging.Handler):
    def __init__(self): super().__init__(); self.records = []
    def emit(self, record): self.records.append((record.levelname, record.name, record.getMessage()))
root = logging.getLogger()
lh = ListHandler(); root.addHandler(lh); root.setLevel(logging.INFO)
a = logging.getLogger("app"); b = logging.getLogger("app.db")
b.debug("hidden"); b.info("rows=%d took %.2fs", 3, 0.125); a.warning("disk %(free)s%%", {"free": 3})
b.setLevel(logging.DEBUG); b.debug("now seen")
a.propagate = False; a.info("lost"); b.info("lost too"); a.propagate = True
try: {}["k"]
except KeyError: a.exception("failed")
for r in lh.records: print(r)
print(b.parent is a, a.parent is root, b.getEffectiveLevel(), a.getEffectiveLevel(), a.isEnabledFor(10))
s = io.StringIO()
h = logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)10s|%(message)s|%(lineno)d"))
h.addFilter(lambda rec: "secret" not in rec.getMessage())
a.addHandler(h); a.error("one"); a.error("secret two"); b.critical("three"); print(s.getvalue())
logging.addLevelName(25, "NOTICE"); a.log(25, "custom"); print(lh.records[-1], logging.getLevelName("NOTICE"), logging.getLevelName(99))
ad = logging.LoggerAdapter(a, {"user": "ann"}); ad.info("hi"); print(lh.records[-1])
try: a.setLevel("LOUD")
except ValueError as e: print(e)
try: a.setLevel(2.5)
except TypeError as e: print(e)
logging.disable(logging.CRITICAL); a.error("nope"); print(lh.records[-1]); logging.disable(logging.NOTSET)
print(a, b, root, lh, logging.getLogger("app") is a, repr(logging.NullHandler()))
rec = logging.makeLogRecord({"msg": "x=%s", "args": (5,), "levelno": 20, "levelname": "INFO"}); print(rec.getMessage(), logging.Formatter("{levelname}:{message}", style="{").format(rec), logging.Formatter("$message!", style="$").format(rec))
for bad in [("%(nope", "%"), ("plain", "%"), ("{", "{"), ("x", "?")]:
    try: logging.Formatter(bad[0], style=bad[1])
    except ValueError as e: print(e)
