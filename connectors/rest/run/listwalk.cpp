#include "connectors/rest/run/listwalk.h"

#include "connectors/rest/run/said.h"
#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

constexpr int64_t rowsBetweenLooks = 2000;

// What a person calls the parent.
std::string nameOf(const ParentRecord &parent)
{
    for (const auto *member : {"name", "displayName", "companyName", "customerName", "hostname", "id"}) {
        const auto text = parent.tree.root().member(member).text();
        if (!text.empty())
            return shortened(text);
    }
    return {};
}

std::string nameOf(const StreamSpec &stream, const ParentRecord *parent)
{
    const auto of = parent != nullptr ? nameOf(*parent) : std::string();
    return of.empty() ? stream.label : words("rest", "%1 of %2", {stream.label, of});
}

} // namespace

ListWalk::ListWalk(RunRoom &room, const StreamSpec &stream, std::shared_ptr<const ParentRecord> parent)
    : m_room(room)
    , m_stream(stream)
    , m_parent(std::move(parent))
    , m_scope(room.scope)
    , m_name(nameOf(stream, m_parent.get()))
    , m_proof(stream, m_name)
{
    m_scope.parent = m_parent.get();
}

Error ListWalk::placed(const Error &error) const
{
    const auto page = std::to_string(m_proof.pages() + 1);
    return {error.code, words("rest", "%1, page %2: %3", {m_name, page, m_room.redactor.cleaned(error.message)}), error.detail};
}

Status ListWalk::prepare()
{
    const auto auth = m_room.auth.find(chosen(m_room.manifest, m_stream.auth), m_scope);
    if (!auth)
        return placed(auth.error());
    m_auth = *auth;
    auto base = outgoing(m_room.manifest, m_stream.request, m_scope, m_stream.headers);
    if (!base)
        return placed(base.error());
    m_pager.emplace(m_stream, std::move(*base));
    auto first = m_pager->first();
    if (!first)
        return placed(first.error());
    m_first = std::move(*first);
    return {};
}

bool ListWalk::isNew(AskedLists &asked) const { return m_parent == nullptr || asked.insert(m_first, m_auth, m_scope); }

Status ListWalk::start()
{
    const auto sent = send(std::move(m_first));
    m_isShut = !sent && isShutOut(sent.error());
    return m_isShut ? Status() : sent;
}

// A parent that has a sign-in of its own may refuse it alone: like an answer of 401.
bool ListWalk::isShutOut(const Error &error)
{
    if (error.code != Errc::Denied || m_stream.auth.kind != AuthChoice::Kind::Own)
        return false;
    for (const auto &rule : m_stream.unavailable) {
        if (!rule.when.empty() || std::ranges::find(rule.statuses, 401) == rule.statuses.end())
            continue;
        if (rule.warns)
            m_facts.unavailable = rule.why.empty() ? error.message : error.message + " (" + rule.why + ")";
        return true;
    }
    return false;
}

void ListWalk::tell(int64_t rowsBefore) const
{
    ProgressStep step;
    step.what = words("rest", "Reading %1", {m_name});
    step.stream = m_stream.label;
    step.page = m_proof.pages() + 1;
    step.done = rowsBefore + m_proof.rows();
    if (m_parent == nullptr)
        step.total = m_proof.total().value_or(0);
    m_room.asker.client().setStep(step);
    m_room.progress.report(step);
}

Result<bool> ListWalk::isUnavailable(const Answer &answer)
{
    Scope scope = m_scope;
    scope.record = answer.tree.root();
    scope.page = answer.tree.root();
    for (const auto &rule : m_stream.unavailable) {
        const bool fits = rule.statuses.empty() || std::ranges::find(rule.statuses, answer.response.status) != rule.statuses.end();
        if (!fits || !holdAll(rule.when, scope))
            continue;
        if (rule.warns)
            m_facts.unavailable = words("rest", "%1: %2", {m_name, rule.why.empty() ? words("rest", "not available") : rule.why});
        return true;
    }
    if (answer.isGood())
        return false;
    const auto what = words("rest", "%1, page %2", {m_name, std::to_string(m_proof.pages() + 1)});
    return answerError(m_room.manifest, m_room.redactor, {what, m_where, m_host}, answer.response.status, answer.tree.root(), answer.rule);
}

