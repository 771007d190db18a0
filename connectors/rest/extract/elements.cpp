// The part of extractor.h that finds the records of an answer and tells them apart.
#include "connectors/rest/extract/extractor.h"
#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

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
        elements.push_back({list, {}});
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
        elements.push_back({each, list.isObject() ? each.key() : std::string_view()});
    return elements;
}

std::string identityOf(const StreamSpec &stream, const Scope &record)
{
    std::string identity;
    Scratch scratch;
    for (const auto &path : stream.identity) {
        const auto value = viewAt(path, record, scratch);
        if (!value)
            return {};
        // Lengths keep ("a", "bc") and ("ab", "c") apart.
        if (stream.identity.size() > 1)
            identity += std::to_string(value->size()) + ":";
        identity += *value;
    }
    return identity;
}

} // namespace br::rest
