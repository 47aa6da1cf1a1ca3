"""Implementation of JSONDecoder."""
from json import JSONDecodeError, JSONDecoder, _scan as scanstring

__all__ = ["JSONDecoder", "JSONDecodeError"]
