// libcrypt's re-entrant calls, without its 32 KiB of working memory, which Swift would see as a tuple.
#pragma once
#include <crypt.h>
#include <stdlib.h>
#include <string.h>

// A setting such as $2a$10$ and 22 letters of salt; 1 when it fits into size bytes.
static inline int ccrypt_setting(
    const char *prefix, unsigned long cost, const char *random, int length, char *setting, int size) {
    return crypt_gensalt_rn(prefix, cost, random, length, setting, size) != NULL;
}

// The hash of a phrase under a setting or an earlier hash; 1 when it fits into size bytes.
static inline int ccrypt_hash(const char *phrase, const char *setting, char *hash, size_t size) {
    struct crypt_data *data = calloc(1, sizeof *data);
    if (data == NULL) return 0;
    const char *made = crypt_r(phrase, setting, data);
    int fits = made != NULL && made[0] != '*' && strlen(made) < size;
    if (fits) memcpy(hash, made, strlen(made) + 1);
    explicit_bzero(data, sizeof *data);
    free(data);
    return fits;
}
