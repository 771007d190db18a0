#include "connectors/rest/paging/pager.h"

#include "connectors/rest/auth/fixedauth.h"
#include "connectors/rest/paging/linkheader.h"
#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

#include <QUrl>

#include <algorithm>

namespace br::rest {

namespace {

using Scheme = PagingSpec::Scheme;
using End = PagingSpec::End;
using Following = Result<std::optional<HttpRequest>>;

// A next address may be relative to the page it stands in.
std::string resolved(const std::string &address, const std::string &page)
{
    const QUrl url(toQString(address), QUrl::StrictMode);
    if (!url.isRelative())
        return address;
    return QUrl(toQString(page), QUrl::StrictMode).resolved(url).toEncoded().toStdString();
}

// A cursor of the answer's body keeps its type, one of a header is a text.
BodyParameter valueAt(const Path &path, const Scope &scope)
{
    if (path.root == Root::Header)
        return BodyParameter::ofText(textAt(path, scope).value_or(std::string()));
    return BodyParameter::of(jsonAt(path, scope));
}

} // namespace

Pager::Pager(const StreamSpec &stream, HttpRequest base)
    : m_stream(stream)
    , m_base(std::move(base))
{
}

Status Pager::put(HttpRequest &request, const std::string &name, const BodyParameter &value) const
{
    if (m_stream.paging.inBody)
        return setBodyParameter(request, name, value);
    setQueryParameter(request, name, value.text);
    return {};
}

uint64_t Pager::fingerprint(const HttpRequest &request) const
{
    auto hash = hashOf(request.body, hashOf(request.url));
    for (const auto &[name, value] : request.headers) // a continuation may travel in one
        hash = hashOf(value, hashOf(name, hash));
    return hash;
}

Result<HttpRequest> Pager::first()
{
    const auto &paging = m_stream.paging;
    if (!paging.sizeParameter.empty() && paging.size > 0) {
        if (const auto done = put(m_base, paging.sizeParameter, BodyParameter::ofNumber(paging.size)); !done)
            return done.error();
    }
    auto request = m_base;
    if (paging.scheme == Scheme::Page || paging.scheme == Scheme::Offset) {
        if (const auto done = put(request, paging.parameter, BodyParameter::ofNumber(paging.first)); !done)
            return done.error();
    }
    m_asked.insert(fingerprint(request));
    return request;
}

// A server may give less than it is asked for, always: only after a full page is a short one known to be the last.
bool Pager::isShortAtTheEnd(const ListProof &proof, bool hasNext) const
{
    const auto size = m_stream.paging.size;
    if (proof.rowsOfPage() >= size)
        return false;
    const bool isDeclaredWhole
        = (proof.total() && proof.different() >= *proof.total()) || (proof.totalPages() && proof.pages() >= *proof.totalPages());
    return proof.rowsOfPage() == 0 || proof.largestPage() >= size || isDeclaredWhole || !hasNext;
}

bool Pager::isOver(End end, const PageRead &page, const ListProof &proof, const std::optional<HttpRequest> &following) const
{
    const auto &paging = m_stream.paging;
    switch (end) {
    case End::NoNext:
        return !following;
    case End::ShortPage:
        return isShortAtTheEnd(proof, following.has_value());
    case End::EmptyPage:
        return proof.rowsOfPage() == 0;
    case End::Total:
        return proof.total() && proof.different() >= *proof.total();
    case End::TotalPages:
        return proof.totalPages() && proof.pages() >= *proof.totalPages();
    case End::More:
        return paging.more && textAt(*paging.more, page.scope).value_or(std::string()) == "false";
    }
    return false;
}

std::string Pager::ended() const
{
    if (!m_end)
        return words("rest", "one answer holds everything");
    switch (*m_end) {
    case End::NoNext:
        return words("rest", "no next page is named");
    case End::ShortPage:
        return words("rest", "a page is short");
    case End::EmptyPage:
        return words("rest", "a page is empty");
    case End::Total:
        return words("rest", "the total is reached");
    case End::TotalPages:
        return words("rest", "the number of pages is reached");
    case End::More:
        return words("rest", "the answer says that there is no more");
    }
    return {};
}

Following Pager::byCursor(const PageRead &page) const
{
    const auto &paging = m_stream.paging;
    const auto cursor = valueAt(*paging.next, page.scope);
    if (cursor.text.empty())
        return std::optional<HttpRequest>();
    auto request = m_base;
    if (const auto done = put(request, paging.parameter, cursor); !done)
        return done.error();
    for (const auto &[name, path] : paging.with) {
        if (!textAt(path, page.scope))
            continue;
        if (const auto done = put(request, name, valueAt(path, page.scope)); !done)
            return done.error();
    }
    return std::optional(std::move(request));
}

Following Pager::byAddress(const PageRead &page) const
{
    const auto &paging = m_stream.paging;
    const auto address = paging.scheme == Scheme::LinkHeader ? nextLink(page.response->header("link"))
                                                             : textAt(*paging.next, page.scope).value_or(std::string());
    if (address.empty())
        return std::optional<HttpRequest>();
    auto request = m_base;
    request.url = resolved(address, page.response->url);
    if (paging.nextHeaders) {
        for (const auto header : jsonAt(*paging.nextHeaders, page.scope))
            setHeader(request.headers, header.member("key").text(), header.member("value").text());
    }
    return std::optional(std::move(request));
}

Following Pager::following(const PageRead &page, const ListProof &proof) const
{
    const auto &paging = m_stream.paging;
    auto request = m_base;
    Status done;
    switch (paging.scheme) {
    case Scheme::None:
        return std::optional<HttpRequest>();
    case Scheme::Cursor:
        return byCursor(page);
    case Scheme::NextUrl:
    case Scheme::LinkHeader:
        return byAddress(page);
    case Scheme::Page:
        done = put(request, paging.parameter, BodyParameter::ofNumber(paging.first + proof.pages()));
        break;
    case Scheme::Offset:
        done = put(request, paging.parameter, BodyParameter::ofNumber(paging.first + proof.rows()));
        break;
    case Scheme::After: {
        Scope last = page.scope;
        last.record = page.last;
        const auto value = jsonAt(*paging.of, last);
        if (value.isAbsent())
            return std::optional<HttpRequest>();
        done = put(request, paging.parameter, BodyParameter::of(value));
        break;
    }
    }
    if (!done)
        return done.error();
    return std::optional(std::move(request));
}

Following Pager::next(const PageRead &page, const ListProof &proof)
{
    auto request = following(page, proof);
    if (!request)
        return request.error();
    if (m_stream.paging.scheme == Scheme::None)
        return std::optional<HttpRequest>();
    m_hasNext = m_hasNext || request->has_value();
    for (const auto end : m_stream.paging.ends) {
        if (!isOver(end, page, proof, *request))
            continue;
        m_end = end;
        return std::optional<HttpRequest>();
    }
    if (!*request)
        return proof.incomplete(words("rest", "nothing says where the next page is"));
    if (proof.rowsOfPage() == 0 && m_stream.paging.scheme != Scheme::Cursor && m_stream.paging.scheme != Scheme::NextUrl
        && m_stream.paging.scheme != Scheme::LinkHeader)
        return proof.incomplete(words("rest", "an empty page came before the end"));
    if (!m_asked.insert(fingerprint(**request)))
        return proof.incomplete(words("rest", "the next page is one that was read already"));
    return request;
}

} // namespace br::rest
