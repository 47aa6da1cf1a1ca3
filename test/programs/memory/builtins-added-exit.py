# tier: C
# What a program puts into the module builtins dies before the modules are emptied.
import builtins
import sys
import types


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self, print=print):
        print(self.n)


builtins.first = D('first of builtins')
builtins.second = D('second of builtins')
sys.own = D('of sys')
held = types.ModuleType('held')
held.member = D('of a module that is held')
sys.modules['held'] = held
held.loop = lambda: held
main = D('of main')
