__all__ = ["first", "second"]
first = "a name of the package"
