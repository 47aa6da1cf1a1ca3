"""State machines: enums with behaviour, flags, a table of transitions, a vending machine."""
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


@unique
class Light(Enum):
    RED = auto()
    GREEN = auto()
    AMBER = auto()

    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]

    @property
    def seconds(self):
        return {"RED": 30, "GREEN": 25}.get(self.name, 4)


light, clock = Light.RED, 0
for _ in range(5):
    print(f"{clock:>4}s {light.name:<6} {light!r} {light.value}")
    clock += light.seconds
    light = light.next()


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


mine = Access.READ | Access.RUN
print(mine, Access.WRITE in mine, ~mine, mine & Access.RUN, Access(7) is Access.ALL, list(Access.ALL), bool(mine & Access.WRITE))


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Unit(StrEnum):
    METRE = auto()
    FOOT = "ft"


print(Level.HIGH > Level.LOW, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}", Level(10).name)
print(Unit.METRE, f"{Unit.FOOT:>5}", Unit("ft") is Unit.FOOT, "metre" == Unit.METRE, Unit.FOOT.upper())


class Vending:
    class State(Enum):
        IDLE = "idle"
        PAID = "paid"
        BROKEN = "broken"

    TABLE = {
        (State.IDLE, "coin"): (State.PAID, "thanks"),
        (State.PAID, "coin"): (State.PAID, "returned"),
        (State.PAID, "push"): (State.IDLE, "here you are"),
        (State.IDLE, "kick"): (State.BROKEN, "crack"),
    }

    def __init__(self):
        self.state = self.State.IDLE

    def event(self, name):
        try:
            self.state, answer = self.TABLE[self.state, name]
        except KeyError:
            answer = f"nothing happens when {self.state.value} and {name}"
        return answer


machine = Vending()
for event in ["push", "coin", "coin", "push", "kick", "coin"]:
    print(f"{event:<5} -> {machine.event(event):<42} {machine.state}")
for broken in (lambda: Light(9), lambda: Light["BLUE"], lambda: setattr(Light, "RED", 3), lambda: Light.RED < Light.GREEN, lambda: Unit(5)):
    try:
        broken()
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
print(Light.RED.__class__, len(Light), Light.__members__.keys(), isinstance(Light.RED, Light), {Light.RED: 1}[Light.RED])
