#include "tests/connectors_rest_run/restworld.h"

#include "connectors/rest/auth/duohmac.h"
#include "connectors/rest/auth/encoding.h"
#include "connectors/rest/auth/signing.h"
#include "tests/run/registered.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace br;
using namespace br::test;
using demo::FakeAnswer;
using demo::FakeRequest;

namespace auth_schemes_test {

// moc 6.4 loses its way in raw strings: the class stands before them.
class AuthSchemes final : public QObject {
    Q_OBJECT

private slots:
    void fixedSchemes_data();
    void fixedSchemes();
    void aKeyInTheAddressStaysThereOnce();
    void clientCredentials_data();
    void clientCredentials();
    void aTokenIsRenewedAMinuteBeforeItsEnd();
    void aRefusedTokenIsReplacedOnce();
    void requestsThatAreRefusedTogetherSignInOnce();
    void aTokenThatIsNeverTakenEndsTheRun();
    void aWrongSecretIsSaidByTheNameOfItsField();
    void passwordGrant();
    void signedAssertion();
    void requestedTokenWithRefresh_data();
    void requestedTokenWithRefresh();
    void rotatingSession();
    void aRefusedLoginOfASessionIsSaid();
    void duoSignsWhatItSends();
    void tokensOfParentsAreKeptApart();
    void aMissingSecretIsAskedForByName();

private:
    static void withToken(RestWorld &world);
    static void withSession(RestWorld &world);
};

namespace {

const std::string oneItem = R"({"data": [{"id": "1"}]})";
const std::string threeItems = itemsStream(R"("paging": {"scheme": "page", "parameter": "page"}, "complete": {"total": "total"}, )");

// Three pages of one item each; so long as `isGood` says so.
demo::Route pagesOfOne(std::function<bool(const FakeRequest &)> isGood)
{
    return [isGood](const FakeRequest &request) {
        if (!isGood(request))
            return demo::json(R"({"message": "no such token"})", 401);
        return demo::json(R"({"total": 3, "data": [)" + item(request.parameter("page", "?")) + "]}");
    };
}

std::string rsaKey(EVP_PKEY **made)
{
    *made = EVP_RSA_gen(2048);
    BIO *out = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(out, *made, nullptr, nullptr, 0, nullptr, nullptr);
    char *text = nullptr;
    const auto size = BIO_get_mem_data(out, &text);
    std::string pem(text, static_cast<size_t>(size));
    BIO_free(out);
    return pem;
}

std::string unBase64Url(const std::string &text)
{
    return QByteArray::fromBase64(QByteArray::fromStdString(text), QByteArray::Base64UrlEncoding).toStdString();
}

bool verifies(EVP_PKEY *key, const std::string &text, const std::string &signature)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key);
    const int good = EVP_DigestVerify(context, reinterpret_cast<const unsigned char *>(signature.data()), signature.size(),
        reinterpret_cast<const unsigned char *>(text.data()), text.size());
    EVP_MD_CTX_free(context);
    return good == 1;
}

const char *failed(const Result<FetchSummary> &result)
{
    static std::string message;
    message = result ? "" : result.error().message;
    return message.c_str();
}

} // namespace

void AuthSchemes::fixedSchemes_data()
{
    QTest::addColumn<QByteArray>("auth");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("basic") << QByteArray(
        R"({"scheme": "basic", "user": "{$settings.company}+{$secrets.key}", "password": "{$secrets.secret}"})")
                           << QByteArray("authorization")
                           << QByteArray("Basic YWNtZStrZXkta2V5OnNlY3JldC1zZWNyZXQ="); // acme+key-key:secret-secret
    QTest::newRow("bearer") << QByteArray(R"({"scheme": "bearer", "token": "{$secrets.key}"})") << QByteArray("authorization")
                            << QByteArray("Bearer key-key");
    QTest::newRow("headers") << QByteArray(
        R"({"scheme": "headers", "headers": {"X-Company": "{$settings.company}", "X-Key": "{$secrets.key}"}})")
                             << QByteArray("x-key") << QByteArray("key-key");
}

