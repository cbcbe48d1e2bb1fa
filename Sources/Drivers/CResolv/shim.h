// The C library's own resolver. Its calls stand in libc itself since glibc 2.34, so nothing more is linked.
#pragma once
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

static const int CRESOLV_A = ns_t_a;
static const int CRESOLV_AAAA = ns_t_aaaa;
static const int CRESOLV_MX = ns_t_mx;
static const int CRESOLV_TXT = ns_t_txt;
// What `h_errno` says after a query that brought nothing; macros of netdb.h that Swift would not see.
static const int CRESOLV_NO_SUCH_NAME = HOST_NOT_FOUND;
static const int CRESOLV_NO_DATA = NO_DATA;
static const int CRESOLV_TRY_AGAIN = TRY_AGAIN;

// Asks for records of a name as it stands, without search domains; one try of so many seconds for each name server.
//
// `server` is an IPv4 address in dots, or NULL for those of /etc/resolv.conf. Returns the answer's length, or -1 with
// the reason in `why`. The state is the call's own, so that calls on several threads do not meet.
static inline int cresolv_query(const char *name, int type, const char *server, int port, int seconds,
                                unsigned char *answer, int room, int *why) {
    struct __res_state state;
    memset(&state, 0, sizeof state);
    *why = NO_RECOVERY;
    if (res_ninit(&state) != 0) return -1;
    state.retrans = seconds;
    state.retry = 1;
    if (server != NULL) {
        struct sockaddr_in address;
        memset(&address, 0, sizeof address);
        address.sin_family = AF_INET;
        address.sin_port = htons((unsigned short)port);
        if (inet_pton(AF_INET, server, &address.sin_addr) != 1) {
            res_nclose(&state);
            return -1;
        }
        state.nscount = 1;
        state.nsaddr_list[0] = address;
    }
    int length = res_nquery(&state, name, ns_c_in, type, answer, room);
    if (length < 0) *why = state.res_h_errno;
    res_nclose(&state);
    return length < room ? length : room;
}
