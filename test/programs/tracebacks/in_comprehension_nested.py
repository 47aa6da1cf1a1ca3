# stderr: full
rows = [[1, 2], [3, None]]
print([[c + 1 for c in r] for r in rows])