void AuthSchemes::fixedSchemes()
{
    QFETCH(QByteArray, auth);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    RestWorld world;
    world.values = {{"company", "acme"}};
    world.secrets.held = {{"key", "key-key"}, {"secret", "secret-secret"}};
    world.manifest(auth.toStdString(), itemsStream(),
        R"("settings": [{"id": "company", "label": "Company"}], "secrets": [{"id": "key", "label": "Key"}, {"id": "secret", "label": "Secret"}], )");
    world.server.on("GET", "/v1/items", [&](const FakeRequest &request) {
        return request.header(header.toStdString()) == value.toStdString() ? demo::json(oneItem)
                                                                           : demo::json(R"({"error": "who are you"})", 401);
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, std::vector<std::string>{"1"});
}

void AuthSchemes::aKeyInTheAddressStaysThereOnce()
{
    RestWorld world;
    world.secrets.held = {{"key", "key in address"}};
    world.manifest(R"({"scheme": "query", "parameters": {"apikey": "{$secrets.key}"}})",
        itemsStream(R"("paging": {"scheme": "next_url", "next": "next"}, )"), R"("secrets": [{"id": "key", "label": "Key"}], )");
    world.server.on("GET", "/v1/items", [](const FakeRequest &request) {
        if (request.query == "apikey=key%20in%20address")
            return demo::json(R"({"data": [{"id": "1"}], "next": "https://api.fake.test/v1/items?page=2&apikey=key%20in%20address"})");
        const bool isSecond = request.query == "page=2&apikey=key%20in%20address";
        return isSecond ? demo::json(R"({"data": [{"id": "2"}]})") : demo::json("{}", 400);
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, idsUpTo(2));
}

void AuthSchemes::clientCredentials_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("form") << QByteArray(R"("scope": "read all")")
                          << QByteArray(
                                 "grant_type=client_credentials&client_id=me%26you&client_secret=s%2Bcret&scope=read%20all&audience=x")
                          << QByteArray();
    QTest::newRow("json") << QByteArray(R"("send_as": "json")")
                          << QByteArray(
                                 R"({"grant_type":"client_credentials","client_id":"me&you","client_secret":"s+cret","audience":"x"})")
                          << QByteArray();
    QTest::newRow("basic") << QByteArray(R"("client_in": "basic")") << QByteArray("grant_type=client_credentials&audience=x")
                           << QByteArray("Basic bWUmeW91OnMrY3JldA=="); // me&you:s+cret
}

void AuthSchemes::clientCredentials()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, authorization);
    RestWorld world;
    world.values = {{"client", "me&you"}};
    world.secrets.held = {{"secret", "s+cret"}};
    world.manifest(
        R"({"scheme": "oauth2_client_credentials", "token_url": "https://login.fake.test/token", "client_id": "{$settings.client}",
        "client_secret": "{$secrets.secret}", "parameters": {"audience": "x"}, )"
            + more.toStdString() + "}",
        threeItems, R"("settings": [{"id": "client", "label": "Client ID"}], "secrets": [{"id": "secret", "label": "Client secret"}], )");
    std::string sent;
    world.server.on("POST", "/token", [&](const FakeRequest &request) {
        std::string text = request.body;
        std::erase(text, ' ');
        std::erase(text, '\n');
        const bool isRight = text == body.toStdString() && request.header("authorization") == authorization.toStdString();
        sent = text;
        return isRight ? demo::token("token-1") : demo::json(R"({"error": "invalid_client"})", 401);
    });
    world.server.on("GET", "/v1/items", pagesOfOne([](const FakeRequest &request) { return demo::hasBearer(request, "token-1"); }));
    const auto done = world.fetch();
    QVERIFY2(done.ok(), (failed(done) + std::string(" sent: ") + sent).c_str());
    QCOMPARE(world.sink.records, idsUpTo(3));
    QCOMPARE(world.server.count("/token"), size_t(1)); // kept for all three pages
}

