# stderr: full
print("never printed")
x = “quoted”
