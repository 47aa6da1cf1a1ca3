"""sys.meta_path: modules that the program makes itself."""
import importlib.abc
import importlib.metadata
import importlib.util
import linecache
import sys
import traceback


class Shelf(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, sources):
        self.sources = sources

    def find_spec(self, name, path, target=None):
        if name not in self.sources:
            print("not on the shelf:", name)
            return None
        return importlib.util.spec_from_loader(name, self, is_package=name == "crate")

    def exec_module(self, module):
        source = self.sources[module.__name__]
        place = f"<shelf {module.__name__}>"
        linecache.cache[place] = len(source), None, source.splitlines(True), place
        exec(compile(source, place, "exec"), module.__dict__)


sys.meta_path.append(Shelf({
    "greeting": "def hello(name):\n    return f'hello {name}'\n",
    "crate": "size = 3\n",
    "crate.apple": "from crate import size\ndef share(among):\n    return size / among\n",
    "broken": "value = 1\nraise LookupError('no luck')\n",
}))

import greeting
print(greeting.hello("world"), greeting.__spec__.name, sys.modules["greeting"] is greeting)

import crate.apple
from crate import apple
print(apple.share(2), crate.__path__, apple.__package__, crate.apple is apple)
try:
    apple.share(0)
except ZeroDivisionError as error:
    last = traceback.extract_tb(error.__traceback__)[-1]
    print(last.filename, last.lineno, last.name, last.line)
try:
    import broken
except LookupError as error:
    print(error, "broken" in sys.modules)
try:
    import nothing_of_the_kind
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    importlib.metadata.version("nothing-of-the-kind")
except importlib.metadata.PackageNotFoundError as error:
    print(error)
empty = importlib.util.module_from_spec(importlib.util.spec_from_loader("bare", None))
print(empty.__name__, empty.__loader__, repr(empty.__package__))
