"""Trees of XML elements: parsed, searched, changed and written again."""
import io
import re
import sys
import warnings
from contextlib import contextmanager

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "fromstring", "fromstringlist", "indent", "iselement", "iterparse", "parse", "ParseError", "PI",
    "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser",
    "register_namespace", "canonicalize",
]

VERSION = "1.3.0"


class ParseError(SyntaxError):
    """An error when parsing an XML document: `code` is expat's number of it, `position` a line and a column."""


def iselement(element):
    """Return True if *element* appears to be an Element."""
    return hasattr(element, "tag")


_SIGNS = re.compile(r"[/*\[@.]")


class Element:
    """An XML element: a tag, attributes, text, child elements, and the text that follows it (its tail)."""

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {type(attrib).__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = None
        self.tail = None
        self._children = []

    def __repr__(self):
        return f"<{type(self).__name__} {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib, /):
        return type(self)(tag, attrib)

    def __copy__(self):
        made = self.makeelement(self.tag, self.attrib)
        made.text, made.tail = self.text, self.tail
        made._children = self._children[:]
        return made

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.makeelement(deepcopy(self.tag, memo), deepcopy(self.attrib, memo))
        made.text, made.tail = deepcopy(self.text, memo), deepcopy(self.tail, memo)
        made._children = [deepcopy(child, memo) for child in self._children]
        memo[id(self)] = made
        return made

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        warnings.warn("Testing an element's truth value will always return True in future versions.  "
                      "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for each in element:
                _demand(each)
        else:
            _demand(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def append(self, subelement, /):
        _demand(subelement, "append() argument 1")
        self._children.append(subelement)

    def extend(self, elements, /):
        for element in elements:
            _demand(element)
            self._children.append(element)

    def insert(self, index, subelement, /):
        _demand(subelement, "insert() argument 2")
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        _demand(subelement, "remove() argument 1")
        try:
            self._children.remove(subelement)
        except ValueError:
            raise ValueError("list.remove(x): x not in list") from None

    def find(self, path, namespaces=None):
        return next(self._search(path, namespaces), None)

    def _search(self, path, namespaces):
        # What is only a name is compared as it is; all else is a path.
        if namespaces is None and isinstance(path, str) and not _SIGNS.search(re.sub(r"\{[^}]*\}", "", path)) and "{*}" not in path and "}*" not in path:
            return (child for child in self._children if child.tag == path)
        return _select(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        if found is None:
            return default
        return "" if found.text is None else found.text

    def findall(self, path, namespaces=None):
        return list(self._search(path, namespaces))

    def iterfind(self, path, namespaces=None):
        return _select(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        if tag == "*":
            tag = None
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if tag is None or element.tag == tag:
                yield element
            waiting.extend(reversed(element._children))

    def itertext(self):
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


Element.__module__ = "xml.etree.ElementTree"


def _demand(element, what=None):
    if not isinstance(element, Element):
        if what is None:
            raise TypeError(f"expected an Element, not \"{type(element).__name__}\"")
        raise TypeError(f"{what} must be xml.etree.ElementTree.Element, not {type(element).__name__}")


def SubElement(parent, tag, attrib={}, **extra):
    """Make an element as the last child of `parent`."""
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """A comment: an element whose tag is this function."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """A processing instruction: an element whose tag is this function."""
    element = Element(ProcessingInstruction)
    element.text = target
    if text:
        element.text = target + " " + text
    return element


PI = ProcessingInstruction


class QName:
    """A qualified name: "{uri}local", which is written with a prefix."""

    def __init__(self, text_or_uri, tag=None):
        if tag:
            text_or_uri = "{%s}%s" % (text_or_uri, tag)
        self.text = text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<{type(self).__name__} {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def _other(self, other):
        return other.text if isinstance(other, QName) else other

    def __le__(self, other):
        return self.text <= self._other(other)

    def __lt__(self, other):
        return self.text < self._other(other)

    def __ge__(self, other):
        return self.text >= self._other(other)

    def __gt__(self, other):
        return self.text > self._other(other)

    def __eq__(self, other):
        return self.text == self._other(other)


# --- paths

_TOKEN = re.compile(r"('[^']*'|\"[^\"]*\")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")


def _tokens(path, namespaces):
    default = namespaces.get("") if namespaces else None
    attribute = False
    for quoted, sign, name in _TOKEN.findall(path):
        sign = quoted or sign
        if name and name[0] != "{":
            if ":" in name:
                prefix, local = name.split(":", 1)
                try:
                    if not namespaces:
                        raise KeyError
                    yield sign, "{%s}%s" % (namespaces[prefix], local)
                except KeyError:
                    raise SyntaxError("prefix %r not found in prefix map" % prefix) from None
            elif default and not attribute:
                yield sign, "{%s}%s" % (default, name)
            else:
                yield sign, name
            attribute = False
        else:
            yield sign, name
            attribute = sign == "@"


def _fits(tag):
    """A test for tags: a name, or one with a wildcard for namespace or local name."""
    if tag == "{*}*":
        return lambda given: isinstance(given, str)
    if tag == "{}*":
        return lambda given: isinstance(given, str) and given[:1] != "{"
    if tag[:3] == "{*}":
        local = tag[3:]
        suffix = tag[2:]
        return lambda given: given == local or isinstance(given, str) and given[:1] == "{" and given.endswith(suffix)
    if tag[-2:] == "}*":
        space = tag[:-1]
        return lambda given: isinstance(given, str) and given.startswith(space)
    if tag[:2] == "{}":
        tag = tag[2:]
    return lambda given: given == tag


def _children(tag):
    fits = None if tag == "*" else _fits(tag)

    def step(elements, parents):
        for element in elements:
            for child in element._children:
                if fits is None or fits(child.tag):
                    yield child
    return step


def _descendants(tag):
    fits = None if tag == "*" else _fits(tag)

    def step(elements, parents):
        for element in elements:
            for each in element.iter():
                if each is not element and (fits is None or fits(each.tag)):
                    yield each
    return step


def _itself(elements, parents):
    yield from elements


def _parent(elements, parents):
    seen = set()
    for element in elements:
        parent = parents().get(element)
        if parent is not None and parent not in seen:
            seen.add(parent)
            yield parent


def _predicate(next_token):
    signature, values = [], []
    while True:
        try:
            token = next_token()
        except StopIteration:
            return None
        if token[0] == "]":
            break
        if token == ("", ""):
            continue
        if token[0] and token[0][:1] in "'\"":
            token = "'", token[0][1:-1]
        signature.append(token[0] or "-")
        values.append(token[1])
    signature = "".join(signature)
    if signature == "@-":
        key = values[1]
        return lambda elements, parents: (each for each in elements if each.get(key) is not None)
    if signature in ("@-='", "@-!='"):
        key, value, equal = values[1], values[-1], signature == "@-='"
        return lambda elements, parents: (
            each for each in elements if (each.get(key) == value if equal else each.get(key) is not None and each.get(key) != value))
    if signature == "-" and not re.match(r"-?\d+$", values[0]):
        tag = values[0]
        return lambda elements, parents: (each for each in elements if each.find(tag) is not None)
    if signature in (".='", ".!='", "-='", "-!='") and not (signature[0] == "-" and re.match(r"-?\d+$", values[0])):
        tag, value, equal = values[0], values[-1], "!" not in signature

        def step(elements, parents):
            for element in elements:
                if tag:
                    if any(("".join(each.itertext()) == value) == equal for each in element.findall(tag)):
                        yield element
                elif ("".join(element.itertext()) == value) == equal:
                    yield element
        return step
    if signature == "-" or signature in ("-()", "-()-"):
        if signature == "-":
            index = int(values[0]) - 1
            if index < 0:
                raise SyntaxError("XPath position >= 1 expected")
        else:
            if values[0] != "last":
                raise SyntaxError("unsupported function")
            index = -1
            if signature == "-()-":
                try:
                    index = int(values[2]) - 1
                except ValueError:
                    raise SyntaxError("unsupported expression") from None
                if index > -2:
                    raise SyntaxError("XPath offset from last() must be negative")

        def nth(elements, parents):
            for element in elements:
                parent = parents().get(element)
                if parent is None:
                    continue
                same = parent.findall(element.tag)
                if -len(same) <= index < len(same) and same[index] is element:
                    yield element
        return nth
    raise SyntaxError("invalid predicate")


def _steps(path, namespaces):
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens = iter(list(_tokens(path, namespaces)))
    next_token = tokens.__next__
    steps = []
    token = next(tokens, None)
    while token is not None:
        sign, name = token
        if sign == "[":
            step = _predicate(next_token)
            if step is None:
                return steps
        elif sign == ".":
            step = _itself
        elif sign == "..":
            step = _parent
        elif sign == "*":
            step = _children("*")
        elif sign == "//":
            try:
                sign, name = next_token()
            except StopIteration:
                return steps
            if sign == "*":
                step = _descendants("*")
            elif not sign:
                step = _descendants(name)
            else:
                raise SyntaxError("invalid descendant")
        elif not sign and name:
            step = _children(name)
        else:
            raise SyntaxError("invalid path")
        steps.append(step)
        token = next(tokens, None)
        if token is not None and token[0] == "/":
            token = next(tokens, None)
            if token is None:
                break
    return steps


def _select(element, path, namespaces):
    if isinstance(path, QName):
        path = path.text
    steps = _steps(path, namespaces)
    known = []

    def parents():
        if not known:
            known.append({child: parent for parent in element.iter() for child in parent._children})
        return known[0]

    found = iter((element,))
    for step in steps:
        found = step(found, parents)
    return iter(found)


# --- trees

class ElementTree:
    """A whole document: its root element, reading and writing."""

    def __init__(self, element=None, file=None):
        if element is not None and not iselement(element):
            raise TypeError(f"expected an Element, not {type(element).__name__}")
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        if not iselement(element):
            raise TypeError(f"expected an Element, not {type(element).__name__}")
        self._root = element

    def parse(self, source, parser=None):
        opened = None
        if not hasattr(source, "read"):
            source = opened = open(source, "rb")
        try:
            if parser is None:
                parser = XMLParser()
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if opened is not None:
                opened.close()

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] == "/":
            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely "
                          "on the current behaviour, change it to %r" % path, FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        """Write the document to a file, given by name or open."""
        method = method or "xml"
        if method not in ("xml", "html", "text"):
            raise ValueError("unknown method %r" % method)
        if not encoding:
            encoding = "utf-8" if method == "c14n" else "us-ascii"
        with _text_writer(file_or_filename, encoding) as (write, declared):
            wants = encoding.lower() != "unicode" and declared.lower() not in ("utf-8", "us-ascii")
            if method == "xml" and (xml_declaration or xml_declaration is None and wants):
                write("<?xml version='1.0' encoding='%s'?>\n" % (declared,))
            if method == "text":
                for part in self._root.itertext():
                    write(part)
            else:
                names, spaces = _names(self._root, default_namespace)
                _write(write, self._root, names, spaces, short_empty_elements, method == "html")


@contextmanager
def _text_writer(target, encoding):
    write = getattr(target, "write", None)
    if write is None:
        encoding = "utf-8" if encoding.lower() == "unicode" else encoding
        with open(target, "w", encoding=encoding, errors="xmlcharrefreplace") as file:
            yield file.write, encoding
    elif encoding.lower() == "unicode":
        yield write, getattr(target, "encoding", None) or "utf-8"
    elif isinstance(target, io.TextIOBase):
        yield write, encoding
    else:
        yield (lambda text: write(text.encode(encoding, "xmlcharrefreplace"))), encoding


_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    """Use `prefix` for `uri` when a tree is written."""
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known, used in list(_namespace_map.items()):
        if known == uri or used == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _names(root, default):
    """How each tag and attribute name is written, and which namespaces have to be declared."""
    names = {None: None}
    spaces = {}
    if default:
        spaces[default] = ""

    def add(name):
        if name in names:
            return
        try:
            if name[:1] == "{":
                uri, local = name[1:].rsplit("}", 1)
                prefix = spaces.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri)
                    if prefix is None:
                        prefix = "ns%d" % len(spaces)
                    if prefix != "xml":
                        spaces[uri] = prefix
                names[name] = f"{prefix}:{local}" if prefix else local
            else:
                if default:
                    raise ValueError("cannot use non-qualified names with default_namespace option")
                names[name] = name
        except TypeError:
            _cannot(name)

    for element in root.iter():
        tag = element.tag
        if isinstance(tag, QName):
            add(tag.text)
        elif isinstance(tag, str):
            add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _cannot(tag)
        for key, value in element.items():
            add(key.text if isinstance(key, QName) else key)
            if isinstance(value, QName):
                add(value.text)
        if isinstance(element.text, QName):
            add(element.text.text)
    return names, spaces


def _cannot(value):
    raise TypeError("cannot serialize %r (type %s)" % (value, type(value).__name__))


def _escape_text(text):
    try:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    except (TypeError, AttributeError):
        _cannot(text)


def _escape_value(text):
    try:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
    except (TypeError, AttributeError):
        _cannot(text)


def _escape_html_value(text):
    try:
        return text.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
    except (TypeError, AttributeError):
        _cannot(text)


def _write_start(write, tag, element, names, spaces, escape):
    write("<" + tag)
    if spaces:
        for uri, prefix in sorted(spaces.items(), key=lambda pair: pair[1]):
            write(' xmlns%s="%s"' % (":" + prefix if prefix else "", escape(uri)))
    for key, value in element.items():
        if isinstance(key, QName):
            key = key.text
        value = names[value.text] if isinstance(value, QName) else escape(value)
        write(' %s="%s"' % (names[key], value))


_HTML_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param", "source", "track", "wbr"}


def _content(text, tag, names, html):
    if html:
        return text if tag.lower() in ("script", "style") else _escape_text(text)
    return names[text.text] if isinstance(text, QName) else _escape_text(text)


def _write(write, element, names, spaces, short, html):
    tag, text = element.tag, element.text
    if tag is Comment or tag is PI:
        write(("<!--%s-->" if tag is Comment else "<?%s?>") % (_escape_text(text) if html else text))
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape_text(text))
            for child in element:
                _write(write, child, names, None, short, html)
        else:
            _write_start(write, tag, element, names, spaces, _escape_html_value if html else _escape_value)
            empty = not html and short and not text and not len(element)
            write(" />" if empty else ">")
            if text:
                write(_content(text, tag, names, html))
            for child in element:
                _write(write, child, names, None, short, html)
            if not empty and not (html and tag.lower() in _HTML_EMPTY):
                write("</" + tag + ">")
    if element.tail:
        write(_escape_text(element.tail))


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """The text of an element: bytes, or str when the encoding is "unicode"."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    """The text of an element in pieces."""
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    """Write an element or a tree to sys.stdout."""
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding="unicode")
    tail = elem.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    """Put white space between elements, so that each stands on a line of its own."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    if not len(tree):
        return

    def walk(element, depth):
        inner = "\n" + (depth + 1) * space
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                walk(child, depth + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = inner[:-len(space)] if space else inner

    walk(tree, level)


# --- parsing

class TreeBuilder:
    """Makes a tree of start, data and end events."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data = []
        self._open = []
        self._last = None
        self._root = None
        self._ended = False
        self._make = element_factory or Element
        self._make_comment = comment_factory or Comment
        self._make_pi = pi_factory or ProcessingInstruction
        self.insert_comments = insert_comments
        self.insert_pis = insert_pis

    def close(self):
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = "".join(self._data)
                if self._ended:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data, /):
        self._data.append(data)

    def start(self, tag, attrs, /):
        self._flush()
        self._last = element = self._make(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._ended = False
        return element

    def end(self, tag, /):
        self._flush()
        if not self._open:
            raise IndexError("pop from empty stack")
        self._last = self._open.pop()
        self._ended = True
        return self._last

    def _single(self, element, insert):
        if insert:
            self._flush()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._ended = True
        return element

    def comment(self, text, /):
        return self._single(self._make_comment(text), self.insert_comments)

    def pi(self, target, text=None, /):
        return self._single(self._make_pi(target, text), self.insert_pis)


_NAME = r"[A-Za-z_:\u00b7-\U0010ffff][A-Za-z0-9_:.\-\u00b7-\U0010ffff]*"
_START = re.compile(rf"<({_NAME})")
_END = re.compile(rf"</({_NAME})[ \t\r\n]*>")
_ATTRIBUTE = re.compile(rf"[ \t\r\n]+({_NAME})[ \t\r\n]*=[ \t\r\n]*(?:\"([^<\"]*)\"|'([^<']*)')")
_SPACE = re.compile(r"[ \t\r\n]*")
_REFERENCE = re.compile(rf"&(?:#([0-9]+)|#x([0-9a-fA-F]+)|({_NAME}));")
_PI = re.compile(rf"<\?({_NAME})(?:[ \t\r\n]+(.*?))?\?>", re.S)
_DECLARATION = re.compile(r"<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*[\"'][^\"']*[\"']"
                          r"(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*[\"']([^\"']*)[\"'])?[^?]*\?>")
_ENTITY = re.compile(rf"<!ENTITY[ \t\r\n]+({_NAME})[ \t\r\n]+(?:\"([^\"]*)\"|'([^']*)')[ \t\r\n]*>")
_BAD_CHARACTER = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_CODES = {
    "syntax error": 2, "no element found": 3, "not well-formed (invalid token)": 4, "unclosed token": 5, "mismatched tag": 7, "duplicate attribute": 8,
    "junk after document element": 9, "undefined entity": 11, "unclosed CDATA section": 20, "XML or text declaration not at start of entity": 17,
    "unbound prefix": 27, "reference to invalid character number": 14, "unknown encoding": 18,
}


class XMLParser:
    """Reads XML and tells a target (a TreeBuilder) what it finds."""

    def __init__(self, *, target=None, encoding=None):
        if target is None:
            target = TreeBuilder()
        self.target = self._target = target
        self.entity = {}
        self.version = "Expat 2.6.3"
        self._encoding = encoding
        self._raw = []
        self._closed = False

    def feed(self, data, /):
        if isinstance(data, (bytes, bytearray, memoryview)):
            data = bytes(data)
        elif not isinstance(data, str):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        if data:
            self._raw.append(data)

    def flush(self):
        pass

    def close(self):
        raw, self._raw = self._raw, []
        if raw and isinstance(raw[0], bytes):
            text = self._decode(b"".join(piece.encode() if isinstance(piece, str) else piece for piece in raw))
        else:
            text = "".join(piece.decode() if isinstance(piece, bytes) else piece for piece in raw)
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._document()
        close = getattr(self._target, "close", None)
        return None if close is None else close()

    def _decode(self, data):
        for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
            if data.startswith(mark):
                return data.decode(name)
        found = _DECLARATION.match(data[:200].decode("latin-1"))
        name = self._encoding or found and found.group(1) or "utf-8"
        try:
            return data.decode(name)
        except LookupError:
            self._text = data.decode("latin-1")
            self._fail("unknown encoding", found.start(1) if found and found.group(1) else 0)
        except UnicodeDecodeError as error:
            self._text = data[:error.start].decode(name, "replace")
            self._fail("not well-formed (invalid token)", len(self._text))

    def _fail(self, message, at):
        line = self._text.count("\n", 0, at) + 1
        column = at - (self._text.rfind("\n", 0, at) + 1)
        error = ParseError(f"{message}: line {line}, column {column}")
        error.code = _CODES[message]
        error.position = line, column
        raise error

    def _document(self):
        text, target = self._text, self._target
        start, end, data = (getattr(target, name, None) for name in ("start", "end", "data"))
        at = 1 if text.startswith("\ufeff") else 0
        found = _DECLARATION.match(text, at)
        if found:
            at = found.end()
        entities = dict(_ENTITIES)
        open_tags, scopes, seen_root = [], [{"xml": "http://www.w3.org/XML/1998/namespace"}], False
        size = len(text)
        bad = _BAD_CHARACTER.search(text)
        bad = size if bad is None else bad.start()
        while at < size:
            if text[at] != "<":
                stop = text.find("<", at)
                if stop < 0:
                    stop = size
                piece = text[at:stop]
                if not open_tags:
                    inner = _SPACE.match(text, at).end()
                    if inner < stop:
                        self._fail("junk after document element" if seen_root else "syntax error", inner)
                else:
                    if bad < stop:
                        self._fail("not well-formed (invalid token)", bad)
                    if "&" in piece:
                        piece = self._resolve(piece, at, entities)
                    wrong = text.find("]]>", at, stop)
                    if wrong >= 0:
                        self._fail("not well-formed (invalid token)", wrong + 2)
                    if data is not None:
                        data(piece)
                at = stop
                continue
            found = _START.match(text, at)
            if found:
                if seen_root and not open_tags:
                    self._fail("junk after document element", at)
                at = self._tag(found, at, open_tags, scopes, entities, start, end, bad)
                seen_root = True
                continue
            if text.startswith("</", at):
                found = _END.match(text, at)
                if not found:
                    if text.find(">", at) < 0:
                        self._fail("unclosed token", at)
                    self._fail("not well-formed (invalid token)", self._wrong_place(at + 2))
                if not open_tags:
                    self._fail("not well-formed (invalid token)", at + 1)
                raw, name = open_tags.pop()
                if raw != found.group(1):
                    self._fail("mismatched tag", at + 2)
                if end is not None:
                    end(name)
                self._left(scopes.pop())
                at = found.end()
                continue
            at = self._other(at, open_tags, entities, seen_root, data)
        if open_tags or not seen_root:
            self._fail("no element found", size)

    def _wrong_place(self, at):
        text = self._text
        found = re.compile(rf"{_NAME}").match(text, at)
        return found.end() if found else at

    def _tag(self, found, at, open_tags, scopes, entities, start, end, bad):
        text = self._text
        raw = found.group(1)
        begin, at = at, found.end()
        pairs = []
        while True:
            attribute = _ATTRIBUTE.match(text, at)
            if not attribute:
                break
            key, value = attribute.group(1), attribute.group(2)
            if value is None:
                value = attribute.group(3)
            if bad < attribute.end():
                self._fail("not well-formed (invalid token)", bad)
            value = value.replace("\n", " ").replace("\t", " ")
            if "&" in value:
                value = self._resolve(value, attribute.start(2 if attribute.group(2) is not None else 3), entities, begin)
            if any(key == known for known, _ in pairs):
                self._fail("duplicate attribute", attribute.start(1))
            pairs.append((key, value))
            at = attribute.end()
        at = _SPACE.match(text, at).end()
        empty = text.startswith("/>", at)
        if not empty and not text.startswith(">", at):
            if at >= len(text) or text.find(">", at) < 0:
                self._fail("unclosed token", begin)
            self._fail("not well-formed (invalid token)", self._wrong_in_tag(at))
        scope, attributes = scopes[-1], {}
        declared = []
        for key, value in pairs:
            if key == "xmlns" or key.startswith("xmlns:"):
                declared.append((key[6:], value))
        if declared:
            scope = {**scope, **dict(declared)}
            self._declared(declared)
        for key, value in pairs:
            if key == "xmlns" or key.startswith("xmlns:"):
                continue
            if ":" in key:
                key = self._qualified(key, scope, begin)
            attributes[key] = value
        name = self._qualified(raw, scope, begin) if ":" in raw or scope.get("") else raw
        if start is not None:
            start(name, attributes)
        if empty:
            if end is not None:
                end(name)
            self._left(scope if declared else scopes[-1], declared)
            return at + 2
        open_tags.append((raw, name))
        scopes.append(scope)
        return at + 1

    def _wrong_in_tag(self, at):
        text = self._text
        found = re.compile(rf"({_NAME})[ \t\r\n]*(=?)[ \t\r\n]*(['\"]?)([^<'\"]*)").match(text, at)
        if not found or text[at - 1] in "\"'":
            return at
        if not found.group(2):
            return _SPACE.match(text, found.end(1)).end()
        if not found.group(3):
            return _SPACE.match(text, found.end(2)).end()
        return found.end()

    def _declared(self, declared):
        pass

    def _left(self, scope, declared=()):
        pass

    def _qualified(self, name, scope, at):
        prefix, colon, local = name.partition(":")
        if not colon:
            prefix, local = "", name
        uri = scope.get(prefix)
        if uri is None:
            if prefix:
                self._fail("unbound prefix", at)
            return local
        return "{%s}%s" % (uri, local) if uri else local

    def _resolve(self, piece, at, entities, place=None):
        parts, last = [], 0
        index = piece.find("&")
        while index >= 0:
            found = _REFERENCE.match(piece, index)
            if not found:
                semicolon = re.compile(rf"&#?(?:{_NAME})?").match(piece, index)
                self._fail("not well-formed (invalid token)", at + semicolon.end())
            parts.append(piece[last:index])
            digits, hexadecimal, name = found.groups()
            if name is not None:
                if name in entities:
                    value = entities[name]
                    if name not in _ENTITIES and "&" in value:
                        value = self._resolve(value, at + index, {key: text for key, text in entities.items() if key != name})
                elif name in self.entity:
                    value = self.entity[name]
                else:
                    self._fail("undefined entity", at + index if place is None else place)
                parts.append(value)
            else:
                code = int(digits) if digits else int(hexadecimal, 16)
                if code > 0x10FFFF or 0xD800 <= code < 0xE000 or _BAD_CHARACTER.match(chr(code)):
                    self._fail("reference to invalid character number", at + index)
                parts.append(chr(code))
            last = found.end()
            index = piece.find("&", last)
        parts.append(piece[last:])
        return "".join(parts)

    def _other(self, at, open_tags, entities, seen_root, data):
        """Comments, instructions, CDATA sections and the document type; returns where it ends."""
        text, target = self._text, self._target
        if text.startswith("<!--", at):
            stop = text.find("--", at + 4)
            if stop < 0:
                self._fail("unclosed token", at)
            if text[stop + 2:stop + 3] != ">":
                self._fail("not well-formed (invalid token)", stop + 2)
            if hasattr(target, "comment"):
                target.comment(text[at + 4:stop])
            return stop + 3
        if text.startswith("<?", at):
            found = _PI.match(text, at)
            if not found:
                self._fail("unclosed token" if text.find("?>", at) < 0 else "not well-formed (invalid token)", at if text.find("?>", at) < 0 else at + 2)
            if found.group(1).lower() == "xml":
                self._fail("XML or text declaration not at start of entity", at)
            if hasattr(target, "pi"):
                target.pi(found.group(1), found.group(2) or "")
            return found.end()
        if text.startswith("<![CDATA[", at) and open_tags:
            stop = text.find("]]>", at)
            if stop < 0:
                self._fail("unclosed CDATA section", at)
            if data is not None and stop > at + 9:
                data(text[at + 9:stop])
            return stop + 3
        if text.startswith("<!DOCTYPE", at) and not seen_root:
            depth, stop = 0, at
            while stop < len(text):
                char = text[stop]
                if char in "\"'":
                    stop = text.find(char, stop + 1)
                    if stop < 0:
                        break
                elif char == "[":
                    depth += 1
                elif char == "]":
                    depth -= 1
                elif char == ">" and depth == 0:
                    for name, double, single in _ENTITY.findall(text, at, stop):
                        entities.setdefault(name, double or single)
                    if hasattr(target, "doctype"):
                        words = re.match(rf"<!DOCTYPE\s+({_NAME})(?:\s+PUBLIC\s+[\"']([^\"']*)[\"'])?(?:\s+(?:SYSTEM\s+)?[\"']([^\"']*)[\"'])?", text[at:stop])
                        target.doctype(*words.groups())
                    return stop + 1
                stop += 1
            self._fail("unclosed token", at)
        if at + 1 >= len(text):
            self._fail("unclosed token", at)
        self._fail("not well-formed (invalid token)", at + 1)


def parse(source, parser=None):
    """Parse a file, given by name or open, into an ElementTree."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """Parse a document from a string; returns the root element."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    """Parse a document from pieces of a string."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    """Parse a document; returns its root element and a dict of elements by their id."""
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}


class _Recorder(TreeBuilder):
    """A tree builder that writes down what happens."""

    def __init__(self, wanted, events):
        super().__init__(insert_comments=False)
        self._wanted = wanted
        self._events = events

    def start(self, tag, attrs, /):
        element = super().start(tag, attrs)
        if "start" in self._wanted:
            self._events.append(("start", element))
        return element

    def end(self, tag, /):
        element = super().end(tag)
        if "end" in self._wanted:
            self._events.append(("end", element))
        return element

    def comment(self, text, /):
        element = super().comment(text)
        if "comment" in self._wanted:
            self._events.append(("comment", element))
        return element

    def pi(self, target, text=None, /):
        element = super().pi(target, text)
        if "pi" in self._wanted:
            self._events.append(("pi", element))
        return element


class _RecordingParser(XMLParser):
    def __init__(self, wanted, events):
        super().__init__(target=_Recorder(wanted, events))
        self._wanted = wanted
        self._events = events
        self._counts = []

    def _declared(self, declared):
        if "start-ns" in self._wanted:
            self._events.extend(("start-ns", (prefix, uri)) for prefix, uri in declared)


class XMLPullParser:
    """Gives what is read as a list of events. Here they come when the document is complete."""

    def __init__(self, events=None, *, _parser=None):
        self._queue = []
        wanted = ("end",) if events is None else tuple(events)
        for event in wanted:
            if event not in ("start", "end", "start-ns", "end-ns", "comment", "pi"):
                raise ValueError("unknown event %r" % event)
        self._parser = _RecordingParser(wanted, self._queue)

    def feed(self, data):
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        self._parser.feed(data)

    def close(self):
        root = self._parser.close()
        self._parser = None
        return root

    def read_events(self):
        while self._queue:
            yield self._queue.pop(0)

    def flush(self):
        pass


def iterparse(source, events=None, parser=None):
    """Parse a file; yields (event, element) pairs. Its attribute `root` is set at the end."""
    pull = XMLPullParser(events)

    class IterParseIterator:
        root = None

        def __init__(self):
            self._steps = self._run()

        def _run(self):
            opened = None
            file = source
            if not hasattr(file, "read"):
                file = opened = open(file, "rb")
            try:
                pull.feed(file.read())
            finally:
                if opened is not None:
                    opened.close()
            root = pull.close()
            yield from pull.read_events()
            self.root = root

        def __iter__(self):
            return self

        def __next__(self):
            return next(self._steps)

        def close(self):
            self._steps.close()

    return IterParseIterator()


def canonicalize(xml_data=None, *, out=None, from_file=None, with_comments=False, strip_text=False):
    """The canonical form (C14N 2.0) of a document without namespaces of its own to rewrite: attributes in order, no empty tags."""
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    builder = TreeBuilder(insert_comments=with_comments, insert_pis=True)
    parser = XMLParser(target=builder)
    root = XML(xml_data, parser) if xml_data is not None else parse(from_file, parser).getroot()
    pieces = []

    def text_of(text):
        text = text.strip() if strip_text else text
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")

    def value_of(text):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        return text.replace("\t", "&#x9;").replace("\n", "&#xA;").replace("\r", "&#xD;")

    names, spaces = _names(root, None)

    def walk(element, declared):
        if element.tag is Comment:
            pieces.append(f"<!--{element.text}-->")
        elif element.tag is PI:
            pieces.append(f"<?{element.text}?>")
        else:
            pieces.append("<" + names[element.tag])
            for uri, prefix in sorted(declared.items(), key=lambda pair: pair[1]):
                pieces.append(f' xmlns:{prefix}="{value_of(uri)}"')
            for key in sorted(element.attrib):
                pieces.append(f' {names[key]}="{value_of(element.attrib[key])}"')
            pieces.append(">" + text_of(element.text or ""))
            for child in element:
                walk(child, {})
                pieces.append(text_of(child.tail or ""))
            pieces.append(f"</{names[element.tag]}>")

    walk(root, spaces)
    text = "".join(pieces)
    if out is None:
        return text
    out.write(text)
