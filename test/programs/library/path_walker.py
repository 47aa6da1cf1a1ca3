import os, pathlib, shutil, tempfile, glob, fnmatch, stat, json
with tempfile.TemporaryDirectory() as top:
    base = pathlib.Path(top)
    for rel, text in {"src/a.py": "print(1)\n", "src/pkg/b.py": "x = 2\n" * 3, "src/pkg/data.json": '{"k": [1, 2]}', "README.md": "# hi\n", "docs/i.txt": "é\n"}.items():
        p = base / rel; p.parent.mkdir(parents=True, exist_ok=True); p.write_text(text, encoding="utf-8")
    print(sorted(str(p.relative_to(base)) for p in base.rglob("*")))
    print(sorted(p.name for p in base.glob("**/*.py")), sum(p.stat().st_size for p in base.rglob("*") if p.is_file()))
    for d, ds, fs in os.walk(top): ds.sort(); print(os.path.relpath(d, top), sorted(ds), sorted(fs))
    print(json.loads((base / "src/pkg/data.json").read_text())["k"], (base / "docs/i.txt").read_bytes(), len((base / "src/pkg/b.py").read_text().splitlines()))
    shutil.copytree(base / "src", base / "copy"); print(sorted(os.listdir(base / "copy")), (base / "copy/pkg/b.py").exists())
    (base / "README.md").rename(base / "LIES.md"); print(sorted(x.name for x in base.iterdir()), (base / "README.md").exists())
    shutil.rmtree(base / "copy"); print((base / "copy").is_dir())
    for f in [lambda: (base / "zz").read_text(), lambda: (base / "src").rmdir(), lambda: (base / "src").mkdir(), lambda: (base / "LIES.md" / "x").write_text(""), lambda: os.listdir(base / "LIES.md"), lambda: open(base / "src"), lambda: (base / "no/dir").touch()]:
        try: f()
        except OSError as e: print(type(e).__name__, e.errno, e.strerror)
    with open(base / "m.txt", "w+") as f:
        f.write("one\ntwo\nthree\n"); f.seek(0); print(f.readline(), end=""); print([l.strip() for l in f]); f.seek(4); f.write("TWO"); f.seek(0); print(f.read().split())
    with open(base / "m.txt", "rb+") as f: print(f.seek(-6, os.SEEK_END), f.read(), f.tell(), f.truncate(3)); 
    print((base / "m.txt").read_text(), stat.filemode(os.stat(base / "m.txt").st_mode)[0])
    with open(base / "x.txt", "x") as f: print("a", "b", sep="-", file=f)
    try: open(base / "x.txt", "x")
    except FileExistsError as e: print(e.errno)
    print(sorted(os.path.basename(g) for g in glob.glob(os.path.join(top, "*.txt"))), fnmatch.filter(["a.py", "b.txt"], "*.py"))
    f = open(base / "x.txt"); f.close()
    for op in [f.read, lambda: f.write("x"), lambda: open(base / "x.txt").write("q"), lambda: open(base / "x.txt", "w").read(), lambda: open(base / "x.txt", "rb").write(b"")]:
        try: op()
        except (ValueError, OSError) as e: print(type(e).__name__, e)
print(os.path.exists(top))
p = pathlib.PurePosixPath("/usr/local/lib/x.tar.gz")
print(p.parts, p.suffixes, p.stem, p.with_suffix(".zip"), p.parents[1], p.is_relative_to("/usr"), p.match("*.gz"), p / "../y", p.joinpath("/etc"), pathlib.PurePosixPath("a//b/./c/.."), sorted([pathlib.PurePosixPath("b"), pathlib.PurePosixPath("a/c")]))
print(os.path.join("a", "", "b"), os.path.normpath("//a/../b/"), os.path.splitext(".bashrc"), os.path.split("/"), os.path.commonprefix(["abc", "abd"]), os.path.isabs("a"), os.path.dirname("/a/b/"), pathlib.PureWindowsPath("C:/a\\b").parts, repr(pathlib.PureWindowsPath("a/b")))
for f in [lambda: p.relative_to("/etc"), lambda: p.with_name(""), lambda: pathlib.PurePosixPath(5), lambda: os.path.join("a", 5), lambda: os.fspath(3), lambda: os.path.commonpath([]), lambda: pathlib.PurePosixPath("") .with_name("x")]:
    try: print(f())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
