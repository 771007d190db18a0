#include "app/cli/listverb.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class LinksSuggest final : public ListVerb<Suggestion> {
public:
    VerbInfo info() const override
    {
        return {"links suggest", words("cli", "Suggest a client for each account without a link; nothing is linked by this"),
            {workspaceFile()}, {periodOption(words("cli", "whose accounts to look at"))}, {"links suggest acme.brw --period 2026-10"}, {}};
    }

protected:
    Result<std::vector<Suggestion>> read(Workspace &workspace, const Asked &asked) const override
    {
        return suggestLinks(workspace, *asked.period);
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {
            {words("cli", "source")}, {words("cli", "account")}, {words("cli", "client")}, {words("cli", "name")}, {words("cli", "why")}};
    }

    std::vector<std::string> cells(const Suggestion &row, const Asked &) const override
    {
        return {row.source.text, row.account.text, row.client.text, row.clientName, suggestionReason(row.why, row.percent)};
    }

    void write(JsonWriter &json, const Suggestion &row, const Asked &) const override
    {
        json.beginObject().member("source", row.source).member("account_id", row.account).member("client_id", row.client);
        json.member("client_name", row.clientName).number("percent", row.percent);
        json.member("reason", suggestionReason(row.why, row.percent)).endObject();
    }
};

} // namespace

std::unique_ptr<Verb> makeLinksSuggest() { return std::make_unique<LinksSuggest>(); }

} // namespace br::cli
