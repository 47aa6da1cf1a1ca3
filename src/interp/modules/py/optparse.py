"""Options of a command line, in the older way."""
import os
import sys
import textwrap

__all__ = ["Option", "make_option", "SUPPRESS_HELP", "SUPPRESS_USAGE", "Values", "OptionContainer", "OptionGroup", "OptionParser", "HelpFormatter",
           "IndentedHelpFormatter", "TitledHelpFormatter", "OptParseError", "OptionError", "OptionConflictError", "OptionValueError", "BadOptionError",
           "check_choice"]

NO_DEFAULT = ("NO", "DEFAULT")
SUPPRESS_HELP = "SUPPRESSHELP"
SUPPRESS_USAGE = "SUPPRESSUSAGE"


class OptParseError(Exception):
    def __init__(self, msg):
        self.msg = msg

    def __str__(self):
        return self.msg


class OptionError(OptParseError):
    """An Option was made with arguments that are wrong or do not go together."""

    def __init__(self, msg, option):
        self.msg = msg
        self.option_id = str(option)

    def __str__(self):
        return f"option {self.option_id}: {self.msg}" if self.option_id else self.msg


class OptionConflictError(OptionError):
    """An option string that is added already belongs to another option."""


class OptionValueError(OptParseError):
    """The command line gives an option a value it cannot have."""


class BadOptionError(OptParseError):
    """The command line has an option that the parser does not know."""

    def __init__(self, opt_str):
        self.opt_str = opt_str

    def __str__(self):
        return f"no such option: {self.opt_str}"


class AmbiguousOptionError(BadOptionError):
    def __init__(self, opt_str, possibilities):
        super().__init__(opt_str)
        self.possibilities = possibilities

    def __str__(self):
        return f"ambiguous option: {self.opt_str} ({', '.join(self.possibilities)}?)"


class HelpFormatter:
    """Writes the help of a parser."""

    NO_DEFAULT_VALUE = "none"

    def __init__(self, indent_increment, max_help_position, width, short_first):
        self.indent_increment = indent_increment
        if width is None:
            width = int(os.environ.get("COLUMNS", 80)) - 2
        self.width = width
        self.max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self.help_position = self.max_help_position
        self.current_indent = 0
        self.short_first = short_first
        self.default_tag = "%default"
        self.option_strings = {}
        self.parser = None

    def set_parser(self, parser):
        self.parser = parser

    def indent(self):
        self.current_indent += self.indent_increment

    def dedent(self):
        self.current_indent -= self.indent_increment

    def _fill(self, text):
        indent = " " * self.current_indent
        return textwrap.fill(text, max(self.width - self.current_indent, 11), initial_indent=indent, subsequent_indent=indent)

    def format_description(self, description):
        return self._fill(description) + "\n" if description else ""

    def format_epilog(self, epilog):
        return "\n" + self._fill(epilog) + "\n" if epilog else ""

    def expand_default(self, option):
        if self.parser is None:
            return option.help
        value = self.parser.defaults.get(option.dest)
        return option.help.replace(self.default_tag, self.NO_DEFAULT_VALUE if value in (NO_DEFAULT, None) else str(value))

    def format_option(self, option):
        result = []
        text = self.option_strings[option]
        width = self.help_position - self.current_indent - 2
        if len(text) > width:
            text = f"{'':{self.current_indent}}{text}\n"
            first = self.help_position
        else:
            text = f"{'':{self.current_indent}}{text:<{width}}  "
            first = 0
        result.append(text)
        if option.help:
            lines = textwrap.wrap(self.expand_default(option), max(self.width - self.help_position, 11))
            result.append(f"{'':{first}}{lines[0]}\n")
            result += [f"{'':{self.help_position}}{line}\n" for line in lines[1:]]
        elif text[-1] != "\n":
            result.append("\n")
        return "".join(result)

    def store_option_strings(self, parser):
        self.indent()
        longest = 0
        for option in parser.option_list:
            text = self.format_option_strings(option)
            self.option_strings[option] = text
            longest = max(longest, len(text) + self.current_indent)
        self.indent()
        for group in parser.option_groups:
            for option in group.option_list:
                text = self.format_option_strings(option)
                self.option_strings[option] = text
                longest = max(longest, len(text) + self.current_indent)
        self.dedent()
        self.dedent()
        self.help_position = min(longest + 2, self.max_help_position)

    def format_option_strings(self, option):
        if option.takes_value():
            metavar = option.metavar or option.dest.upper()
            short = [each + " " + metavar for each in option._short_opts]
            long = [each + "=" + metavar for each in option._long_opts]
        else:
            short, long = option._short_opts, option._long_opts
        return ", ".join(short + long if self.short_first else long + short)


