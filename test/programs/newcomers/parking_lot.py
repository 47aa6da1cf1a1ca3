"""A parking lot with tickets, prices by the hour, and a report at closing time."""
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum


class Size(Enum):
    SMALL = "S"
    MEDIUM = "M"
    LARGE = "L"

    @property
    def rate(self):
        return {Size.SMALL: 1.5, Size.MEDIUM: 2.25, Size.LARGE: 4.0}[self]

    def __lt__(self, other):
        order = list(Size)
        return order.index(self) < order.index(other)


@dataclass(frozen=True)
class Vehicle:
    plate: str
    size: Size = Size.MEDIUM


@dataclass(order=True)
class Spot:
    number: int
    size: Size = field(compare=False)
    vehicle: Vehicle | None = field(default=None, compare=False, repr=False)

    @property
    def free(self):
        return self.vehicle is None


class LotFull(Exception):
    def __init__(self, vehicle):
        super().__init__(f"no spot for {vehicle.plate}")
        self.vehicle = vehicle


class Lot:
    def __init__(self, layout):
        self.spots = [Spot(n, Size(letter)) for n, letter in enumerate(layout, 1)]
        self.entered = {}
        self.income = 0.0

    def park(self, vehicle, when):
        fitting = [s for s in self.spots if s.free and not s.size < vehicle.size]
        if not fitting:
            raise LotFull(vehicle)
        spot = min(fitting, key=lambda s: (list(Size).index(s.size), s))
        spot.vehicle = vehicle
        self.entered[vehicle.plate] = (spot, when)
        return spot

    def leave(self, plate, when):
        spot, since = self.entered.pop(plate)
        hours = -(-(when - since) // timedelta(hours=1))
        price = max(1, hours) * spot.vehicle.size.rate
        spot.vehicle = None
        self.income += price
        return price

    def __str__(self):
        return " ".join("[%s%s]" % (s.size.value, "" if s.free else ":" + s.vehicle.plate) for s in self.spots)


lot = Lot("SSMML")
morning = datetime(2024, 5, 1, 8, 0)
cars = [Vehicle("AAA", Size.SMALL), Vehicle("BBB"), Vehicle("CCC", Size.LARGE), Vehicle("DDD"), Vehicle("EEE", Size.LARGE)]
for minute, car in enumerate(cars):
    try:
        print(car, "->", lot.park(car, morning + timedelta(minutes=7 * minute)))
    except LotFull as full:
        print("sorry:", full, full.vehicle.size.name.title())
print(lot)
for plate, hour, minute in [("AAA", 8, 20), ("CCC", 12, 15), ("BBB", 23, 59)]:
    print(f"{plate} pays {lot.leave(plate, morning.replace(hour=hour, minute=minute)):>8.2f}")
try:
    lot.leave("ZZZ", morning)
except KeyError as missing:
    print("unknown plate", missing)
print(lot, f"{lot.income:,.2f}", sorted(lot.entered))
