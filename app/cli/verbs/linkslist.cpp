#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"

namespace br::cli {

namespace {

class LinksList final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"links list", words("cli", "List the account links"), {workspaceFile()}, {}, {"links list acme.brw"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = links(**workspace);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &link : *rows) {
                    json.beginObject().member("source", link.source).member("account_id", link.account).member("client_id", link.client);
                    json.member("state", linkStateCode(link.state)).memberOrNull("reason", link.reason).endObject();
                }
                json.endArray();
            });
        TextTable table({{words("cli", "source")}, {words("cli", "account")}, {words("cli", "client")}, {words("cli", "state")},
            {words("cli", "reason")}});
        for (const auto &link : *rows)
            table.add({link.source.text, link.account.text, orDash(link.client.text), linkStateCode(link.state), link.reason});
        shell.print(table.text());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeLinksList() { return std::make_unique<LinksList>(); }

} // namespace br::cli
