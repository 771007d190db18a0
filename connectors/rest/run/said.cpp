#include "connectors/rest/run/said.h"

#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

namespace br::rest {

namespace {

std::string textOf(const JsonValue &value) { return value.type() == JsonType::Text ? std::string(value.text()) : std::string(); }

// {"message": …}, {"error_description": …}, {"error": {…}}, {"errors": ["…"]}, {"errors": [{"message": …}]}, "…"
std::string usualMessage(const JsonValue &value, int depth = 0)
{
    if (value.type() == JsonType::Text)
        return std::string(value.text());
    if (value.isList())
        return value.size() > 0 ? usualMessage(value.at(0), depth + 1) : std::string();
    if (!value.isObject() || depth > 3)
        return {};
    for (const auto *name : {"error_description", "message", "Message", "detail", "errorMessage", "error message", "title", "reason"}) {
        if (auto text = textOf(value.member(name)); !text.empty())
            return text;
    }
    for (const auto *name : {"error", "errors", "fault"}) {
        if (auto text = usualMessage(value.member(name), depth + 1); !text.empty())
            return text;
    }
    return {};
}

std::string textAtPath(const std::optional<Path> &path, const Scope &scope)
{
    return path ? textAt(*path, scope).value_or(std::string()) : std::string();
}

struct Judgement {
    Errc code = Errc::Incomplete;
    std::string sentence;
};

std::string permissionWords(const Manifest &manifest)
{
    return manifest.info.permission.empty() ? std::string() : " " + words("rest", "It needs: %1.", {manifest.info.permission});
}

Judgement judgeStatus(const Manifest &manifest, const Asked &asked, int status)
{
    const auto number = std::to_string(status);
    if (status == 401)
        return {Errc::Denied,
            words(
                "rest", "%1: %2 does not accept the credentials (401). Enter them again, or make new ones there.", {asked.what, asked.host})
                + permissionWords(manifest)};
    if (status == 403)
        return {Errc::Denied,
            words("rest", "%1: these credentials may not read that (403, %2). Give them the permission.", {asked.what, asked.where})
                + permissionWords(manifest)};
    if (status == 404)
        return {Errc::NotFound,
            words("rest", "%1: %2 does not exist there (404). Check the address and the other settings of the source.",
                {asked.what, asked.where})};
    if (status == 429)
        return {
            Errc::Unreachable, words("rest", "%1: %2 takes no more requests for now (429). Sync again later.", {asked.what, asked.host})};
    if (status >= 500)
        return {Errc::Unreachable,
            words("rest", "%1: %2 failed on its side (%3, %4), also when asked again. Sync again later.",
                {asked.what, asked.host, number, asked.where})};
    if (status >= 300 && status < 400)
        return {Errc::Refused,
            words("rest", "%1: %2 sends requests elsewhere (%3, %4). Check the address in the source's settings.",
                {asked.what, asked.host, number, asked.where})};
    if (status >= 400)
        return {
            Errc::Incomplete, words("rest", "%1: %2 did not take the request (%3, %4).", {asked.what, asked.host, number, asked.where})};
    return {Errc::Incomplete, words("rest", "%1: %2 answered with an error.", {asked.what, asked.where})};
}

} // namespace

const ErrorRule *errorIn(const Manifest &manifest, const JsonValue &root)
{
    Scope scope;
    scope.record = root;
    scope.page = root;
    for (const auto &rule : manifest.errors) {
        if (holdAll(rule.when, scope))
            return &rule;
    }
    return nullptr;
}

std::string messageIn(const Manifest &manifest, const JsonValue &root)
{
    Scope scope;
    scope.record = root;
    scope.page = root;
    for (const auto &rule : manifest.errors) {
        auto message = textAtPath(rule.message, scope);
        const auto code = textAtPath(rule.code, scope);
        if (!message.empty() || !code.empty())
            return code.empty() ? message : message.empty() ? code : code + ": " + message;
    }
    return usualMessage(root);
}

Error answerError(
    const Manifest &manifest, const Redactor &redactor, const Asked &asked, int status, const JsonValue &root, const ErrorRule *rule)
{
    auto judged = rule != nullptr && rule->auth ? judgeStatus(manifest, asked, 401) : judgeStatus(manifest, asked, status);
    const auto message = redactor.quoted(messageIn(manifest, root));
    if (!message.empty())
        judged.sentence += ' ' + words("rest", "It said: %1", {message});
    return {judged.code, judged.sentence};
}

} // namespace br::rest
