"""An OSError names a path object by its path."""
import os
import pathlib
import tempfile

with tempfile.TemporaryDirectory() as folder:
    base = pathlib.Path(folder)
    (base / "sub").mkdir()
    (base / "sub" / "file").write_text("x")
    for attempt in (
        lambda: os.mkdir(base / "sub"), lambda: os.rmdir(base / "sub"), lambda: os.listdir(base / "none"), lambda: os.remove(base / "none"),
        lambda: os.rename(base / "none", base / "other"), lambda: open(base / "none"), lambda: os.stat(base / "none"), lambda: (base / "none").unlink(),
    ):
        try:
            attempt()
        except OSError as problem:
            print(type(problem).__name__, str(problem).replace(folder, "FOLDER"), type(problem.filename).__name__, type(problem.filename2).__name__)
