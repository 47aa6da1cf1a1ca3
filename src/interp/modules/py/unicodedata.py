"""What Unicode 15.1 says of characters."""

unidata_version = "15.1.0"

# Ranges of code points by value, from the Unicode Character Database.
COMBINING = {
    1: (
        "334-338 1CD4 1CE2-1CE8 20D2-20D3 20D8-20DA 20E5-20E6 20EA-20EB 10A39 16AF0-16AF4 1BC9E 1D167-1D169"
    ),
    6: (
        "16FF0-16FF1"
    ),
    7: (
        "93C 9BC A3C ABC B3C C3C CBC 1037 1B34 1BE6 1C37 A9B3 110BA 11173 111CA 11236 112E9 1133B-1133C 11446 114C3 115C0 116B7 1183A 11943 11D42 "
        "1E94A"
    ),
    8: (
        "3099-309A"
    ),
    9: (
        "94D 9CD A4D ACD B4D BCD C4D CCD D3B-D3C D4D DCA E3A EBA F84 1039-103A 1714-1715 1734 17D2 1A60 1B44 1BAA-1BAB 1BF2-1BF3 2D7F A806 A82C A8C4 "
        "A953 A9C0 AAF6 ABED 10A3F 11046 11070 1107F 110B9 11133-11134 111C0 11235 112EA 1134D 11442 114C2 115BF 1163F 116B6 1172B 11839 1193D-1193E "
        "119E0 11A34 11A47 11A99 11C3F 11D44-11D45 11D97 11F41-11F42"
    ),
    10: (
        "5B0"
    ),
    11: (
        "5B1"
    ),
    12: (
        "5B2"
    ),
    13: (
        "5B3"
    ),
    14: (
        "5B4"
    ),
    15: (
        "5B5"
    ),
    16: (
        "5B6"
    ),
    17: (
        "5B7"
    ),
    18: (
        "5B8 5C7"
    ),
    19: (
        "5B9-5BA"
    ),
    20: (
        "5BB"
    ),
    21: (
        "5BC"
    ),
    22: (
        "5BD"
    ),
    23: (
        "5BF"
    ),
    24: (
        "5C1"
    ),
    25: (
        "5C2"
    ),
    26: (
        "FB1E"
    ),
    27: (
        "64B 8F0"
    ),
    28: (
        "64C 8F1"
    ),
    29: (
        "64D 8F2"
    ),
    30: (
        "618 64E"
    ),
    31: (
        "619 64F"
    ),
    32: (
        "61A 650"
    ),
    33: (
        "651"
    ),
    34: (
        "652"
    ),
    35: (
        "670"
    ),
    36: (
        "711"
    ),
    84: (
        "C55"
    ),
    91: (
        "C56"
    ),
    103: (
        "E38-E39"
    ),
    107: (
        "E48-E4B"
    ),
    118: (
        "EB8-EB9"
    ),
    122: (
        "EC8-ECB"
    ),
    129: (
        "F71"
    ),
    130: (
        "F72 F7A-F7D F80"
    ),
    132: (
        "F74"
    ),
    202: (
        "321-322 327-328 1DD0"
    ),
    214: (
        "1DCE"
    ),
    216: (
        "31B F39 1D165-1D166 1D16E-1D172"
    ),
    218: (
        "1DFA 302A"
    ),
    220: (
        "316-319 31C-320 323-326 329-333 339-33C 347-349 34D-34E 353-356 359-35A 591 596 59B 5A2-5A7 5AA 5C5 655-656 65C 65F 6E3 6EA 6ED 731 734 "
        "737-739 73B-73C 73E 742 744 746 748 7F2 7FD 859-85B 899-89B 8CF-8D3 8E3 8E6 8E9 8ED-8EF 8F6 8F9-8FA 952 F18-F19 F35 F37 FC6 108D 193B 1A18 "
        "1A7F 1AB5-1ABA 1ABD 1ABF-1AC0 1AC3-1AC4 1ACA 1B6C 1CD5-1CD9 1CDC-1CDF 1CED 1DC2 1DCA 1DCF 1DF9 1DFD 1DFF 20E8 20EC-20EF A92B-A92D AAB4 "
        "FE27-FE2D 101FD 102E0 10A0D 10A3A 10AE6 10EFD-10EFF 10F46-10F47 10F4B 10F4D-10F50 10F83 10F85 1D17B-1D182 1D18A-1D18B 1E4EE 1E8D0-1E8D6"
    ),
    222: (
        "59A 5AD 1939 302D"
    ),
    224: (
        "302E-302F"
    ),
    226: (
        "1D16D"
    ),
    228: (
        "5AE 18A9 1DF7-1DF8 302B"
    ),
    230: (
        "300-314 33D-344 346 34A-34C 350-352 357 35B 363-36F 483-487 592-595 597-599 59C-5A1 5A8-5A9 5AB-5AC 5AF 5C4 610-617 653-654 657-65B 65D-65E "
        "6D6-6DC 6DF-6E2 6E4 6E7-6E8 6EB-6EC 730 732-733 735-736 73A 73D 73F-741 743 745 747 749-74A 7EB-7F1 7F3 816-819 81B-823 825-827 829-82D 898 "
        "89C-89F 8CA-8CE 8D4-8E1 8E4-8E5 8E7-8E8 8EA-8EC 8F3-8F5 8F7-8F8 8FB-8FF 951 953-954 9FE F82-F83 F86-F87 135D-135F 17DD 193A 1A17 1A75-1A7C "
        "1AB0-1AB4 1ABB-1ABC 1AC1-1AC2 1AC5-1AC9 1ACB-1ACE 1B6B 1B6D-1B73 1CD0-1CD2 1CDA-1CDB 1CE0 1CF4 1CF8-1CF9 1DC0-1DC1 1DC3-1DC9 1DCB-1DCC "
        "1DD1-1DF5 1DFB 1DFE 20D0-20D1 20D4-20D7 20DB-20DC 20E1 20E7 20E9 20F0 2CEF-2CF1 2DE0-2DFF A66F A674-A67D A69E-A69F A6F0-A6F1 A8E0-A8F1 AAB0 "
        "AAB2-AAB3 AAB7-AAB8 AABE-AABF AAC1 FE20-FE26 FE2E-FE2F 10376-1037A 10A0F 10A38 10AE5 10D24-10D27 10EAB-10EAC 10F48-10F4A 10F4C 10F82 10F84 "
        "11100-11102 11366-1136C 11370-11374 1145E 16B30-16B36 1D185-1D189 1D1AA-1D1AD 1D242-1D244 1E000-1E006 1E008-1E018 1E01B-1E021 1E023-1E024 "
        "1E026-1E02A 1E08F 1E130-1E136 1E2AE 1E2EC-1E2EF 1E4EF 1E944-1E949"
    ),
    232: (
        "315 31A 358 1DF6 302C 1E4EC-1E4ED"
    ),
    233: (
        "35C 35F 362 1DFC"
    ),
    234: (
        "35D-35E 360-361 1DCD"
    ),
    240: (
        "345"
    ),
}
WIDTH = {
    "A": (
        "A1 A4 A7-A8 AA AD-AE B0-B4 B6-BA BC-BF C6 D0 D7-D8 DE-E1 E6 E8-EA EC-ED F0 F2-F3 F7-FA FC FE 101 111 113 11B 126-127 12B 131-133 138 13F-142 "
        "144 148-14B 14D 152-153 166-167 16B 1CE 1D0 1D2 1D4 1D6 1D8 1DA 1DC 251 261 2C4 2C7 2C9-2CB 2CD 2D0 2D8-2DB 2DD 2DF 300-36F 391-3A1 3A3-3A9 "
        "3B1-3C1 3C3-3C9 401 410-44F 451 2010 2013-2016 2018-2019 201C-201D 2020-2022 2024-2027 2030 2032-2033 2035 203B 203E 2074 207F 2081-2084 "
        "20AC 2103 2105 2109 2113 2116 2121-2122 2126 212B 2153-2154 215B-215E 2160-216B 2170-2179 2189 2190-2199 21B8-21B9 21D2 21D4 21E7 2200 "
        "2202-2203 2207-2208 220B 220F 2211 2215 221A 221D-2220 2223 2225 2227-222C 222E 2234-2237 223C-223D 2248 224C 2252 2260-2261 2264-2267 "
        "226A-226B 226E-226F 2282-2283 2286-2287 2295 2299 22A5 22BF 2312 2460-24E9 24EB-254B 2550-2573 2580-258F 2592-2595 25A0-25A1 25A3-25A9 "
        "25B2-25B3 25B6-25B7 25BC-25BD 25C0-25C1 25C6-25C8 25CB 25CE-25D1 25E2-25E5 25EF 2605-2606 2609 260E-260F 261C 261E 2640 2642 2660-2661 "
        "2663-2665 2667-266A 266C-266D 266F 269E-269F 26BF 26C6-26CD 26CF-26D3 26D5-26E1 26E3 26E8-26E9 26EB-26F1 26F4 26F6-26F9 26FB-26FC 26FE-26FF "
        "273D 2776-277F 2B56-2B59 3248-324F E000-F8FF FE00-FE0F FFFD 1F100-1F10A 1F110-1F12D 1F130-1F169 1F170-1F18D 1F18F-1F190 1F19B-1F1AC "
        "E0100-E01EF F0000-FFFFD 100000-10FFFD"
    ),
    "F": (
        "3000 FF01-FF60 FFE0-FFE6"
    ),
    "H": (
        "20A9 FF61-FFBE FFC2-FFC7 FFCA-FFCF FFD2-FFD7 FFDA-FFDC FFE8-FFEE"
    ),
    "Na": (
        "20-7E A2-A3 A5-A6 AC AF 27E6-27ED 2985-2986"
    ),
    "W": (
        "1100-115F 231A-231B 2329-232A 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 267F 2693 26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4 26EA "
        "26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 2E80-2E99 2E9B-2EF3 2F00-2FD5 "
        "2FF0-2FFF 3001-303E 3041-3096 3099-30FF 3105-312F 3131-318E 3190-31E3 31EF-321E 3220-3247 3250-4DBF 4E00-A48C A490-A4C6 A960-A97C AC00-D7A3 "
        "F900-FAFF FE10-FE19 FE30-FE52 FE54-FE66 FE68-FE6B 16FE0-16FE4 16FF0-16FF1 17000-187F7 18800-18CD5 18D00-18D08 1AFF0-1AFF3 1AFF5-1AFFB "
        "1AFFD-1AFFE 1B000-1B122 1B132 1B150-1B152 1B155 1B164-1B167 1B170-1B2FB 1F004 1F0CF 1F18E 1F191-1F19A 1F200-1F202 1F210-1F23B 1F240-1F248 "
        "1F250-1F251 1F260-1F265 1F300-1F320 1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 1F3E0-1F3F0 1F3F4 1F3F8-1F43E 1F440 "
        "1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A 1F595-1F596 1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC 1F6D0-1F6D2 1F6D5-1F6D7 1F6DC-1F6DF "
        "1F6EB-1F6EC 1F6F4-1F6FC 1F7E0-1F7EB 1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FA7C 1FA80-1FA88 1FA90-1FABD 1FABF-1FAC5 1FACE-1FADB "
        "1FAE0-1FAE8 1FAF0-1FAF8 20000-2FFFD 30000-3FFFD"
    ),
}
MIRRORED = {
    1: (
        "28-29 3C 3E 5B 5D 7B 7D AB BB F3A-F3D 169B-169C 2039-203A 2045-2046 207D-207E 208D-208E 2140 2201-2204 2208-220D 2211 2215-2216 221A-221D "
        "221F-2222 2224 2226 222B-2233 2239 223B-224C 2252-2255 225F-2260 2262 2264-226B 226E-228C 228F-2292 2298 22A2-22A3 22A6-22B8 22BE-22BF "
        "22C9-22CD 22D0-22D1 22D6-22ED 22F0-22FF 2308-230B 2320-2321 2329-232A 2768-2775 27C0 27C3-27C6 27C8-27C9 27CB-27CD 27D3-27D6 27DC-27DE "
        "27E2-27EF 2983-2998 299B-29A0 29A2-29AF 29B8 29C0-29C5 29C9 29CE-29D2 29D4-29D5 29D8-29DC 29E1 29E3-29E5 29E8-29E9 29F4-29F9 29FC-29FD "
        "2A0A-2A1C 2A1E-2A21 2A24 2A26 2A29 2A2B-2A2E 2A34-2A35 2A3C-2A3E 2A57-2A58 2A64-2A65 2A6A-2A6D 2A6F-2A70 2A73-2A74 2A79-2AA3 2AA6-2AAD "
        "2AAF-2AD6 2ADC 2ADE 2AE2-2AE6 2AEC-2AEE 2AF3 2AF7-2AFB 2AFD 2BFE 2E02-2E05 2E09-2E0A 2E0C-2E0D 2E1C-2E1D 2E20-2E29 2E55-2E5C 3008-3011 "
        "3014-301B FE59-FE5E FE64-FE65 FF08-FF09 FF1C FF1E FF3B FF3D FF5B FF5D FF5F-FF60 FF62-FF63 1D6DB 1D715 1D74F 1D789 1D7C3"
    ),
}
DIGITS = {
    0: "2070 2080 24EA 24FF 1F100 1F101",
    1: "B9 1369 19DA 2081 2460 2474 2488 24F5 2776 2780 278A 10A40 10E60 11052 1F102",
    2: "B2 136A 2082 2461 2475 2489 24F6 2777 2781 278B 10A41 10E61 11053 1F103",
    3: "B3 136B 2083 2462 2476 248A 24F7 2778 2782 278C 10A42 10E62 11054 1F104",
    4: "136C 2074 2084 2463 2477 248B 24F8 2779 2783 278D 10A43 10E63 11055 1F105",
    5: "136D 2075 2085 2464 2478 248C 24F9 277A 2784 278E 10E64 11056 1F106",
    6: "136E 2076 2086 2465 2479 248D 24FA 277B 2785 278F 10E65 11057 1F107",
    7: "136F 2077 2087 2466 247A 248E 24FB 277C 2786 2790 10E66 11058 1F108",
    8: "1370 2078 2088 2467 247B 248F 24FC 277D 2787 2791 10E67 11059 1F109",
    9: "1371 2079 2089 2468 247C 2490 24FD 277E 2788 2792 10E68 1105A 1F10A",
}
NUMERIC = {
    "1/4": "BC 9F7 B72 D73",
    "1/2": "BD B73 D74 F2A 2CFD",
    "3/4": "BE 9F8 B74 D75",
    "1/16": "9F4 B75 D76",
    "1/8": "9F5 B76 D77 215B",
    "3/16": "9F6 B77 D78",
    "16": "9F9 246F 2483 2497 24F0",
    "10": "BF0 D70 1372 2169 2179 2469 247D 2491 24FE 277F 2789 2793 3038 3229 3248 3289 4EC0 5341 62FE",
    "100": "BF1 D71 137B 216D 217D 4F70 767E 964C",
    "1000": "BF2 D72 216F 217F 2180 4EDF 5343 9621",
    "0": "C78 17F0 2189 3007 6D1E 96F6",
    "1": "C79 C7C 17F1 215F 2160 2170 3021 3192 3220 3280 4E00 58F1 58F9 5E7A 5F0C",
    "2": "C7A C7D 17F2 2161 2171 3022 3193 3221 3281 4E24 4E8C 4FE9 5006 5169 5F0D 5F10 8CAE 8CB3 8D30",
    "3": "C7B C7E 17F3 2162 2172 3023 3194 3222 3282 4E09 4EE8 53C1 53C2 53C3 53C4 5F0E",
    "1/160": "D58",
    "1/40": "D59",
    "3/80": "D5A",
    "1/20": "D5B",
    "1/10": "D5C 2152",
    "3/20": "D5D",
    "1/5": "D5E 2155",
    "3/2": "F2B",
    "5/2": "F2C",
    "7/2": "F2D",
    "9/2": "F2E",
    "11/2": "F2F",
    "13/2": "F30",
    "15/2": "F31",
    "17/2": "F32",
    "-1/2": "F33",
    "20": "1373 2473 2487 249B 24F4 3039 3249 5344 5EFF",
    "30": "1374 303A 324A 325A 5345",
    "40": "1375 324B 32B5 534C",
    "50": "1376 216C 217C 2186 324C 32BF",
    "60": "1377 324D",
    "70": "1378 324E",
    "80": "1379 324F",
    "90": "137A",
    "10000": "137C 2182 4E07 842C",
    "17": "16EE 2470 2484 2498 24F1",
    "18": "16EF 2471 2485 2499 24F2",
    "19": "16F0 2472 2486 249A 24F3",
    "4": "17F4 2163 2173 3024 3195 3223 3283 4E96 56DB 8086",
    "5": "17F5 2164 2174 3025 3224 3284 4E94 4F0D",
    "6": "17F6 2165 2175 2185 3026 3225 3285 516D 9646 9678",
    "7": "17F7 2166 2176 3027 3226 3286 4E03 62D0 67D2 6F06",
    "8": "17F8 2167 2177 3028 3227 3287 516B 634C",
    "9": "17F9 2168 2178 3029 3228 3288 4E5D 5EFE 7396 920E 94A9",
    "1/7": "2150",
    "1/9": "2151",
    "1/3": "2153",
    "2/3": "2154",
    "2/5": "2156",
    "3/5": "2157",
    "4/5": "2158",
    "1/6": "2159",
    "5/6": "215A",
    "3/8": "215C",
    "5/8": "215D",
    "7/8": "215E",
    "11": "216A 217A 246A 247E 2492 24EB",
    "12": "216B 217B 246B 247F 2493 24EC",
    "500": "216E 217E",
    "5000": "2181",
    "50000": "2187",
    "100000": "2188",
    "13": "246C 2480 2494 24ED",
    "14": "246D 2481 2495 24EE",
    "15": "246E 2482 2496 24EF",
    "21": "3251",
    "22": "3252",
    "23": "3253",
    "24": "3254",
    "25": "3255",
    "26": "3256",
    "27": "3257",
    "28": "3258",
    "29": "3259",
    "31": "325B",
    "32": "325C",
    "33": "325D",
    "34": "325E",
    "35": "325F",
    "36": "32B1",
    "37": "32B2",
    "38": "32B3",
    "39": "32B4",
    "41": "32B6",
    "42": "32B7",
    "43": "32B8",
    "44": "32B9",
    "45": "32BA",
    "46": "32BB",
    "47": "32BC",
    "48": "32BD",
    "49": "32BE",
    "10000000000000000": "4EAC",
    "100000000": "4EBF 5104",
    "1000000": "5146",
    "200": "7695",
    "1000000000": "79ED",
}

