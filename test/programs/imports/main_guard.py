# __name__ == "__main__" only in the program.
from _helper import double
def main():
    print("main runs", double(21))
if __name__ == "__main__":
    main()
import __main__
print(__main__.main is main, __main__.__name__)
