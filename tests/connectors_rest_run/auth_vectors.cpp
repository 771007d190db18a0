#include "connectors/rest/auth/duohmac.h"
#include "connectors/rest/auth/fixedauth.h"
#include "connectors/rest/auth/oauthwords.h"
#include "connectors/rest/auth/pkce.h"
#include "connectors/rest/auth/signing.h"
#include "connectors/rest/outgoing.h"
#include "connectors/rest/paging/hashset.h"
#include "connectors/rest/paging/linkheader.h"
#include "connectors/rest/redactor.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::rest;

namespace auth_vectors_test {

// moc 6.4 loses its way in raw strings: the class stands before them.
class AuthVectors final : public QObject {
    Q_OBJECT

private slots:
    void duoSignsLikeItsOwnClient();
    void duoParametersAreEncodedAndSorted();
    void datesOfMailsAreEnglish();
    void pkceChallengeOfTheStandard();
    void authorizeAddressHoldsEverything();
    void basicOfTheStandard();
    void linksAreFoundBetweenOthers();
    void hashesAreTold();
    void secretsAreTakenOutInAllTheirForms();
    void parametersAreSetInPlace();
    void refusalsSayWhichFieldIsWrong();
};

namespace {

// The parameters of duo_client's own tests (tests/test_client.py, TestSign): four names and values of random Unicode.
Parameters duoParameters()
{
    return formDecoded("%E4%9A%9A%E2%A1%BB%E3%97%90%E8%BB%B3%E6%9C%A7%E5%80%AA%E0%A0%90%ED%82%91%C3%88%EC%85%B0=%E0%BD%85%E1%A9%B6%E3%90%"
                       "9A%E6%95%8C%EC%88%"
                       "BF%E9%AC%89%EA%AF%A2%E8%8D%83%E1%AC%A7%E6%83%90&%E7%91%89%E7%B9%8B%EC%B3%BB%E5%A7%BF%EF%B9%9F%E8%8E%B7%EA%B7%8C%E9%"
                       "80%8C%EC%BF%91%E7%A0"
                       "%93=%E8%B6%B7%E5%80%A2%E9%8B%93%E4%8B%AF%E2%81%BD%E8%9C%B0%EA%B3%BE%E5%98%97%E0%A5%86%E4%B8%B0&%E7%91%B0%E9%8C%94%"
                       "E9%80%9C%E9%BA%AE%E4%"
                       "83%98%E4%88%81%E8%8B%98%E8%B1%B0%E1%B4%B1%EA%81%82=%E1%9F%99%E0%AE%A8%E9%8D%98%EA%AB%9F%EA%90%AA%E4%A2%BE%EF%AE%96%"
                       "E6%BF%A9%EB%9F%BF%E3%"
                       "8B%B3&%EC%8B%85%E2%B0%9D%E2%98%A0%E3%98%97%E9%9A%B3F%E8%98%85%E2%83%A8%EA%B0%A1%E5%A4%B4=%EF%AE%A9%E4%86%AA%EB%B6%"
                       "83%E8%90%8B%E2%98%95%E3"
                       "%B9%AE%E6%94%AD%EA%A2%B5%ED%95%ABU");
}

} // namespace

// duo_client tests/test_client.py, TestSign.test_hmac_sha512: signature version 2.
void AuthVectors::duoSignsLikeItsOwnClient()
{
    auto parameters = duoParameters();
    std::reverse(parameters.begin(), parameters.end()); // the order they are given in does not matter
    const auto text = DuoHmac::canonical({"Fri, 07 Dec 2012 17:18:00 -0000", "PoSt", "foO.BAr52.cOm", "/Foo/BaR2/qux", parameters});
    QVERIFY(text.starts_with("Fri, 07 Dec 2012 17:18:00 -0000\nPOST\nfoo.bar52.com\n/Foo/BaR2/qux\n%E4%9A%9A"));
    QCOMPARE(hmacSha512Hex("gtdfxv9YgVBYcF6dl2Eq17KUQJN2PLM2ODVTkvoT", text),
        std::string("0508065035a03b2a1de2f453e629e791d180329e157f65df6b3e0f08299d4321e1c5c7a7c7ee6b9e5fc80d1fb6fbf3ad5eb7c44dd3b3985a02"
                    "c37aca53ec"
                    "3698"));
}

// The same file, TestQueryParameters.
void AuthVectors::duoParametersAreEncodedAndSorted()
{
    QCOMPARE(DuoHmac::canonicalParameters({}), std::string());
    QCOMPARE(DuoHmac::canonicalParameters({{"username", "root"}, {"realname", "First Last"}}),
        std::string("realname=First%20Last&username=root"));
    QCOMPARE(DuoHmac::canonicalParameters({{"foo_bar", "2"}, {"foo", "1"}}), std::string("foo=1&foo_bar=2"));
    QCOMPARE(DuoHmac::canonicalParameters(
                 {{"digits", "0123456789"}, {"punctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}, {"whitespace", "\t\n\x0b\x0c\r "}}),
        std::string(
            "digits=0123456789&punctuation=%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~&"
            "whitespace=%09%0A%0B%0C%0D%20"));
}

void AuthVectors::datesOfMailsAreEnglish()
{
    QCOMPARE(mailDate("2012-12-07T17:18:00.000Z"), std::string("Fri, 07 Dec 2012 17:18:00 +0000"));
    QCOMPARE(mailDate("2026-02-28T23:59:59.999Z"), std::string("Sat, 28 Feb 2026 23:59:59 +0000"));
}

// RFC 7636, appendix B.
void AuthVectors::pkceChallengeOfTheStandard()
{
    const Pkce pkce{"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "state"};
    QCOMPARE(pkce.challenge(), std::string("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    const auto one = Pkce::fresh();
    const auto other = Pkce::fresh();
    QCOMPARE(one.verifier.size(), size_t(43));
    QVERIFY(one.verifier != other.verifier);
    QVERIFY(one.state != other.state);
}

void AuthVectors::authorizeAddressHoldsEverything()
{
    const auto url = authorizeUrl(
        {"https://login.example.com/authorize?tenant=a", "my id", "read offline", "http://127.0.0.1:5/", {{"prompt", "login"}}},
        {"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "s+1"});
    QCOMPARE(url,
        std::string(
            "https://login.example.com/"
            "authorize?tenant=a&response_type=code&client_id=my%20id&redirect_uri=http%3A%2F%2F127.0.0.1%3A5%2F"
            "&scope=read%20offline&prompt=login&state=s%2B1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
            "method=S256"));
}

// RFC 7617, section 2.
void AuthVectors::basicOfTheStandard()
{
    QCOMPARE(FixedAuth::basic("Aladdin", "open sesame").front().second, std::string("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
    QCOMPARE(FixedAuth::basic("test", "123\xc2\xa3").front().second, std::string("Basic dGVzdDoxMjPCow=="));
}

void AuthVectors::linksAreFoundBetweenOthers()
{
    QCOMPARE(nextLink(R"(<https://a.test/x?page=1>; rel="prev", <https://a.test/x?page=3>; rel="next")"),
        std::string("https://a.test/x?page=3"));
    QCOMPARE(nextLink(R"(<https://a.test/x?a=1,2;3>; title="a, b; rel=next"; rel=last, </y>; REL=Next)"), std::string("/y"));
    QCOMPARE(nextLink(R"(<https://a.test/x>; rel="last first")"), std::string());
    QCOMPARE(nextLink(R"(<https://a.test/x>; rel="last next")"), std::string("https://a.test/x"));
    QCOMPARE(nextLink(""), std::string());
    QCOMPARE(nextLink("<<<;;;,,,\"\"rel=next"), std::string());
}

void AuthVectors::hashesAreTold()
{
    HashSet set;
    for (int i = 0; i < 100000; ++i)
        QVERIFY(set.insert(hashOf(std::to_string(i))));
    for (int i = 0; i < 100000; ++i)
        QVERIFY(!set.insert(hashOf(std::to_string(i))));
    QCOMPARE(set.size(), size_t(100000));
    QVERIFY(hashOf("ab") != hashOf(std::string_view("ab\0", 3)));
}

void AuthVectors::secretsAreTakenOutInAllTheirForms()
{
    Redactor redactor;
    redactor.add(Secret("p@ss word/1"));
    redactor.add(Secret("p@ss word/1-longer"));
    redactor.add(Secret("abc")); // too short to look for
    QCOMPARE(redactor.cleaned("key p@ss word/1, url p%40ss%20word%2F1, base64 cEBzcyB3b3JkLzE=, abc"),
        std::string("key •••, url •••, base64 •••, abc"));
    QCOMPARE(redactor.cleaned("p@ss word/1-longer"), std::string("•••"));
    QCOMPARE(redactor.quoted("  two\nlines\t", 40), std::string("two lines"));
}

void AuthVectors::parametersAreSetInPlace()
{
    HttpRequest request;
    request.url = "https://a.test/x?filter=a%2Cb&page=1";
    setQueryParameter(request, "page", "2");
    QCOMPARE(request.url, std::string("https://a.test/x?filter=a%2Cb&page=2"));
    request.method = "POST";
    request.body = R"({"a":1.50,"params":{"page":1,"id":12345678901234567890}})";
    QVERIFY(setBodyParameter(request, "params.page", BodyParameter::ofNumber(2)).ok());
    QVERIFY(setBodyParameter(request, "params.query.start", BodyParameter::ofText("x\"y")).ok());
    QCOMPARE(request.body, std::string(R"({"a":1.50,"params":{"page":2,"id":12345678901234567890,"query":{"start":"x\"y"}}})"));
    request.body = "[1]";
    QVERIFY(!setBodyParameter(request, "a", BodyParameter::ofNumber(1)).ok());
}

void AuthVectors::refusalsSayWhichFieldIsWrong()
{
    const OAuthFields fields{"Client ID", "Client secret", {}, {}, false};
    const auto words = [&fields](OAuthRefusal refusal) { return oauthError(refusal, fields, "login.test").message; };
    QVERIFY(words({401, "invalid_client", "AADSTS7000215: Invalid client secret provided."}).find("\"Client secret\" is wrong")
        != std::string::npos);
    QVERIFY(words({401, "oauth.invalid_client_secret", "Unauthorized"}).find("\"Client secret\" is wrong") != std::string::npos);
    QVERIFY(words({400, "unauthorized_client", "AADSTS700016: not found"}).find("\"Client ID\" is not known") != std::string::npos);
    QVERIFY(words({401, "access_denied", ""}).find("\"Client ID\" or \"Client secret\" is wrong") != std::string::npos);
    QVERIFY(words({400, "invalid_scope", ""}).find("not granted to \"Client ID\"") != std::string::npos);
    QCOMPARE(oauthError({401, "invalid_client", ""}, fields, "login.test").code, Errc::Denied);
    QCOMPARE(oauthError({502, "", ""}, fields, "login.test").code, Errc::Unreachable);
    const OAuthFields person{"Client", {}, "API key", "API secret key", false};
    QVERIFY(oauthError({400, "invalid_grant", ""}, person, "x.test").message.find("\"API key\" or \"API secret key\" is wrong")
        != std::string::npos);
}

} // namespace auth_vectors_test

BR_TEST(auth_vectors, AuthVectors)
#include "auth_vectors.moc"
