#include "tests/connectors_rest_run/restworld.h"

#include "connectors/rest/auth/encoding.h"
#include "core/base/text.h"
#include "tests/run/registered.h"

#include <QLoggingCategory>

#include <mutex>

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace run_secrets_test {

namespace {

std::mutex guard;
std::string logged;

void hear(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const std::lock_guard lock(guard);
    logged += std::string(context.category == nullptr ? "" : context.category) + ": " + message.toStdString() + '\n';
}

// One canary for each place that a secret can stand in.
const std::map<std::string, std::string> canaries{{"id", "canary-client-id-11d1"}, {"secret", "canary+secret/22e2="},
    {"header", "canary-header-33f3"}, {"query", "canary query 44a4"}, {"body", "canary-body-55b5"}, {"form", "canary-form-66c6"}};
const std::string accessToken = "canary-access-77d7";

} // namespace

class RunSecrets final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        qInstallMessageHandler(hear);
    }

    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    // Every way a run can end; the vendor repeats whatever it was sent.
    void noSecretIsInAnyOutput_data()
    {
        QTest::addColumn<QString>("outcome");
        for (const char *outcome : {"success", "token refused", "token is a page", "list 401", "list 403", "list 500", "error inside",
                 "not JSON", "next elsewhere", "redirect elsewhere", "bad total", "hangs up", "rejected record", "discovery fails"})
            QTest::newRow(outcome) << QString::fromLatin1(outcome);
    }

    void noSecretIsInAnyOutput()
    {
        QFETCH(QString, outcome);
        const auto is = [&outcome](const char *name) { return outcome == QLatin1String(name); };
        {
            const std::lock_guard lock(guard);
            logged.clear();
        }
        RestWorld world;
        world.secrets.held = canaries;
        world.manifest(
            R"({"scheme": "oauth2_client_credentials", "token_url": "https://login.fake.test/token", "client_id": "{$secrets.id}", "client_secret": "{$secrets.secret}"})",
            R"({"id": "first", "label": "First", "request": {"path": "/first", "query": {"key": "{$secrets.query}"}, "headers": {"X-Key": "{$secrets.header}"}},
                "records": "data", "identity": "id", "paging": {"scheme": "next_url", "next": "next"}, "complete": {"total": "total"},
                "emit": [{"record": "asset", "fields": {"account_id": "account", "meter_id": {"value": "m"}, "asset_id": "id", "assigned_at": "since"}}]},
               {"id": "second", "request": {"method": "POST", "repeatable": true, "path": "/second", "body": {"key": "{$secrets.body}"}}, "records": "data"},
               {"id": "third", "request": {"method": "POST", "repeatable": true, "path": "/third", "form": {"key": "{$secrets.form}"}}, "records": "data"})",
            R"("secrets": [{"id": "id", "label": "Client ID"}, {"id": "secret", "label": "Client secret"}, {"id": "header", "label": "Header"},
                {"id": "query", "label": "Query"}, {"id": "body", "label": "Body"}, {"id": "form", "label": "Form"}],
               "errors": [{"when": {"path": "failed", "is": "true"}, "message": "message"}],
               "discovery": [{"id": "zone", "request": {"path": "/zone", "query": {"key": "{$secrets.query}"}}, "require": ["name"]}], )");
        const auto echo = [](const FakeRequest &request) {
            std::string all = request.query + ' ' + request.body;
            for (const auto &[name, value] : request.headers)
                all += ' ' + value;
            for (const auto &[name, value] : canaries)
                all += ' ' + value + ' ' + rest::percentEncoded(value) + ' ' + rest::base64(value);
            return all + ' ' + accessToken;
        };
        const auto complaint = [&echo](const FakeRequest &request, int status) {
            return demo::json(
                "{\"failed\": true, \"error\": \"access_denied\", \"message\": " + demo::quoted("I do not like " + echo(request)) + "}",
                status);
        };
        world.server.on("POST", "/token", [&](const FakeRequest &request) {
            if (is("token refused"))
                return complaint(request, 401);
            if (is("token is a page"))
                return demo::json("<html>" + echo(request));
            return demo::token(accessToken);
        });
        world.server.on("GET", "/v1/zone",
            [&](const FakeRequest &request) { return is("discovery fails") ? complaint(request, 404) : demo::json(R"({"name": "z"})"); });
        world.server.on("GET", "/v1/first", [&](const FakeRequest &request) {
            if (is("list 401") || is("list 403") || is("list 500"))
                return complaint(request, is("list 401") ? 401 : is("list 403") ? 403 : 500);
            if (is("error inside"))
                return complaint(request, 200);
            if (is("not JSON"))
                return demo::json("{\"data\": [" + echo(request));
            if (is("redirect elsewhere"))
                return demo::redirect("https://evil.test/?" + request.query);
            auto answer = demo::json(R"({"total": )" + std::string(is("bad total") ? demo::quoted(accessToken) : "1")
                + R"(, "data": [{"id": "1", "account": )" + (is("rejected record") ? "null" : "\"a\"")
                + ", \"since\": " + demo::quoted(is("rejected record") ? accessToken : "2026-01-01") + "}]"
                + (is("next elsewhere") ? ", \"next\": \"https://evil.test/?" + request.query + "\"" : "") + "}");
            if (is("hangs up"))
                answer.cutAfter = 12;
            return answer;
        });
        for (const char *path : {"/v1/second", "/v1/third"})
            world.server.on("POST", path, [](const FakeRequest &) { return demo::json(R"({"data": []})"); });

        const auto done = world.fetch();
        QCOMPARE(done.ok(), is("success") || is("rejected record"));
        std::string outputs;
        if (done)
            outputs += joined(done->warnings, "\n");
        else
            outputs += done.error().message + '\n' + done.error().detail;
        for (const auto &step : world.progress.steps)
            outputs += step.what + step.stream + '\n';
        for (const auto &row : world.sink.told)
            outputs += row.file + row.column + row.reason + '\n'; // a value is the vendor's data, not ours
        for (const auto &file : world.sink.files)
            outputs += file.name + file.layout + '\n';
        {
            const std::lock_guard lock(guard);
            outputs += logged;
        }
        auto places = canaries;
        places["token"] = accessToken;
        for (const auto &[place, secret] : places) {
            for (const auto &form : {secret, rest::percentEncoded(secret), rest::base64(secret), std::string(folded(secret))})
                QVERIFY2(outputs.find(form) == std::string::npos, (place + " is in: " + outputs.substr(0, 2000)).c_str());
        }
        if (is("success")) { // the proof that they were used at all
            const auto sent = world.allRequests();
            for (const auto &[place, secret] : places)
                QVERIFY2(
                    sent.find(secret) != std::string::npos || sent.find(rest::percentEncoded(secret)) != std::string::npos, place.c_str());
        }
        QCOMPARE(world.evil.connections(), int64_t(0));
    }
};

} // namespace run_secrets_test

BR_TEST(run_secrets, RunSecrets)
#include "run_secrets.moc"
