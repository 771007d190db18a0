#include "core/store/rulestore.h"

namespace br {

Result<std::vector<StoredService>> RuleStore::services() const
{
    std::vector<StoredService> services;
    const auto read = m_database.each("rule/services", [&services](const Statement &row) {
        services.push_back({ServiceId(row.string(0)), row.string(1)});
    });
    if (!read)
        return read.error();
    return services;
}

Status RuleStore::replaceServices(const std::vector<StoredService> &services)
{
    if (auto cleared = m_database.run("rule/clear_services"); !cleared)
        return cleared;
    int64_t ordinal = 0;
    for (const auto &service : services) {
        if (auto put = m_database.run("rule/put_service", service.id, ordinal++, std::string_view(service.definition)); !put)
            return put;
    }
    return {};
}

Status RuleStore::putService(const StoredService &service)
{
    int64_t ordinal = 0;
    if (auto read = m_database.each("rule/next_ordinal", [&ordinal](const Statement &row) { ordinal = row.integer(0); }); !read)
        return read;
    return m_database.run("rule/put_service", service.id, ordinal, std::string_view(service.definition));
}

Result<bool> RuleStore::removeService(const ServiceId &id)
{
    if (const auto done = m_database.run("rule/remove_service", id); !done)
        return done.error();
    return m_database.changes() > 0;
}

Result<std::vector<CountException>> RuleStore::exceptions() const
{
    std::vector<CountException> exceptions;
    const auto read = m_database.each("rule/exceptions", [&exceptions](const Statement &row) {
        MaybeDay until;
        if (const auto day = row.maybeInteger(5))
            until = Day::fromNumber(static_cast<int32_t>(*day));
        exceptions.push_back(
            {ClientId(row.string(0)), ServiceId(row.string(1)), Decimal::fromRaw(row.integer(2)), row.string(3), row.string(4), until});
    });
    if (!read)
        return read.error();
    return exceptions;
}

Status RuleStore::replaceExceptions(const std::vector<CountException> &exceptions)
{
    if (auto cleared = m_database.run("rule/clear_exceptions"); !cleared)
        return cleared;
    for (const auto &e : exceptions) {
        const auto until = e.until ? std::optional(e.until->number()) : std::nullopt;
        if (auto added = m_database.run(
                "rule/add_exception", e.client, e.service, e.quantity.raw(), std::string_view(e.reason), std::string_view(e.author), until);
            !added)
            return added;
    }
    return {};
}

} // namespace br
