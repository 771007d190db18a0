#include "connectors/rest/run/askedlists.h"

#include "connectors/rest/value/pathsin.h"
#include "connectors/rest/value/reading.h"
#include "core/base/sha256.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace br::rest {

AskedLists::AskedLists(const StreamSpec &stream)
{
    std::vector<const Path *> all;
    for (const auto &spec : stream.emits) {
        collectPaths(spec.when, all);
        for (const auto &skip : spec.skip)
            collectPaths(skip.when, all);
        for (const auto &made : spec.fields) {
            if (field::names[made.slot].ends_with("_id"))
                collectPaths(made.value, all);
        }
    }
    std::ranges::copy_if(all, std::back_inserter(m_paths), [](const Path *path) { return path->root == Root::Parent; });
}

bool AskedLists::insert(const HttpRequest &request, const void *signIn, const Scope &scope)
{
    Sha256 digest;
    const auto add = [&digest](std::string_view text) { digest.add(std::to_string(text.size()) + ':' + std::string(text)); };
    add(std::to_string(reinterpret_cast<uintptr_t>(signIn)));
    add(request.url);
    add(request.body);
    for (const auto &[name, value] : request.headers) {
        add(name);
        add(value);
    }
    for (const auto *path : m_paths) {
        const auto value = textAt(*path, scope);
        add(value ? "=" + *value : "");
    }
    const bool isNew = m_asked.insert(digest.hex()).second;
    m_again += isNew ? 0 : 1;
    return isNew;
}

} // namespace br::rest