void AuthSchemes::aTokenIsRenewedAMinuteBeforeItsEnd()
{
    RestWorld world;
    withToken(world);
    int tokens = 0;
    world.server.on("POST", "/token", [&](const FakeRequest &) { return demo::token("token-" + std::to_string(++tokens), 600); });
    std::vector<std::string> used;
    world.server.on("GET", "/v1/items", [&](const FakeRequest &request) {
        used.push_back(request.header("authorization"));
        // After the first page 9 minutes and a second are over: less than a minute is left.
        world.clock.milliseconds += used.size() == 1 ? 541000 : 1000;
        return demo::json(R"({"total": 3, "data": [)" + item(request.parameter("page", "?")) + "]}");
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(used, (std::vector<std::string>{"Bearer token-1", "Bearer token-2", "Bearer token-2"}));
}

void AuthSchemes::aRefusedTokenIsReplacedOnce()
{
    RestWorld world;
    withToken(world);
    int tokens = 0;
    world.server.on("POST", "/token", [&](const FakeRequest &) { return demo::token("token-" + std::to_string(++tokens)); });
    world.server.on("GET", "/v1/items", pagesOfOne([&](const FakeRequest &request) {
        return demo::hasBearer(request, request.parameter("page", "") == "1" ? "token-1" : "token-2"); // revoked after the first page
    }));
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, idsUpTo(3));
    QCOMPARE(tokens, 2);
    QCOMPARE(world.server.count("/v1/items"), size_t(4));
}

void AuthSchemes::requestsThatAreRefusedTogetherSignInOnce()
{
    RestWorld world;
    world.secrets.held = {{"secret", "very-secret"}};
    world.manifest(
        R"({"scheme": "oauth2_client_credentials", "token_url": "https://login.fake.test/token", "client_id": "C", "client_secret": "{$secrets.secret}"})",
        R"({"id": "sites", "request": {"path": "/sites"}, "records": "data", "identity": "id"},
           {"id": "devices", "for_each": "sites", "request": {"path": "/sites/{$parent.id}/devices"}, "records": "data", "identity": "id",
            "emit": [{"record": "account", "fields": {"account_id": "$parent.id"}}]})",
        R"("pace": {"concurrency": 4}, "secrets": [{"id": "secret", "label": "Client secret"}], )");
    int tokens = 0;
    world.server.on("POST", "/token", [&](const FakeRequest &) { return demo::token("token-" + std::to_string(++tokens)); });
    world.server.on("GET", "/v1/sites",
        [](const FakeRequest &) { return demo::json(R"({"data": [{"id": "1"}, {"id": "2"}, {"id": "3"}, {"id": "4"}]})"); });
    world.server.on("GET", "/v1/sites/{id}/devices", [](const FakeRequest &request) {
        auto answer = demo::json(oneItem, demo::hasBearer(request, "token-1") ? 401 : 200); // revoked after the sites
        answer.delay = std::chrono::milliseconds(30);
        return answer;
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, idsUpTo(4));
    QCOMPARE(tokens, 2);
}

void AuthSchemes::aTokenThatIsNeverTakenEndsTheRun()
{
    RestWorld world;
    withToken(world);
    world.server.on("POST", "/token", [](const FakeRequest &) { return demo::token("never-taken"); });
    world.server.on("GET", "/v1/items", pagesOfOne([](const FakeRequest &) { return false; }));
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Denied);
    QCOMPARE(world.server.count("/v1/items"), size_t(2));
    QCOMPARE(world.server.count("/token"), size_t(2));
    QVERIFY2(done.error().message.find("Reader of everything") != std::string::npos, failed(done));
    QVERIFY2(done.error().message.find("no such token") != std::string::npos, failed(done));
}

void AuthSchemes::aWrongSecretIsSaidByTheNameOfItsField()
{
    RestWorld world;
    withToken(world);
    world.server.on("POST", "/token", [](const FakeRequest &) {
        return demo::json(R"({"error": "invalid_client", "error_description": "the secret very-secret is not right"})", 401);
    });
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Denied);
    QVERIFY2(done.error().message.find("\"Client ID\" or \"Client secret\" is wrong") != std::string::npos, failed(done));
    QVERIFY2(done.error().message.find("very-secret") == std::string::npos, failed(done));
}

void AuthSchemes::passwordGrant()
{
    RestWorld world;
    world.secrets.held = {{"key", "K"}, {"secret", "S-S-S-S"}};
    world.manifest(
        R"({"scheme": "oauth2_password", "token_url": "https://api.fake.test/auth/token", "client_id": "public-client", "client_secret": "public",
        "client_in": "basic", "username": "{$secrets.key}", "password": "{$secrets.secret}"})",
        itemsStream(), R"("secrets": [{"id": "key", "label": "API key"}, {"id": "secret", "label": "API secret key"}], )");
    world.server.on("POST", "/auth/token", [](const FakeRequest &request) {
        const auto form = request.form();
        const bool isRight = demo::hasBasic(request, "public-client", "public") && form.at("grant_type") == "password"
            && form.at("username") == "K" && form.at("password") == "S-S-S-S" && !form.contains("client_id");
        return isRight ? demo::token("T") : demo::json(R"({"error": "invalid_grant"})", 400);
    });
    world.server.on(
        "GET", "/v1/items", [](const FakeRequest &request) { return demo::json(oneItem, demo::hasBearer(request, "T") ? 200 : 401); });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    world.secrets.held["secret"] = "wrong-secret";
    const auto refused = world.fetch();
    QVERIFY2(failed(refused) == std::string(failed(refused))
            && refused.error().message.find("\"API key\" or \"API secret key\" is wrong") != std::string::npos,
        failed(refused));
}

