"""Words as a shell splits them."""
import re
import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]


class shlex:
    """A reader of words, quoted ones too."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.source = None
        punctuation = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        self._punctuation_chars = punctuation
        if punctuation:
            self._pushed = deque()
            self.wordchars += "~-./*?="
            self.wordchars = self.wordchars.translate(dict.fromkeys(map(ord, punctuation)))

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        return self.read_token()

    def _next_letter(self):
        if self._punctuation_chars and self._pushed:
            return self._pushed.pop()
        return self.instream.read(1)

    def read_token(self):
        quoted = False
        after_escape = " "
        while True:
            letter = self._next_letter()
            if letter == "\n":
                self.lineno += 1
            if self.state is None:
                self.token = ""
                break
            if self.state == " ":
                if not letter:
                    self.state = None
                    break
                if letter in self.whitespace:
                    if self.token or (self.posix and quoted):
                        break
                elif letter in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                elif self.posix and letter in self.escape:
                    after_escape = "a"
                    self.state = letter
                elif letter in self.wordchars:
                    self.token = letter
                    self.state = "a"
                elif letter in self._punctuation_chars:
                    self.token = letter
                    self.state = "c"
                elif letter in self.quotes:
                    if not self.posix:
                        self.token = letter
                    self.state = letter
                elif self.whitespace_split:
                    self.token = letter
                    self.state = "a"
                else:
                    self.token = letter
                    if self.token or (self.posix and quoted):
                        break
            elif self.state in self.quotes:
                quoted = True
                if not letter:
                    raise ValueError("No closing quotation")
                if letter == self.state:
                    if not self.posix:
                        self.token += letter
                        self.state = " "
                        break
                    self.state = "a"
                elif self.posix and letter in self.escape and self.state in self.escapedquotes:
                    after_escape = self.state
                    self.state = letter
                else:
                    self.token += letter
            elif self.state in self.escape:
                if not letter:
                    raise ValueError("No escaped character")
                if after_escape in self.quotes and letter != self.state and letter != after_escape:
                    self.token += self.state
                self.token += letter
                self.state = after_escape
            elif self.state in ("a", "c"):
                if not letter:
                    self.state = None
                    break
                if letter in self.whitespace:
                    self.state = " "
                    if self.token or (self.posix and quoted):
                        break
                elif letter in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                    if self.posix:
                        self.state = " "
                        if self.token or (self.posix and quoted):
                            break
                elif self.state == "c":
                    if letter in self._punctuation_chars:
                        self.token += letter
                    else:
                        if letter not in self.whitespace:
                            self._pushed.append(letter)
                        self.state = " "
                        break
                elif self.posix and letter in self.quotes:
                    self.state = letter
                elif self.posix and letter in self.escape:
                    after_escape = "a"
                    self.state = letter
                elif letter in self.wordchars or letter in self.quotes or (self.whitespace_split and letter not in self._punctuation_chars):
                    self.token += letter
                else:
                    if self._punctuation_chars:
                        self._pushed.append(letter)
                    else:
                        self.pushback.appendleft(letter)
                    self.state = " "
                    if self.token or (self.posix and quoted):
                        break
        result = self.token
        self.token = ""
        if self.posix and not quoted and result == "":
            result = None
        return result

    def error_leader(self, infile=None, lineno=None):
        return f'"{infile or self.infile}", line {lineno or self.lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    """Split the string *s* using shell-like syntax."""
    if s is None:
        raise ValueError("s argument must not be None")
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    return list(lexer)


def join(split_command):
    """Return a shell-escaped string from *split_command*."""
    return " ".join(quote(arg) for arg in split_command)


_unsafe = re.compile(r"[^\w@%+=:,./-]", re.ASCII).search


def quote(s):
    """Return a shell-escaped version of the string *s*."""
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
