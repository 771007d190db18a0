#include "connectors/rest/manifest/marks.h"

#include <algorithm>

namespace br::rest {

namespace {

// JSON pointer (RFC 6901).
std::string escaped(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        if (c == '~')
            text += "~0";
        else if (c == '/')
            text += "~1";
        else
            text += c;
    }
    return text;
}

} // namespace

Spot Spot::member(std::string_view name) const { return {value.member(name), pointer + "/" + escaped(name)}; }

Spot Spot::at(size_t index) const { return {value.at(index), pointer + "/" + std::to_string(index)}; }

void Marks::add(const Spot &spot, std::string what, bool isError)
{
    m_hasErrors = m_hasErrors || isError;
    if (m_told.insert(spot.pointer + "\n" + what).second)
        m_problems.push_back({m_file, spot.value.line(), spot.pointer, std::move(what), isError});
}

std::vector<ManifestProblem> Marks::take()
{
    std::ranges::stable_sort(m_problems, {}, &ManifestProblem::line);
    return std::move(m_problems);
}

} // namespace br::rest
