"""Utility code for constructing importers, etc."""
import sys
from importlib import import_module

__all__ = ["find_spec", "resolve_name"]


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
    """What is known of a module without running it: its name, and whether it can be imported."""

    def __init__(self, name, loader, *, origin=None):
        self.name, self.loader, self.origin = name, loader, origin
        self.submodule_search_locations = None

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


def _can_import(name):
    # What is imported to see whether it can be is left as it is: a module of this machine is its own spec.
    try:
        import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name and not name.startswith(f"{error.name}."):
            raise
        return False
    return True
