# stderr: full
print("never printed")
x = "\N{NO SUCH CHARACTER}"
