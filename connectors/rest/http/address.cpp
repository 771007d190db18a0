#include "connectors/rest/http/address.h"

#include "core/base/text.h"

#include <QHostAddress>

#include <algorithm>

namespace br::rest {
namespace {

std::string withoutPort443(std::string host)
{
    if (host.ends_with(":443"))
        host.resize(host.size() - 4);
    return host;
}

std::string lower(std::string_view text) { return QByteArray(text.data(), qsizetype(text.size())).toLower().toStdString(); }

} // namespace

Result<Address> parseAddress(std::string_view url)
{
    Address address;
    address.url = QUrl::fromEncoded(QByteArray(url.data(), qsizetype(url.size())), QUrl::StrictMode);
    address.host = toUtf8(address.url.host(QUrl::FullyEncoded));
    if (!address.url.isValid() || address.host.empty())
        return Error{
            Errc::InvalidInput, words("HttpClient", "“%1” is not a web address.", {shortened(url.substr(0, url.find_first_of("?#")), 80)})};
    if (address.host.find(':') != std::string::npos)
        address.host = "[" + address.host + "]";
    if (const int port = address.url.port(443); port != 443)
        address.host += ":" + std::to_string(port);
    address.shown = address.host + shortened(toUtf8(address.url.path(QUrl::FullyEncoded)), 120);
    if (address.url.scheme() != u"https")
        return Error{
            Errc::Refused, words("HttpClient", "%1 is not reached over HTTPS; nothing is sent without encryption.", {address.shown})};
    if (!address.url.userInfo().isEmpty())
        return Error{Errc::Refused,
            words("HttpClient", "The address of %1 holds a user name; credentials belong into the source's fields.", {address.shown})};
    address.url.setFragment({});
    return address;
}

bool hostFits(std::string_view host, std::string_view pattern)
{
    const std::string name = withoutPort443(lower(host));
    const std::string rule = withoutPort443(lower(trimmed(pattern)));
    if (!rule.starts_with("*."))
        return !rule.empty() && name == rule;
    const std::string_view below = std::string_view(rule).substr(1); // ".example.com"
    return below.size() > 1 && name.size() > below.size() && name.ends_with(below);
}

Status mayTalkTo(const Address &address, const std::vector<std::string> &hosts)
{
    if (std::any_of(hosts.begin(), hosts.end(), [&](const std::string &pattern) { return hostFits(address.host, pattern); }))
        return {};
    return Error{Errc::Refused,
        words("HttpClient", "%1 is not among the hosts that this source may talk to (%2). Nothing was sent.",
            {address.host, joined(hosts, ", ")})};
}

Result<std::optional<QUrl>> standIn(const Address &address, const std::map<std::string, std::string> &connectTo)
{
    const auto found
        = std::find_if(connectTo.begin(), connectTo.end(), [&](const auto &entry) { return hostFits(address.host, entry.first); });
    if (found == connectTo.end())
        return std::optional<QUrl>();
    QUrl target(toQString(found->second), QUrl::StrictMode);
    if (target.host() == u"localhost")
        target.setHost(QStringLiteral("127.0.0.1"));
    const bool http = target.scheme() == u"http" || target.scheme() == u"https";
    if (!target.isValid() || !http || !QHostAddress(target.host()).isLoopback())
        return Error{Errc::InvalidInput,
            words("HttpClient", "“%1” cannot stand in for %2: it must be http or https on this computer (127.0.0.1).",
                {shortened(found->second, 80), address.host})};
    target.setPath(address.url.path(QUrl::FullyEncoded), QUrl::StrictMode);
    target.setQuery(address.url.hasQuery() ? address.url.query(QUrl::FullyEncoded) : QString(), QUrl::StrictMode);
    return std::optional(target);
}

} // namespace br::rest
