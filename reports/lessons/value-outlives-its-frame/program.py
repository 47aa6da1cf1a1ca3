def make_counter(start):
    count = start
    scratch = [start, start]

    def up():
        nonlocal count
        count += 1
        return count

    return up


up = make_counter(10)
print(up(), up())
other = make_counter(50)
print(other(), up())
print("captured:", up.__code__.co_freevars)
del up
print("other still counts:", other())
