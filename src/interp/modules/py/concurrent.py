"""Calls that run beside one another."""
__path__ = []
