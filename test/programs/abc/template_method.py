# Abstract bases in use.
from abc import ABC, abstractmethod
class Exporter(ABC):
    def export(self, rows):
        return self.head() + self.sep().join(self.row(r) for r in rows) + self.tail()
    def head(self): return ""
    def tail(self): return ""
    @abstractmethod
    def row(self, r): ...
    @abstractmethod
    def sep(self): ...
class Csv(Exporter):
    def row(self, r): return ",".join(map(str, r))
    def sep(self): return "\n"
class Html(Exporter):
    def head(self): return "<ul>"
    def tail(self): return "</ul>"
    def row(self, r): return f"<li>{r}</li>"
    def sep(self): return ""
class Broken(Exporter):
    def row(self, r): return ""
for cls in (Csv, Html, Broken, Exporter):
    try: print(repr(cls().export([(1, 2), (3, 4)])))
    except TypeError as e: print(e)
print(issubclass(Csv, Exporter), isinstance(Html(), ABC), sorted(Exporter.__abstractmethods__))
