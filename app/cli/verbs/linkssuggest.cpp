#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class LinksSuggest final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"links suggest", words("cli", "Suggest a client for each account without a link; nothing is linked by this"),
            {workspaceFile()}, {periodOption(words("cli", "whose accounts to look at"))}, {"links suggest acme.brw --period 2026-10"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = suggestLinks(**workspace, *period);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &row : *rows) {
                    json.beginObject().member("source", row.source).member("account_id", row.account).member("client_id", row.client);
                    json.member("client_name", row.clientName).number("percent", row.percent);
                    json.member("reason", suggestionReason(row.why, row.percent)).endObject();
                }
                json.endArray();
            });
        TextTable table(
            {{words("cli", "source")}, {words("cli", "account")}, {words("cli", "client")}, {words("cli", "name")}, {words("cli", "why")}});
        for (const auto &row : *rows)
            table.add({row.source.text, row.account.text, row.client.text, row.clientName, suggestionReason(row.why, row.percent)});
        shell.print(table.text());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeLinksSuggest() { return std::make_unique<LinksSuggest>(); }

} // namespace br::cli