void AuthSchemes::signedAssertion()
{
    RestWorld world;
    EVP_PKEY *key = nullptr;
    world.secrets.held = {{"key", rsaKey(&key)}};
    world.values = {{"admin", "admin@example.com"}};
    world.manifest(R"({"scheme": "jwt_bearer", "token_url": "https://login.fake.test/token", "key": "{$secrets.key}", "key_id": "kid-7",
        "claims": {"iss": "service", "sub": "{$settings.admin}", "scope": "read"}})",
        itemsStream(),
        R"("settings": [{"id": "admin", "label": "Admin"}], "secrets": [{"id": "key", "label": "Key", "multiline": true}], )");
    std::string header;
    std::string claims;
    bool isSigned = false;
    world.server.on("POST", "/token", [&](const FakeRequest &request) {
        const auto form = request.form();
        const auto jwt = form.at("assertion");
        const auto first = jwt.find('.');
        const auto second = jwt.rfind('.');
        header = unBase64Url(jwt.substr(0, first));
        claims = unBase64Url(jwt.substr(first + 1, second - first - 1));
        isSigned = form.at("grant_type") == "urn:ietf:params:oauth:grant-type:jwt-bearer"
            && verifies(key, jwt.substr(0, second), unBase64Url(jwt.substr(second + 1)));
        return demo::token("T");
    });
    world.server.on(
        "GET", "/v1/items", [](const FakeRequest &request) { return demo::json(oneItem, demo::hasBearer(request, "T") ? 200 : 401); });
    const auto done = world.fetch();
    EVP_PKEY_free(key);
    QVERIFY2(done.ok(), failed(done));
    QVERIFY(isSigned);
    QCOMPARE(header, std::string(R"({"alg":"RS256","typ":"JWT","kid":"kid-7"})"));
    const auto now = world.clock.milliseconds / 1000;
    QCOMPARE(claims,
        R"({"iss":"service","sub":"admin@example.com","scope":"read","aud":"https://login.fake.test/token","iat":)" + std::to_string(now)
            + ",\"exp\":" + std::to_string(now + 3600) + "}");
    world.secrets.held["key"] = "-----BEGIN PRIVATE KEY-----\ndamaged-key-text\n-----END PRIVATE KEY-----";
    const auto refused = world.fetch();
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.find("private key cannot be read") != std::string::npos, failed(refused));
    QVERIFY2(refused.error().message.find("damaged-key-text") == std::string::npos, failed(refused));
}

// As N-central does: exchange a long-lived key, refresh with another request, and forget everything when it restarts.
void AuthSchemes::requestedTokenWithRefresh_data()
{
    QTest::addColumn<bool>("refreshWorks");
    QTest::newRow("refreshed") << true;
    QTest::newRow("forgotten") << false;
}

