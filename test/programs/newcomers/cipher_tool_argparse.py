"""A command line tool, called with several command lines; its errors and its help."""
import argparse
import io
import string
import sys
from contextlib import redirect_stderr, redirect_stdout


def shift(text, by):
    def turn(alphabet):
        return alphabet[by % 26:] + alphabet[:by % 26]
    return text.translate(str.maketrans(string.ascii_letters, turn(string.ascii_lowercase) + turn(string.ascii_uppercase)))


def vigenere(text, key, sign=1):
    out, at = [], 0
    for letter in text:
        if letter.isascii() and letter.isalpha():
            out.append(shift(letter, sign * (ord(key[at % len(key)].lower()) - 97)))
            at += 1
        else:
            out.append(letter)
    return "".join(out)


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not positive")
    return number


def parser():
    main = argparse.ArgumentParser(prog="cipher", description="Hide and show messages.", epilog="Have fun!")
    main.add_argument("-v", "--verbose", action="count", default=0, help="say more (repeat for more)")
    main.add_argument("--version", action="version", version="%(prog)s 1.2")
    commands = main.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")
    caesar = commands.add_parser("caesar", help="shift letters", aliases=["c"])
    caesar.add_argument("text", nargs="+")
    caesar.add_argument("-n", "--shift", type=positive, default=13, metavar="N", help="how far (default: %(default)s)")
    key = commands.add_parser("key", help="shift by a key word")
    key.add_argument("word")
    key.add_argument("text", nargs="*", default=["nothing"])
    mode = key.add_mutually_exclusive_group()
    mode.add_argument("--hide", dest="sign", action="store_const", const=1, default=1)
    mode.add_argument("--show", dest="sign", action="store_const", const=-1)
    key.add_argument("--case", choices=["upper", "lower"])
    return main


def run(line):
    options = parser().parse_args(line.split())
    if options.verbose:
        print(sorted(vars(options).items(), key=lambda pair: pair[0]))
    text = " ".join(options.text)
    match options.command:
        case "caesar" | "c":
            print(shift(text, options.shift))
        case "key":
            answer = vigenere(text, options.word, options.sign)
            print(getattr(answer, options.case)() if options.case else answer)


for line in [
    "caesar Hello World", "-vv c -n 3 xyz", "key lemon attack at dawn", "key lemon --show lxfopv ef rnhr --case upper", "key k",
    "caesar -n 0 a", "caesar -n x a", "caesar", "", "nope", "key k --hide --show", "key k --case Upper", "caesar a --bogus", "--version",
    "-h", "key -h",
]:
    out, err = io.StringIO(), io.StringIO()
    code = 0
    try:
        with redirect_stdout(out), redirect_stderr(err):
            run(line)
    except SystemExit as end:
        code = end.code
    print(f"$ cipher {line}")
    print(out.getvalue() + err.getvalue(), end="")
    if code:
        print("exit", code)
print(sys.argv[1:])
