import configparser, io
text = """
[DEFAULT]
base = /srv
debug = no
[paths]
data = %(base)s/data
logs: %(data)s/logs
[server]
host = example.org
port = 8080
debug = yes
ratio = 0.75
motd = hello
  world
; comment
empty =
"""
c = configparser.ConfigParser(); c.read_string(text)
print(c.sections(), c["paths"]["logs"], c.getint("server", "port") + 1, c.getboolean("server", "debug"), c.getboolean("paths", "debug"), c.getfloat("server", "ratio"), repr(c["server"]["motd"]), repr(c["server"]["empty"]))
print(dict(c["server"]), "HOST" in c["server"], c.has_section("nope"), c.get("server", "nope", fallback=None), c["server"].getint("port"), c["server"].get("zz", "dflt"), list(c))
c["new"] = {"k": "v", "Other": 3}; c.set("new", "x", "y"); c.remove_option("new", "k"); c.remove_section("paths"); out = io.StringIO(); c.write(out); print(out.getvalue())
for f in [lambda: c["missing"], lambda: c.get("server", "zz"), lambda: c.getint("server", "host"), lambda: c.getboolean("server", "host"), lambda: c.add_section("server"), lambda: c.set("server", "p", 5), lambda: c.read_string("x = 1"), lambda: c.read_string("[a]\nb=1\nb=2"), lambda: c.read_string("[q]\nv = %(nope)s") or c["q"]["v"], lambda: c.read_string("[w]\nnovalue")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
r = configparser.RawConfigParser(allow_no_value=True, delimiters=("=",)); r.optionxform = str; r.read_string("[S]\nKey=%(raw)s\nflag\nurl=http://x:80\n"); print(r.items("S"), r.options("S"))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation()); e.read_string("[a]\nx=1\n[b]\ny=${a:x}${z}\nz=q\n"); print(e["b"]["y"], e.read(["nothing.ini"]), e.defaults())
