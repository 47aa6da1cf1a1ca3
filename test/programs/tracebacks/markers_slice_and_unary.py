# stderr: full
x = "abc"
y = [1, 2, 3][0:x]
