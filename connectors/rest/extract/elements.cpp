// The part of extractor.h that finds the records of an answer and tells them apart.
#include "connectors/rest/extract/extractor.h"
#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

Result<std::vector<Element>> elementsOf(const StreamSpec &stream, const Scope &page)
{
    auto scope = page;
    scope.record = page.page;
    const auto list = jsonAt(stream.records, scope);
    std::vector<Element> elements;
    if (list.isAbsent() && stream.optional)
        return elements;
    const bool isOneRecord = list.isObject() && stream.records.isWhole();
    if (isOneRecord) {
        elements.push_back({list, {}, 0});
        return elements;
    }
    if (!list.isList() && !list.isObject()) {
        const auto where = stream.records.written.empty() ? words("rest", "the answer") : "\"" + stream.records.written + "\"";
        return Error{Errc::InvalidInput,
            list.isAbsent() ? words("rest", "%1: the list %2 is missing in the answer", {stream.label, where})
                            : words("rest", "%1: %2 is not a list but %3", {stream.label, where, shortened(list.json())})};
    }
    elements.reserve(list.size());
    for (const auto each : list)
        elements.push_back({each, list.isObject() ? each.key() : std::string_view(), static_cast<int64_t>(elements.size())});
    return elements;
}

std::string identityOf(const StreamSpec &stream, const Scope &record)
{
    Scratch scratch;
    std::vector<std::string_view> values;
    for (const auto &path : stream.identity) {
        const auto value = viewAt(path, record, scratch);
        if (!value)
            return {};
        values.push_back(*value);
    }
    return values.empty() ? std::string() : keyOf(values);
}

Status judgeIdentity(const StreamSpec &stream, const Scope &record)
{
    Scratch scratch;
    const auto isThere = [&](const Path &path) { return viewAt(path, record, scratch).has_value(); };
    if (stream.identity.empty() || std::ranges::any_of(stream.identity, isThere))
        return {};
    std::vector<std::string> names;
    std::ranges::transform(stream.identity, std::back_inserter(names), [](const Path &path) { return "\"" + path.written + "\""; });
    return Error{Errc::InvalidInput,
        words("rest", "it has no %1, which \"identity\" names: records that come twice could not be told apart", {joined(names, ", ")})};
}

} // namespace br::rest
