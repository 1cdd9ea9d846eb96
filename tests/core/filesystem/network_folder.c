/* A folder of a network that knows no rights and syncs no folders, for a process that loads this before libc. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/stat.h>

int chmod(const char *path, mode_t mode) { errno = EOPNOTSUPP; return -1; }
int fchmodat(int folder, const char *path, mode_t mode, int flags) { errno = EOPNOTSUPP; return -1; }

int fsync(int file) {
    static int (*real)(int);
    struct stat found;
    if (!real)
        real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    if (!fstat(file, &found) && S_ISDIR(found.st_mode)) {
        errno = EINVAL;
        return -1;
    }
    return real(file);
}
