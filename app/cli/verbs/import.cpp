#include "app/cli/cliprogress.h"
#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/staging.h"

namespace br::cli {

namespace {

class Import final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"import", words("cli", "Import files of a source as one batch of a period"),
            {workspaceFile(), {"SOURCE", words("cli", "the source the files come from")},
                {"FILE", words("cli", "CSV or XLSX; several files make one batch"), true}},
            {periodOption(words("cli", "the billing month")),
                {"layout", "NAME", words("cli", "auto, a layout or a saved profile (see profiles); without it auto")},
                {"force", "",
                    words("cli", "take a file of another month, one with too many rejected rows, or a vendor's report without rows")},
                byOption()},
            {"import acme.brw psa lines.csv products.csv --period 2026-10",
                "import acme.brw edr agents.csv --period 2026-10 --layout vendor-assets"},
            words("cli", "The batch is stored whole or not at all. A failed or cancelled import leaves the last complete batch in force.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        ImportRequest request;
        request.source = SourceName(arguments.at(1));
        request.period = *period;
        request.files = arguments.from(2);
        request.layout = arguments.option("layout", "auto");
        request.force = arguments.has("force");
        const auto report = bring(**workspace, request);
        if (!report)
            return shell.fail(report.error());
        return tell(*report, request, arguments.wantsJson(), shell);
    }

private:
    static Result<ImportReport> bring(Workspace &workspace, const ImportRequest &request)
    {
        CliProgress progress;
        return importFiles(workspace, request, progress);
    }

    static int tell(const ImportReport &report, const ImportRequest &request, bool wantsJson, Shell &shell)
    {
        int written = 0;
        if (wantsJson) {
            written = shell.json([&](JsonWriter &json) { writeImport(json, report, request); });
        } else {
            shell.print(text(report));
            written = shell.done();
        }
        if (!report.refused)
            return written;
        const int failed = shell.fail(*report.refused);
        if (report.mayBeForced)
            shell.tell(words("cli", "With --force it is taken all the same."));
        return failed;
    }

    static std::string place(const RejectedRow &row)
    {
        auto out = row.file + ", " + words("cli", "row %1", {std::to_string(row.row)});
        if (!row.column.empty())
            out += ", " + row.column + (row.value.empty() ? std::string() : " \"" + row.value + "\"");
        return out + ": " + row.reason + "\n";
    }

    static std::string text(const ImportReport &report)
    {
        std::string out;
        for (const auto &file : report.batch.files)
            out += words("cli", "%1: %2 rows in, %3 kept, %4 rejected (%5)",
                       {file.name, std::to_string(file.rowsIn), std::to_string(file.rowsKept), std::to_string(file.rowsRejected),
                           file.layout})
                + "\n";
        for (const auto &note : report.notes)
            out += words("cli", "note: %1", {note}) + "\n";
        for (const auto &row : report.warnings)
            out += words("cli", "warning: %1", {place(row)});
        for (const auto &row : report.rejected)
            out += words("cli", "rejected: %1", {place(row)});
        if (!report.refused && report.replacedAnother)
            out += words("cli", "This batch takes the place of an earlier one of %1.", {report.batch.period.toString()}) + "\n";
        return out;
    }
};

} // namespace

std::unique_ptr<Verb> makeImport() { return std::make_unique<Import>(); }

} // namespace br::cli
