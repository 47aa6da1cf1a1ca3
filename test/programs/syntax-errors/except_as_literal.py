# stderr: full
print("never printed")
try:
    pass
except ValueError as 5:
    pass
