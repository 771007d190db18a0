#include "connectors/rest/http/tlswords.h"

#include "core/base/text.h"

#include <QSslCertificate>

#include <algorithm>

namespace br::rest {
namespace {

std::string day(const QDateTime &time) { return toUtf8(time.toUTC().toString(u"yyyy-MM-dd")); }

std::string names(const QSslCertificate &certificate)
{
    std::vector<std::string> all;
    const auto alternatives = certificate.subjectAlternativeNames();
    for (const QString &name : alternatives)
        all.push_back(shortened(toUtf8(name)));
    if (all.empty())
        all.push_back(shortened(toUtf8(certificate.subjectInfo(QSslCertificate::CommonName).join(u", "))));
    if (all.size() > 3)
        all.resize(3);
    return joined(all, ", ");
}

std::string issuer(const QSslCertificate &certificate)
{
    auto name = certificate.issuerInfo(QSslCertificate::CommonName);
    if (name.isEmpty())
        name = certificate.issuerInfo(QSslCertificate::Organization);
    return shortened(toUtf8(name.join(u", ")));
}

std::string sentence(const std::string &host, const QSslError &error, bool pinned, const QDateTime &now)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return words("HttpClient",
            "The certificate of %1 expired on %2. This computer's clock says %3: if that is wrong, set the clock; otherwise whoever runs "
            "%1 must renew it.",
            {host, day(certificate.expiryDate()), day(now)});
    case QSslError::CertificateNotYetValid:
        return words("HttpClient",
            "The certificate of %1 is valid from %2 on. This computer's clock says %3: if that is wrong, set the clock.",
            {host, day(certificate.effectiveDate()), day(now)});
    case QSslError::HostNameMismatch:
        return words("HttpClient", "The certificate of %1 belongs to another name (%2). Check the address; something may stand between.",
            {host, names(certificate)});
    case QSslError::SelfSignedCertificate:
        return pinned
            ? words("HttpClient", "The certificate of %1 is signed by itself and is not the one pinned in the source's settings.", {host})
            : words("HttpClient",
                "The certificate of %1 is signed by nobody but itself. If it is your own server, put its certificate into the source's "
                "settings.",
                {host});
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return pinned
            ? words("HttpClient", "The certificate of %1 (issued by %2) was not signed by the authority pinned in the source's settings.",
                {host, issuer(certificate)})
            : words("HttpClient",
                "The certificate of %1 was signed by an authority that this computer does not know (%2). If it is your own, put its "
                "certificate into the source's settings.",
                {host, issuer(certificate)});
    case QSslError::CertificateRevoked:
        return words("HttpClient", "The certificate of %1 was revoked.", {host});
    default:
        return words("HttpClient", "The certificate of %1 is not valid (code %2).", {host, std::to_string(int(error.error()))});
    }
}

} // namespace

std::string tlsRefusal(const std::string &host, const QList<QSslError> &errors, bool pinned, const QDateTime &now)
{
    std::vector<std::string> sentences;
    for (const QSslError &error : errors) {
        const std::string text = sentence(host, error, pinned, now);
        if (std::find(sentences.begin(), sentences.end(), text) == sentences.end())
            sentences.push_back(text);
    }
    if (sentences.empty())
        sentences.push_back(words("HttpClient",
            "No secure connection could be made with %1: it offers only versions of TLS that are out of date, or it does not speak TLS.",
            {host}));
    sentences.push_back(words("HttpClient", "Nothing was sent."));
    return joined(sentences, " ");
}

std::string tlsCodes(const QList<QSslError> &errors)
{
    std::vector<std::string> codes;
    for (const QSslError &error : errors)
        codes.push_back(std::to_string(int(error.error())));
    return "TLS " + (codes.empty() ? std::string("handshake") : joined(codes, ","));
}

} // namespace br::rest
