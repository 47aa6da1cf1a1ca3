# int.to_bytes and int.from_bytes in both orders and signs.
for n in (0, 1, 255, 256, 65535, 1 << 40):
    size = (n.bit_length() + 7) // 8 or 1
    big = n.to_bytes(size, "big")
    little = n.to_bytes(size, "little")
    print(n, big, little, int.from_bytes(big, "big"), int.from_bytes(little, "little"))
for n in (-1, -128, -129, 127, 128):
    data = n.to_bytes(2, "big", signed=True)
    print(n, data.hex(), int.from_bytes(data, "big", signed=True), int.from_bytes(data, "big"))
print((5).to_bytes(), int.from_bytes(b"\x01\x02"), int.from_bytes([1, 0, 0], "big"), int.from_bytes(b""))
for bad in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"),
            lambda: (128).to_bytes(1, "big", signed=True), lambda: (1).to_bytes(1, "middle"),
            lambda: (1).to_bytes(-1, "big"), lambda: int.from_bytes("ab", "big")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
