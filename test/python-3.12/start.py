# Where the collector stands when a program begins.
import gc
print(gc.get_count()[1] >= 4, gc.get_count()[2], gc.get_stats()[1]["collections"], gc.get_stats()[2]["collections"], gc.isenabled())
