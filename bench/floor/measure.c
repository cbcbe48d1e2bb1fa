// Runs a program to its end and writes what it cost: seconds by the clock, seconds of processor, kilobytes at the peak of
// the largest process, wait status, kilobytes at the peak of the program itself. A small program does it, since Linux counts what the parent held when it made the child to the child.
// usage: measure FILE PROGRAM [WORD ...]
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void wake(int signal) { (void)signal; }

// Looked at every 20 ms, since nothing tells it once the program is gone.
static long peak(pid_t process) {
    char line[256];
    long kilobytes = 0;
    snprintf(line, sizeof line, "/proc/%d/status", process);
    FILE *file = fopen(line, "r");
    if (!file) return 0;
    while (fgets(line, sizeof line, file))
        if (!strncmp(line, "VmHWM:", 6)) sscanf(line + 6, "%ld", &kilobytes);
    fclose(file);
    return kilobytes;
}

int main(int count, char **words) {
    if (count < 3) return 64;
    pid_t process;
    double start = now();
    if (posix_spawnp(&process, words[2], NULL, NULL, words + 2, environ)) return 127;
    int status;
    struct rusage usage;
    struct sigaction action = {.sa_handler = wake};
    struct itimerval often = {{0, 20000}, {0, 20000}};
    sigset_t alarms;
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    sigprocmask(SIG_UNBLOCK, &alarms, NULL);
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &often, NULL);
    long own = 0;
    while (wait4(process, &status, 0, &usage) < 0) {
        if (errno != EINTR) return 71;
        long now = peak(process);
        if (now > own) own = now;
    }
    FILE *file = fopen(words[1], "w");
    if (!file) return 74;
    double processor = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    fprintf(file, "%.6f %.6f %ld %d %ld\n", now() - start, processor, usage.ru_maxrss, status, own);
    return fclose(file) ? 74 : 0;
}
