#include "app/cli/rulefile.h"

#include "app/cli/rowsjson.h"
#include "core/base/text.h"

namespace br::cli {

int importRuleFile(const Arguments &arguments, Shell &shell, ImportRules import)
{
    const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
    if (!workspace)
        return shell.fail(workspace.error());
    const auto report = import(**workspace, arguments.at(1));
    if (!report)
        return shell.fail(report.error());
    int written = 0;
    if (arguments.wantsJson()) {
        written = shell.json([&](JsonWriter &json) { writeFileReport(json, *report); });
    } else {
        shell.say(words("cli", "%1: %2 in, %3 kept, %4 rejected",
            {arguments.at(1), std::to_string(report->rowsIn), std::to_string(report->kept), std::to_string(report->rejected.size())}));
        for (const auto &warning : report->warnings)
            shell.say(words("cli", "warning: %1", {warning}));
        written = shell.done();
    }
    for (const auto &row : report->rejected) {
        const auto cell = row.column.empty() ? std::string() : ", " + row.column + " \"" + row.value + "\"";
        shell.tell(words("cli", "%1, row %2%3: %4", {row.file, std::to_string(row.row), cell, row.reason}));
    }
    if (!report->rejected.empty())
        return shell.fail(
            {Errc::InvalidInput, words("cli", "nothing was taken from %1; correct the rows above and import it again", {arguments.at(1)})});
    return written;
}

int exportRuleFile(const Arguments &arguments, Shell &shell, ExportRules write)
{
    const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
    if (!workspace)
        return shell.fail(workspace.error());
    if (const auto written = write(**workspace, arguments.at(1)); !written)
        return shell.fail(written.error());
    if (arguments.wantsJson())
        return shell.json([&](JsonWriter &json) { json.beginObject().member("file", arguments.at(1)).endObject(); });
    shell.say(words("cli", "Wrote %1.", {arguments.at(1)}));
    return shell.done();
}

} // namespace br::cli
