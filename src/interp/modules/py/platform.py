"""What the machine is: CPython 3.13 on a 64-bit Linux, whatever the host is."""
import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine")
_uname = uname_result("Linux", "heaplab", "0", "0", "x86_64")


def uname():
    return _uname


def system():
    return _uname.system


def node():
    return _uname.node


def release():
    return _uname.release


def version():
    return _uname.version


def machine():
    return _uname.machine


def processor():
    return ""


def architecture(executable=None, bits="", linkage=""):
    return "64bit", "ELF"


def platform(aliased=False, terse=False):
    return "Linux-0-x86_64-with-glibc2.36"


def libc_ver(*args, **kwargs):
    return "glibc", "2.36"


def python_implementation():
    return "CPython"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_branch():
    return ""


python_revision = python_branch


def python_build():
    return "main", "Oct  7 2024 00:00:00"


def python_compiler():
    return "GCC 12.2.0"