void AuthSchemes::requestedTokenWithRefresh()
{
    QFETCH(bool, refreshWorks);
    RestWorld world;
    world.secrets.held = {{"jwt", "long-lived"}};
    world.manifest(R"({"scheme": "token_request",
        "request": {"method": "POST", "url": "https://api.fake.test/auth", "headers": {"Authorization": "Bearer {$secrets.jwt}"}},
        "refresh": {"method": "POST", "url": "https://api.fake.test/refresh", "body": {"refresh": "{$refresh}"}},
        "token": "tokens.access.token", "expires_in": "tokens.access.seconds", "refresh_token": "tokens.refresh.token",
        "use": {"X-Session": "{$token}"}})",
        threeItems, R"("secrets": [{"id": "jwt", "label": "API token"}], )");
    int tokens = 0;
    const auto both = [&tokens] {
        const auto number = std::to_string(++tokens);
        return demo::json(
            R"({"tokens": {"access": {"token": "A)" + number + R"(", "seconds": 300}, "refresh": {"token": "R)" + number + "\"}}}");
    };
    world.server.on("POST", "/auth",
        [&](const FakeRequest &request) { return demo::hasBearer(request, "long-lived") ? both() : demo::json("{}", 401); });
    world.server.on("POST", "/refresh", [&](const FakeRequest &request) {
        const bool isRight = request.body.find("\"R" + std::to_string(tokens) + "\"") != std::string::npos;
        return refreshWorks && isRight ? both() : demo::json(R"({"message": "unknown token"})", 401);
    });
    std::vector<std::string> used;
    world.server.on("GET", "/v1/items", [&](const FakeRequest &request) {
        used.push_back(request.header("x-session"));
        world.clock.milliseconds += 250000; // only 50 seconds are left
        return demo::json(R"({"total": 3, "data": [)" + item(request.parameter("page", "?")) + "]}");
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(used, (std::vector<std::string>{"A1", "A2", "A3"}));
    QCOMPARE(world.server.count("/refresh"), size_t(2));
    QCOMPARE(world.server.count("/auth"), size_t(refreshWorks ? 1 : 3));
}

// As Cove does: a visa in the body, a new one with every answer, errors inside 200.
void AuthSchemes::rotatingSession()
{
    RestWorld world;
    world.secrets.held = {{"password", "pass-word"}};
    withSession(world);
    int logins = 0;
    int visa = 0;
    bool isForgetting = true;
    std::vector<std::string> wrong;
    world.server.on("POST", "/rpc", [&](const FakeRequest &request) {
        if (request.body.find("\"Login\"") != std::string::npos) {
            ++logins;
            return demo::json("{\"visa\": \"V" + std::to_string(++visa) + "\"}");
        }
        if (request.body.find("\"visa\":\"V" + std::to_string(visa) + "\"") == std::string::npos) {
            wrong.push_back(request.body);
            return demo::json(R"({"error": {"message": "visa is not valid"}})");
        }
        const auto page = request.body.find("\"start\":0") != std::string::npos ? 1
            : request.body.find("\"start\":1") != std::string::npos             ? 2
                                                                                : 3;
        if (page == 2 && isForgetting) { // the server restarted
            isForgetting = false;
            visa += 100;
            return demo::json(R"({"error": {"message": "visa is not valid"}})");
        }
        return demo::json(
            "{\"visa\": \"V" + std::to_string(++visa) + "\", \"data\": [" + (page < 3 ? item(std::to_string(page)) : "") + "]}");
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, idsUpTo(2));
    QCOMPARE(logins, 2);
    QVERIFY2(wrong.empty(), wrong.empty() ? "" : wrong.front().c_str());
}

void AuthSchemes::aRefusedLoginOfASessionIsSaid()
{
    RestWorld world;
    world.secrets.held = {{"password", "pass-word"}};
    withSession(world);
    world.server.on(
        "POST", "/rpc", [](const FakeRequest &) { return demo::json(R"({"error": {"message": "wrong credentials pass-word"}})"); });
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Errc::Denied);
    QVERIFY2(done.error().message.find("wrong credentials •••") != std::string::npos, failed(done));
    QCOMPARE(world.server.journal().size(), size_t(1));
}

void AuthSchemes::duoSignsWhatItSends()
{
    RestWorld world;
    world.secrets.held = {{"secret", "gtdfxv9YgVBYcF6dl2Eq17KUQJN2PLM2ODVTkvoT"}};
    world.manifest(R"({"scheme": "duo_hmac", "integration_key": "DIKEY", "secret_key": "{$secrets.secret}"})",
        itemsStream(
            R"("paging": {"scheme": "offset", "parameter": "offset", "size_parameter": "limit", "size": 1}, "complete": {"total": "total"}, )")
            + R"(, {"id": "posted", "request": {"method": "POST", "repeatable": true, "path": "/list", "form": {"b": "~ +", "a": "ü"}}, "records": "data"})",
        R"("secrets": [{"id": "secret", "label": "Secret key"}], )");
    const auto isSigned = [](const FakeRequest &request, const rest::Parameters &parameters) {
        const auto text
            = rest::DuoHmac::canonical({request.header("date"), request.method, request.header("host"), request.path, parameters});
        return demo::hasBasic(request, "DIKEY", rest::hmacSha512Hex("gtdfxv9YgVBYcF6dl2Eq17KUQJN2PLM2ODVTkvoT", text));
    };
    world.server.on("GET", "/v1/items", [&](const FakeRequest &request) {
        const auto page = request.number("offset", -1);
        const bool isRight = isSigned(request, {{"offset", std::to_string(page)}, {"limit", "1"}});
        return isRight ? demo::json(R"({"total": 2, "data": [)" + item(std::to_string(page + 1)) + "]}")
                       : demo::json(R"({"code": 40103})", 401);
    });
    world.server.on("POST", "/v1/list", [&](const FakeRequest &request) {
        const bool isRight = request.body == "a=%C3%BC&b=~%20%2B" && isSigned(request, {{"a", "ü"}, {"b", "~ +"}});
        return demo::json(isRight ? R"({"data": []})" : R"({"code": 40103})", isRight ? 200 : 401);
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, idsUpTo(2));
}

// A tenant's own token address: one token for each, kept apart.
void AuthSchemes::tokensOfParentsAreKeptApart()
{
    RestWorld world;
    world.secrets.held = {{"secret", "very-secret"}};
    world.manifest({}, R"({"id": "tenants", "request": {"path": "/tenants"}, "records": "data", "identity": "id"},
        {"id": "users", "for_each": "tenants", "request": {"path": "/users"}, "records": "data", "identity": "id",
         "auth": {"scheme": "oauth2_client_credentials", "token_url": "https://login.fake.test/{$parent.id}/token", "client_id": "C", "client_secret": "{$secrets.secret}"},
         "paging": {"scheme": "page", "parameter": "page"}, "complete": {"total": "total"},
         "emit": [{"record": "asset", "fields": {"account_id": "$parent.id", "meter_id": {"value": "user"}, "asset_id": "id"}}]})",
        R"("secrets": [{"id": "secret", "label": "Client secret"}], )");
    world.server.on("GET", "/v1/tenants", [](const FakeRequest &) { return demo::json(R"({"data": [{"id": "a"}, {"id": "b"}]})"); });
    world.server.on(
        "POST", "/{tenant}/token", [](const FakeRequest &request) { return demo::token("token-of-" + request.captured.at(0)); });
    world.server.on("GET", "/v1/users", [](const FakeRequest &request) {
        const auto tenant = request.header("authorization").substr(std::string("Bearer token-of-").size());
        return demo::json(R"({"total": 2, "data": [)" + item(tenant + request.parameter("page", "")) + "]}");
    });
    const auto done = world.fetch();
    QVERIFY2(done.ok(), failed(done));
    QCOMPARE(world.sink.records, (std::vector<std::string>{"a/a1", "a/a2", "b/b1", "b/b2"}));
    QCOMPARE(world.server.count("/a/token"), size_t(1));
    QCOMPARE(world.server.count("/b/token"), size_t(1));
}

void AuthSchemes::aMissingSecretIsAskedForByName()
{
    RestWorld world;
    withToken(world);
    world.secrets.held.clear();
    const auto done = world.fetch();
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.find("\"Client secret\"") != std::string::npos, failed(done));
    QCOMPARE(world.server.connections(), int64_t(0));
}

