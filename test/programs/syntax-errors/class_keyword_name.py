# stderr: full
print("never printed")
class class: pass
