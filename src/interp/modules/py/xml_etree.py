"""The ElementTree API."""
