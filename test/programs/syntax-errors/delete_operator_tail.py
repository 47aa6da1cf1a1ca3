# stderr: full
first = 1
del first |
