# What classes say of their layout, from which a program computes sizes by hand.
# tier: C
import types, collections, itertools, functools, operator, weakref, sys, re, array
ts = [int, str, list, dict, set, frozenset, tuple, float, complex, bool, bytes, bytearray, memoryview, range, slice, type, object, super, property, classmethod, staticmethod, enumerate, zip, map, filter, reversed, types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.CodeType, types.FrameType, types.TracebackType, types.CellType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.ModuleType, types.MappingProxyType, types.GetSetDescriptorType, types.MemberDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType, types.ClassMethodDescriptorType, types.GenericAlias, types.UnionType, types.NoneType, types.EllipsisType, types.NotImplementedType, BaseException, Exception, ValueError, KeyError, StopIteration, OSError, SystemExit, ImportError, SyntaxError, UnicodeDecodeError, BaseExceptionGroup, ExceptionGroup, weakref.ref, weakref.ProxyType, weakref.CallableProxyType, collections.deque, collections.OrderedDict, collections.defaultdict, itertools.count, itertools.chain, functools.partial, operator.itemgetter, re.Pattern, re.Match, array.array, type(iter([])), type(iter(())), type(iter('')), type(iter({})), type(iter({1})), type(iter(range(1))), type({}.keys()), type({}.values()), type({}.items()), type(iter({}.values())), type(iter({}.items())), type(reversed([])), type(reversed({})), type((lambda: sys._getframe().f_locals)()), type(iter(b'')), type(iter(bytearray())), type(sys.flags), type(sys.version_info), types.SimpleNamespace, type(iter(int, 1))]
class A: pass
class B: __slots__ = ()
class C(dict): pass
class D(A): __slots__ = ('x',)
class E(int): pass
for t in ts + [A, B, C, D, E]:
    f = t.__flags__
    print((t.__module__ + "." + t.__name__).ljust(40), hex(t.__flags__ & ~(1 << 19)), t.__basicsize__, t.__itemsize__, t.__dictoffset__, t.__weakrefoffset__)
import abc, enum, typing, collections.abc
class F(type): pass
class G(metaclass=F): pass
class H(list): pass
class I(tuple): pass
class J(ValueError): pass
class K: 
    __slots__ = ('a', '__dict__')
class L:
    __slots__ = ('a', '__weakref__')
class Mm(abc.ABC):
    @abc.abstractmethod
    def x(self): pass
class N(str): pass
class O(bytes): __slots__ = ()
class P(enum.Enum): A = 1
class Q(collections.abc.Sequence): pass
class R(collections.abc.Mapping): pass
class S: 
    def __call__(self): pass
class T: 
    def __del__(self): pass
class U(float): __slots__ = ()
class V(set): pass
class W(collections.OrderedDict): pass
class X(collections.deque): pass
class Y: __slots__ = ('a', 'b')
class Z(Y): pass
NT = collections.namedtuple('NT', 'a b')
for t in (F, G, H, I, J, K, L, Mm, N, O, P, Q, R, S, T, U, V, W, X, Y, Z, NT):
    print((t.__module__ + "." + t.__name__).ljust(40), hex(t.__flags__ & ~(1 << 19)), t.__basicsize__, t.__itemsize__, t.__dictoffset__, t.__weakrefoffset__)
print(sys.getsizeof(ExceptionGroup), sys.getsizeof(A), sys.getsizeof(G))
