# stderr: full
print("never printed")
print "hello"
