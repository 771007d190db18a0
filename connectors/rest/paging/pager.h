// Pager: which request fetches the next page of a list, and when the list is over by its rule.
//
// The guards against lists that go round in circles are here: a request that was made before is never made again. Hosts are
// judged by the HttpClient, before a byte is sent. Errors: Incomplete (through the proof's sentence), InvalidInput where a
// parameter has no place. Thread rule: one thread, one object a list.
#pragma once

#include "connectors/rest/outgoing.h"
#include "connectors/rest/paging/listproof.h"
#include "connectors/rest/value/scope.h"

namespace br::rest {

struct PageRead { // valid for the call
    const HttpResponse *response = nullptr;
    Scope scope;    // of the page: record and page are its root
    JsonValue last; // record; absent: the page is empty
};

class Pager final {
public:
    Pager(const StreamSpec &stream, HttpRequest base);

    Result<HttpRequest> first();
    // Nullopt: the list is over.
    Result<std::optional<HttpRequest>> next(const PageRead &page, const ListProof &proof);

    std::string ended() const;                 // by which rule, in words; after next() said so
    bool hasNext() const { return m_hasNext; } // the stated `next` led somewhere, on any page

private:
    bool isShortAtTheEnd(const ListProof &proof, bool hasNext) const;
    bool isOver(PagingSpec::End end, const PageRead &page, const ListProof &proof, const std::optional<HttpRequest> &following) const;
    Result<std::optional<HttpRequest>> following(const PageRead &page, const ListProof &proof) const;
    Result<std::optional<HttpRequest>> byCursor(const PageRead &page) const;
    Result<std::optional<HttpRequest>> byAddress(const PageRead &page) const;
    Status put(HttpRequest &request, const std::string &name, const BodyParameter &value) const;
    uint64_t fingerprint(const HttpRequest &request) const;

    const StreamSpec &m_stream;
    HttpRequest m_base; // with the size in it
    HashSet m_asked;
    std::optional<PagingSpec::End> m_end;
    bool m_hasNext = false;
};

} // namespace br::rest
