#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

#include <charconv>

namespace br::cli {

namespace {

std::optional<int64_t> numberOf(const std::string &text)
{
    int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
}

class Rejected final : public ListVerb<RejectedRow> {
public:
    VerbInfo info() const override
    {
        return {"rejected", words("cli", "List the rows of a batch that were not taken, each with the reason"),
            {workspaceFile(), {"BATCH", words("cli", "the number that import and batches show")}},
            {{"warnings", "", words("cli", "list the rows that were taken with a warning instead")}}, {"rejected acme.brw 7"}, {}};
    }

protected:
    Status judge(const Arguments &arguments) const override
    {
        if (numberOf(arguments.at(1)))
            return {};
        return Error{Errc::InvalidInput, words("cli", "\"%1\" is not the number of a batch", {shortened(arguments.at(1))})};
    }

    Result<std::vector<RejectedRow>> read(Workspace &workspace, const Asked &asked) const override
    {
        const auto batch = *numberOf(asked.arguments.at(1));
        return asked.arguments.has("warnings") ? warningRows(workspace, batch) : rejectedRows(workspace, batch);
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "file")}, {words("cli", "row"), true}, {words("cli", "column")}, {words("cli", "value")},
            {words("cli", "reason")}};
    }

    std::vector<std::string> cells(const RejectedRow &row, const Asked &) const override
    {
        return {row.file, std::to_string(row.row), orDash(row.column), row.value, row.reason};
    }

    void write(JsonWriter &json, const RejectedRow &row, const Asked &) const override { writeRejected(json, row); }
};

} // namespace

std::unique_ptr<Verb> makeRejected() { return std::make_unique<Rejected>(); }

} // namespace br::cli
