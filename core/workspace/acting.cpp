#include "core/workspace/acting.h"

#include "core/base/jsonwriter.h"
#include "core/base/text.h"
#include "core/store/eventstore.h"

namespace br {

std::string detailOf(std::initializer_list<std::pair<const char *, std::string>> members)
{
    std::string out;
    JsonWriter json([&out](std::string_view bytes) {
        for (const char c : bytes) {
            if (c != '\n')
                out.push_back(c);
        }
        return true;
    });
    json.beginObject();
    for (const auto &[name, value] : members) {
        if (!value.empty())
            json.member(name, value);
    }
    json.endObject();
    json.finish();
    return out;
}

Acting::Acting(Database &database, Acted acted, Transaction transaction)
    : m_database(&database)
    , m_acted(std::move(acted))
    , m_transaction(std::move(transaction))
{
}

Result<Acting> Acting::begin(Workspace &workspace, const std::string &by)
{
    if (workspace.isReadOnly())
        return Error{Errc::ReadOnly, words("Acting", "%1 is open read-only; nothing can be changed in it.", {workspace.path()})};
    const auto &environment = workspace.environment();
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    return Acting(workspace.database(), {by.empty() ? environment.user : by, environment.clock->nowUtc()}, std::move(*transaction));
}

Status Acting::event(const std::string &what, const std::string &subject, const std::string &detail)
{
    if (const auto appended = appendEvent(*m_database, m_acted.at, m_acted.by, what, subject, detail); !appended)
        return appended.error();
    return {};
}

} // namespace br
