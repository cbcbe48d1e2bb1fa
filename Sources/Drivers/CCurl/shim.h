#pragma once
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call; one function for each kind of value.

typedef size_t (*ccurl_sink)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode ccurl_set_sink(CURL *handle, CURLoption option, ccurl_sink value) {
    return curl_easy_setopt(handle, option, value);
}

static inline long ccurl_get_long(CURL *handle, CURLINFO info) {
    long value = 0;
    curl_easy_getinfo(handle, info, &value);
    return value;
}

static inline void *ccurl_get_pointer(CURL *handle) {
    void *value = NULL;
    curl_easy_getinfo(handle, CURLINFO_PRIVATE, &value);
    return value;
}

// What a server showed in a TLS handshake, NULL without any; it lives as long as the handle.
static inline const struct curl_certinfo *ccurl_get_certificates(CURL *handle) {
    struct curl_certinfo *certificates = NULL;
    curl_easy_getinfo(handle, CURLINFO_CERTINFO, &certificates);
    return certificates;
}

static inline CURLMcode ccurl_multi_set_long(CURLM *handle, CURLMoption option, long value) {
    return curl_multi_setopt(handle, option, value);
}

static inline CURL *ccurl_message_handle(const CURLMsg *message) { return message->easy_handle; }

static inline CURLcode ccurl_message_result(const CURLMsg *message) { return message->data.result; }

// The older name of the option, for libcurl before 7.85.
static inline CURLcode ccurl_restrict_protocols(CURL *handle) {
    return curl_easy_setopt(handle, (CURLoption)181, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
}

// Whether an address is one that only this machine or its own network has: RFC 1918, 6598, 3927, 4193, 4291 and kin.
static inline int ccurl_is_private_v4(unsigned int address) {
    return address >> 24 == 0 || address >> 24 == 10 || address >> 24 == 127 || address >> 22 == 0x64400000u >> 22
        || address >> 16 == 0xA9FE || address >> 20 == 0xAC1 || address >> 16 == 0xC0A8 || address >> 8 == 0xC00000
        || address >> 17 == 0xC6120000u >> 17 || address >> 28 >= 0xE;
}

static inline int ccurl_is_private(const struct sockaddr *address) {
    if (address->sa_family == AF_INET)
        return ccurl_is_private_v4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
    if (address->sa_family != AF_INET6) return 1;
    const unsigned char *bytes = ((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr;
    int leading = 0;
    while (leading < 16 && bytes[leading] == 0) leading++;
    unsigned int tail = (unsigned int)bytes[12] << 24 | bytes[13] << 16 | bytes[14] << 8 | bytes[15];
    // ::, ::1, ::a.b.c.d and ::ffff:a.b.c.d
    if (leading >= 12) return tail <= 1 || ccurl_is_private_v4(tail);
    if (leading == 10 && bytes[10] == 0xFF && bytes[11] == 0xFF) return ccurl_is_private_v4(tail);
    // The well-known prefix of NAT64.
    if (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == 0xFF && bytes[3] == 0x9B) return ccurl_is_private_v4(tail);
    return (bytes[0] & 0xFE) == 0xFC || (bytes[0] == 0xFE && (bytes[1] & 0x80) == 0x80) || bytes[0] == 0xFF;
}

static inline curl_socket_t ccurl_open_public_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)context;
    (void)purpose;
    if (ccurl_is_private(&address->addr)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Behind a proxy the only address is the proxy's, and it decides where requests may go.
static inline CURLcode ccurl_refuse_private_addresses(CURL *handle) {
    if (getenv("https_proxy") || getenv("HTTPS_PROXY") || getenv("all_proxy") || getenv("ALL_PROXY")) return CURLE_OK;
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, ccurl_open_public_socket);
}
