"""A parser for HTML and XHTML."""
import re
from html import unescape

__all__ = ["HTMLParser"]

_tag_name = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_attribute = re.compile(
    r"((?<=['\"\t\n\r\f /])[^\t\n\r\f />][^\t\n\r\f /=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*"
)
_attributes = re.compile(
    r"""<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*"""
)
_character = re.compile("&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_entity = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_unfinished = re.compile("&[a-zA-Z#]")
_end_name = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_end_tag = re.compile(r"</[a-zA-Z]")
_interesting = re.compile("[&<]")


class HTMLParser:
    """Finds tags and other markup and calls the handler for each; a subclass says what they do.

    Text between two tags comes whole and with its character references replaced, unless convert_charrefs is false.
    """

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Reset this instance.  Loses all unprocessed data."""
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self.interesting = _interesting
        self.lineno, self.offset = 1, 0

    def getpos(self):
        """Return current line number and offset."""
        return self.lineno, self.offset

    def updatepos(self, i, j):
        if i < j:
            lines = self.rawdata.count("\n", i, j)
            if lines:
                self.lineno += lines
                self.offset = j - self.rawdata.rindex("\n", i, j) - 1
            else:
                self.offset += j - i
        return j

    def feed(self, data):
        """Feed data to the parser, in pieces of any size."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """Handle any buffered data."""
        self.goahead(True)

    def get_starttag_text(self):
        """Return full source of start tag: '<...>'."""
        return self.__starttag_text

    __starttag_text = None

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self.interesting = re.compile(rf"</{self.cdata_elem}(?=[\t\n\r\f />])", re.I)

    def clear_cdata_mode(self):
        self.interesting = _interesting
        self.cdata_elem = None

    def goahead(self, end):
        rawdata = self.rawdata
        i, n = 0, len(rawdata)
        while i < n:
            j = self._text_end(i, n, end)
            if j < 0:
                break
            if i < j:
                text = rawdata[i:j]
                self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
            i = self.updatepos(i, j)
            if i == n:
                break
            step = self._markup(i, n, end) if rawdata[i] == "<" else self._reference(i, n, end)
            if step is None:
                break
            i = self.updatepos(i, step)
        if end and i < n:
            text = rawdata[i:n]
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
            i = self.updatepos(i, n)
        self.rawdata = rawdata[i:]

    def _text_end(self, i, n, end):
        """Where the text that begins at `i` ends; below 0 while more of it may come."""
        rawdata = self.rawdata
        if self.convert_charrefs and not self.cdata_elem:
            j = rawdata.find("<", i)
            if j < 0:
                # A reference that is cut in two waits for its rest.
                amp = rawdata.rfind("&", max(i, n - 34))
                if amp >= 0 and not re.compile(r"[\t\n\r\f ;]").search(rawdata, amp) and not end:
                    return -1
                return n
            return j
        found = self.interesting.search(rawdata, i)
        if found:
            return found.start()
        if self.cdata_elem:
            return n if end else -1
        return n

    def _markup(self, i, n, end):
        """Reads the markup at `i`; returns its end, None when it is not all there yet."""
        rawdata = self.rawdata
        following = rawdata[i + 1:i + 2]
        if following.isascii() and following.isalpha():
            k = self.parse_starttag(i)
        elif rawdata.startswith("</", i):
            k = self.parse_endtag(i)
        elif rawdata.startswith("<!--", i):
            k = self.parse_comment(i)
        elif rawdata.startswith("<?", i):
            k = self.parse_pi(i)
        elif rawdata.startswith("<!", i):
            k = self.parse_html_declaration(i)
        elif i + 1 < n or end:
            self.handle_data("<")
            return i + 1
        else:
            return None
        if k >= 0:
            return k
        if not end:
            return None
        # Markup that never ends is text, up to where the next may begin.
        k = rawdata.find(">", i + 1)
        if k < 0:
            k = rawdata.find("<", i + 1)
            if k < 0:
                k = i + 1
        else:
            k += 1
        text = rawdata[i:k]
        self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
        return k

    def _reference(self, i, n, end):
        rawdata = self.rawdata
        if rawdata.startswith("&#", i):
            found = _character.match(rawdata, i)
            if found:
                name = found[0][2:-1]
                self.handle_charref(name)
                return found.end() - (0 if rawdata[found.end() - 1] == ";" else 1)
            if ";" in rawdata[i:]:
                self.handle_data(rawdata[i:i + 2])
                return i + 2
            return None
        found = _entity.match(rawdata, i)
        if found:
            self.handle_entityref(found[1])
            return found.end() - (0 if rawdata[found.end() - 1] == ";" else 1)
        if _unfinished.match(rawdata, i):
            return None
        if i + 1 < n or end:
            self.handle_data("&")
            return i + 1
        return None

    def parse_html_declaration(self, i):
        rawdata = self.rawdata
        if rawdata.startswith("<![", i):
            end = rawdata.find("]]>" if rawdata.startswith("<![CDATA[", i) else "]>", i)
            if end < 0:
                return -1
            self.unknown_decl(rawdata[i + 3:end])
            return end + (3 if rawdata.startswith("<![CDATA[", i) else 2)
        if rawdata[i:i + 9].lower() == "<!doctype":
            end = rawdata.find(">", i + 9)
            if end < 0:
                return -1
            self.handle_decl(rawdata[i + 2:end])
            return end + 1
        return self.parse_bogus_comment(i)

    def parse_bogus_comment(self, i, report=1):
        end = self.rawdata.find(">", i + 2)
        if end < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:end])
        return end + 1

    def parse_comment(self, i, report=1):
        found = re.compile(r"--\s*>").search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found.start()])
        return found.end()

    def parse_pi(self, i):
        end = self.rawdata.find(">", i + 2)
        if end < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:end])
        return end + 1

    def parse_starttag(self, i):
        self.__starttag_text = None
        rawdata = self.rawdata
        whole = _attributes.match(rawdata, i)
        k = whole.end()
        if rawdata.startswith("/>", k):
            endpos = k + 2
        elif rawdata.startswith(">", k):
            endpos = k + 1
        elif k == len(rawdata) or rawdata[k:k + 1] == "/" and k + 1 == len(rawdata):
            return -1
        else:
            endpos = k if k > i else i + 1
            if rawdata.find(">", k) < 0:
                return -1
        self.__starttag_text = rawdata[i:endpos]
        found = _tag_name.match(rawdata, i + 1)
        self.lasttag = tag = found[1].lower()
        attributes = []
        k = found.end()
        while k < endpos:
            found = _attribute.match(rawdata, k)
            if not found:
                break
            name, rest, value = found.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"'):
                value = value[1:-1]
            attributes.append((name.lower(), unescape(value) if value else value))
            k = found.end()
        ending = rawdata[k:endpos].strip()
        if ending not in (">", "/>"):
            self.handle_data(rawdata[i:endpos])
            return endpos
        if ending.endswith("/>"):
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return endpos

    def parse_endtag(self, i):
        rawdata = self.rawdata
        end = rawdata.find(">", i + 1)
        if end < 0:
            return -1
        found = _end_name.match(rawdata, i)
        if not found:
            if self.cdata_elem is not None:
                self.handle_data(rawdata[i:end + 1])
                return end + 1
            if not _end_tag.match(rawdata, i):
                return i + 3 if rawdata[i:i + 3] == "</>" else self.parse_bogus_comment(i)
            self.handle_endtag(_tag_name.match(rawdata, i + 2)[1].lower())
            return end + 1
        name = found[1].lower()
        if self.cdata_elem is not None and name != self.cdata_elem:
            self.handle_data(rawdata[i:found.end()])
            return found.end()
        self.handle_endtag(name)
        self.clear_cdata_mode()
        return found.end()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
