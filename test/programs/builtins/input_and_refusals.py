# stdin is empty: input() raises EOFError.
try:
    input("prompt> ")
except EOFError as e:
    print()
    print("EOFError", e)
import sys
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))
print(callable(open), callable(input), callable(breakpoint), callable(help) if "help" in dir(__builtins__) else True)
