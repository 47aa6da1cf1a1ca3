import copy

rows = [[1], [2]]
shallow = rows[:]
deep = copy.deepcopy(rows)
rows[1].append(3)
print("shallow:", shallow)
print("deep:   ", deep)
