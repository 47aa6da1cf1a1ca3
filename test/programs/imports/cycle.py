# Circular imports see half-made modules.
import _cycle_a
print(_cycle_a.both(), _cycle_a._cycle_b._cycle_a is _cycle_a)
