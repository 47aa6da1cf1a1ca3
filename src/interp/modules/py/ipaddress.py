"""Create, inspect and compare IPv4 and IPv6 addresses and networks."""
import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """A Value Error related to the address."""


class NetmaskValueError(ValueError):
    """A Value Error related to the netmask."""


def _first_that_fits(value, classes, what, *more):
    for cls in classes:
        try:
            return cls(value, *more)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{value!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    """Return an IPv4Address or IPv6Address for a string or an integer."""
    return _first_that_fits(address, (IPv4Address, IPv6Address), "address")


def ip_network(address, strict=True):
    """Return an IPv4Network or IPv6Network for a string or an integer."""
    return _first_that_fits(address, (IPv4Network, IPv6Network), "network", strict)


def ip_interface(address):
    """Return an IPv4Interface or IPv6Interface for a string or an integer."""
    return _first_that_fits(address, (IPv4Interface, IPv6Interface), "interface")


def v4_int_to_packed(address):
    """Represent an address as 4 packed bytes in network order."""
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


def v6_int_to_packed(address):
    """Represent an address as 16 packed bytes in network order."""
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None


def summarize_address_range(first, last):
    """The networks that make up a range of addresses, both ends among them."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = first._network_class
    bits = first.max_prefixlen
    low, high = first._ip, last._ip
    while low <= high:
        zeros = bits if low == 0 else min((low & -low).bit_length() - 1, bits)
        size = min(zeros, (high - low + 1).bit_length() - 1)
        yield network((low, bits - size))
        low += 1 << size
        if low - 1 == (1 << bits) - 1:
            break


def collapse_addresses(addresses):
    """The fewest networks that hold just these addresses and networks."""
    single, networks = [], []
    for each in addresses:
        for known in (single[-1:] or networks[-1:]):
            if known.version != each.version:
                raise TypeError(f"{each} and {known} are not of the same version")
        if isinstance(each, _Address):
            single.append(each)
        elif each._prefixlen == each.max_prefixlen:
            single.append(each.ip if hasattr(each, "ip") else each.network_address)
        else:
            networks.append(each)
    pieces = [(ip._ip, ip._ip) for ip in set(single)] + [(int(net.network_address), int(net.broadcast_address)) for net in networks]
    if not pieces:
        return iter(())
    sample = single[0] if single else networks[0].network_address
    cls = type(sample)._plain
    pieces.sort()
    joined = [list(pieces[0])]
    for low, high in pieces[1:]:
        if low <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], high)
        else:
            joined.append([low, high])
    return (network for low, high in joined for network in summarize_address_range(cls(low), cls(high)))


def get_mixed_type_key(obj):
    """A sort key for addresses and networks side by side."""
    if isinstance(obj, _Network):
        return obj._get_networks_key()
    if isinstance(obj, _Address):
        return obj._get_address_key()
    return NotImplemented


# --- what both versions share

class _Shared:
    __slots__ = ()

    @property
    def exploded(self):
        """The longhand version of the address as a string."""
        return self._explode()

    @property
    def compressed(self):
        """The shorthand version of the address as a string."""
        return str(self)

    @property
    def reverse_pointer(self):
        """The name of the DNS PTR record of the address."""
        return self._reverse_pointer()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._bits

    @classmethod
    def _number_of(cls, address):
        """The number of an address that is given as an int."""
        if address < 0:
            raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{cls._version} address")
        if address >> cls._bits:
            raise AddressValueError(f"{address} (>= 2**{cls._bits}) is not permitted as an IPv{cls._version} address")
        return address

    @classmethod
    def _packed_number(cls, address):
        if len(address) != cls._bits // 8:
            raise AddressValueError(f"{address!r} (len {len(address)} != {cls._bits // 8}) is not permitted as an IPv{cls._version} address")
        return int.from_bytes(address, "big")

    @classmethod
    def _mask_number(cls, prefix):
        return ((1 << cls._bits) - 1) ^ ((1 << cls._bits) - 1 >> prefix)

    @classmethod
    def _prefix_of_digits(cls, text):
        if not (text.isascii() and text.isdigit()) or int(text) > cls._bits:
            raise NetmaskValueError(f"{text!r} is not a valid netmask")
        return int(text)

    @classmethod
    def _make_netmask(cls, given):
        """The netmask's number and the length of the prefix."""
        if isinstance(given, int):
            if not 0 <= given <= cls._bits:
                raise NetmaskValueError(f"{given!r} is not a valid netmask")
            return given
        try:
            return cls._prefix_of_digits(given)
        except NetmaskValueError:
            if cls._version == 6:
                raise
        try:
            mask = cls._parse(given)
        except AddressValueError:
            raise NetmaskValueError(f"{given!r} is not a valid netmask") from None
        full = (1 << cls._bits) - 1
        for candidate in (mask, mask ^ full):
            # Ones, then zeros: its complement is one less than a power of two.
            rest = candidate ^ full
            if rest & rest + 1 == 0:
                return cls._bits - rest.bit_length()
        raise NetmaskValueError(f"{given!r} is not a valid netmask")


@functools.total_ordering
class _Address(_Shared):
    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip if self._ip != other._ip else False

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return self._text(self._ip)

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def _get_address_key(self):
        return (self._version, self)

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        kind = spec[-1]
        if kind not in "bxXn" or any(char not in "#_" for char in spec[:-1]):
            return super().__format__(spec)
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        digits = self._bits if kind == "b" else self._bits // 4
        separate = "_" in spec
        if separate:
            digits += digits // 4 - 1
        prefix = "#" in spec
        return format(int(self), f"{'#' if prefix else ''}0{digits + 2 * prefix}{'_' if separate else ''}{kind}")

    @property
    def packed(self):
        """The binary representation of this address."""
        return self._ip.to_bytes(self._bits // 8, "big")

    def _in(self, networks):
        return any(self in network for network in networks)

    @property
    def is_multicast(self):
        """Is the address reserved for multicast use?"""
        return self in self._constants.multicast

    @property
    def is_loopback(self):
        """Is the address a loopback address?"""
        return self in self._constants.loopback

    @property
    def is_link_local(self):
        """Is the address reserved for link-local use?"""
        return self in self._constants.link_local

    @property
    def is_unspecified(self):
        """Is the address the unspecified one?"""
        return self._ip == 0

    @property
    def is_reserved(self):
        """Is the address otherwise IETF reserved?"""
        return self._in(self._constants.reserved)

    @property
    def is_private(self):
        """Is the address one of the registries' private ones?"""
        return self._in(self._constants.private) and not self._in(self._constants.not_private)


@functools.total_ordering
class _Network(_Shared):
    def __init__(self, address, strict=True):
        address, mask = _split(address, self._plain)
        self.network_address = self._plain(address)
        self._prefixlen = self._make_netmask(mask)
        self.netmask = self._plain(self._mask_number(self._prefixlen))
        number = int(self.network_address)
        inside = number & int(self.netmask)
        if inside != number:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._plain(inside)

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    def hosts(self):
        """The addresses that a host can have."""
        low, high = int(self.network_address), int(self.broadcast_address)
        cls = self._plain
        if self._prefixlen == self._bits:
            return [cls(low)]
        if self._prefixlen == self._bits - 1:
            return [cls(low), cls(high)]
        last = high if self._version == 4 else high + 1
        return (cls(number) for number in range(low + 1, last))

    def __iter__(self):
        for number in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._plain(number)

    def __getitem__(self, n):
        low, high = int(self.network_address), int(self.broadcast_address)
        number = low + n if n >= 0 else high + n + 1
        if not low <= number <= high:
            raise IndexError("address out of range")
        return self._plain(number)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if self.network_address != other.network_address:
            return self.network_address < other.network_address
        return self.netmask < other.netmask

    def __eq__(self, other):
        try:
            return self._version == other._version and self.network_address == other.network_address and int(self.netmask) == int(other.netmask)
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _Network):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def overlaps(self, other):
        """Do the two have an address in common?"""
        return (other.network_address in self or other.broadcast_address in self
                or self.network_address in other or self.broadcast_address in other)

    @functools.cached_property
    def broadcast_address(self):
        return self._plain(int(self.network_address) | int(self.hostmask))

    @functools.cached_property
    def hostmask(self):
        return self._plain(int(self.netmask) ^ (1 << self._bits) - 1)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        """Number of addresses in the network."""
        return int(self.broadcast_address) - int(self.network_address) + 1

    @property
    def prefixlen(self):
        return self._prefixlen

    def _explode(self):
        return f"{self.network_address._explode()}/{self._prefixlen}"

    def _reverse_pointer(self):
        return self.network_address._reverse_pointer()

    def address_exclude(self, other):
        """The networks that remain when one inside is taken out."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        if other == self:
            return
        other = other.__class__(f"{other.network_address}/{other.prefixlen}")
        left, right = self.subnets()
        while left != other and right != other:
            if other.subnet_of(left):
                yield right
                left, right = left.subnets()
            else:
                yield left
                left, right = right.subnets()
        yield right if left == other else left

    def compare_networks(self, other):
        """-1, 0 or 1: which of two networks comes first."""
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        mine, theirs = (self.network_address, self.netmask), (other.network_address, other.netmask)
        return (mine > theirs) - (mine < theirs)

    def _get_networks_key(self):
        return (self._version, self.network_address, self.netmask)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The networks that make up this one, with a longer prefix."""
        if self._prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        longer = self._prefixlen + prefixlen_diff
        if longer > self._bits:
            raise ValueError(f"prefix length diff {longer} is invalid for netblock {self}")
        step = int(self.hostmask) + 1 >> prefixlen_diff
        for number in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield self.__class__((number, longer))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network that holds this one, with a shorter prefix."""
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        shorter = self._prefixlen - prefixlen_diff
        if shorter < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return self.__class__((int(self.network_address) & int(self.netmask) << prefixlen_diff, shorter))

    def _holds(self, inner, outer):
        try:
            if inner._version != outer._version:
                raise TypeError(f"{inner} and {outer} are not of the same version")
            return outer.network_address <= inner.network_address and outer.broadcast_address >= inner.broadcast_address
        except AttributeError:
            raise TypeError(f"Unable to test subnet containment between {inner} and {outer}") from None

    def subnet_of(self, other):
        """Is this network a part of the other?"""
        return self._holds(self, other)

    def supernet_of(self, other):
        """Is the other network a part of this one?"""
        return self._holds(other, self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both("is_multicast"))
    is_reserved = property(lambda self: self._both("is_reserved"))
    is_link_local = property(lambda self: self._both("is_link_local"))
    is_unspecified = property(lambda self: self._both("is_unspecified"))
    is_loopback = property(lambda self: self._both("is_loopback"))
    is_global = property(lambda self: not self.is_private)

    @property
    def is_private(self):
        constants = self._plain._constants
        return (any(self.network_address in net and self.broadcast_address in net for net in constants.private)
                and all(self.network_address not in net and self.broadcast_address not in net for net in constants.not_private))


def _split(address, plain):
    """An address and its mask, as they were given."""
    if isinstance(address, (bytes, int)):
        return address, plain._bits
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], plain._bits)
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) == 2 else plain._bits


class _Interface:
    """An address that knows the network it is on."""
    __slots__ = ()

    def _begin(self, address, plain, network_class):
        address, mask = _split(address, plain)
        plain.__init__(self, address)
        self.network = network_class((address, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network._prefixlen

    @property
    def hostmask(self):
        return self.network.hostmask

    def _explode(self):
        return f"{self._plain._explode(self)}/{self._prefixlen}"

    def __str__(self):
        return f"{self._text(self._ip)}/{self._prefixlen}"

    def __eq__(self, other):
        equal = self._plain.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = _Address.__lt__(self, other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def ip(self):
        return self._plain(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self._text(self._ip)}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._text(self._ip)}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._text(self._ip)}/{self.hostmask}"


# --- version 4

class _V4:
    __slots__ = ()
    _version = 4
    _bits = IPV4LENGTH

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        octets = text.split(".")
        if len(octets) != 4:
            raise AddressValueError(f"Expected 4 octets in {text!r}")
        try:
            return int.from_bytes(map(cls._octet, octets), "big")
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None

    @classmethod
    def _octet(cls, text):
        if not text:
            raise ValueError("Empty octet not permitted")
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f"Only decimal digits permitted in {text!r}")
        if len(text) > 3:
            raise ValueError(f"At most 3 characters permitted in {text!r}")
        if text != "0" and text[0] == "0":
            raise ValueError(f"Leading zeros are not permitted in {text!r}")
        if int(text) > 255:
            raise ValueError(f"Octet {int(text)} (> 255) not permitted")
        return int(text)

    @staticmethod
    def _text(number):
        return ".".join(map(str, number.to_bytes(4, "big")))


class IPv4Address(_V4, _Address):
    """Represent and manipulate single IPv4 Addresses."""
    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            self._ip = self._number_of(address)
        elif isinstance(address, bytes):
            self._ip = self._packed_number(address)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._parse(text)

    def _explode(self):
        return str(self)

    def _reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"

    @property
    def is_global(self):
        return self not in self._constants.shared and not self.is_private

    @property
    def ipv6_mapped(self):
        """The IPv4-mapped IPv6 address of this one."""
        return IPv6Address(f"::ffff:{self}")


class IPv4Interface(_Interface, IPv4Address):
    """An IPv4 address with its network."""

    def __init__(self, address):
        self._begin(address, IPv4Address, IPv4Network)


class IPv4Network(_V4, _Network):
    """An IPv4 network: an address and a mask."""
    _plain = IPv4Address

    @property
    def is_global(self):
        shared = IPv4Address._constants.shared
        return not (self.network_address in shared and self.broadcast_address in shared) and not self.is_private


IPv4Address._network_class = IPv4Network
IPv4Address._plain = IPv4Address


# --- version 6

class _V6:
    __slots__ = ()
    _version = 6
    _bits = IPV6LENGTH

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {text!r}")
        if "." in parts[-1]:
            try:
                four = IPv4Address(parts.pop())._ip
            except AddressValueError as error:
                raise AddressValueError(f"{error} in {text!r}") from None
            parts += [f"{four >> 16 & 0xFFFF:x}", f"{four & 0xFFFF:x}"]
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        gap = None
        for index in range(1, len(parts) - 1):
            if not parts[index]:
                if gap is not None:
                    raise AddressValueError(f"At most one '::' permitted in {text!r}")
                gap = index
        if gap is not None:
            high, low = gap, len(parts) - gap - 1
            if not parts[0]:
                high -= 1
                if high:
                    raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                low -= 1
                if low:
                    raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            skipped = 8 - (high + low)
            if skipped < 1:
                raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        else:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            if not parts[0]:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            high, low, skipped = len(parts), 0, 0
        number = 0
        try:
            for part in parts[:high]:
                number = number << 16 | cls._group(part)
            number <<= 16 * skipped
            for part in parts[len(parts) - low:]:
                number = number << 16 | cls._group(part)
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        return number

    @classmethod
    def _group(cls, text):
        if not set(text) <= set("0123456789abcdefABCDEF"):
            raise ValueError(f"Only hex digits permitted in {text!r}")
        if len(text) > 4:
            raise ValueError(f"At most 4 characters permitted in {text!r}")
        return int(text, 16)

    @staticmethod
    def _text(number):
        groups = [f"{number >> 16 * place & 0xFFFF:x}" for place in range(7, -1, -1)]
        # The first longest run of zeros is left out.
        best, length, index = -1, 1, 0
        while index < 8:
            end = index
            while end < 8 and groups[end] == "0":
                end += 1
            if end - index > length:
                best, length = index, end - index
            index = end + 1
        if best < 0:
            return ":".join(groups)
        return ":".join(groups[:best]) + "::" + ":".join(groups[best + length:])


class IPv6Address(_V6, _Address):
    """Represent and manipulate single IPv6 Addresses."""
    __slots__ = ("_ip", "_scope_id", "__weakref__")

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._ip = self._number_of(address)
        elif isinstance(address, bytes):
            self._ip = self._packed_number(address)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, percent, scope = text.partition("%")
            if percent:
                if not scope or "%" in scope:
                    raise AddressValueError(f'Invalid IPv6 address: "{address!r}"')
                self._scope_id = scope
            self._ip = self._parse(text)

    def __str__(self):
        text = self._text(self._ip)
        if self._ip >> 32 == 0xFFFF:
            text = f"::ffff:{self.ipv4_mapped}"
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = _Address.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def _explode(self):
        return ":".join(f"{self._ip >> 16 * place & 0xFFFF:04x}" for place in range(7, -1, -1))

    def _reverse_pointer(self):
        return ".".join(self._explode()[::-1].replace(":", "")) + ".ip6.arpa"

    @property
    def exploded(self):
        mapped = self.ipv4_mapped
        return self._explode() if mapped is None else f"{self._explode()[:30]}{mapped}"

    @property
    def scope_id(self):
        """The zone of a link-local address, or None."""
        return self._scope_id

    def _of_four(self, name):
        mapped = self.ipv4_mapped
        return None if mapped is None else getattr(mapped, name)

    def _either(self, name):
        of_four = self._of_four(name)
        return getattr(_Address, name).fget(self) if of_four is None else of_four

    is_multicast = property(lambda self: self._either("is_multicast"))
    is_reserved = property(lambda self: self._either("is_reserved"))
    is_link_local = property(lambda self: self._either("is_link_local"))
    is_private = property(lambda self: self._either("is_private"))
    is_unspecified = property(lambda self: self._either("is_unspecified"))

    @property
    def is_loopback(self):
        of_four = self._of_four("is_loopback")
        return self._ip == 1 if of_four is None else of_four

    @property
    def is_global(self):
        of_four = self._of_four("is_global")
        return not self.is_private if of_four is None else of_four

    @property
    def is_site_local(self):
        """Is the address reserved for site-local use?"""
        return self in self._constants.site_local

    @property
    def ipv4_mapped(self):
        """The embedded IPv4 address of an IPv4-mapped one, or None."""
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        """Server and client of a teredo address, or None."""
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        """The embedded address of a 6to4 one, or None."""
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


class IPv6Interface(_Interface, IPv6Address):
    """An IPv6 address with its network."""

    def __init__(self, address):
        self._begin(address, IPv6Address, IPv6Network)

    def __str__(self):
        return f"{IPv6Address.__str__(self)}/{self._prefixlen}"

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return IPv6Address.is_loopback.fget(self) and self.network.is_loopback


class IPv6Network(_V6, _Network):
    """An IPv6 network: an address and the length of a prefix."""
    _plain = IPv6Address

    @property
    def is_site_local(self):
        return self._both("is_site_local")


IPv6Address._network_class = IPv6Network
IPv6Address._plain = IPv6Address


class _V4Constants:
    loopback = IPv4Network("127.0.0.0/8")
    link_local = IPv4Network("169.254.0.0/16")
    multicast = IPv4Network("224.0.0.0/4")
    shared = IPv4Network("100.64.0.0/10")
    reserved = [IPv4Network("240.0.0.0/4")]
    private = [IPv4Network(each) for each in (
        "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.0.170/31", "192.0.2.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32")]
    not_private = [IPv4Network("192.0.0.9/32"), IPv4Network("192.0.0.10/32")]


class _V6Constants:
    loopback = IPv6Network("::1/128")
    link_local = IPv6Network("fe80::/10")
    multicast = IPv6Network("ff00::/8")
    site_local = IPv6Network("fec0::/10")
    reserved = [IPv6Network(each) for each in (
        "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3", "A000::/3", "C000::/3", "E000::/4",
        "F000::/5", "F800::/6", "FE00::/9")]
    private = [IPv6Network(each) for each in (
        "::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "fc00::/7", "fe80::/10")]
    not_private = [IPv6Network(each) for each in (
        "2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28", "2001:30::/28")]


IPv4Address._constants = _V4Constants
IPv6Address._constants = _V6Constants
