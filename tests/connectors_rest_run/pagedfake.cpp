#include "tests/connectors_rest_run/pagedfake.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace br::test {

namespace {

const std::string base = "https://api.fake.test/v1/list";

std::string item(const std::string &id) { return "{\"id\": \"" + id + "\"}"; }

size_t number(const std::string &text) { return text.empty() ? 0 : static_cast<size_t>(std::stoul(text)); }

std::string pagingOf(const std::string &scheme)
{
    if (scheme == "page")
        return R"("paging": {"scheme": "page", "parameter": "page", "size_parameter": "size", "size": 5}, "complete": {"total": "total"}, )";
    if (scheme == "pages")
        return R"("paging": {"scheme": "page", "parameter": "page", "first": 0}, "complete": {"total_pages": "pages"}, )";
    if (scheme == "offset")
        return R"("paging": {"scheme": "offset", "parameter": "skip", "size_parameter": "take", "size": 5}, "complete": {"total": "total"}, )";
    if (scheme == "cursor")
        return R"("paging": {"scheme": "cursor", "parameter": "cursor", "next": "cursor"}, "complete": {"total": "total"}, )";
    if (scheme == "next_url" || scheme == "post_next")
        return R"("paging": {"scheme": "next_url", "next": "next"}, "complete": {"total": "total"}, )";
    if (scheme == "link_header")
        return R"("paging": {"scheme": "link_header"}, "complete": {"total": "total"}, )";
    if (scheme == "after")
        return R"("paging": {"scheme": "after", "parameter": "after", "of": "id", "size_parameter": "size", "size": 5}, "complete": {"total": "total"}, )";
    return R"("paging": {"scheme": "page", "in": "body", "parameter": "params.page", "size_parameter": "params.size", "size": 5}, "complete": {"total": "total"}, )";
}

} // namespace

std::string PagedFake::stream() const
{
    const bool posts = scheme == "body_page" || scheme == "post_next";
    const std::string request = posts ? R"({"method": "POST", "repeatable": true, "path": "/list", "body": {"params": {"filter": "all"}}})"
                                      : R"({"path": "/list"})";
    return "{\"id\": \"list\", \"request\": " + request + R"(, "records": "data", "identity": "id", )" + pagingOf(scheme)
        + R"("emit": [{"record": "account", "fields": {"account_id": "id"}}]})";
}

void PagedFake::serve(demo::FakeServer &server)
{
    const bool posts = scheme == "body_page" || scheme == "post_next";
    server.on(posts ? "POST" : "GET", "/v1/list", [this](const demo::FakeRequest &request) { return answer(request); });
}

size_t PagedFake::position(const demo::FakeRequest &request) const
{
    if (scheme == "page")
        return (static_cast<size_t>(request.number("page", 1)) - 1) * size;
    if (scheme == "pages")
        return static_cast<size_t>(request.number("page", 0)) * size;
    if (scheme == "offset")
        return static_cast<size_t>(request.number("skip", 0));
    if (scheme == "body_page") {
        const auto body = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
        return static_cast<size_t>(body.value(QLatin1String("params")).toObject().value(QLatin1String("page")).toInt() - 1) * size;
    }
    if (scheme == "after") {
        const auto last = number(request.parameter("after", ""));
        return static_cast<size_t>(std::ranges::find_if(items, [last](const auto &id) { return number(id) > last; }) - items.begin());
    }
    return number(request.parameter(scheme == "cursor" ? "cursor" : "at", ""));
}

demo::FakeAnswer PagedFake::answer(const demo::FakeRequest &request)
{
    ++requests;
    if (requests == 2 && fault == Fault::ItemMoved)
        std::rotate(items.begin(), items.begin() + 1, items.end()); // the first one is the last now
    if (requests == 2 && fault == Fault::ItemRemoved)
        items.erase(items.begin()); // one that was read
    auto at = position(request);
    if (fault == Fault::Loop && requests > 2)
        at = 0;
    if (fault == Fault::DuplicatePage && requests == 3)
        at -= std::min(at, size);
    if (fault == Fault::MissingPage && requests >= 2)
        at += size;
    return pageAt(at);
}

demo::FakeAnswer PagedFake::pageAt(size_t position)
{
    const auto begin = std::min(position, items.size());
    const auto end = std::min(begin + size, items.size());
    std::vector<std::string> page;
    for (auto i = begin; i < end; ++i)
        page.push_back(item(items[i]));
    auto total = items.size();
    if (requests >= 2 && fault == Fault::TotalGrows)
        total += 1;
    if (requests >= 2 && fault == Fault::TotalShrinks)
        total -= 1;
    const bool more = fault == Fault::EmptyLastPage ? begin < items.size() : end < items.size() || fault == Fault::Loop;
    const auto next = std::to_string(fault == Fault::Loop && requests > 1 ? 0 : end);
    std::string body = "{\"total\": " + std::to_string(total) + ", \"pages\": " + std::to_string((total + size - 1) / size)
        + ", \"data\": " + demo::jsonList(page);
    if (more)
        body += ", \"cursor\": \"" + next + "\", \"next\": \"" + base + "?at=" + next + "\"";
    auto answer = demo::json(body + "}");
    if (more)
        answer.headers.emplace_back("Link", demo::linkHeader({{"first", base}, {"next", base + "?at=" + next}}));
    return answer;
}

} // namespace br::test
