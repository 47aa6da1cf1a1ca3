# stderr: full
class N: pass
x = 1
if x == 1 and N() < 5 and x:
    pass
