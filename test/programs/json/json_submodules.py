"""json.decoder and json.encoder, named in all the usual ways."""
import json
import json.encoder
from json import decoder
from json.decoder import JSONDecodeError

print(decoder is json.decoder, JSONDecodeError is json.JSONDecodeError, json.encoder.JSONEncoder is json.JSONEncoder)
try:
    json.loads('{"a": }')
except json.decoder.JSONDecodeError as error:
    print(type(error), error, error.pos, error.lineno, error.colno)
for name in ("load_s", "nothing"):
    try:
        getattr(json, name)
    except AttributeError as error:
        print(error)
print(json.encoder.encode_basestring("ä\n"), json.encoder.encode_basestring_ascii("ä\n"))
