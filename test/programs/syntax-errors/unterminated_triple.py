# stderr: full
print("never printed")
x = """abc
def
