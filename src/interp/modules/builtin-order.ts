/**
 * The order of the names in CPython's builtins, as its functions, constants, types and exceptions are put in one after the other. It shows in
 * `vars(builtins)`, and decides which of two names equally far off a NameError suggests.
 */
const ORDER: readonly string[] =
  `__build_class__ __import__ abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format
getattr globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord pow print repr round setattr sorted sum
vars None Ellipsis NotImplemented False True bool memoryview bytearray bytes classmethod complex dict enumerate filter float frozenset property int list
map object range reversed set slice staticmethod str super tuple type zip __debug__ BaseException BaseExceptionGroup Exception GeneratorExit
KeyboardInterrupt SystemExit ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError NameError OSError
ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError Warning FloatingPointError OverflowError
ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning
SyntaxWarning UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError
IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError IndentationError _IncompleteInputError IndexError KeyError
ModuleNotFoundError NotImplementedError PythonFinalizationError RecursionError UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError
ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ExceptionGroup EnvironmentError IOError
open quit exit help`.split(/\s+/u);

const PLACES = new Map(ORDER.map((name, place) => [name, place]));

/** Names and values in CPython's order; what it does not have comes last. */
export function inBuiltinOrder<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  const place = (name: string): number => PLACES.get(name) ?? ORDER.length;
  return entries.toSorted((one, other) => place(one[0]) - place(other[0]));
}
