#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/exporting.h"

namespace br::cli {

namespace {

std::optional<Sheet> sheetOf(const std::string &text)
{
    const std::pair<const char *, Sheet> all[]
        = {{"neutral", Sheet::Neutral}, {"connectwise", Sheet::ConnectWise}, {"autotask", Sheet::Autotask}, {"halopsa", Sheet::HaloPsa}};
    for (const auto &[code, sheet] : all) {
        if (text == code)
            return sheet;
    }
    return std::nullopt;
}

std::optional<SheetFormat> formatOf(const std::string &text)
{
    const std::pair<const char *, SheetFormat> all[] = {{"csv", SheetFormat::Csv}, {"xlsx", SheetFormat::Xlsx}, {"pdf", SheetFormat::Pdf}};
    for (const auto &[code, format] : all) {
        if (text == code)
            return format;
    }
    return std::nullopt;
}

// Without --format the file's name says it.
std::string formatText(const Arguments &arguments)
{
    const auto file = arguments.option("o", {});
    const auto dot = file.find_last_of('.');
    const auto ending = dot == std::string::npos ? std::string() : folded(file.substr(dot + 1));
    return arguments.option("format", formatOf(ending) ? ending : "csv");
}

class Export final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"export", words("cli", "Write the approved adjustments of a period to a file for the PSA"), {workspaceFile()},
            {periodOption(words("cli", "the billing month")),
                {"sheet", "NAME", words("cli", "neutral, connectwise, autotask or halopsa"), true},
                {"format", "csv|xlsx|pdf", words("cli", "without it the ending of FILE, else csv")},
                {"o", "FILE", words("cli", "the file to write"), true}, byOption()},
            {"export acme.brw --period 2026-10 --sheet connectwise --format xlsx -o adjustments.xlsx --by Jana"},
            words("cli", "Each export is an entry of the log. Outdated approvals are left out and named.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto sheet = sheetOf(arguments.option("sheet", {}));
        if (!sheet)
            return shell.misuse(
                words("cli", "--sheet is \"%1\"; it takes neutral, connectwise, autotask or halopsa", {arguments.option("sheet", {})}));
        const auto format = formatOf(formatText(arguments));
        if (!format)
            return shell.misuse(words("cli", "--format is \"%1\"; it takes csv, xlsx or pdf", {arguments.option("format", {})}));
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto report = exportAdjustments(**workspace, *period, *sheet, *format, arguments.option("o", {}));
        if (!report)
            return shell.fail(report.error());
        for (const auto &warning : report->warnings)
            shell.tell(words("cli", "warning: %1", {warning}));
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { write(json, *report); });
        for (const auto &before : report->before)
            shell.say(words("cli", "The same adjustments were handed over before: %1 by %2, %3.", {before.at, before.by, before.file}));
        shell.say(words("cli", "Wrote %1: %2 adjustments.", {report->made.file, std::to_string(report->made.rows)}));
        return shell.done();
    }

private:
    static void writeOne(JsonWriter &json, const HandedOver &one)
    {
        json.beginObject().member("file", one.file).number("rows", one.rows).member("content_sha256", one.contentHash);
        json.member("file_sha256", one.fileHash).member("by", one.by).member("at", one.at).endObject();
    }

    static void write(JsonWriter &json, const ExportReport &report)
    {
        json.beginObject().key("made");
        writeOne(json, report.made);
        json.key("before").beginArray();
        for (const auto &one : report.before)
            writeOne(json, one);
        json.endArray();
        writeTexts(json, "warnings", report.warnings);
        json.endObject();
    }
};

} // namespace

std::unique_ptr<Verb> makeExport() { return std::make_unique<Export>(); }

} // namespace br::cli
