import argparse, sys, contextlib, io
def build():
    p = argparse.ArgumentParser(prog="todo", description="Keep a list of things to do, from the command line, with priorities and tags.")
    p.add_argument("-v", "--verbose", action="store_true")
    sub = p.add_subparsers(dest="command", metavar="COMMAND")
    add = sub.add_parser("add", help="add an item"); add.add_argument("text", nargs="+"); add.add_argument("-p", "--priority", type=int, choices=range(1, 4), default=2, help="1 is most urgent (default: %(default)s)"); add.add_argument("-t", "--tag", action="append", default=[])
    done = sub.add_parser("done", help="mark as done"); done.add_argument("id", type=int)
    ls = sub.add_parser("list", help="show items"); g = ls.add_mutually_exclusive_group(); g.add_argument("--open", action="store_const", dest="state", const="open"); g.add_argument("--all", action="store_const", dest="state", const="all")
    ls.add_argument("--sort", choices=["id", "priority"], default="id")
    return p
items = []
def run(line):
    err = io.StringIO()
    try:
        with contextlib.redirect_stderr(err):
            ns = build().parse_args(line.split())
    except SystemExit as e:
        print(f"exit {e.code}: {err.getvalue().strip().splitlines()[-1] if err.getvalue() else ''}"); return
    if ns.command == "add":
        items.append({"id": len(items) + 1, "text": " ".join(ns.text), "p": ns.priority, "tags": ns.tag, "done": False}); print("added", items[-1])
    elif ns.command == "done":
        items[ns.id - 1]["done"] = True; print("done", ns.id)
    elif ns.command == "list":
        for it in sorted(items, key=lambda i: i["p"] if ns.sort == "priority" else i["id"]):
            if ns.state != "open" or not it["done"]: print(f"[{'x' if it['done'] else ' '}] {it['id']:>2} p{it['p']} {it['text']} {it['tags'] or ''}".rstrip())
    else:
        print(ns)
for line in ["add buy milk", "add -p 1 call mum -t family -t phone", "add --priority=3 write report", "list", "done 1", "list --open --sort priority", "list --all --open", "add -p 9 x", "done abc", "frob", "", "-v", "list --sor id", "add", "--help", "add -h"]:
    print(">", line); run(line)
