class A:
    def __init__(self):
        self.colour = "red"
A().color
