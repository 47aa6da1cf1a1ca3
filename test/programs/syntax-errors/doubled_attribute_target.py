# stderr: full
class T:
    def f(self):
        self.a, self.b b, self.c = 1, 2, 3
