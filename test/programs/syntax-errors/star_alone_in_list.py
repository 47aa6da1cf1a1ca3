# stderr: full
x = sorted([*, "a"])
