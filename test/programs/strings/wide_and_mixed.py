# Strings whose widest character needs 1, 2 or 4 bytes, mixed and cut.
narrow, latin, wide, astral = "abc", "äöü", "αβγ", "😀🎉"
all_of = narrow + latin + wide + astral
print(all_of, len(all_of), [len(x.encode()) for x in (narrow, latin, wide, astral)])
print(all_of[:3] == narrow, all_of[3:6] == latin, all_of[6:9] == wide, all_of[9:] == astral, all_of[:3].isascii(), hash(all_of[:3]) == hash("abc"))
print(all_of.upper(), all_of.find("γ"), all_of.find("🎉"), all_of.replace("😀", "-"), all_of.replace("a", "😀"), all_of.split("ü"), all_of[::-1], all_of.index("β"))
print({narrow: 1}[all_of[:3]], {"äöü": 2}[all_of[3:6]], max(all_of), min(all_of), sorted(all_of))
print("ä" == "a\u0308", len("ä"), len("a\u0308"), "a\u0308".encode(), "ä" < "z", "ß" > "z")
print(all_of.center(15, "ñ"), all_of.ljust(13, "€"), f"{wide:*^9}", f"{astral:>5}|", "%5s|" % latin, astral * 2)
