"""Locks on open files, which the system releases when the program ends."""

import errno
import os
import sys
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK_AT: Final = 1 << 30
"""The byte that Windows locks, far after the text that others read."""
_UNSUPPORTED: Final = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}
"""Error numbers of file systems without locks."""


def try_lock(descriptor: int, *, shared: bool = False) -> bool:
    """Lock an open file; return False if another program holds a lock. Without support, return True."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _LOCK_AT, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK):
            return False
        if error.errno in _UNSUPPORTED:
            return True
        raise
    return True
