#include "connectors/rest/manifest/streamreader.h"

#include "connectors/rest/manifest/emitreader.h"
#include "connectors/rest/manifest/requestreader.h"
#include "core/base/nearest.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace br::rest {

namespace {

using Scheme = PagingSpec::Scheme;
using End = PagingSpec::End;

constexpr std::array<std::pair<std::string_view, Scheme>, 7> pagingSchemes
    = {{{"none", Scheme::None}, {"page", Scheme::Page}, {"offset", Scheme::Offset}, {"cursor", Scheme::Cursor},
        {"next_url", Scheme::NextUrl}, {"link_header", Scheme::LinkHeader}, {"after", Scheme::After}}};
constexpr std::array<std::pair<std::string_view, End>, 6> endNames = {{{"no_next", End::NoNext}, {"short_page", End::ShortPage},
    {"empty_page", End::EmptyPage}, {"total", End::Total}, {"total_pages", End::TotalPages}, {"more", End::More}}};

int64_t wholeNumberOf(const Spot &spot, int64_t otherwise)
{
    int64_t number = otherwise;
    const auto text = spot.text();
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::vector<End> defaultEnds(const PagingSpec &paging, const CompleteSpec &complete)
{
    if (paging.more)
        return {End::More};
    switch (paging.scheme) {
    case Scheme::Page:
    case Scheme::Offset: {
        std::vector<End> ends;
        if (complete.total)
            ends.push_back(End::Total);
        if (complete.totalPages)
            ends.push_back(End::TotalPages);
        return ends.empty() ? std::vector{End::EmptyPage} : ends;
    }
    case Scheme::After:
        return {End::EmptyPage};
    default:
        return {End::NoNext};
    }
}

void judgeEnd(const PagingSpec &paging, const CompleteSpec &complete, End end, const Spot &spot, Marks &marks)
{
    const bool hasNext = paging.scheme == Scheme::Cursor || paging.scheme == Scheme::NextUrl || paging.scheme == Scheme::LinkHeader
        || paging.scheme == Scheme::None;
    if (end == End::NoNext && !hasNext)
        marks.error(spot, words("manifest", "\"no_next\" ends only cursor, next_url and link_header; this list would have no end"));
    if (end == End::Total && !complete.total)
        marks.error(spot, words("manifest", "\"total\" needs \"complete\": {\"total\": …}; without it the list would have no end"));
    if (end == End::TotalPages && !complete.totalPages)
        marks.error(
            spot, words("manifest", "\"total_pages\" needs \"complete\": {\"total_pages\": …}; without it the list would have no end"));
    if (end == End::ShortPage && paging.size == 0)
        marks.error(spot, words("manifest", "\"short_page\" needs \"size\": how many records a full page has"));
    if (end == End::More && !paging.more)
        marks.error(spot, words("manifest", "\"more\" needs \"more\": the path that says whether there is more"));
}

PagingSpec readPaging(const Spot &spot, const CompleteSpec &complete, const Place &place, PartReader &parts)
{
    PagingSpec paging;
    const auto word = spot.member("scheme").text();
    for (const auto &[name, scheme] : pagingSchemes) {
        if (word == name)
            paging.scheme = scheme;
    }
    paging.parameter = spot.member("parameter").text();
    paging.first = wholeNumberOf(spot.member("first"), paging.scheme == Scheme::Page ? 1 : 0);
    paging.sizeParameter = spot.member("size_parameter").text();
    paging.size = wholeNumberOf(spot.member("size"), 0);
    paging.inBody = spot.member("in").text() == "body";
    const auto answer = place.withHeaders();
    paging.next = parts.optionalPath(spot.member("next"), answer);
    if (const auto with = spot.member("with"); with.isThere()) {
        for (const auto member : with.value)
            paging.with.emplace_back(member.key(), parts.path(with.member(member.key()), answer));
    }
    paging.nextHeaders = parts.optionalPath(spot.member("next_headers"), place);
    paging.of = parts.optionalPath(spot.member("of"), place);
    paging.more = parts.optionalPath(spot.member("more"), answer);
    const auto ends = spot.member("ends");
    for (const auto &[name, end] : endNames) {
        const bool isOne = ends.text() == name;
        const bool isListed = ends.value.isList()
            && std::any_of(ends.value.begin(), ends.value.end(), [&name = name](const JsonValue &each) { return each.text() == name; });
        if (isOne || isListed)
            paging.ends.push_back(end);
    }
    if (paging.ends.empty())
        paging.ends = defaultEnds(paging, complete);
    for (const auto end : paging.ends)
        judgeEnd(paging, complete, end, spot, parts.marks());
    return paging;
}

std::vector<UnavailableRule> readUnavailable(const Spot &spot, const Place &place, PartReader &parts)
{
    std::vector<UnavailableRule> rules;
    for (size_t i = 0; i < spot.value.size(); ++i) {
        const auto each = spot.at(i);
        UnavailableRule rule;
        for (const auto status : each.member("status").value)
            rule.statuses.push_back(static_cast<int>(wholeNumberOf({status, {}}, 0)));
        rule.when = parts.conditions(each.member("when"), place);
        rule.warns = each.member("then").text() == "warn";
        rule.why = each.member("why").text();
        rules.push_back(std::move(rule));
    }
    return rules;
}

void readKeep(StreamSpec &stream, const Spot &spot, const Place &place, PartReader &parts)
{
    KeepSpec keep;
    keep.as = spot.member("as").text();
    keep.keys = parts.exactPaths(
        spot.member("key"), place, words("manifest", "name the element, [0] or [name=text], or keep the records of a stream of its own"));
    keep.fields = parts.paths(spot.member("fields"), place);
    std::vector<std::string> names;
    std::ranges::transform(keep.fields, std::back_inserter(names), &Path::written);
    const auto [table, isNew] = parts.declared().tables.try_emplace(keep.as, names);
    if (!isNew && table->second != names)
        parts.marks().error(spot.member("as"), words("manifest", "another stream keeps other fields in the table \"%1\"", {keep.as}));
    const auto [keys, isFirst] = parts.declared().keys.try_emplace(keep.as, keep.keys.size());
    if (!isFirst && keys->second != keep.keys.size())
        parts.marks().error(spot.member("key"),
            words("manifest", "another stream has a key of %1 parts in the table \"%2\"", {std::to_string(keys->second), keep.as}));
    stream.keep = std::move(keep);
}

// Generations above the stream's records; the stream it walks through becomes a parent.
int parentsOf(const Spot &spot, std::vector<StreamSpec> &before, const std::string &forEach, PartReader &parts)
{
    int generations = 0;
    auto name = forEach;
    while (!name.empty()) {
        const auto parent = std::ranges::find(before, name, &StreamSpec::id);
        if (parent == before.end()) {
            std::vector<std::string> known;
            std::ranges::transform(before, std::back_inserter(known), &StreamSpec::id);
            parts.marks().error(spot.member("for_each"),
                words("manifest", "no stream before this one has the id \"%1\"; streams are read in their order.", {name})
                    + didYouMean(name, known));
            break;
        }
        parent->isParent = true;
        ++generations;
        name = parent->forEach;
    }
    return generations;
}

} // namespace

StreamSpec readStream(const Spot &spot, std::vector<StreamSpec> &before, PartReader &parts)
{
    StreamSpec stream;
    stream.id = spot.member("id").text();
    stream.label = spot.member("label").text();
    if (stream.label.empty())
        stream.label = stream.id;
    stream.forEach = spot.member("for_each").text();
    if (std::ranges::find(before, stream.id, &StreamSpec::id) != before.end())
        parts.marks().error(spot.member("id"), words("manifest", "another stream has the id \"%1\"", {stream.id}));
    Place place;
    place.parents = parentsOf(spot, before, stream.forEach, parts);
    stream.request = readRequest(spot.member("request"), place, parts);
    stream.only = parts.conditions(spot.member("only"), stream.forEach.empty() ? place.withoutRecord() : place);
    stream.records = parts.exactPath(spot.member("records"), place,
        words("manifest", "name the outer list in \"records\" and the inner one in the \"each\" of an emit"));
    stream.optional = spot.member("optional").value.type() == JsonType::True;
    stream.identity = parts.exactPaths(spot.member("identity"), place, words("manifest", "name the element, [0] or [name=text]"));
    if (const auto complete = spot.member("complete"); complete.isThere()) {
        stream.complete.total = parts.optionalPath(complete.member("total"), place.withHeaders());
        stream.complete.totalPages = parts.optionalPath(complete.member("total_pages"), place.withHeaders());
    }
    stream.paging.ends = {End::NoNext};
    if (const auto paging = spot.member("paging"); paging.isThere())
        stream.paging = readPaging(paging, stream.complete, place, parts);
    if (stream.paging.inBody && !stream.request.body)
        parts.marks().error(spot.member("paging"), words("manifest", "\"in\": \"body\" needs a request with a body"));
    stream.unavailable = readUnavailable(spot.member("unavailable"), place, parts);
    stream.emits = readEmits(spot.member("emit"), place, parts);
    stream.auth = readAuthChoice(spot.member("auth"), place, parts);
    stream.headers = parts.templates(spot.member("headers"), place.withSecrets());
    if (const auto keep = spot.member("keep"); keep.isThere())
        readKeep(stream, keep, place, parts);
    if (stream.paging.scheme != Scheme::None && stream.identity.empty())
        parts.marks().warning(
            spot, words("manifest", "without \"identity\" a record that comes twice, on two pages, is counted twice and not noticed"));
    return stream;
}

} // namespace br::rest
