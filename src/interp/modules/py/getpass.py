"""Passwords and the name of the user."""
__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    """A line of standard input."""
    return input(prompt)


def getuser():
    return "user"
