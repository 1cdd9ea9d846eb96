/* Loaded before the C library: lets writes and syncs of a document fail when told to. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int kind; /* 0 nothing fails, 1 a sync, 2 a write whole, 3 a write in its middle */
static int left; /* calls that still go well */

void arm(int what, int after) { kind = what; left = after; }

static int fails(int fd, int write_call) {
    char link[64], path[4096];
    if (!kind || (kind == 1) == write_call) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return strstr(path, ".mltag") && left-- <= 0;
}

int fsync(int fd) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fsync");
    if (fails(fd, 0)) { errno = EIO; return -1; }
    return real(fd);
}

int fdatasync(int fd) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
    if (fails(fd, 0)) { errno = EIO; return -1; }
    return real(fd);
}

static ssize_t put(ssize_t (*real)(int, const void *, size_t, off_t), int fd, const void *data, size_t size, off_t at) {
    if (!fails(fd, 1)) return real(fd, data, size, at);
    if (kind == 3 && size > 1 && left == -1) return real(fd, data, size / 2, at);
    errno = ENOSPC;
    return -1;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite");
    return put(real, fd, data, size, at);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
    return put(real, fd, data, size, at);
}
