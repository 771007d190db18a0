#include "core/reconcile/suggest.h"

#include "core/base/text.h"
#include "core/reconcile/alike.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace br {

namespace {

using Why = NameSuggestion::Why;

// Mail providers whose domain says nothing about whose tenant it is.
constexpr std::array<std::string_view, 12> sharedDomains = {
    "aol.com",
    "gmail.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "onmicrosoft.com",
    "outlook.com",
    "web.de",
    "yahoo.com",
};

// "https://www.Acme-Widgets.co.uk/x" -> "acme-widgets.co.uk"; a mail address gives what follows '@'.
std::string hostOf(std::string_view domain)
{
    auto host = folded(domain);
    if (const auto scheme = host.find("://"); scheme != std::string::npos)
        host.erase(0, scheme + 3);
    if (const auto at = host.rfind('@'); at != std::string::npos)
        host.erase(0, at + 1);
    host.erase(std::min(host.size(), host.find_first_of("/:?")));
    if (host.starts_with("www."))
        host.erase(0, 4);
    return std::ranges::binary_search(sharedDomains, std::string_view(host)) ? std::string() : host;
}

// The part that carries the name: "acme-widgets" of "acme-widgets.co.uk" or of "acme-widgets.onmicrosoft.com".
std::string nameOfHost(const std::string &host) { return headerKey(host.substr(0, host.find('.'))); }

bool looksLikeHost(const std::string &text)
{
    return text.find('.') != std::string::npos && text.find(' ') == std::string::npos && !text.starts_with('.') && !text.ends_with('.');
}

using Index = std::multimap<std::string, size_t>;

class Suggester final {
public:
    Suggester(const std::vector<Client> &clients)
        : m_alike(normalisedAll(clients))
    {
        for (size_t i = 0; i < clients.size(); ++i) {
            m_byId.emplace(folded(clients[i].id.text), i);
            m_byName.emplace(folded(clients[i].name), i);
            const auto normalised = normalisedName(clients[i].name);
            m_byNormalised.emplace(normalised, i);
            m_byCompact.emplace(headerKey(normalised), i);
            const auto folds = folded(clients[i].name);
            if (looksLikeHost(folds)) // a client named by its domain
                m_byHost.emplace(hostOf(folds), i);
        }
    }

    void suggest(size_t account, const Account &given, size_t most, int leastPercent, std::vector<NameSuggestion> &out)
    {
        std::vector<NameSuggestion> found;
        const auto add = [&](const Index &index, const std::string &text, Why why, int percent) {
            if (text.empty() || percent < leastPercent)
                return;
            const auto [begin, end] = index.equal_range(text);
            for (auto at = begin; at != end; ++at)
                found.push_back({account, at->second, why, percent});
        };
        const auto name = folded(given.name);
        const auto normalised = normalisedName(given.name);
        const auto host = hostOf(given.domain.empty() && looksLikeHost(name) ? name : given.domain);
        add(m_byId, folded(given.id.text), Why::SameId, 100);
        add(m_byName, name, Why::SameName, 100);
        add(m_byHost, host, Why::SameDomain, 98);
        add(m_byCompact, nameOfHost(host), Why::SameDomain, 96);
        add(m_byNormalised, normalised, Why::SameNormalisedName, 95);
        if (!normalised.empty()) {
            for (const auto &match : m_alike.find(normalised, most, leastPercent))
                found.push_back({account, match.name, Why::AlikeName, std::min(match.percent, 94)});
        }
        keepBest(found, most, out);
    }

private:
    static std::vector<std::string> normalisedAll(const std::vector<Client> &clients)
    {
        std::vector<std::string> names;
        names.reserve(clients.size());
        for (const auto &client : clients)
            names.push_back(normalisedName(client.name));
        return names;
    }

    // Each client once, with its strongest reason.
    static void keepBest(std::vector<NameSuggestion> &found, size_t most, std::vector<NameSuggestion> &out)
    {
        std::ranges::sort(found, [](const NameSuggestion &a, const NameSuggestion &b) {
            return std::tuple(a.why, -a.percent, a.client) < std::tuple(b.why, -b.percent, b.client);
        });
        size_t kept = 0;
        const auto first = static_cast<std::ptrdiff_t>(out.size());
        for (const auto &suggestion : found) {
            const auto isSame = [&](const NameSuggestion &other) { return other.client == suggestion.client; };
            if (kept == most || std::any_of(out.begin() + first, out.end(), isSame))
                continue;
            out.push_back(suggestion);
            ++kept;
        }
    }

    AlikeNames m_alike;
    Index m_byId;
    Index m_byName;
    Index m_byHost;
    Index m_byNormalised;
    Index m_byCompact;
};

} // namespace

std::vector<NameSuggestion> suggestClients(
    const std::vector<Account> &accounts, const std::vector<Client> &clients, int most, int leastPercent)
{
    std::vector<NameSuggestion> out;
    Suggester suggester(clients);
    for (size_t i = 0; i < accounts.size(); ++i)
        suggester.suggest(i, accounts[i], static_cast<size_t>(std::max(most, 0)), leastPercent, out);
    return out;
}

} // namespace br
