# stderr: full
class A:
    @property
    def p(self):
        return self.helper()
    def helper(self):
        return [][0]
print(A().p)
