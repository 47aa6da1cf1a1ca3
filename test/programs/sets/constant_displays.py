# The order of a set that is written as a display of constants, in all the places where the compiler makes a frozenset of it.
basket = {'apple', 'orange', 'apple', 'pear', 'orange', 'banana'}
print(basket)
exec("print({'apple', 'orange', 'apple', 'pear', 'orange', 'banana'})")
print([n for n in {17, 9, 1, 25, 33, 'pp qq', 'aaa', 'pear'}])
for word in {'if', 'then', 'else', 'while', 'do', 'end', 'not in names', 'x1', 'x2', 'x3'}: print(word, end=' ')
print('a' in {'b', 'a', 'c'})
print({17, 9, 1, 25, 33}, {'a', 'b'}, {None, True, 'x', 2.5, 3j, b'q', (1, 'z')})
def f(): return {'red', 'green', 'blue', 'cyan', 'magenta', 'yellow', 'black'}
print(f(), f() == f(), sorted(f()))
code = compile("x = {'red', 'green', 'blue', 'cyan', 'magenta', 'yellow', 'black'}", 'f', 'exec')
print([list(each) for each in code.co_consts if type(each) is frozenset])
print(~True, ~False)