_MISSING = object()


def _expanded(text):
    for word in text.split():
        low, _, high = word.partition("-")
        yield int(low, 16), int(high or low, 16)


def _finder(table, default):
    spans = []

    def find(code):
        from bisect import bisect
        if not spans:
            spans.extend(sorted((low, high, value) for value, text in table.items() for low, high in _expanded(text)))
        place = bisect(spans, code, key=lambda span: span[0]) - 1
        return spans[place][2] if place >= 0 and spans[place][1] >= code else default

    return find


_combining, _width, _mirrored = _finder(COMBINING, 0), _finder(WIDTH, "N"), _finder(MIRRORED, 0)
_digit, _numeric = _finder(DIGITS, None), _finder(NUMERIC, None)


def _code(letter, function):
    if not isinstance(letter, str) or len(letter) != 1:
        place = " 1" if function in ("name", "decimal", "digit", "numeric") else ""
        given = "None" if letter is None else type(letter).__name__
        raise TypeError(f"{function}() argument{place} must be a unicode character, not {given}")
    return ord(letter)


def name(chr, default=_MISSING, /):
    """Returns the name assigned to the character chr as a string."""
    _code(chr, "name")
    found = _name(chr)
    if found is not None:
        return found
    if default is _MISSING:
        raise ValueError("no such name")
    return default


