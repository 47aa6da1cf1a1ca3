# stderr: full
print(1, 2, sep='', end='\n\n', flush=True)
print('no newline', end='')
raise Exception('after partial line')
