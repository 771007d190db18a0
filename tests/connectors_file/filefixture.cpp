#include "tests/connectors_file/filefixture.h"

#include "core/base/text.h"
#include "core/connect/registry.h"

#include <QFile>

namespace br::test {

std::string Imported::records() const { return joined(sink.records, "\n"); }

bool Imported::isTold(const std::string &part) const
{
    const auto holds = [&part](const std::string &text) { return text.find(part) != std::string::npos; };
    for (const auto &warning : warnings) {
        if (holds(warning))
            return true;
    }
    for (const auto &row : sink.warned) {
        if (holds(row.reason))
            return true;
    }
    return false;
}

ConnectorPlugin &FileFixture::plugin()
{
    static Registry registry(Registry::defaultFolders());
    const auto found = registry.plugin("file");
    if (!found)
        qFatal("%s", found.error().message.c_str());
    return **found;
}

std::string FileFixture::write(const std::string &name, const std::string &bytes)
{
    const auto path = m_folder.filePath(toQString(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()))
        qFatal("cannot write %s", qPrintable(path));
    return toUtf8(path);
}

std::string FileFixture::fixture(const std::string &name) { return std::string(BR_FIXTURES) + "/" + name; }

FetchRequest FileFixture::request(Side side, std::vector<std::string> files) const
{
    FetchRequest request;
    request.source.text = "source";
    request.side = side;
    request.period = *Period::fromMonth(2026, 10);
    request.files = std::move(files);
    request.layout = "auto";
    request.currency = *Currency::parse("EUR");
    return request;
}

Imported FileFixture::import(const FetchRequest &request)
{
    Imported imported;
    NoProgress progress;
    const auto summary = plugin().create()->fetch(request, imported.sink, progress);
    if (summary)
        imported.warnings = summary->warnings;
    else
        imported.error = summary.error();
    return imported;
}

} // namespace br::test
