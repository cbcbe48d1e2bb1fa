// Sends bodies that were prepared beforehand, over connections that are kept, with no work of its own.
// usage: replay PORT PATH FILE CONNECTIONS   The file is one that `sink` kept: length (8 bytes), body, and so on.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static int port;
static const char *path;
static char *next, *last;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static char *take(uint64_t *length) {
    pthread_mutex_lock(&lock);
    char *body = NULL;
    if (next < last) {
        memcpy(length, next, sizeof *length);
        body = next + sizeof *length;
        next = body + *length;
    }
    pthread_mutex_unlock(&lock);
    return body;
}

static void *work(void *argument) {
    (void)argument;
    int peer = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(port)};
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(peer, (struct sockaddr *)&place, sizeof place)) exit(69);
    setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    static __thread char bytes[1 << 22];
    uint64_t length;
    char *body;
    while ((body = take(&length))) {
    again:;
        char head[1024];
        int size = snprintf(head, sizeof head,
                            "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
                            "Content-Length: %llu\r\n\r\n", path, (unsigned long long)length);
        struct iovec parts[2] = {{head, size}, {body, length}};
        size_t sent = 0, all = size + length;
        while (sent < all) {
            ssize_t done = writev(peer, parts[0].iov_len ? parts : parts + 1, parts[0].iov_len ? 2 : 1);
            if (done <= 0) exit(74);
            sent += done;
            for (int i = 0; i < 2 && done; i++) {
                size_t part = (size_t)done < parts[i].iov_len ? (size_t)done : parts[i].iov_len;
                parts[i].iov_base = (char *)parts[i].iov_base + part;
                parts[i].iov_len -= part;
                done -= part;
            }
        }
        size_t have = 0, whole = 0;
        while (!whole || have < whole) {
            ssize_t got = read(peer, bytes + have, sizeof bytes - 1 - have);
            if (got <= 0) exit(74);
            bytes[have += got] = 0;
            char *end = strstr(bytes, "\r\n\r\n"), *field = strcasestr(bytes, "\r\ncontent-length:");
            if (end && field) whole = end + 4 - bytes + strtoull(field + 17, NULL, 10);
        }
        if (!strncmp(bytes, "HTTP/1.1 429", 12)) {
            usleep(100000);
            goto again;
        }
        if (!strstr(bytes, " 200 ") || !strstr(bytes, "\"errors\":false")) {
            fprintf(stderr, "%.600s\n", bytes);
            exit(1);
        }
    }
    return NULL;
}

int main(int count, char **words) {
    if (count < 5) return 64;
    port = atoi(words[1]);
    path = words[2];
    int file = open(words[3], O_RDONLY), connections = atoi(words[4]);
    struct stat state;
    if (file < 0 || fstat(file, &state)) return 66;
    next = mmap(NULL, state.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    last = next + state.st_size;
    pthread_t threads[64];
    for (int i = 0; i < connections; i++) pthread_create(&threads[i], NULL, work, NULL);
    for (int i = 0; i < connections; i++) pthread_join(threads[i], NULL);
    return 0;
}
