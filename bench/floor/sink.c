// A cluster that only answers: reads every request whole, and says at once that all went well.
// usage: sink PORT [FOLDER]   With a folder it keeps the bulk bodies there, a file an index: length (8 bytes), body.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *folder;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void keep(const char *path, const char *body, uint64_t length) {
    char name[4096];
    const char *start = path + 1, *end = strstr(start, "/_bulk");
    snprintf(name, sizeof name, "%s/%.*s.bulk", folder, (int)(end - start), start);
    pthread_mutex_lock(&lock);
    FILE *file = fopen(name, "ab");
    if (!file) exit(74);
    fwrite(&length, sizeof length, 1, file);
    fwrite(body, 1, length, file);
    fclose(file);
    pthread_mutex_unlock(&lock);
}

static void answer(int peer, const char *status, const char *body) {
    char text[512];
    int length = snprintf(text, sizeof text,
                          "HTTP/1.1 %s\r\ncontent-type: application/json\r\ncontent-length: %zu\r\n\r\n%s", status,
                          strlen(body), body);
    if (write(peer, text, length) != length) return;
}

static void *serve(void *argument) {
    int peer = (int)(intptr_t)argument;
    size_t room = 1 << 20, have = 0;
    char *bytes = malloc(room + 1);
    for (;;) {
        char *end;
        while (bytes[have] = 0, !(end = strstr(bytes, "\r\n\r\n"))) {
            if (have == room) goto over;
            ssize_t got = read(peer, bytes + have, room - have);
            if (got <= 0) goto over;
            have += got;
        }
        size_t head = end + 4 - bytes, length = 0;
        *end = 0;
        char *field = strcasestr(bytes, "\r\ncontent-length:");
        if (field) length = strtoull(field + 17, NULL, 10);
        if (head + length > room) bytes = realloc(bytes, (room = head + length) + 1);
        while (have < head + length) {
            ssize_t got = read(peer, bytes + have, head + length - have);
            if (got <= 0) goto over;
            have += got;
        }
        char *path = strchr(bytes, ' ') + 1;
        if (strstr(path, "/_bulk")) {
            if (folder && !strstr(path, "chewy")) keep(path, bytes + head, length);
            answer(peer, "200 OK", "{\"errors\":false}");
        } else if (!strncmp(path, "/ ", 2))
            answer(peer, "200 OK", "{\"version\":{\"number\":\"7.17.9\"}}");
        else if (strstr(path, "/_cluster/health"))
            answer(peer, "200 OK", "{\"status\":\"green\",\"number_of_data_nodes\":1,\"unassigned_shards\":0}");
        else
            answer(peer, !strncmp(bytes, "GET", 3) ? "404 Not Found" : "200 OK", "{}");
        memmove(bytes, bytes + head + length, have -= head + length);
    }
over:
    close(peer);
    free(bytes);
    return NULL;
}

int main(int count, char **words) {
    if (count > 2) folder = words[2];
    int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(atoi(words[1]))};
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, (struct sockaddr *)&place, sizeof place) || listen(listener, 64)) return 69;
    for (;;) {
        int peer = accept(listener, NULL, NULL);
        if (peer < 0) continue;
        setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        pthread_t thread;
        if (pthread_create(&thread, NULL, serve, (void *)(intptr_t)peer)) return 71;
        pthread_detach(thread);
    }
}
