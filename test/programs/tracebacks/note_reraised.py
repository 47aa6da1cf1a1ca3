# stderr: full
def a(): b()
def b(): c()
def c(): raise IndexError('deep')
try: a()
except IndexError as e:
    e.add_note('a note'); raise
