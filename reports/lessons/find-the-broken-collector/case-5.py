import gc

saved = []


class Phoenix:
    def __init__(self):
        self.me = self
        self.lives = 0

    def __del__(self):
        self.lives += 1
        saved.append(self)


bird = Phoenix()
del bird
gc.collect()
print("lives:", saved[0].lives)
saved.clear()
gc.collect()
print("saved again:", len(saved))
