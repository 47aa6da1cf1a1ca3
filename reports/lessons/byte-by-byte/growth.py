items = []
for turn in range(9):
    items.append(None)
print("items:", len(items))
