// Words: what people read about discrepancies and trace steps, sentence by sentence.
#include "core/words/words.h"
#include "tests/run/registered.h"

#include <QCoreApplication>
#include <QTranslator>

#include <set>

using namespace br;

namespace words_test {

class WordsTest final : public QObject {
    Q_OBJECT

    static DiscrepancyRow acme(Kind kind, int billed, std::optional<int> counted, std::optional<Decimal> impact)
    {
        DiscrepancyRow row;
        row.clientName = "Acme";
        row.serviceName = "Endpoint protection";
        row.sources = {"Huntress"};
        auto &d = row.discrepancy;
        d.kind = kind;
        d.subject.client = ClientId("1");
        d.subject.service = ServiceId("edr");
        d.billed = Units::fromInt(billed);
        if (counted) {
            d.counted = Units::fromInt(*counted);
            d.difference = *d.counted - *d.billed;
        }
        d.impact = impact;
        d.currency = Currency::parse("EUR").value();
        return row;
    }

private slots:
    void everyCodeHasWordsOfItsOwn()
    {
        std::set<std::string> names, meanings;
        for (int i = 0; i < kindCount; ++i) {
            const auto kind = static_cast<Kind>(i);
            names.insert(kindName(kind));
            meanings.insert(kindMeaning(kind));
            QVERIFY(!kindAdvice(kind).empty());
        }
        QCOMPARE(static_cast<int>(names.size()), kindCount);
        QCOMPARE(static_cast<int>(meanings.size()), kindCount);
        QVERIFY(!names.contains(""));
        QVERIFY(!meanings.contains(""));
        std::set<std::string> states;
        for (const auto state : {State::Open, State::InReview, State::Approved, State::Accepted, State::Dismissed, State::Outdated})
            states.insert(stateName(state));
        QCOMPARE(static_cast<int>(states.size()), 6);
    }

