// Certificates: an authority of our own and the certificates it signs, made while the program runs.
//
// For stand-in servers only: keys live in memory, on the curve P-256, and never leave it but as PEM to the server that uses them.
// Errors: Internal (OpenSSL said no). Thread rule: plain values; making one is safe on any thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace br::demo {

struct CertificateWish {
    std::vector<std::string> hosts; // names or IP addresses; the first is also the common name
    int64_t fromSeconds = -3600;    // valid from and to, relative to now
    int64_t toSeconds = 30 * 86400;
};

struct Certificate {
    std::string pem; // the certificate, then those it was signed by up to but without the root
    std::string key; // its private key, PEM
};

// Signed by itself: what a device has that nobody set up.
Result<Certificate> selfSigned(const CertificateWish &wish);

class CertificateAuthority final {
public:
    static Result<CertificateAuthority> make(const std::string &name);

    const std::string &pem() const { return m_root.pem; } // what a client pins
    Result<Certificate> certificate(const CertificateWish &wish) const;

private:
    Certificate m_root;
};

} // namespace br::demo
