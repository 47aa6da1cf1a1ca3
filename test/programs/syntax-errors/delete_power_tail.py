# stderr: full
del first, second **