class IndentedHelpFormatter(HelpFormatter):
    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"Usage: {usage}\n"

    def format_heading(self, heading):
        return f"{'':{self.current_indent}}{heading}:\n"


class TitledHelpFormatter(HelpFormatter):
    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        return f"{self.format_heading('Usage')}  {usage}\n"

    def format_heading(self, heading):
        return f"{heading}\n{'=-'[self.current_indent > 0] * len(heading)}\n"


def _parse_int(text):
    text = text.lower()
    if text.startswith("0x"):
        return int(text, 16)
    if text.startswith("0b"):
        return int(text[2:] or "0", 2)
    if text.startswith("0") and len(text) > 1:
        return int(text.replace("o", ""), 8)
    return int(text)


def _check_number(option, opt, value):
    convert, name = {"int": (_parse_int, "integer"), "long": (_parse_int, "integer"), "float": (float, "floating-point"), "complex": (complex, "complex")}[option.type]
    try:
        return convert(value)
    except ValueError:
        raise OptionValueError(f"option {opt}: invalid {name} value: {value!r}") from None


def check_choice(option, opt, value):
    if value in option.choices:
        return value
    raise OptionValueError(f"option {opt}: invalid choice: {value!r} (choose from {', '.join(map(repr, option.choices))})")


class Option:
    """One option and what is done with it."""

    ATTRS = ["action", "type", "dest", "default", "nargs", "const", "choices", "callback", "callback_args", "callback_kwargs", "help", "metavar"]
    ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count", "callback", "help", "version")
    STORE_ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count")
    TYPED_ACTIONS = ("store", "append", "callback")
    ALWAYS_TYPED_ACTIONS = ("store", "append")
    CONST_ACTIONS = ("store_const", "append_const")
    TYPES = ("string", "int", "long", "float", "complex", "choice")
    TYPE_CHECKER = {"int": _check_number, "long": _check_number, "float": _check_number, "complex": _check_number, "choice": check_choice}

    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts = [], []
        opts = [opt for opt in opts if opt]
        if not opts:
            raise TypeError("at least one option string must be supplied")
        for opt in opts:
            if len(opt) < 2:
                raise OptionError(f"invalid option string {opt!r}: must be at least two characters long", self)
            if len(opt) == 2:
                if not (opt[0] == "-" and opt[1] != "-"):
                    raise OptionError(f"invalid short option string {opt!r}: must be of the form -x, (x any non-dash char)", self)
                self._short_opts.append(opt)
            else:
                if not (opt[:2] == "--" and opt[2] != "-"):
                    raise OptionError(f"invalid long option string {opt!r}: must start with --, followed by non-dash", self)
                self._long_opts.append(opt)
        for name in self.ATTRS:
            setattr(self, name, attrs.pop(name, NO_DEFAULT if name == "default" else None))
        if attrs:
            raise OptionError(f"invalid keyword arguments: {', '.join(sorted(attrs))}", self)
        if self.action is None:
            self.action = "store"
        elif self.action not in self.ACTIONS:
            raise OptionError(f"invalid action: {self.action!r}", self)
        if self.type is not None:
            self._check_type()
        elif self.action in self.ALWAYS_TYPED_ACTIONS:
            self.type = "string" if self.choices is None else "choice"
        if self.type == "choice" and self.choices is None:
            raise OptionError("must supply a list of choices for type 'choice'", self)
        if self.dest is None and (self.action in self.STORE_ACTIONS or self.type is not None):
            self.dest = (self._long_opts[0][2:] if self._long_opts else self._short_opts[0][1]).replace("-", "_")
        if self.action in self.TYPED_ACTIONS and self.nargs is None and self.type is not None:
            self.nargs = 1
        self.callback_args = self.callback_args or ()
        self.callback_kwargs = self.callback_kwargs or {}

    def _check_type(self):
        # A type may be given as the class itself, and str goes by the name of string.
        name = self.type.__name__ if isinstance(self.type, type) else self.type
        self.type = "string" if name == "str" else name
        if self.type not in self.TYPES:
            raise OptionError(f"invalid option type: {self.type!r}", self)
        if self.action not in self.TYPED_ACTIONS:
            raise OptionError(f"must not supply a type for action {self.action!r}", self)

    def __str__(self):
        return "/".join(self._short_opts + self._long_opts)
    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}: {self}>"

    def takes_value(self):
        return self.type is not None

    def get_opt_string(self):
        return (self._long_opts or self._short_opts)[0]

    def check_value(self, opt, value):
        checker = self.TYPE_CHECKER.get(self.type)
        return value if checker is None else checker(self, opt, value)

    def convert_value(self, opt, value):
        if value is not None:
            return self.check_value(opt, value) if self.nargs == 1 else tuple(self.check_value(opt, each) for each in value)

    def process(self, opt, value, values, parser):
        return self.take_action(self.action, self.dest, opt, self.convert_value(opt, value), values, parser)

    def take_action(self, action, dest, opt, value, values, parser):
        match action:
            case "store" | "store_const" | "store_true" | "store_false":
                stored = {"store": value, "store_const": self.const}
                setattr(values, dest, stored[action] if action in stored else action == "store_true")
            case "append" | "append_const":
                values.ensure_value(dest, []).append(value if action == "append" else self.const)
            case "count":
                setattr(values, dest, values.ensure_value(dest, 0) + 1)
            case "callback":
                self.callback(self, opt, value, parser, *self.callback_args, **self.callback_kwargs)
            case "help" | "version":
                (parser.print_help if action == "help" else parser.print_version)()
                parser.exit()
        return 1
