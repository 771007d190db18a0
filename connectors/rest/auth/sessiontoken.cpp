#include "connectors/rest/auth/sessiontoken.h"

#include "connectors/rest/auth/fixedauth.h"
#include "connectors/rest/outgoing.h"
#include "connectors/rest/value/reading.h"

namespace br::rest {

namespace {

constexpr std::string_view inHeader = "header:";

} // namespace

SessionToken::SessionToken(const AuthSpec &spec, std::unique_ptr<TokenSource> login, const SignInContext &context)
    : m_spec(spec)
    , m_login(std::move(login))
    , m_context(context)
{
}

Result<int> SessionToken::prepare(HttpRequest &request)
{
    if (m_token.isEmpty()) {
        auto token = m_login->signIn();
        if (!token)
            return token.error();
        m_token = std::move(token->value);
        m_context.redactor.add(m_token);
        ++m_generation;
    }
    if (m_spec.sendIn.starts_with(inHeader)) {
        setHeader(request.headers, std::string_view(m_spec.sendIn).substr(inHeader.size()), m_token.reveal());
    } else if (const auto put = setBodyParameter(request, m_spec.sendIn, BodyParameter::ofText(std::string(m_token.reveal()))); !put) {
        return put.error();
    }
    return m_generation;
}

void SessionToken::onAnswer(const JsonValue &root)
{
    if (!m_spec.renewFrom || m_token.isEmpty())
        return;
    Scope scope;
    scope.record = root;
    scope.page = root;
    auto next = textAt(*m_spec.renewFrom, scope);
    if (!next || next->empty())
        return;
    m_token = Secret(std::move(*next));
    m_context.redactor.add(m_token);
}

bool SessionToken::onUnauthorized(int generation)
{
    if (generation == m_generation)
        m_token = Secret();
    return true;
}

} // namespace br::rest
