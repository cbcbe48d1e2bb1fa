// What the C library shows only under _GNU_SOURCE, which Swift's Glibc module does not define.
#pragma once
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

// <asm-generic/fcntl.h>; the same on x86-64 and arm64.
static const int CLINUX_O_PATH = 010000000;

long syscall(long number, ...);

// getdents64(2): the next entries of an open directory, as many as fit.
static inline long clinux_getdents(int descriptor, void *buffer, size_t length) {
    return syscall(SYS_getdents64, descriptor, buffer, length);
}

// syncfs(2): returns when what was written to the file system of a descriptor is on its disk.
static inline long clinux_syncfs(int descriptor) {
    return syscall(SYS_syncfs, descriptor);
}
