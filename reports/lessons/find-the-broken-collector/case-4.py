import gc

log = []


class File:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append("closed " + self.name)


def work(name):
    file = File(name)
    file.itself = file


for name in ("a", "b", "c", "d"):
    work(name)
gc.collect()
print(sorted(log))
