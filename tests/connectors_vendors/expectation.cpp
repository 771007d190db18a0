#include "tests/connectors_vendors/expectation.h"

#include <QFile>

#include <algorithm>
#include <iterator>

namespace br::test {

std::vector<std::string> expectedOf(const std::string &vendor)
{
    QFile file(QStringLiteral(BR_EXPECTED) + QLatin1Char('/') + QString::fromStdString(vendor) + QStringLiteral(".txt"));
    std::vector<std::string> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const auto &line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            lines.push_back(line.toStdString());
    }
    std::ranges::sort(lines);
    return lines;
}

bool areEqual(const std::vector<std::string> &got, const std::vector<std::string> &expected)
{
    std::vector<std::string> extra;
    std::vector<std::string> missing;
    std::ranges::set_difference(got, expected, std::back_inserter(extra));
    std::ranges::set_difference(expected, got, std::back_inserter(missing));
    for (size_t at = 0; at < std::min<size_t>(missing.size(), 12); ++at)
        qWarning("missing: %s", missing[at].c_str());
    for (size_t at = 0; at < std::min<size_t>(extra.size(), 12); ++at)
        qWarning("extra:   %s", extra[at].c_str());
    return extra.empty() && missing.empty();
}

} // namespace br::test
