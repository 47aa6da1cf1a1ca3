"""N-body: five planets, boxed floats that die at the next operation.

Purpose: nearly every byte is a float or a tuple slot that lives for one expression. It shows
what the free list or bump pointer for one small size costs, and nothing else.
Exercises: floats, attributes, short lives
Observes: nothing
Source: the n-body task of the Computer Language Benchmarks Game; planet data of JPL Horizons
"""

import math

STEPS = 36000  # param: time steps of 0.01 days; 1..100000000; small 25

SOLAR_MASS = 4.0 * math.pi * math.pi
DAYS_PER_YEAR = 365.24


class Body:
    def __init__(self, name, position, velocity, mass):
        self.name = name
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = (part * DAYS_PER_YEAR for part in velocity)
        self.mass = mass * SOLAR_MASS


def solar_system():
    return [
        Body("sun", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0),
        Body(
            "jupiter",
            (4.84143144246472090, -1.16032004402742839, -0.103622044471123109),
            (0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023),
            0.000954791938424326609,
        ),
        Body(
            "saturn",
            (8.34336671824457987, 4.12479856412430479, -0.403523417114321381),
            (-0.00276742510726411045, 0.00499852801234917238, 0.0000230417297573763929),
            0.000285885980666130812,
        ),
        Body(
            "uranus",
            (12.8943695621391310, -15.1111514016986312, -0.223307578892655734),
            (0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556),
            0.0000436624404335156298,
        ),
        Body(
            "neptune",
            (15.3796971148509165, -25.9193146099879641, 0.179258772950371181),
            (0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870),
            0.0000515138902046611451,
        ),
    ]


def stop_the_drift(bodies):
    """Give the sun the momentum that makes the whole system stand still."""
    sun = bodies[0]
    for body in bodies[1:]:
        sun.vx -= body.vx * body.mass / sun.mass
        sun.vy -= body.vy * body.mass / sun.mass
        sun.vz -= body.vz * body.mass / sun.mass


def pairs_of(bodies):
    return [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]


def advance(bodies, pairs, step):
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        square = dx * dx + dy * dy + dz * dz
        pull = step / (square * math.sqrt(square))
        from_b = b.mass * pull
        from_a = a.mass * pull
        a.vx -= dx * from_b
        a.vy -= dy * from_b
        a.vz -= dz * from_b
        b.vx += dx * from_a
        b.vy += dy * from_a
        b.vz += dz * from_a
    for body in bodies:
        body.x += step * body.vx
        body.y += step * body.vy
        body.z += step * body.vz


def energy(bodies, pairs):
    total = 0.0
    for body in bodies:
        square = body.vx * body.vx + body.vy * body.vy + body.vz * body.vz
        total += 0.5 * body.mass * square
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        total -= a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def main():
    bodies = solar_system()
    pairs = pairs_of(bodies)
    stop_the_drift(bodies)
    print(f"energy at the start: {energy(bodies, pairs):.9f}")
    for _ in range(STEPS):
        advance(bodies, pairs, 0.01)
    print(f"after {STEPS} steps: {energy(bodies, pairs):.9f}")
    for body in bodies:
        print(f"{body.name:8} {body.x:12.6f} {body.y:12.6f} {body.z:12.6f}")


main()
