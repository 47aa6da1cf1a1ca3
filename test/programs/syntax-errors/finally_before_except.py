# stderr: full
print("never printed")
try:
    pass
finally:
    pass
except ValueError:
    pass
