class Loud:
    def __init__(self, name, held=None):
        self.name = name
        self.held = held
    def __del__(self):
        print(self.name)
def overwrite():
    Loud('outer', Loud('inner')).held = None
for i in range(3):
    overwrite()
