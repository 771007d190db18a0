// Acting: one act of a person on a workspace: a transaction, who and when, and the events that belong to it.
//
// Begun on a writable workspace only (else Errc::ReadOnly, naming the file). Nothing lasts before commit().
// Thread rule: the Workspace's thread.
#pragma once

#include "core/store/database.h"
#include "core/store/linkstore.h"
#include "core/workspace/workspace.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace br {

// A JSON object of texts, members in the order given; empty values are left out.
std::string detailOf(std::initializer_list<std::pair<const char *, std::string>> members);

class Acting final {
public:
    // `by` empty: the workspace's user.
    static Result<Acting> begin(Workspace &workspace, const std::string &by = {});
    Database &database() const { return *m_database; }
    const Acted &acted() const { return m_acted; }
    Status event(const std::string &what, const std::string &subject, const std::string &detail);
    Status commit() { return m_transaction.commit(); }

private:
    Acting(Database &database, Acted acted, Transaction transaction);
    Database *m_database;
    Acted m_acted;
    Transaction m_transaction;
};

} // namespace br
