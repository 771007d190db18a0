#include "tests/connectors_rest_run/restworld.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace br::test {

namespace {

template <class T>
T worked(Result<T> result)
{
    if (!result.ok()) {
        std::fprintf(stderr, "%s\n", result.error().message.c_str());
        std::abort();
    }
    return std::move(*result);
}

void must(const Status &done)
{
    if (!done) {
        std::fprintf(stderr, "%s\n", done.error().message.c_str());
        std::abort();
    }
}

} // namespace

const demo::CertificateAuthority &authority()
{
    static const auto made = worked(demo::CertificateAuthority::make("Test authority"));
    return made;
}

demo::Certificate certificateFor(const std::vector<std::string> &hosts) { return worked(authority().certificate({hosts})); }

std::string SetClock::nowUtc() const
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs).toStdString();
}

Result<Secret> HeldSecrets::get(const std::string &field)
{
    const auto found = held.find(field);
    if (found == held.end())
        return Error{Errc::NotFound, "no such secret"};
    return Secret(found->second);
}

Status HeldSecrets::keep(const std::string &field, const Secret &secret)
{
    if (refuses)
        return Error{Errc::Locked, "the keychain is locked"};
    held[field] = secret.reveal();
    kept.emplace_back(secret.reveal());
    return {};
}

Status TakenRecords::beginFile(const BatchFile &file)
{
    begun.push_back(file);
    return {};
}

Status TakenRecords::line(const LineRecord &record)
{
    records.push_back("line " + record.line.id.text);
    return {};
}

Status TakenRecords::product(const ProductRecord &record)
{
    records.push_back("product " + record.product.id.text);
    return {};
}

Status TakenRecords::count(const CountRecord &record)
{
    records.push_back(record.count.account.text + "=" + record.count.quantity.toString());
    return {};
}

Status TakenRecords::asset(const AssetRecord &record)
{
    records.push_back(std::string(record.accountId) + "/" + std::string(record.id));
    return {};
}

Status TakenRecords::account(const Account &account)
{
    records.push_back(account.id.text);
    return {};
}

Status TakenRecords::client(const Client &client)
{
    records.push_back("client " + client.id.text);
    return {};
}

Status TakenRecords::reject(const RejectedRow &row)
{
    told.push_back(row);
    return {};
}

Status TakenRecords::warn(const RejectedRow &row)
{
    told.push_back(row);
    return {};
}

Status TakenRecords::finishFile(const BatchFile &file)
{
    files.push_back(file);
    return {};
}

RestWorld::RestWorld()
    : server(certificateFor({"api.fake.test", "login.fake.test"}))
    , evil(certificateFor({"evil.test"}))
{
    clock.milliseconds = QDateTime::currentMSecsSinceEpoch(); // near the fakes' Date header
    must(server.listen());
    must(evil.listen());
}

void RestWorld::manifest(const std::string &auth, const std::string &streams, const std::string &more)
{
    const auto text = R"({"manifest": 1, "id": "fake-vendor", "name": "FakeVendor", "version": "1", "side": "vendor", "about": "A test.",
  "permission": "Reader of everything", "hosts": ["api.fake.test", "login.fake.test"], "base": "https://api.fake.test/v1",
  "limits": {"attempts": 1, "timeout_seconds": 20}, )"
        + more + (auth.empty() ? std::string() : "\"auth\": " + auth + ", ") + "\"streams\": [" + streams + "]}";
    m_file = m_folder.filePath(QStringLiteral("fake-vendor.json")).toStdString();
    QFile file(QString::fromStdString(m_file));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) != qint64(text.size()))
        std::abort();
    file.close();
    const auto problems = worked(rest::ManifestLibrary::check(m_file));
    for (const auto &problem : problems) {
        if (problem.isError)
            std::fprintf(stderr, "%s\n", rest::problemText(problem).c_str());
    }
}

FetchRequest RestWorld::request()
{
    std::string pairs;
    for (const auto &[id, value] : values)
        pairs += (pairs.empty() ? "" : ", ") + demo::quoted(id) + ": " + demo::quoted(value);
    FetchRequest request;
    request.source = SourceName{"Fake"};
    request.period = Period::parse(period).value();
    request.settings = "{\"manifest\": " + demo::quoted(m_file) + ", \"values\": {" + pairs
        + "}, \"ca\": " + demo::quoted(authority().pem()) + ", \"connect_to\": {\"api.fake.test\": " + demo::quoted(server.address())
        + ", \"login.fake.test\": " + demo::quoted(server.address()) + ", \"evil.test\": " + demo::quoted(evil.address()) + "}}";
    request.secrets = &secrets;
    return request;
}

Result<rest::Connection> RestWorld::connection(const FetchRequest &request) const
{
    static const rest::ManifestLibrary library(QStringLiteral("/nonexistent").toStdString());
    return rest::connectionOf(request, library);
}

Result<FetchSummary> RestWorld::fetchInto(RecordSink &records)
{
    const auto asked = request();
    auto known = connection(asked);
    if (!known)
        return known.error();
    return rest::RestRun(asked, std::move(*known), clock, progress).fetch(records);
}

Result<ConnectionReport> RestWorld::test()
{
    const auto asked = request();
    auto known = connection(asked);
    if (!known)
        return known.error();
    return rest::RestRun(asked, std::move(*known), clock, progress).test();
}

Status RestWorld::signIn(const rest::OpenBrowser &open)
{
    const auto asked = request();
    auto known = connection(asked);
    if (!known)
        return known.error();
    return rest::RestRun(asked, std::move(*known), clock, progress).signIn(open);
}

std::string RestWorld::allRequests() const
{
    std::string all;
    for (const auto &request : server.journal()) {
        all += request.method + ' ' + request.path + '?' + request.query + '\n';
        for (const auto &[name, value] : request.headers)
            all += name + ": " + value + '\n';
        all += request.body + '\n';
    }
    return all;
}

std::string itemsStream(const std::string &more)
{
    return R"({"id": "items", "label": "Items", "request": {"path": "/items"}, "records": "data", "identity": "id", )" + more
        + R"("emit": [{"record": "account", "fields": {"account_id": "id"}}]})";
}

std::vector<std::string> idsUpTo(int count)
{
    std::vector<std::string> ids;
    for (int i = 1; i <= count; ++i)
        ids.push_back(std::to_string(i));
    return ids;
}

std::string item(const std::string &id) { return "{\"id\": \"" + id + "\"}"; }

} // namespace br::test