void AuthSchemes::withToken(RestWorld &world)
{
    world.secrets.held = {{"secret", "very-secret"}};
    world.values = {{"client", "C"}};
    world.manifest(
        R"({"scheme": "oauth2_client_credentials", "token_url": "https://login.fake.test/token", "client_id": "{$settings.client}",
        "client_secret": "{$secrets.secret}"})",
        threeItems, R"("settings": [{"id": "client", "label": "Client ID"}], "secrets": [{"id": "secret", "label": "Client secret"}], )");
}

void AuthSchemes::withSession(RestWorld &world)
{
    world.manifest(
        R"({"scheme": "session_token", "login": {"method": "POST", "url": "https://api.fake.test/rpc", "body": {"method": "Login", "password": "{$secrets.password}"}},
        "token": "visa", "send_in": "visa", "renew_from": "visa"})",
        R"({"id": "items", "request": {"method": "POST", "repeatable": true, "url": "https://api.fake.test/rpc", "body": {"method": "List", "params": {"start": 0}}},
         "records": "data", "identity": "id", "paging": {"scheme": "offset", "in": "body", "parameter": "params.start"},
         "emit": [{"record": "account", "fields": {"account_id": "id"}}]})",
        R"("secrets": [{"id": "password", "label": "Password"}],
         "errors": [{"when": [{"path": "error.message", "matches": "visa"}], "message": "error.message", "auth": true},
                    {"when": {"path": "error", "present": true}, "message": "error.message"}], )");
}

} // namespace auth_schemes_test

BR_TEST(auth_schemes, AuthSchemes)
#include "auth_schemes.moc"
