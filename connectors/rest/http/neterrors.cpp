#include "connectors/rest/http/neterrors.h"

#include "core/base/text.h"

namespace br::rest {
namespace {

std::string sentence(QNetworkReply::NetworkError error, const std::string &host, const std::string &shown)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return words("HttpClient", "%1 was not found. Check the address and the network connection.", {host});
    case QNetworkReply::ConnectionRefusedError:
        return words("HttpClient", "%1 takes no connections. The service may be down, or the address or port is wrong.", {host});
    case QNetworkReply::RemoteHostClosedError:
        return words("HttpClient", "%1 broke off before its answer was complete.", {shown});
    case QNetworkReply::TimeoutError:
        return words("HttpClient", "%1 could not be reached in time.", {host});
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return words("HttpClient", "%1 cannot be reached. Check the network connection and, if this computer uses one, its proxy.", {host});
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return words("HttpClient",
            "The proxy of this computer does not let %1 through or does not answer. Check the system's proxy settings.", {host});
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return words("HttpClient",
            "The proxy of this computer wants a sign-in before it lets %1 through. Check the system's proxy settings.", {host});
    case QNetworkReply::ContentReSendError:
        return words("HttpClient", "%1 closed the connection while it was asked.", {shown});
    default:
        return words("HttpClient", "What %1 sent is not an HTTP answer.", {shown});
    }
}

} // namespace

bool isTransportError(QNetworkReply::NetworkError error, int status)
{
    if (error == QNetworkReply::NoError)
        return status == 0;
    const bool aboutStatus = (error > 200 && error < 300) || error > 400 || error == QNetworkReply::ProtocolInvalidOperationError;
    return !(aboutStatus && status >= 400);
}

Error transportError(QNetworkReply::NetworkError error, const std::string &host, const std::string &shown)
{
    return {Errc::Unreachable, sentence(error, host, shown), "network error " + std::to_string(int(error))};
}

int triesWorth(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyNotFoundError:
        return 2;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return 1;
    default:
        return 0;
    }
}

} // namespace br::rest
