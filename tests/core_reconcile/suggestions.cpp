// Suggestions: which client an account may be and why, and that 2,000 x 2,000 are quick.
#include "core/base/text.h"
#include "core/reconcile/suggest.h"
#include "tests/run/registered.h"

#include <ctime>
#include <iostream>
#include <random>

using namespace br;
using namespace Qt::StringLiterals;
using Why = NameSuggestion::Why;

namespace suggestions_test {

class Suggestions final : public QObject {
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void reasons_data();
    void reasons();
    void mistakesAreFound();
    void limits();
    void manyAreQuick();

private:
    static std::vector<Client> clients();
    static Account account(const std::string &id, const std::string &name, const std::string &domain = {});
};

std::vector<Client> Suggestions::clients()
{
    std::vector<Client> list;
    for (const auto &[id, name] : std::initializer_list<std::pair<const char *, const char *>>{{"100", "The ACME Widgets, Inc."},
             {"101", "Müller & Söhne GmbH"}, {"102", "Northwind Traders Ltd."}, {"103", "Contoso"}, {"104", "contoso"},
             {"105", "fabrikam.example"}, {"106", "Blue Yonder Airlines"}, {"107", ""}})
        list.push_back({ClientId(id), name, {}, false});
    return list;
}

Account Suggestions::account(const std::string &id, const std::string &name, const std::string &domain)
{
    return {SourceName("edr"), AccountId(id), name, domain};
}

void Suggestions::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("normalised");
    QTest::newRow("article and form") << u"The ACME Widgets, Inc."_s << u"acme widgets"_s;
    QTest::newRow("umlauts") << u"Müller & Söhne GmbH & Co. KG"_s << u"muller sohne"_s;
    QTest::newRow("dotted form") << u"Boulangerie S.A.R.L."_s << u"boulangerie"_s;
    QTest::newRow("apostrophe") << u"O'Brien\u2019s Pub LLC"_s << u"obriens pub"_s;
    QTest::newRow("sharp s") << u"Straße AG"_s << u"strasse"_s;
    QTest::newRow("only a form") << u"The Company"_s << u"the company"_s;
    QTest::newRow("blanks") << u"  Two   Words "_s << u"two words"_s;
    QTest::newRow("nothing") << u" - "_s << u""_s;
    QTest::newRow("other script") << u"株式会社サンプル"_s << u"株式会社サンフ\u309Aル"_s.remove(u'\u309A');
}

void Suggestions::names()
{
    QFETCH(QString, name);
    QFETCH(QString, normalised);
    QCOMPARE(toQString(normalisedName(name.toStdString())), normalised);
}

void Suggestions::reasons_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("why");
    QTest::newRow("id") << u"102"_s << u"something else"_s << u""_s << 2 << int(Why::SameId);
    QTest::newRow("name, any case") << u"x"_s << u" the acme widgets, INC. "_s << u""_s << 0 << int(Why::SameName);
    QTest::newRow("domain of a client named so")
        << u"x"_s << u"?"_s << u"https://www.Fabrikam.example/login"_s << 5 << int(Why::SameDomain);
    QTest::newRow("domain that spells the name") << u"x"_s << u"?"_s << u"acme-widgets.co.uk"_s << 0 << int(Why::SameDomain);
    QTest::newRow("tenant domain") << u"x"_s << u"?"_s << u"northwindtraders.onmicrosoft.com"_s << 2 << int(Why::SameDomain);
    QTest::newRow("mail address") << u"x"_s << u"?"_s << u"it@contoso.com"_s << 3 << int(Why::SameDomain);
    QTest::newRow("account named by its domain") << u"x"_s << u"contoso.com"_s << u""_s << 3 << int(Why::SameDomain);
    QTest::newRow("normalised name") << u"x"_s << u"Acme Widgets LLC"_s << u""_s << 0 << int(Why::SameNormalisedName);
    QTest::newRow("alike") << u"x"_s << u"Blue Yonder Airline"_s << u""_s << 6 << int(Why::AlikeName);
}

