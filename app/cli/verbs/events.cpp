#include "app/cli/listverb.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/deciding.h"

#include <charconv>

namespace br::cli {

namespace {

class Events final : public ListVerb<Event> {
public:
    VerbInfo info() const override
    {
        return {"events", words("cli", "List the log: who did what, newest first"), {workspaceFile()},
            {{"limit", "N", words("cli", "how many; without it all")}}, {"events acme.brw --limit 20"},
            words("cli", "Each entry carries the hash of the one before; check verifies the chain.")};
    }

protected:
    Status judge(const Arguments &arguments) const override
    {
        if (limitOf(arguments))
            return {};
        return Error{
            Errc::InvalidInput, words("cli", "--limit is \"%1\"; it takes a whole number above zero", {arguments.option("limit", {})})};
    }

    Result<std::vector<Event>> read(Workspace &workspace, const Asked &asked) const override
    {
        return events(workspace, 0, *limitOf(asked.arguments));
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {
            {words("cli", "number"), true}, {words("cli", "at")}, {words("cli", "by")}, {words("cli", "what")}, {words("cli", "subject")}};
    }

    std::vector<std::string> cells(const Event &row, const Asked &) const override
    {
        return {std::to_string(row.sequence), row.at, row.by, row.what, row.subject};
    }

    void write(JsonWriter &json, const Event &row, const Asked &) const override
    {
        json.beginObject().number("sequence", row.sequence).member("at", row.at).member("by", row.by).member("what", row.what);
        json.member("subject", row.subject).member("detail", row.detail);
        json.member("previous_hash", row.previousHash).member("hash", row.hash).endObject();
    }

private:
    static std::optional<int> limitOf(const Arguments &arguments)
    {
        const auto text = arguments.option("limit", "2147483647");
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc() && end == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
    }
};

} // namespace

std::unique_ptr<Verb> makeEvents() { return std::make_unique<Events>(); }

} // namespace br::cli
