// Runs a program to its end and writes what it cost: seconds by the clock, seconds of processor, kilobytes at the peak,
// wait status. A small program does it, since Linux counts what the parent held when it made the child to the child.
// usage: measure FILE PROGRAM [WORD ...]
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words) {
    if (count < 3) return 64;
    pid_t process;
    double start = now();
    if (posix_spawnp(&process, words[2], NULL, NULL, words + 2, environ)) return 127;
    int status;
    struct rusage usage;
    if (wait4(process, &status, 0, &usage) < 0) return 71;
    FILE *file = fopen(words[1], "w");
    if (!file) return 74;
    double processor = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    fprintf(file, "%.6f %.6f %ld %d\n", now() - start, processor, usage.ru_maxrss, status);
    return fclose(file) ? 74 : 0;
}
