import copy

grid = [[0, 0]] * 3
grid[0][0] = 7
print("grid:   ", grid)
print("rows:   ", len(grid), "/ lists:", len({id(row) for row in grid}))

fixed = [[0, 0] for _ in range(3)]
fixed[0][0] = 7
print("fixed:  ", fixed)

shallow = fixed[:]
deep = copy.deepcopy(fixed)
fixed[1].append(8)
print("shallow:", shallow)
print("deep:   ", deep)
