#pragma once
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

// A macro over a function with a variable number of arguments, neither of which Swift can call.
static inline EVP_PKEY *ccrypto_rsa_key(unsigned int bits) {
    return EVP_RSA_gen(bits);
}

// A macro too: what a memory BIO holds, and how many bytes of it.
static inline long ccrypto_content(BIO *bio, char **content) {
    return BIO_get_mem_data(bio, content);
}