    void saysWhatWasFound()
    {
        QCOMPARE(explanation(acme(Kind::Underbilled, 40, 47, Decimal::fromRaw(315'000))),
            std::string("Acme is billed 40 of Endpoint protection; by Huntress it should be 47: 7 more, 31.50 EUR a month not billed."));
        QCOMPARE(explanation(acme(Kind::Overbilled, 40, 37, Decimal::fromRaw(-135'000))),
            std::string(
                "Acme is billed 40 of Endpoint protection; by Huntress it should be 37: 3 less, 13.50 EUR a month billed too much."));
        QCOMPARE(explanation(acme(Kind::Underbilled, 40, 47, std::nullopt)),
            std::string("Acme is billed 40 of Endpoint protection; by Huntress it should be 47: 7 more, what it is worth is unknown, as "
                        "there is no price."));
        QCOMPARE(explanation(acme(Kind::NotBilled, 0, 5, Decimal::fromRaw(225'000))),
            std::string(
                "By Huntress it should be 5 of Endpoint protection for Acme, and no active line bills it: 22.50 EUR a month not billed."));
    }

    // Since the month whose number differs first: in its first month "not changed since this month" would be untrue.
    void aStaleQuantityDiffersSinceItsMonth()
    {
        auto row = acme(Kind::StaleQuantity, 40, 47, Decimal::fromRaw(315'000));
        row.discrepancy.since = Period::fromMonth(2026, 10).value();
        QVERIFY(explanation(row).ends_with("The PSA has kept its quantity, and the two differ since 2026-10."));
    }

    void saysSomethingForEveryKind()
    {
        for (int i = 0; i < kindCount; ++i) {
            const auto text = explanation(acme(static_cast<Kind>(i), 2, 3, std::nullopt));
            QVERIFY2(text.size() > 20 && text.back() == '.', text.c_str());
            QVERIFY2(text.find('%') == std::string::npos, text.c_str());
        }
    }

    void theRestAfterAMoveIsTold()
    {
        auto row = acme(Kind::Underbilled, 40, 47, Decimal::fromRaw(180'000));
        row.discrepancy.difference = Units::fromInt(4);
        QCOMPARE(explanation(row),
            std::string(
                "Acme is billed 40 of Endpoint protection; by Huntress it should be 47: 4 more, 18.00 EUR a month not billed. The rest of "
                "the difference "
                "moved to another service of the same group."));
    }

    void anOutdatedRowShowsBothNumbers()
    {
        auto row = acme(Kind::Underbilled, 40, 47, Decimal::fromRaw(315'000));
        row.state = State::Outdated;
        row.seen = SeenNumbers{Units::fromInt(40), Units::fromInt(45), {}, {}, {}, {}, {}, {}, {}, {}};
        QVERIFY(explanation(row).ends_with("When it was decided, 40 were billed and 45 counted."));
        row.seen->impact = Decimal::fromRaw(225'000);
        row.seen->currency = Currency::parse("EUR").value();
        QVERIFY(explanation(row).ends_with("40 were billed and 45 counted. It was worth 22.50 EUR then."));
    }

    void traceReadsLikeASum()
    {
        const auto n = [](int value) { return Units::fromInt(value); };
        const Trace trace = {{TraceCode::BilledLine, 0, n(40), n(40), n(40), "L1", "EDR"},
            {TraceCode::Counted, 0, n(53), n(53), n(53), "huntress", "agent"},
            {TraceCode::Exception, -1, n(3), n(-3), n(50), "on notice", "Ada"}, {TraceCode::Included, -1, n(2), n(-2), n(48), {}, {}}};
        QCOMPARE(traceLine(trace), std::string("53 agent − 3 on notice − 2 included = 48"));
        QCOMPARE(stepText(trace[0]), std::string("Line L1 bills 40 of product EDR."));
        QCOMPARE(stepText(trace[1]), std::string("huntress states 53 of agent."));
        QCOMPARE(stepText(trace[2]), std::string("3 taken off: on notice (Ada)."));
        // True whether it was raised or not.
        QCOMPARE(stepText({TraceCode::Minimum, -1, {}, n(10), n(60), {}, {}}), std::string("At least 10 are billed; it is more."));
        QCOMPARE(stepText({TraceCode::Minimum, -1, {}, n(10), n(10), {}, {}}), std::string("The minimum is 10: 10."));
        QCOMPARE(stepText({TraceCode::Pack, -1, n(20), n(20), n(60), {}, {}}), std::string("Sold in packs of 20: 60 in whole packs."));
        const Trace missing = {{TraceCode::SourceMissing, 0, {}, {}, {}, "huntress", {}}};
        QCOMPARE(traceLine(missing), std::string("unknown"));
    }

    // A sentence and the numbers in it are of one language.
    void numbersAreAsTheLanguageWritesThem()
    {
        class German final : public QTranslator {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char *context, const char *text, const char *, int) const override
            {
                if (std::string_view(context) != "Number")
                    return {};
                return std::string_view(text) == "." ? QStringLiteral(",") : QStringLiteral("%3.%2.%1");
            }
        } german;
        const auto euro = Currency::parse("EUR").value();
        const auto half = Units::fromRaw(Units::one * 5 / 2);
        const auto day = Day::parse("2026-10-31").value();
        QCOMPARE(moneyText(Decimal::fromInt(31), euro), std::string("31.00 EUR"));
        QCOMPARE(quantityText(half), std::string("2.5"));
        QCOMPARE(dayInWords(day), std::string("2026-10-31"));
        QVERIFY(QCoreApplication::installTranslator(&german));
        QCOMPARE(moneyText(Decimal::fromInt(31), euro), std::string("31,00 EUR"));
        QCOMPARE(quantityText(half), std::string("2,5"));
        QCOMPARE(quantityText(Units::fromInt(47)), std::string("47"));
        QCOMPARE(dayInWords(day), std::string("31.10.2026"));
        QCOMPARE(stepText({TraceCode::Combined, -1, half, half, half, "max", {}}), std::string("The largest of them counts: 2,5."));
        QVERIFY(QCoreApplication::removeTranslator(&german));
    }

    void unknownIsADash()
    {
        QCOMPARE(quantityText(std::optional<Units>()), std::string("–"));
        QCOMPARE(moneyText(std::optional<Decimal>(), Currency::parse("EUR").value()), std::string("–"));
        QCOMPARE(moneyText(Decimal::fromInt(1200), Currency::parse("JPY").value()), std::string("1200 JPY"));
        QCOMPARE(suggestionReason(NameSuggestion::Why::AlikeName, 93), std::string("name 93 % alike"));
        QCOMPARE(suggestionReason(NameSuggestion::Why::SameDomain, 100, "contoso.com"), std::string("same domain contoso.com"));
    }
};

} // namespace words_test

BR_TEST(words, WordsTest)
#include "words.moc"
