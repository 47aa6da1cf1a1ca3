# An enum with behaviour and a state machine.
from enum import Enum, auto
class Light(Enum):
    RED = auto()
    GREEN = auto()
    YELLOW = auto()
    @property
    def next(self):
        members = list(Light)
        return members[(members.index(self) + 1) % len(members)]
    @property
    def stop(self): return self is not Light.GREEN
l = Light.RED
for _ in range(4):
    print(l.name, l.value, l.stop, end="; ")
    l = l.next
print()
print(Light["GREEN"], Light(3), [x.name for x in Light], Light.RED == Light.RED, Light.RED is Light(1), {Light.RED: "halt"}[Light.RED], isinstance(l, Light))
try: Light("blue")
except ValueError as e: print(e)