Error ListWalk::withoutList(const Error &why, const Answer &answer) const
{
    const auto label = m_stream.label + ": ";
    const auto what = why.message.starts_with(label) ? why.message.substr(label.size()) : why.message;
    auto sentence = words("rest", "%1, page %2: %3", {m_name, std::to_string(m_proof.pages()), what});
    const auto message = m_room.redactor.quoted(messageIn(m_room.manifest, answer.tree.root())); // many errors come as a success
    if (!message.empty())
        sentence += ' ' + words("rest", "It said: %1", {message});
    return {why.code, sentence};
}

// Tells the page's records apart before anything is made of them, so that the next page can be on its way meanwhile.
Status ListWalk::page(const Answer &answer, Page &page)
{
    page.scope = m_scope;
    page.scope.record = answer.tree.root();
    page.scope.page = answer.tree.root();
    page.scope.headers = &answer.response.headers;
    page.next.reset();
    const auto declared = [&page](const std::optional<Path> &path) { return path ? textAt(*path, page.scope) : std::nullopt; };
    if (const auto begun = m_proof.page(declared(m_stream.complete.total), declared(m_stream.complete.totalPages)); !begun)
        return begun;
    page.number = m_proof.pages();
    auto elements = elementsOf(m_stream, page.scope);
    if (!elements)
        return withoutList(elements.error(), answer);
    page.elements = std::move(*elements);
    const auto last = page.elements.empty() ? JsonValue() : page.elements.back().value;
    const auto before = m_proof.rows();
    Scope record = page.scope;
    size_t kept = 0;
    for (auto &element : page.elements) {
        element.index += before;
        record.index = element.index;
        record.record = element.value;
        record.key = element.key;
        const auto identity = identityOf(m_stream, record);
        if (const auto judged = identity.empty() ? judgeIdentity(m_stream, record) : Status(); !judged)
            return Error{judged.error().code,
                words("rest", "%1, page %2, record %3: %4",
                    {m_name, std::to_string(page.number), std::to_string(element.index + 1), judged.error().message})};
        const auto isNew = m_proof.record(identity, identity.empty() ? element.value.json() : std::string());
        if (!isNew)
            return isNew.error();
        if (*isNew)
            page.elements[kept++] = element;
    }
    page.elements.resize(kept);
    if (const auto ended = m_proof.pageEnd(); !ended)
        return ended;
    auto following = m_pager->next({&answer.response, page.scope, last}, m_proof);
    if (!following)
        return following.error();
    page.next = std::move(*following);
    return page.next ? Status() : m_proof.end();
}

Status ListWalk::send(HttpRequest request)
{
    m_where = named(request);
    m_host = hostOf(request.url);
    const auto ticket = m_room.asker.start({std::move(request), m_auth});
    if (!ticket)
        return placed(ticket.error());
    m_ticket = *ticket;
    return {};
}

Status ListWalk::takeAll(const Page &page, const Take &take) const
{
    Scope record = page.scope;
    int64_t taken = 0;
    for (const auto &element : page.elements) {
        if (taken++ % rowsBetweenLooks == 0 && m_room.progress.cancelled())
            return Error{Errc::Cancelled, words("rest", "The sync was cancelled")};
        record.record = element.value;
        record.key = element.key;
        record.index = element.index;
        if (const auto done = take(record, page.number); !done)
            return done;
    }
    return {};
}

Status ListWalk::walk(const Take &take, int64_t rowsBefore, Sha256 &digests, Answer &answer)
{
    Page read;
    if (m_isShut)
        return {};
    while (true) {
        tell(rowsBefore);
        if (const auto answered = m_room.asker.finish(m_ticket, answer); !answered)
            return placed(answered.error());
        m_facts.bytes += answer.bytes;
        digests.add(answer.digest);
        const auto isNothing = isUnavailable(answer);
        if (!isNothing)
            return isNothing.error();
        if (*isNothing && m_proof.pages() > 0)
            return m_proof.incomplete(words("rest", "it became unavailable on the way"));
        if (*isNothing)
            return {};
        if (const auto done = page(answer, read); !done)
            return done;
        if (const auto sent = read.next ? send(std::move(*read.next)) : Status(); !sent)
            return sent;
        if (const auto taken = takeAll(read, take); !taken)
            return taken;
        m_facts.pages = m_proof.pages();
        m_facts.rows = m_proof.rows();
        m_facts.declared = m_proof.total();
        m_facts.ended = m_pager->ended();
        m_facts.hasNext = m_pager->hasNext();
        if (!read.next)
            return {};
    }
}

} // namespace br::rest
