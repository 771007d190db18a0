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

bool Pager::isOver(const PageRead &page, const ListProof &proof, const std::optional<HttpRequest> &following) const
{
    const auto &paging = m_stream.paging;
    return std::ranges::any_of(paging.ends, [&](End end) {
        switch (end) {
        case End::NoNext:
            return !following;
        case End::ShortPage:
            return proof.rowsOfPage() < paging.size;
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
    });
}

Following Pager::byCursor(const PageRead &page) const
{
    const auto &paging = m_stream.paging;
    const auto cursor = jsonAt(*paging.next, page.scope);
    if (cursor.isAbsent() || cursor.text().empty())
        return std::optional<HttpRequest>();
    auto request = m_base;
    if (const auto done = put(request, paging.parameter, BodyParameter::of(cursor)); !done)
        return done.error();
    for (const auto &[name, path] : paging.with) {
        const auto value = jsonAt(path, page.scope);
        if (value.isAbsent())
            continue;
        if (const auto done = put(request, name, BodyParameter::of(value)); !done)
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
    if (m_stream.paging.scheme == Scheme::None || isOver(page, proof, *request))
        return std::optional<HttpRequest>();
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
