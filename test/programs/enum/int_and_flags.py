# IntEnum for comparison, Flag for sets of options.
from enum import IntEnum, Flag, auto
class Priority(IntEnum):
    LOW = 1
    HIGH = 3
print(Priority.HIGH > Priority.LOW, Priority.LOW + 1, sorted([Priority.HIGH, Priority.LOW]), Priority(3).name, max(Priority), [10, 20][Priority.LOW], f"{Priority.LOW:02d}")
class Style(Flag):
    BOLD = auto()
    ITALIC = auto()
    UNDER = auto()
s = Style.BOLD | Style.UNDER
print(s, Style.BOLD in s, Style.ITALIC in s, s & ~Style.BOLD, s ^ Style.ITALIC, bool(s & Style.ITALIC), [m.name for m in s], Style(5) == s, s.value)
