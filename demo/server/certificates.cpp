#include "demo/server/certificates.h"

#include <memory>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace br::demo {
namespace {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T *thing) const
    {
        free(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freed<X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

Error refusal(const std::string &what)
{
    char text[256] = {};
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    return {Errc::Internal, "OpenSSL could not make a certificate.", what + ": " + text};
}

std::string contents(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return std::string(data, size_t(size));
}

bool extend(X509 *certificate, X509 *issuer, int nid, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

std::string alternativeNames(const std::vector<std::string> &hosts)
{
    std::string names;
    for (const std::string &host : hosts) {
        const bool address = host.find_first_not_of("0123456789.") == std::string::npos || host.find(':') != std::string::npos;
        names += (names.empty() ? "" : ",") + std::string(address ? "IP:" : "DNS:") + host;
    }
    return names;
}

X509Ptr blank(const CertificateWish &wish, EVP_PKEY *key, const std::string &name)
{
    X509Ptr certificate(X509_new());
    uint64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), long(wish.fromSeconds));
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), long(wish.toSeconds));
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(
        X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(name.c_str()), -1, -1, 0);
    return certificate;
}

Result<Certificate> written(X509 *certificate, EVP_PKEY *key)
{
    const Bio pem(BIO_new(BIO_s_mem()));
    const Bio keyPem(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_X509(pem.get(), certificate) != 1
        || PEM_write_bio_PrivateKey(keyPem.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return refusal("writing PEM");
    return Certificate{contents(pem), contents(keyPem)};
}

// `issuer` null: by itself.
Result<Certificate> make(const CertificateWish &wish, const std::string &name, const Certificate *issuer)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return refusal("a key");
    const X509Ptr certificate = blank(wish, key.get(), name);
    X509Ptr issuerCertificate;
    Key issuerKey;
    if (issuer) {
        issuerCertificate.reset(
            PEM_read_bio_X509(Bio(BIO_new_mem_buf(issuer->pem.data(), int(issuer->pem.size()))).get(), nullptr, nullptr, nullptr));
        issuerKey.reset(
            PEM_read_bio_PrivateKey(Bio(BIO_new_mem_buf(issuer->key.data(), int(issuer->key.size()))).get(), nullptr, nullptr, nullptr));
        if (!issuerCertificate || !issuerKey)
            return refusal("reading the authority");
    }
    X509 *signer = issuer ? issuerCertificate.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));

    const bool authority = wish.hosts.empty();
    bool extended = extend(certificate.get(), signer, NID_basic_constraints, authority ? "critical,CA:TRUE" : "CA:FALSE")
        && extend(certificate.get(), signer, NID_subject_key_identifier, "hash")
        && extend(certificate.get(), signer, NID_key_usage, authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    if (!authority)
        extended = extended && extend(certificate.get(), signer, NID_ext_key_usage, "serverAuth")
            && extend(certificate.get(), signer, NID_subject_alt_name, alternativeNames(wish.hosts));
    if (issuer)
        extended = extended && extend(certificate.get(), signer, NID_authority_key_identifier, "keyid:always");
    if (!extended)
        return refusal("its extensions");
    if (X509_sign(certificate.get(), issuer ? issuerKey.get() : key.get(), EVP_sha256()) == 0)
        return refusal("signing");
    return written(certificate.get(), key.get());
}

} // namespace

Result<Certificate> selfSigned(const CertificateWish &wish)
{
    return make(wish, wish.hosts.empty() ? std::string("localhost") : wish.hosts.front(), nullptr);
}

Result<CertificateAuthority> CertificateAuthority::make(const std::string &name)
{
    CertificateWish wish;
    wish.fromSeconds = -400 * int64_t(86400); // so that certificates of the past can be made too
    wish.toSeconds = 400 * int64_t(86400);
    Result<Certificate> root = demo::make(wish, name, nullptr);
    if (!root)
        return root.error();
    CertificateAuthority authority;
    authority.m_root = std::move(*root);
    return authority;
}

Result<Certificate> CertificateAuthority::certificate(const CertificateWish &wish) const
{
    if (wish.hosts.empty())
        return Error{Errc::InvalidInput, "A certificate needs a host."};
    return demo::make(wish, wish.hosts.front(), &m_root);
}

} // namespace br::demo