make_option = Option


class Values:
    """The values of the options."""

    def __init__(self, defaults=None):
        for name, value in (defaults or {}).items():
            setattr(self, name, value)

    def __str__(self):
        return str(self.__dict__)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}: {self}>"

    def __eq__(self, other):
        if isinstance(other, Values):
            return self.__dict__ == other.__dict__
        return self.__dict__ == other if isinstance(other, dict) else NotImplemented

    def ensure_value(self, attr, value):
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)


class OptionContainer:
    def __init__(self, option_class, conflict_handler, description):
        self._create_option_list()
        self.option_class = option_class
        self.conflict_handler = conflict_handler
        self.description = description

    def get_description(self):
        return self.description

    def set_description(self, description):
        self.description = description

    def _option_of(self, args, kwargs):
        """The option that add_option is called with, made from its strings or given whole."""
        first = args[0]
        if isinstance(first, str):
            return self.option_class(*args, **kwargs)
        if kwargs or len(args) > 1:
            raise TypeError("invalid arguments")
        if isinstance(first, Option):
            return first
        raise TypeError(f"not an Option instance: {first!r}")

    def _resolve_conflicts(self, option):
        taken = [opt for opt in option._short_opts + option._long_opts if self.has_option(opt)]
        if taken and self.conflict_handler == "error":
            raise OptionConflictError(f"conflicting option string(s): {', '.join(taken)}", option)
        for opt in taken:
            other = self._short_opt.pop(opt, None) or self._long_opt.pop(opt, None)
            (other._short_opts if opt in other._short_opts else other._long_opts).remove(opt)
            if not (other._short_opts or other._long_opts):
                other.container.option_list.remove(other)

    def add_option(self, *args, **kwargs):
        option = self._option_of(args, kwargs)
        self._resolve_conflicts(option)
        option.container = self
        self.option_list.append(option)
        self._short_opt.update(dict.fromkeys(option._short_opts, option))
        self._long_opt.update(dict.fromkeys(option._long_opts, option))
        if option.dest is None:
            return option
        if option.default is NO_DEFAULT:
            self.defaults.setdefault(option.dest)
        else:
            self.defaults[option.dest] = option.default
        return option
    def add_options(self, option_list):
        for option in option_list:
            self.add_option(option)

    def get_option(self, opt_str):
        return self._short_opt.get(opt_str) or self._long_opt.get(opt_str)

    def has_option(self, opt_str):
        return opt_str in self._short_opt or opt_str in self._long_opt

    def remove_option(self, opt_str):
        option = self.get_option(opt_str)
        if option is None:
            raise ValueError(f"no such option {opt_str!r}")
        for table, opts in ((self._short_opt, option._short_opts), (self._long_opt, option._long_opts)):
            for opt in opts:
                del table[opt]
        option.container.option_list.remove(option)

    def format_option_help(self, formatter):
        return "".join(formatter.format_option(option) for option in self.option_list if option.help is not SUPPRESS_HELP)


