# Floats: attributes, arithmetic, comparisons and functions of math.

import math


class Particle:
    def __init__(self, x, y, vx, vy):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy

    def move(self, step):
        pull = -1.0 / (1.0 + self.x * self.x + self.y * self.y)
        self.vx += pull * self.x * step
        self.vy += pull * self.y * step
        self.x += self.vx * step
        self.y += self.vy * step


def integral(steps):
    total = 0.0
    width = 1.0 / steps
    for i in range(steps):
        x = (i + 0.5) * width
        total += math.sqrt(1.0 - x * x) * width
    return total * 4.0


def main():
    particles = [Particle(math.cos(i), math.sin(i), 0.1 * i, -0.1) for i in range(40)]
    for _ in range(16000):
        for particle in particles:
            particle.move(0.01)
    energy = sum(p.vx**2 + p.vy**2 + math.log1p(p.x**2 + p.y**2) for p in particles)
    print(f"{energy:.6f} {integral(400000):.9f}")


main()
