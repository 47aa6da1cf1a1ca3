"""Addresses of the web."""
__path__ = []
