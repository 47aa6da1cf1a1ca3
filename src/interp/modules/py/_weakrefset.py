"""The set of weak references."""
from _weakref_collections import WeakSet

__all__ = ["WeakSet"]
