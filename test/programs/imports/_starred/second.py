VALUE = "a module that __all__ names"
