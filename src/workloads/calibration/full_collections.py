"""Collections over objects that all stay."""
import gc


def main(count):
    kept = [[i] for i in range(3000)]
    for _ in range(count // 1500):
        gc.collect()
    kept = None
