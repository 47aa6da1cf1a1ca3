# stderr: full
try:
    int('x')
except ValueError:
    undefined_function()
