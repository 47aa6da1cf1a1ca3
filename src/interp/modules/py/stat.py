"""What the mode of a file says."""
ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)
S_IFSOCK, S_IFLNK, S_IFREG, S_IFBLK, S_IFDIR, S_IFCHR, S_IFIFO = 0o140000, 0o120000, 0o100000, 0o060000, 0o040000, 0o020000, 0o010000
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001


def S_IMODE(mode):
    """The part of the mode that chmod sets."""
    return mode & 0o7777


def S_IFMT(mode):
    """The part of the mode that says what kind of file it is."""
    return mode & 0o170000


def _kind(kind):
    def test(mode):
        return mode & 0o170000 == kind
    return test


S_ISDIR, S_ISREG, S_ISLNK, S_ISCHR = _kind(S_IFDIR), _kind(S_IFREG), _kind(S_IFLNK), _kind(S_IFCHR)
S_ISBLK, S_ISFIFO, S_ISSOCK = _kind(S_IFBLK), _kind(S_IFIFO), _kind(S_IFSOCK)


def filemode(mode):
    """Convert a file's mode to a string of the form '-rwxrwxrwx'."""
    kinds = {S_IFLNK: "l", S_IFREG: "-", S_IFBLK: "b", S_IFDIR: "d", S_IFCHR: "c", S_IFIFO: "p", S_IFSOCK: "s"}
    letters = "".join(letter if mode & 0o400 >> place else "-" for place, letter in enumerate("rwxrwxrwx"))
    letters = list(kinds.get(S_IFMT(mode), "?") + letters)
    for bit, place, yes, no in ((S_ISUID, 3, "s", "S"), (S_ISGID, 6, "s", "S"), (S_ISVTX, 9, "t", "T")):
        if mode & bit:
            letters[place] = yes if letters[place] == "x" else no
    return "".join(letters)
