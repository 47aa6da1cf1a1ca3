# csv: escaped ends of lines, limits; configparser: sections without a name, converters, what is refused and what is kept.
import configparser
import csv
import io

for rows in [["\na", "b\nc", "d\n"]], [["x\ry", "z"]], [["a", "b"], ["\n"]]:
    table = io.StringIO()
    csv.writer(table, quoting=csv.QUOTE_NONE, escapechar="\\").writerows(rows)
    print(repr(table.getvalue()), list(csv.reader(io.StringIO(table.getvalue(), newline=""), quoting=csv.QUOTE_NONE, escapechar="\\")))
for limit in None, "a", 1.5:
    try:
        csv.field_size_limit(limit)
    except TypeError as error:
        print(error)

parser = configparser.ConfigParser()
try:
    parser.read_string("[a]\nx=1\n[b]\ny=2\ny=3\n")
except configparser.DuplicateOptionError as error:
    print(error)
print(parser.get("a", "x"), parser.get("b", "y"), parser.sections())

parser = configparser.ConfigParser(allow_unnamed_section=True)
parser.read_string("a=1\n[s]\nb=2\n")
print(parser.sections(), parser[configparser.UNNAMED_SECTION]["a"])
parser.set(configparser.UNNAMED_SECTION, "z", "9")
written = io.StringIO()
parser.write(written)
print(repr(written.getvalue()))


class Lists(configparser.ConfigParser):
    def getlist(self, section, option, **rest):
        return self.get(section, option, **rest).split()


parser = Lists(converters={"decimal": float})
parser.read_string("[s]\nx=1.5 2\ny=1.5\n")
print(list(parser.converters), parser["s"].getlist("x"), parser["s"].getdecimal("y"), parser["s"].getdecimal("none", 7))
for change in lambda: parser.converters.__setitem__("", int), lambda: parser.converters.__setitem__(5, int), lambda: parser.converters[""]:
    try:
        change()
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
parser.converters["hex"] = lambda text: int(text, 16)
print(parser["s"].gethex("none", 1), hasattr(parser["s"], "gethex"))
del parser.converters["hex"], parser.converters["int"]
print(hasattr(parser, "gethex"), hasattr(parser["s"], "gethex"), hasattr(parser["s"], "getint"), hasattr(parser, "getint"))
for interpolation in object, 5, configparser.BasicInterpolation:
    try:
        configparser.ConfigParser(interpolation=interpolation)
    except TypeError as error:
        print(error)
print(configparser.ConfigParser(defaults={1: 2}).defaults(), configparser.RawConfigParser(defaults={"a": 1}).defaults())
try:
    configparser.RawConfigParser(defaults={1: 2})
except AttributeError as error:
    print(error)
