# stderr: full
print("never printed")
try:
    pass
except ValueError as a.b:
    pass
