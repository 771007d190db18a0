// ListWalk: reads one list to its proven end, page by page, and hands over each record once.
//
// prepare() makes the first page's request and start() sends it, so that the lists of several parents can be under way; walk() does the
// rest. Errors name list, page and what to do; Incomplete where the end cannot be proved. Thread rule: one thread.
#pragma once

#include "connectors/rest/paging/pager.h"
#include "connectors/rest/run/askedlists.h"
#include "connectors/rest/run/runroom.h"
#include "core/base/sha256.h"

#include <functional>

namespace br::rest {

struct ListFacts {
    int64_t pages = 0;
    int64_t rows = 0;
    int64_t bytes = 0;
    std::optional<int64_t> declared;
    std::string ended;       // by which rule; empty: it was not read
    bool hasNext = false;    // the stated next page was named at least once
    std::string unavailable; // why the list is taken as empty, where a person should know
};

class ListWalk final {
public:
    using Take = std::function<Status(const Scope &record, int64_t page)>; // a record that was not there before

    // `parent` is null for a stream of its own. The room and the stream outlive the walk.
    ListWalk(RunRoom &room, const StreamSpec &stream, std::shared_ptr<const ParentRecord> parent);

    Status prepare(); // makes the first request; start() sends it
    bool isNew(AskedLists &asked) const;
    Status start();
    // `rowsBefore` of the stream, for progress; `digests` takes each body's.
    Status walk(const Take &take, int64_t rowsBefore, Sha256 &digests, Answer &answer);
    bool isOneByOne() const { return m_auth != nullptr && m_auth->isOneByOne(); } // after start()
    const ListFacts &facts() const { return m_facts; }
    const std::shared_ptr<const ParentRecord> &parent() const { return m_parent; }

private:
    Result<bool> isUnavailable(const Answer &answer);
    bool isShutOut(const Error &error); // of the sign-in
    struct Page {
        Scope scope;
        int64_t number = 0;
        std::vector<Element> elements; // those that were not there before
        std::optional<HttpRequest> next;
    };
    Status page(const Answer &answer, Page &page);
    Status send(HttpRequest request);
    Status takeAll(const Page &page, const Take &take) const;
    void tell(int64_t rowsBefore) const;
    Error placed(const Error &error) const;
    Error withoutList(const Error &why, const Answer &answer) const;

    RunRoom &m_room;
    const StreamSpec &m_stream;
    std::shared_ptr<const ParentRecord> m_parent;
    Scope m_scope;
    std::string m_name;
    Authenticator *m_auth = nullptr;
    std::optional<Pager> m_pager;
    ListProof m_proof;
    HttpRequest m_first;
    Asker::Ticket m_ticket = 0;
    bool m_isShut = false; // nothing was asked: its sign-in is refused, and the manifest says that this may be
    std::string m_where;   // of the request under way
    std::string m_host;
    ListFacts m_facts;
};

} // namespace br::rest
