#include "connectors/file/layoutlibrary.h"

#include "connectors/file/adaptedlayout.h"
#include "core/base/text.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

namespace br {

namespace {

std::vector<Layout> readShipped()
{
    std::vector<Layout> layouts;
    const QDir folder(QStringLiteral(":/connectors/file/layouts"));
    for (const auto &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto layout = parseLayout(file.readAll().toStdString());
        if (layout)
            layouts.push_back(std::move(*layout));
        else
            qCritical("layout %s: %s", qPrintable(name), layout.error().message.c_str()); // a test reads every one
    }
    return layouts;
}

} // namespace

const std::vector<Layout> &shippedLayouts()
{
    static const std::vector<Layout> layouts = readShipped();
    return layouts;
}

Result<std::vector<Layout>> allLayouts(
    const std::vector<LayoutProfile> &profiles, const std::string &asked, std::vector<std::string> &remarks)
{
    auto layouts = shippedLayouts();
    for (const auto &profile : profiles) {
        auto layout = layoutOf(profile, shippedLayouts());
        if (layout)
            layouts.push_back(std::move(*layout));
        else if (profile.name == asked)
            return layout.error();
        else
            remarks.push_back(layout.error().message);
    }
    return layouts;
}

} // namespace br
