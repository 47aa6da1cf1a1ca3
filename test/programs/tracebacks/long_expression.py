# stderr: full
values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]; index = 20; print("a statement before", sum(values[0:3])); print(values[index]); print("never")
