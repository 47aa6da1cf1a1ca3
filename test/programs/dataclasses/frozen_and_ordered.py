# Frozen, ordered, hashable records.
from dataclasses import dataclass, FrozenInstanceError
@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    label: str = ""
    @classmethod
    def parse(cls, s):
        a, _, b = s.partition(".")
        return cls(int(a), int(b or 0))
vs = [Version.parse(s) for s in ("1.2", "0.9", "1", "1.10")]
print(sorted(vs)[0], max(vs), Version(1, 2) in set(vs), {Version(1): "one"}[Version.parse("1")], vs[0] > vs[1], vs[0] <= vs[0])
try: vs[0].major = 5
except FrozenInstanceError as e: print(type(e).__name__, e)
try: vs[0] < (1, 2)
except TypeError as e: print(e)
print(hash(Version(1, 2)) == hash((1, 2, "")), len({Version(1), Version(1)}))