def lookup(name, /):
    """Look up character by name."""
    if isinstance(name, bytes):
        name = name.decode("ascii", "replace")
    elif not isinstance(name, str):
        raise TypeError(f"a bytes-like object is required, not '{type(name).__name__}'")
    found = _lookup(name)
    if found is None:
        raise KeyError(f"undefined character name '{name}'")
    return found


def combining(chr, /):
    """Returns the canonical combining class assigned to the character chr as integer."""
    return _combining(_code(chr, "combining"))


def east_asian_width(chr, /):
    """Returns the east asian width assigned to the character chr as string."""
    return _width(_code(chr, "east_asian_width"))


def mirrored(chr, /):
    """Returns the mirrored property assigned to the character chr as integer."""
    return _mirrored(_code(chr, "mirrored"))


def decimal(chr, default=_MISSING, /):
    """Converts a Unicode character into its equivalent decimal value."""
    _code(chr, "decimal")
    if chr.isdecimal():
        return int(chr)
    if default is _MISSING:
        raise ValueError("not a decimal")
    return default


def digit(chr, default=_MISSING, /):
    """Converts a Unicode character into its equivalent digit value."""
    code = _code(chr, "digit")
    if chr.isdecimal():
        return int(chr)
    found = _digit(code)
    if found is not None:
        return found
    if default is _MISSING:
        raise ValueError("not a digit")
    return default


def numeric(chr, default=_MISSING, /):
    """Converts a Unicode character into its equivalent numeric value."""
    code = _code(chr, "numeric")
    if chr.isdecimal():
        return float(int(chr))
    found = _digit(code)
    if found is not None:
        return float(found)
    found = _numeric(code)
    if found is not None:
        above, _, below = found.partition("/")
        return int(above) / int(below or 1)
    if default is _MISSING:
        raise ValueError("not a numeric character")
    return default


_FORMS = ("NFC", "NFKC", "NFD", "NFKD")


def normalize(form, unistr, /):
    """Return the normal form 'form' for the Unicode string unistr."""
    if not isinstance(unistr, str):
        raise TypeError(f"normalize() argument 2 must be str, not {type(unistr).__name__}")
    if form not in _FORMS:
        raise ValueError("invalid normalization form")
    return unistr if unistr.isascii() else _normalized(form, unistr)


def is_normalized(form, unistr, /):
    """Return whether the Unicode string unistr is in the normal form 'form'."""
    return normalize(form, unistr) == unistr
