# stderr: full
print("never printed")
break
