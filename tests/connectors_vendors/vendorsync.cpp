#include "tests/connectors_vendors/vendorsync.h"

#include "connectors/rest/restcatalogue.h"
#include "connectors/rest/restconnector.h"
#include "core/base/text.h"
#include "demo/vendors/jsontext.h"

namespace br::test {

namespace {

class StoppedClock final : public Clock {
public:
    std::string nowUtc() const override { return worldDay().toString() + "T12:00:00.000Z"; }
};

class VendorSecrets final : public SourceSecrets {
public:
    explicit VendorSecrets(std::map<std::string, std::string> texts)
        : m_texts(std::move(texts))
    {
    }
    Result<Secret> get(const std::string &field) override
    {
        const auto found = m_texts.find(field);
        return found == m_texts.end() ? Result<Secret>(Error{Errc::NotFound, field}) : Result<Secret>(Secret(found->second));
    }
    Status keep(const std::string &field, const Secret &secret) override
    {
        m_texts[field] = std::string(secret.reveal());
        return {};
    }

private:
    std::map<std::string, std::string> m_texts;
};

std::string textObject(const std::map<std::string, std::string> &texts)
{
    demo::Members members;
    for (const auto &[name, value] : texts)
        members.emplace_back(name, demo::quoted(value));
    return demo::object(members);
}

std::shared_ptr<const rest::ManifestLibrary> shippedOnly() { return std::make_shared<rest::ManifestLibrary>(std::string("/nonexistent")); }

FetchRequest requestFor(const demo::Vendor &vendor, VendorSecrets &secrets, const std::string &address,
    const std::map<std::string, std::string> &settings, const std::map<std::string, std::string> &at)
{
    auto values = vendor.settings();
    for (const auto &[name, value] : settings)
        values[name] = value;
    auto places = at;
    for (const auto &host : vendor.hosts())
        places.emplace(host, address);
    FetchRequest request;
    request.source = SourceName{vendor.id()};
    request.period = Period::of(worldDay());
    request.currency = *Currency::parse("EUR");
    request.today = worldDay();
    request.secrets = &secrets;
    request.settings
        = demo::object({{"vendor", demo::quoted(vendor.id())}, {"values", textObject(values)}, {"connect_to", textObject(places)}});
    if (const auto manifest = shippedOnly()->find(vendor.id()))
        request.side = (*manifest)->info.side;
    return request;
}

} // namespace

Day worldDay() { return *Day::fromDate(2026, 10, 31); }

std::string Synced::said() const
{
    std::vector<std::string> lines;
    if (error)
        lines.push_back("ERROR " + error->message + " [" + error->detail + "]");
    for (const auto &warning : summary.warnings)
        lines.push_back(warning);
    lines.insert(lines.end(), sink.told.begin(), sink.told.end());
    return joined(lines, "\n");
}

Synced syncVendor(const demo::Vendor &vendor, const std::string &address, const std::map<std::string, std::string> &settings,
    const std::map<std::string, std::string> &at)
{
    VendorSecrets secrets(vendor.secrets());
    const auto request = requestFor(vendor, secrets, address, settings, at);
    Synced synced;
    rest::RestConnector connector(shippedOnly(), std::make_shared<StoppedClock>());
    NoProgress progress;
    auto summary = connector.fetch(request, synced.sink, progress);
    if (summary)
        synced.summary = std::move(*summary);
    else
        synced.error = summary.error();
    return synced;
}

Result<ConnectionReport> testVendor(
    const demo::Vendor &vendor, const std::string &address, const std::map<std::string, std::string> &settings)
{
    VendorSecrets secrets(vendor.secrets());
    const rest::RestCatalogue catalogue(shippedOnly(), std::make_shared<StoppedClock>());
    NoProgress progress;
    return catalogue.test(requestFor(vendor, secrets, address, settings, {}), progress);
}

} // namespace br::test
