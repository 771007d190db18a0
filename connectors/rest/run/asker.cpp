#include "connectors/rest/run/asker.h"

#include "connectors/rest/outgoing.h"
#include "connectors/rest/run/said.h"
#include "core/base/sha256.h"
#include "core/base/text.h"

namespace br::rest {

namespace {

Error notJson(const HttpRequest &request, const HttpResponse &response, const Error &why)
{
    const bool isPage = response.header("content-type").find("html") != std::string_view::npos;
    auto sentence = words("rest", "%1 answered with something that is not JSON: %2", {named(request), why.message});
    if (isPage)
        sentence += ' ' + words("rest", "It is a web page, as for signing in: check the address in the source's settings.");
    return {Errc::Incomplete, sentence};
}

// An error that is a plain sentence becomes a JSON text, so that it is quoted like any other; a web page says nothing.
std::string sentenceIn(const HttpResponse &response, const std::string &body)
{
    constexpr size_t longest = 2000;
    const bool isPage = body.find('<') != std::string::npos || response.header("content-type").find("html") != std::string_view::npos;
    if (body.size() > longest || isPage || !isValidUtf8(body))
        return "null";
    std::string json;
    appendJsonText(json, trimmed(body));
    return json;
}

} // namespace

Asker::Asker(const Manifest &manifest, HttpClient &client)
    : m_manifest(manifest)
    , m_client(client)
{
}

Result<HttpRequest> Asker::signedRequest(const Question &question, int &generation) const
{
    auto request = question.request;
    if (question.auth == nullptr)
        return request;
    const auto prepared = question.auth->prepare(request);
    if (!prepared)
        return prepared.error();
    generation = *prepared;
    return request;
}

Result<Asker::Ticket> Asker::start(Question question)
{
    Sent sent;
    const auto request = signedRequest(question, sent.generation);
    if (!request)
        return request.error();
    sent.ticket = m_client.start(*request);
    sent.question = std::move(question);
    m_sent.emplace(++m_last, std::move(sent));
    return m_last;
}

Status Asker::take(Result<HttpResponse> response, const Question &question, Answer &answer)
{
    if (!response)
        return response.error();
    auto body = std::move(response->body);
    answer.response = std::move(*response);
    answer.bytes = static_cast<int64_t>(body.size());
    Sha256 digest;
    digest.add(body);
    answer.digest = digest.hex();
    answer.rule = nullptr;
    const bool isSuccess = answer.response.status >= 200 && answer.response.status < 300;
    const bool isEmpty = trimmed(body).empty();
    if (isEmpty)
        answer.tree = {};
    const auto sentence = isSuccess ? std::string() : sentenceIn(answer.response, body);
    auto read = isEmpty ? Status() : m_reader.read(std::move(body), answer.tree);
    if (!read && !isSuccess)
        read = m_reader.read(sentence, answer.tree);
    if (!read && isSuccess)
        return notJson(question.request, answer.response, read.error());
    if (isSuccess)
        answer.rule = errorIn(m_manifest, answer.tree.root());
    if (question.auth != nullptr)
        question.auth->onAnswer(answer.tree.root());
    return {};
}

Status Asker::finish(Ticket ticket, Answer &answer)
{
    const auto found = m_sent.find(ticket);
    if (found == m_sent.end())
        return Error{Errc::Internal, words("rest", "an answer was asked for that nobody waits for")};
    auto sent = std::move(found->second);
    m_sent.erase(found);
    if (const auto taken = take(m_client.finish(sent.ticket), sent.question, answer); !taken)
        return taken;
    const bool isRefused = answer.response.status == 401 || (answer.rule != nullptr && answer.rule->auth);
    if (!isRefused || sent.question.auth == nullptr || !sent.question.auth->onUnauthorized(sent.generation))
        return {};
    const auto request = signedRequest(sent.question, sent.generation); // once: a second refusal is the answer
    if (!request)
        return request.error();
    return take(m_client.send(*request), sent.question, answer);
}

Status Asker::ask(Question question, Answer &answer)
{
    const auto ticket = start(std::move(question));
    return ticket ? finish(*ticket, answer) : Status(ticket.error());
}

} // namespace br::rest
