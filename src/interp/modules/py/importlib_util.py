"""Utility code for constructing importers, etc."""
import sys
from importlib import import_module

__all__ = ["find_spec", "module_from_spec", "resolve_name", "spec_from_file_location", "spec_from_loader"]


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name[level:]}" if name[level:] else bits[0]


class ModuleSpec:
    """What is known of a module without running it: its name, what loads it, and where it comes from."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    @property
    def parent(self):
        return self.name.rpartition(".")[0]

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r}, loader={self.loader!r}, origin={self.origin!r})"


def find_spec(name, package=None):
    """Return the spec for the specified module, None where there is no such module."""
    full = resolve_name(name, package) if name.startswith(".") else name
    if full in sys.modules:
        module = sys.modules[full]
        return None if module is None else getattr(module, "__spec__", None) or ModuleSpec(full, None)
    parent = full.rpartition(".")[0]
    if parent:
        import_module(parent)
    return ModuleSpec(full, None) if _can_import(full) else None


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec of the module that the loader would make."""
    if is_package is None and hasattr(loader, "is_package"):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """A spec of the module whose source is in a file."""
    if loader is None:
        from importlib.machinery import SourceFileLoader
        if not str(location).endswith(".py"):
            return None
        loader = SourceFileLoader(name, str(location))
    spec = ModuleSpec(name, loader, origin=None if location is None else str(location))
    spec.submodule_search_locations = submodule_search_locations
    spec.has_location = location is not None
    return spec


def module_from_spec(spec):
    """An empty module, as the spec says; its loader runs it."""
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    elif spec.name in sys.modules:
        # A module of this machine has no loader: it is made anew from its names.
        module = type(sys)(spec.name)
        module.__dict__.update(sys.modules[spec.name].__dict__)
    if module is None:
        module = type(sys)(spec.name)
    module.__name__, module.__spec__, module.__loader__ = spec.name, spec, spec.loader
    module.__package__ = spec.name if spec.submodule_search_locations is not None else spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def _module_from_finders(name, path):
    """The module that the first of the program's finders knows, loaded; None where none does."""
    for finder in list(sys.meta_path):
        if not hasattr(finder, "find_spec"):
            continue
        spec = finder.find_spec(name, path, None)
        if spec is None:
            continue
        module = module_from_spec(spec)
        sys.modules[name] = module
        try:
            if spec.loader is not None and hasattr(spec.loader, "exec_module"):
                spec.loader.exec_module(module)
            elif spec.loader is not None:
                spec.loader.load_module(name)
        except BaseException:
            sys.modules.pop(name, None)
            raise
        return sys.modules.get(name, module)
    return None


def _can_import(name):
    # What is imported to see whether it can be is left as it is: a module of this machine is its own spec.
    try:
        import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name and not name.startswith(f"{error.name}."):
            raise
        return False
    return True
