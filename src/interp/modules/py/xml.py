"""Core XML support: xml.etree alone."""

__all__ = ["etree"]
