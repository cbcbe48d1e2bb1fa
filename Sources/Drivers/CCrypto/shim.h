#pragma once
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

// A macro over a function with a variable number of arguments, neither of which Swift can call.
static inline EVP_PKEY *ccrypto_rsa_key(unsigned int bits) {
    return EVP_RSA_gen(bits);
}

// The names of the parts are macros, and the builder keeps their addresses.
static inline int ccrypto_push_rsa(
    OSSL_PARAM_BLD *builder, const BIGNUM *n, const BIGNUM *e, const BIGNUM *d, const BIGNUM *p, const BIGNUM *q,
    const BIGNUM *dp, const BIGNUM *dq, const BIGNUM *inverse) {
    return OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_D, d)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_FACTOR1, p)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_FACTOR2, q)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_EXPONENT1, dp)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_EXPONENT2, dq)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_COEFFICIENT1, inverse);
}

// A macro of macros: that a key has all its parts.
static const int ccrypto_whole_key = EVP_PKEY_KEYPAIR;

// A macro too: what a memory BIO holds, and how many bytes of it.
static inline long ccrypto_content(BIO *bio, char **content) {
    return BIO_get_mem_data(bio, content);
}
