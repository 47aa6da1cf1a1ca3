"""Internationalization and localization support: messages stay as they are where no catalogue is found, and this machine has none."""

__all__ = [
    "NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain", "dgettext", "dngettext", "gettext",
    "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext",
]

_domain = "messages"
_folders = {}


def _one_or_more(one, more, n):
    return one if n == 1 else more


class NullTranslations:
    """A catalogue without messages: asks the next one, and gives back what it was asked for."""

    def __init__(self, fp=None):
        self._info, self._charset, self._fallback = {}, None, None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        """Nothing to read; a catalogue from a file does it here."""

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def add_fallback(self, fallback):
        # The catalogue that is asked last asks the new one.
        if not self._fallback:
            self._fallback = fallback
        else:
            self._fallback.add_fallback(fallback)

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        return self._fallback.ngettext(msgid1, msgid2, n) if self._fallback else _one_or_more(msgid1, msgid2, n)

    def npgettext(self, context, msgid1, msgid2, n):
        return self._fallback.npgettext(context, msgid1, msgid2, n) if self._fallback else _one_or_more(msgid1, msgid2, n)

    def install(self, names=None):
        import builtins
        everywhere = builtins.__dict__
        everywhere["_"] = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"} & set(names or ()):
            everywhere[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    """A catalogue read from a file, which has to be one."""

    def _parse(self, fp):
        raise OSError(0, "Bad magic number", getattr(fp, "name", ""))


def find(domain, localedir=None, languages=None, all=False):
    """No catalogue is ever found."""
    return [] if all else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if fallback:
        return NullTranslations()
    from errno import ENOENT
    raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
    global _domain
    if domain is not None:
        _domain = domain
    return _domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _folders[domain] = localedir
    return _folders.get(domain, "/usr/share/locale")


def dgettext(domain, message):
    return message


def dngettext(domain, msgid1, msgid2, n):
    return _one_or_more(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return message


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _one_or_more(msgid1, msgid2, n)


def gettext(message):
    return dgettext(_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_domain, context, msgid1, msgid2, n)


Catalog = translation
