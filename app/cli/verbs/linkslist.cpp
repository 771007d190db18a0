#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"

namespace br::cli {

namespace {

class LinksList final : public ListVerb<AccountLink> {
public:
    VerbInfo info() const override
    {
        return {"links list", words("cli", "List the account links"), {workspaceFile()}, {}, {"links list acme.brw"}, {}};
    }

protected:
    Result<std::vector<AccountLink>> read(Workspace &workspace, const Asked &) const override { return links(workspace); }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "source")}, {words("cli", "account")}, {words("cli", "client")}, {words("cli", "state")},
            {words("cli", "reason")}};
    }

    std::vector<std::string> cells(const AccountLink &link, const Asked &) const override
    {
        return {link.source.text, link.account.text, orDash(link.client.text), linkStateCode(link.state), link.reason};
    }

    void write(JsonWriter &json, const AccountLink &link, const Asked &) const override
    {
        json.beginObject().member("source", link.source).member("account_id", link.account).member("client_id", link.client);
        json.member("state", linkStateCode(link.state)).memberOrNull("reason", link.reason).endObject();
    }
};

} // namespace

std::unique_ptr<Verb> makeLinksList() { return std::make_unique<LinksList>(); }

} // namespace br::cli
