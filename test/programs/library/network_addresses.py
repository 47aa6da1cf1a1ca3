# Addresses and networks.
import ipaddress
from ipaddress import ip_address, ip_interface, ip_network

for text in ["192.168.1.10", "10.0.0.1", "8.8.8.8", "127.0.0.1", "224.0.0.1", "::1", "2001:db8::1", "fe80::1", "::ffff:1.2.3.4", "2001:0:0:1:0:0:0:1"]:
    address = ip_address(text)
    print(repr(address), address.version, address.is_private, address.is_global, address.is_loopback, address.is_multicast, address.exploded, address.reverse_pointer)
address = ip_address("192.168.1.10")
print(int(address), address + 1, address - 10, address.packed, address < ip_address("192.168.1.11"), hash(address) == hash(ip_address(int(address))))
print(f"{address:b} {address:#x} {address!s:>16}", ip_address("fe80::1%eth0").scope_id, max(ip_address("10.0.0.2"), ip_address("10.0.0.10")))

network = ip_network("192.168.0.0/22")
print(network, network.num_addresses, network.netmask, network.hostmask, network.broadcast_address, network.prefixlen, address in network)
print(list(network.subnets(new_prefix=24)), network.supernet(), network[5], network[-1])
print(list(ip_network("10.0.0.0/30").hosts()), list(ip_network("10.0.0.0/31").hosts()), list(ip_network("10.0.0.0/29"))[3])
print(network.overlaps(ip_network("192.168.3.0/24")), ip_network("192.168.1.0/24").subnet_of(network), ip_network("10.0.0.0/255.0.0.0"))
print(list(ipaddress.summarize_address_range(ip_address("10.0.0.1"), ip_address("10.0.0.12"))))
print(list(ipaddress.collapse_addresses([ip_network("10.0.0.0/25"), ip_network("10.0.0.128/25"), ip_network("10.0.2.0/24")])))
print(list(ip_network("10.0.0.0/28").address_exclude(ip_network("10.0.0.4/30"))))
interface = ip_interface("192.168.1.7/24")
print(interface, repr(interface), interface.ip, interface.network, interface.with_netmask)
six = ip_network("2001:db8::/126")
print(six, six.num_addresses, list(six), list(six.hosts()))

for wrong in ["256.1.1.1", "1.2.3", "01.2.3.4", "", "1.2.3.4.5", "a.b.c.d", ":::", "1::2::3", "12345::", -1, 2**128, "1.2.3.4/33", "10.0.0.1/8"]:
    for make in (ip_address, ip_network):
        try:
            print(make(wrong))
        except ValueError as error:
            print(type(error).__name__, error)
for make, wrong in [(ipaddress.IPv4Address, "1.2.3.999"), (ipaddress.IPv4Address, "1.2..4"), (ipaddress.IPv6Address, "1:2"), (ipaddress.IPv4Network, "1.2.3.4/255.0.255.0"),
                    (ipaddress.IPv6Address, "g::"), (ipaddress.IPv4Address, b"123")]:
    try:
        make(wrong)
    except ValueError as error:
        print(type(error).__name__, error)
try:
    ip_address("1.2.3.4") < ip_address("::1")
except TypeError as error:
    print(error)