void Suggestions::reasons()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(QString, domain);
    QFETCH(int, client);
    QFETCH(int, why);
    const auto found = suggestClients({account(id.toStdString(), name.toStdString(), domain.toStdString())}, clients());
    QVERIFY(!found.empty());
    QCOMPARE(int(found.front().client), client);
    QCOMPARE(int(found.front().why), why);
    QVERIFY(found.front().percent >= 60 && found.front().percent <= 100);
}

void Suggestions::mistakesAreFound()
{
    for (const auto *name :
        {"Nothwind Traders", "Northwind Trader", "Northwnd Traders Ltd", "Traders Northwind", "NORTHWIND-TRADERS (UK)"}) {
        const auto found = suggestClients({account("x", name)}, clients());
        QVERIFY2(!found.empty() && found.front().client == 2, name);
    }
    QVERIFY(suggestClients({account("x", "Entirely Different")}, clients()).empty());
    QVERIFY(suggestClients({account("x", "")}, clients()).empty());
    QVERIFY(
        suggestClients({account("x", "", "someone@gmail.com")}, {Client{ClientId("1"), "Gmail", {}, false}}).empty()); // everybody's domain
    QVERIFY(suggestClients({account("x", "anything")}, {}).empty());
}

void Suggestions::limits()
{
    const auto both = suggestClients({account("x", "Contoso"), account("y", "CONTOSO")}, clients());
    QCOMPARE(both.size(), size_t{4}); // two clients of the same name each: the person decides
    QCOMPARE(both[0].client, size_t{3});
    QCOMPARE(both[1].client, size_t{4});
    QCOMPARE(both[2].account, size_t{1});
    QCOMPARE(suggestClients({account("x", "Contoso")}, clients(), 1).size(), size_t{1});
    QVERIFY(suggestClients({account("x", "Contoso")}, clients(), 0).empty());
    QVERIFY(suggestClients({account("x", "Blue Airlines")}, clients(), 3, 95).empty());
}

void Suggestions::manyAreQuick()
{
    const char *first[] = {"North", "South", "Blue", "Green", "Alpine", "River", "Stone", "Golden", "Silver", "Urban", "Prime", "Metro"};
    const char *second[] = {"wind", "field", "bridge", "gate", "forge", "works", "point", "harbour", "mill", "ridge", "lake", "wood"};
    const char *third[] = {"Dental", "Law", "Logistics", "Foods", "Design", "Engineering", "Consulting", "Clinic", "Motors", "Schools"};
    std::mt19937 random(20'261'031);
    std::vector<Client> clients;
    std::vector<Account> accounts;
    for (int i = 0; i < 2'000; ++i) {
        const auto name = std::string(first[i % 12]) + second[i / 12 % 12] + " " + third[i / 144 % 10] + " " + std::to_string(i / 1'440);
        clients.push_back({ClientId(std::to_string(i)), name + " Ltd", {}, false});
        auto mistaken = name;
        mistaken.erase(random() % mistaken.size(), 1);
        accounts.push_back(account("a" + std::to_string(i), mistaken));
    }
    const auto start = std::clock();
    const auto found = suggestClients(accounts, clients);
    const auto taken = (std::clock() - start) * 1'000 / CLOCKS_PER_SEC;
    std::cout << "2,000 accounts, 2,000 clients: " << taken << " ms of processor time" << std::endl;
    size_t right = 0;
    size_t last = SIZE_MAX;
    for (const auto &suggestion : found) {
        right += suggestion.account != last && suggestion.client == suggestion.account ? 1 : 0;
        last = suggestion.account;
    }
    QVERIFY2(right > 1'700, qPrintable(QString::number(right)));
    const auto again = suggestClients(accounts, clients);
    QVERIFY(std::ranges::equal(found, again, [](const NameSuggestion &a, const NameSuggestion &b) {
        return a.account == b.account && a.client == b.client && a.why == b.why && a.percent == b.percent;
    }));
}

} // namespace suggestions_test

BR_TEST(suggestions, Suggestions)
#include "suggestions.moc"
