"""HTML character entity references."""
from html import _ENTITIES, _WITHOUT_SEMICOLON

__all__ = ["html5", "name2codepoint", "codepoint2name", "entitydefs"]

# With a semicolon behind the name, and without one where old pages leave it out.
html5 = {f"{name};": text for name, text in _ENTITIES.items()} | {name: _ENTITIES[name] for name in _WITHOUT_SEMICOLON}

# HTML 4 knows neither capitals nor names of plain signs, and draws its angle brackets elsewhere.
_LATER = set(
    "AMP LT GT QUOT COPY REG apos check star phone female male half lbrace rbrace lbrack rbrack lpar rpar comma period colon semi excl quest num dollar "
    "percnt ast plus equals lowbar grave vert sol bsol commat Tab NewLine"
    .split()
)
name2codepoint = {name: ord(text) for name, text in _ENTITIES.items() if name not in _LATER} | {"lang": 0x2329, "rang": 0x232A}
name2codepoint = dict(sorted(name2codepoint.items()))
codepoint2name = {point: name for name, point in name2codepoint.items()}
entitydefs = {name: chr(point) for name, point in name2codepoint.items()}
