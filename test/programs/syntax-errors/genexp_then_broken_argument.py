# stderr: full
total = min(n for n in range( , 1))
