"""Dicts that grow, with keys that are strings."""


def main(count):
    names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"]
    for _ in [None] * (count // 4):
        table = {}
        for name in names:
            table[name] = name
        table = None
