"""The machinery of importlib: its names, for programs that look at specs."""
from importlib.util import ModuleSpec

__all__ = [
    "BYTECODE_SUFFIXES", "BuiltinImporter", "EXTENSION_SUFFIXES", "ExtensionFileLoader", "FileFinder", "FrozenImporter", "ModuleSpec", "PathFinder",
    "SOURCE_SUFFIXES", "SourceFileLoader", "SourcelessFileLoader", "all_suffixes",
]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = [".so"]


class _Loader:
    def create_module(self, spec):
        return None


class BuiltinImporter(_Loader):
    pass


class FrozenImporter(_Loader):
    pass


class PathFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import find_spec
        return find_spec(fullname)

    @staticmethod
    def invalidate_caches(*args):
        pass


class FileFinder(PathFinder):
    def __init__(self, path, *loader_details):
        self.path = path


class SourceFileLoader(_Loader):
    """Runs the source in a file as a module."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_source(self, fullname=None):
        return self.get_data(self.path).decode()

    def get_code(self, fullname=None):
        return compile(self.get_source(), self.path, "exec")

    def exec_module(self, module):
        exec(self.get_code(), module.__dict__)


class SourcelessFileLoader(SourceFileLoader):
    pass


class ExtensionFileLoader(SourceFileLoader):
    pass


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