class OptionGroup(OptionContainer):
    def __init__(self, parser, title, description=None):
        self.parser = parser
        super().__init__(parser.option_class, parser.conflict_handler, description)
        self.title = title

    def _create_option_list(self):
        self.option_list = []
        self._short_opt, self._long_opt, self.defaults = self.parser._short_opt, self.parser._long_opt, self.parser.defaults

    def format_help(self, formatter):
        result = formatter.format_heading(self.title)
        formatter.indent()
        if self.description:
            result += formatter.format_description(self.description) + "\n"
        result += self.format_option_help(formatter)
        formatter.dedent()
        return result


class OptionParser(OptionContainer):
    """Reads the options of a command line."""

    standard_option_list = []

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error", description=None, formatter=None,
                 add_help_option=True, prog=None, epilog=None):
        self.option_groups = []
        super().__init__(option_class, conflict_handler, description)
        self.set_usage(usage)
        self.prog, self.version, self.epilog = prog, version, epilog
        self.allow_interspersed_args = True
        self.process_default_values = True
        self.formatter = formatter or IndentedHelpFormatter()
        self.formatter.set_parser(self)
        self.add_options(list(self.standard_option_list) + list(option_list or []))
        if version:
            self.add_option("--version", action="version", help="show program's version number and exit")
        if add_help_option:
            self.add_option("-h", "--help", action="help", help="show this help message and exit")
        self.rargs = self.largs = self.values = None

    def _create_option_list(self):
        self.option_list = []
        self._short_opt, self._long_opt, self.defaults = {}, {}, {}

    def set_usage(self, usage):
        if usage is None:
            self.usage = "%prog [options]"
        elif usage is SUPPRESS_USAGE:
            self.usage = None
        else:
            self.usage = usage[7:] if usage.lower().startswith("usage: ") else usage

    def enable_interspersed_args(self):
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        self.allow_interspersed_args = False

    def set_default(self, dest, value):
        self.defaults[dest] = value

    def set_defaults(self, **kwargs):
        self.defaults.update(kwargs)

    def _get_all_options(self):
        return self.option_list + [option for group in self.option_groups for option in group.option_list]

    def get_default_values(self):
        defaults = self.defaults.copy()
        for option in self._get_all_options():
            default = defaults.get(option.dest)
            if isinstance(default, str):
                defaults[option.dest] = option.check_value(option.get_opt_string(), default)
        return Values(defaults)

    def add_option_group(self, *args, **kwargs):
        group = OptionGroup(self, *args, **kwargs) if isinstance(args[0], str) else args[0]
        self.option_groups.append(group)
        return group

    def parse_args(self, args=None, values=None):
        self.rargs = list(sys.argv[1:] if args is None else args)
        self.largs = []
        self.values = self.get_default_values() if values is None else values
        try:
            self._process_args()
        except (BadOptionError, OptionValueError) as problem:
            self.error(str(problem))
        return self.check_values(self.values, self.largs + self.rargs)

    def check_values(self, values, args):
        return values, args

    def _process_args(self):
        while self.rargs:
            word = self.rargs[0]
            if word == "--":
                del self.rargs[0]
                return
            if word[:2] == "--":
                self._process_long()
            elif word[:1] == "-" and len(word) > 1:
                self._process_short()
            elif self.allow_interspersed_args:
                self.largs.append(self.rargs.pop(0))
            else:
                return

    def _take(self, opt, option):
        count = option.nargs
        if len(self.rargs) < count:
            self.error(f"{opt} option requires {'1 argument' if count == 1 else f'{count} arguments'}")
        if count == 1:
            return self.rargs.pop(0)
        value = tuple(self.rargs[:count])
        del self.rargs[:count]
        return value

    def _match_long_opt(self, opt):
        if opt in self._long_opt:
            return opt
        found = [each for each in self._long_opt if each.startswith(opt)]
        if len(found) == 1:
            return found[0]
        if not found:
            raise BadOptionError(opt)
        raise AmbiguousOptionError(opt, sorted(found))

    def _process_long(self):
        opt, equals, given = self.rargs.pop(0).partition("=")
        if equals:
            self.rargs.insert(0, given)
        opt = self._match_long_opt(opt)
        option = self._long_opt[opt]
        if option.takes_value():
            value = self._take(opt, option)
        elif equals:
            self.error(f"{opt} option does not take a value")
        else:
            value = None
        option.process(opt, value, self.values, self)

    def _process_short(self):
        word = self.rargs.pop(0)
        for place, letter in enumerate(word[1:], 2):
            opt = "-" + letter
            option = self._short_opt.get(opt)
            if option is None:
                raise BadOptionError(opt)
            stop = False
            if option.takes_value():
                if place < len(word):
                    self.rargs.insert(0, word[place:])
                    stop = True
                value = self._take(opt, option)
            else:
                value = None
            option.process(opt, value, self.values, self)
            if stop:
                break

    def get_prog_name(self):
        return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

    def expand_prog_name(self, text):
        return text.replace("%prog", self.get_prog_name())

    def exit(self, status=0, msg=None):
        if msg:
            sys.stderr.write(msg)
        sys.exit(status)

    def error(self, msg):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

    def get_usage(self):
        return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ""

    def print_usage(self, file=None):
        if self.usage:
            print(self.get_usage(), file=file)

    def get_version(self):
        return self.expand_prog_name(self.version) if self.version else ""

    def print_version(self, file=None):
        if self.version:
            print(self.get_version(), file=file)

    def format_option_help(self, formatter=None):
        formatter = formatter or self.formatter
        formatter.store_option_strings(self)
        result = [formatter.format_heading("Options")]
        formatter.indent()
        if self.option_list:
            result += [super().format_option_help(formatter), "\n"]
        for group in self.option_groups:
            result += [group.format_help(formatter), "\n"]
        formatter.dedent()
        return "".join(result[:-1])

    def format_help(self, formatter=None):
        formatter = formatter or self.formatter
        result = []
        if self.usage:
            result.append(self.get_usage() + "\n")
        if self.description:
            result.append(formatter.format_description(self.expand_prog_name(self.description)) + "\n")
        result.append(self.format_option_help(formatter))
        result.append(formatter.format_epilog(self.epilog))
        return "".join(result)

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())
