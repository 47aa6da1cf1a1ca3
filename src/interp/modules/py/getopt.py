"""Options of a command line, as C's getopt reads them."""
__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options and what is left of the arguments, which begins at the first that is no option."""
    return _read(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    """Like getopt, but options may stand among the other arguments."""
    import os
    return _read(args, shortopts, longopts, not shortopts.startswith("+") and not os.environ.get("POSIXLY_CORRECT"))


def _read(args, shortopts, longopts, mixed):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    shortopts = shortopts.removeprefix("+") if mixed or shortopts.startswith("+") else shortopts
    found = []
    others = []
    args = list(args)
    while args:
        word = args[0]
        if word == "--":
            others += args[1:]
            break
        if word.startswith("--"):
            args = _read_long(found, word[2:], longopts, args[1:])
        elif word.startswith("-") and word != "-":
            args = _read_short(found, word[1:], shortopts, args[1:])
        elif mixed:
            others.append(args.pop(0))
        else:
            others += args
            break
    return found, others


def _read_long(found, text, longopts, args):
    name, equals, value = text.partition("=")
    value = value if equals else None
    matches = [each for each in longopts if each.startswith(name)]
    if not matches:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in matches:
        wants, full = False, name
    elif name + "=" in matches:
        wants, full = True, name
    else:
        if len(matches) > 1:
            raise GetoptError(f"option --{name} not a unique prefix", name)
        wants = matches[0].endswith("=")
        full = matches[0].removesuffix("=")
    if wants:
        if value is None:
            if not args:
                raise GetoptError(f"option --{full} requires argument", full)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError(f"option --{full} must not have an argument", full)
    found.append(("--" + full, value or ""))
    return args


def _read_short(found, text, shortopts, args):
    while text:
        letter, text = text[0], text[1:]
        place = shortopts.find(letter)
        if place < 0 or letter == ":":
            raise GetoptError(f"option -{letter} not recognized", letter)
        value = ""
        if shortopts.startswith(":", place + 1):
            if not text:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                text, args = args[0], args[1:]
            value, text = text, ""
        found.append(("-" + letter, value))
    return args
