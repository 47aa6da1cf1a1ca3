# stderr: full
try:
    try: raise ValueError('one')
    except ValueError: raise TypeError('two')
    finally: print('cleanup')
except TypeError as e:
    raise KeyError('three') from e
