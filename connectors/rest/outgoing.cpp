#include "connectors/rest/outgoing.h"

#include "connectors/rest/auth/fixedauth.h"
#include "connectors/rest/json/jsonreader.h"
#include "connectors/rest/value/rendering.h"
#include "core/base/text.h"

#include <QUrl>

#include <algorithm>

namespace br::rest {

namespace {

constexpr const char *formType = "application/x-www-form-urlencoded";

bool isKnown(const Template &text, const Scope &scope)
{
    return std::ranges::none_of(text.parts, [&scope](const TemplatePart &part) {
        return part.hasPath && part.path.root == Root::Answer && (scope.answers == nullptr || !scope.answers->contains(part.path.answer));
    });
}

NamedTemplates knownOf(const NamedTemplates &pairs, const Scope &scope)
{
    NamedTemplates known;
    std::ranges::copy_if(pairs, std::back_inserter(known), [&scope](const auto &pair) { return isKnown(pair.second, scope); });
    return known;
}

// "." and ".." would lead to another place than the manifest names; they come from a vendor's ids.
Status judgeSteps(std::string_view path)
{
    path = path.substr(0, path.find_first_of("?#"));
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        const auto step = folded(path.substr(0, end));
        if (step == "." || step == ".." || step == "%2e" || step == "%2e%2e" || step == ".%2e" || step == "%2e.")
            return Error{Errc::Refused,
                words("rest", "the address would hold \"%1\" between slashes and lead elsewhere: a value in it is no id", {step})};
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return {};
}

Result<std::string> addressOf(const Manifest &manifest, const RequestSpec &spec, const Scope &scope)
{
    if (spec.url) {
        auto url = render(*spec.url, scope);
        const auto judged = url ? judgeSteps(*url) : Status();
        return judged ? url : Result<std::string>(judged.error());
    }
    auto base = render(manifest.base, scope);
    if (!base || !spec.path)
        return base;
    const auto path = render(*spec.path, scope, Encoding::Percent);
    if (!path)
        return path.error();
    if (const auto judged = judgeSteps(*path); !judged)
        return judged.error();
    while (base->ends_with('/') && path->starts_with('/'))
        base->pop_back();
    const bool needsSlash = !path->empty() && !base->ends_with('/') && !path->starts_with('/') && !path->starts_with('?');
    return *base + (needsSlash ? "/" : "") + *path;
}

Status addHeaders(HttpRequest &request, const NamedTemplates &headers, const Scope &scope)
{
    const auto pairs = render(headers, scope);
    if (!pairs)
        return pairs.error();
    for (const auto &[name, value] : *pairs)
        setHeader(request.headers, name, value);
    return {};
}

bool hasHeader(const HttpRequest &request, std::string_view name)
{
    return std::ranges::any_of(request.headers, [&name](const auto &header) { return folded(header.first) == name; });
}

Status addBody(HttpRequest &request, const RequestSpec &spec, const Scope &scope)
{
    if (spec.body) {
        auto body = render(*spec.body, scope);
        if (!body)
            return body.error();
        request.body = std::move(*body);
    } else if (!spec.form.empty()) {
        const auto pairs = render(spec.form, scope);
        if (!pairs)
            return pairs.error();
        request.body = formEncoded(*pairs);
    }
    if (request.method == "POST" && !hasHeader(request, "content-type"))
        request.headers.emplace_back("Content-Type", spec.form.empty() ? "application/json" : formType);
    return {};
}

Result<HttpRequest> made(const Manifest &manifest, const RequestSpec &spec, const Scope &scope, const NamedTemplates &first,
    const NamedTemplates &headers, const NamedTemplates &query)
{
    HttpRequest request;
    request.method = spec.method;
    request.repeatable = spec.repeatable;
    auto url = addressOf(manifest, spec, scope);
    if (!url)
        return url.error();
    request.url = std::move(*url);
    for (const auto *pairs : {&query, &spec.query}) {
        const auto values = render(*pairs, scope);
        if (!values)
            return values.error();
        for (const auto &[name, value] : *values)
            setQueryParameter(request, name, value);
    }
    request.headers.emplace_back("Accept", "application/json");
    for (const auto *pairs : {&first, &headers, &spec.headers}) {
        if (const auto added = addHeaders(request, *pairs, scope); !added)
            return added.error();
    }
    if (const auto added = addBody(request, spec, scope); !added)
        return added.error();
    return request;
}

// Copies an object and puts the value at the path; members on the way are made where they are not there.
std::string withMember(const JsonValue &object, std::string_view path, const std::string &json)
{
    const auto dot = path.find('.');
    const auto name = path.substr(0, dot);
    const auto rest = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    std::string out = "{";
    const auto put = [&out](std::string_view key, const std::string &value) {
        if (out.size() > 1)
            out += ',';
        appendJsonText(out, key);
        out += ':' + value;
    };
    bool isThere = false;
    if (object.isObject()) {
        for (const auto member : object) {
            const bool isIt = member.key() == name;
            isThere = isThere || isIt;
            put(member.key(), !isIt ? member.json() : rest.empty() ? json : withMember(member, rest, json));
        }
    }
    if (!isThere)
        put(name, rest.empty() ? json : withMember({}, rest, json));
    return out + '}';
}

bool isForm(const HttpRequest &request)
{
    return std::ranges::any_of(
        request.headers, [](const auto &header) { return folded(header.first) == "content-type" && header.second == formType; });
}

} // namespace

Result<HttpRequest> outgoing(const Manifest &manifest, const RequestSpec &spec, const Scope &scope, const NamedTemplates &headers)
{
    return made(manifest, spec, scope, manifest.headers, headers, manifest.query);
}

Result<HttpRequest> earlyOutgoing(const Manifest &manifest, const RequestSpec &spec, const Scope &scope)
{
    return made(manifest, spec, scope, knownOf(manifest.headers, scope), {}, knownOf(manifest.query, scope));
}

BodyParameter BodyParameter::ofText(std::string text)
{
    std::string json;
    appendJsonText(json, text);
    return {std::move(text), std::move(json)};
}

BodyParameter BodyParameter::ofNumber(int64_t number) { return {std::to_string(number), std::to_string(number)}; }

BodyParameter BodyParameter::of(const JsonValue &value) { return {std::string(value.text()), value.json()}; }

void setQueryParameter(HttpRequest &request, std::string_view name, std::string_view value)
{
    const auto question = request.url.find('?');
    if (question == std::string::npos) {
        request.url = withQuery(request.url, {{std::string(name), std::string(value)}});
        return;
    }
    // Other parameters keep their spelling: a vendor's next page may be particular about it.
    std::string query;
    std::string_view left = std::string_view(request.url).substr(question + 1);
    while (!left.empty()) {
        const auto pair = left.substr(0, left.find('&'));
        left.remove_prefix(std::min(left.size(), pair.size() + 1));
        if (!pair.empty() && percentDecoded(pair.substr(0, pair.find('=')), true) != name)
            query += (query.empty() ? "" : "&") + std::string(pair);
    }
    query += (query.empty() ? "" : "&") + percentEncoded(name) + '=' + percentEncoded(value);
    request.url = request.url.substr(0, question + 1) + query;
}

Status setBodyParameter(HttpRequest &request, std::string_view path, const BodyParameter &value)
{
    if (isForm(request)) {
        auto pairs = formDecoded(request.body);
        std::erase_if(pairs, [&path](const auto &pair) { return pair.first == path; });
        pairs.emplace_back(path, value.text);
        request.body = formEncoded(pairs);
        return {};
    }
    const auto tree = readJson(request.body.empty() ? "{}" : request.body);
    if (!tree || !tree->root().isObject())
        return Error{Errc::InvalidInput,
            words("rest", "a page's parameter \"%1\" has no place: the request's body is not an object", {std::string(path)})};
    request.body = withMember(tree->root(), path, value.json);
    return {};
}

std::string named(const HttpRequest &request)
{
    const auto plain = request.url.substr(0, request.url.find_first_of("?#"));
    const auto scheme = plain.find("://");
    return request.method + ' ' + (scheme == std::string::npos ? plain : plain.substr(scheme + 3));
}

std::string hostOf(std::string_view url) { return toUtf8(QUrl(toQString(url)).host()); }

} // namespace br::rest
