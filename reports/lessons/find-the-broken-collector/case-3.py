import gc


class Player:
    def __init__(self, name):
        self.name = name


ada = Player("Ada")
scores = {ada: 10}
print("before:", ada in scores, scores[ada])
gc.collect()
print("after: ", ada in scores, len(scores))
print("found: ", scores.get(ada, "nobody"))
