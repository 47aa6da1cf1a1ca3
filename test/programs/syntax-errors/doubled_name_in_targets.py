# stderr: full
def crt():
    total, modulus modulus = 0, 1
