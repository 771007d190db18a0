// Packs read back what was put in, whatever it was; damaged bytes are refused and never read past their end.
#include "core/base/bytes.h"
#include "core/store/assetkeys.h"
#include "core/store/assetpack.h"
#include "core/store/assetsegment.h"
#include "core/store/linepack.h"
#include "core/store/positionpack.h"
#include "core/store/tallypack.h"
#include "core/store/tracepack.h"
#include "tests/run/registered.h"

#include <limits>
#include <map>
#include <random>

using namespace br;

namespace packs_test {

class PacksTest final : public QObject {
    Q_OBJECT

private:
    std::mt19937_64 m_random{20261101};
    std::string text()
    {
        std::string out(m_random() % 12, '\0');
        for (auto &c : out)
            c = static_cast<char>(m_random());
        return m_random() % 4 == 0 ? std::string() : out;
    }
    // Often begins as `before` does, which may be longer than what is compared.
    std::string like(const std::string &before)
    {
        if (m_random() % 40 == 0)
            return std::string(m_random() % 90, 'x');
        return m_random() % 3 == 0 ? text() : before.substr(0, m_random() % (before.size() + 1)) + text();
    }
    MaybeDay day()
    {
        return m_random() % 3 == 0 ? MaybeDay() : MaybeDay(Day::fromNumber(static_cast<int32_t>(m_random() % 80'000) - 25'000));
    }
    int64_t number()
    {
        const auto value = static_cast<int64_t>(m_random());
        return m_random() % 8 == 0 ? value : value % 100'000;
    }

    struct Made {
        std::string id, name, assetClass, status, raw;
        PackedAsset asset;
        uint32_t looks = 0;
    };
    std::vector<Made> assets(size_t count)
    {
        std::vector<Made> made(count);
        std::map<std::pair<std::string, std::string>, uint32_t> looks;
        std::vector<std::string> words{"", "Server", "server", text(), text()};
        std::string id;
        std::string name;
        for (auto &one : made) {
            one.id = id = like(id);
            one.name = name = like(name);
            one.raw = text();
            one.assetClass = words[m_random() % words.size()];
            one.status = words[m_random() % words.size()];
            one.looks = looks.try_emplace({one.assetClass, one.status}, static_cast<uint32_t>(looks.size())).first->second;
            one.asset = {one.id, one.name, one.assetClass, one.status, day(), day(), day(), one.raw, static_cast<int64_t>(m_random() % 3),
                static_cast<int64_t>(m_random() % 2'000'000)};
        }
        return made;
    }

    std::vector<Position> positions(size_t count)
    {
        std::vector<Position> list(count);
        for (auto &position : list) {
            position.client = ClientId("C");
            position.service = ServiceId(text());
            position.billed = Units::fromRaw(number());
            if (m_random() % 2)
                position.counted = Units::fromRaw(number());
            if (m_random() % 2)
                position.price = CyclePrice{Decimal::fromRaw(number()), 3, m_random() % 2 ? Currency::parse("EUR").value() : Currency()};
            if (m_random() % 2)
                position.impact = Decimal::fromRaw(number());
            position.hasActiveLine = m_random() % 2;
            position.adjustableLine = LineId(text());
            position.adjustableQuantity = Decimal::fromRaw(number());
            position.adjustableIncluded = Decimal::fromRaw(number());
            position.standing = static_cast<Standing>(m_random() % 7);
            if (m_random() % 2)
                position.staleSince = Period::fromIndex(24'321);
            for (auto steps = m_random() % 5; steps > 0; --steps)
                position.trace.push_back({static_cast<TraceCode>(m_random() % 14), static_cast<int>(m_random() % 4) - 1,
                    Units::fromRaw(number()), Units::fromRaw(number()), Units::fromRaw(number()), text(), text()});
        }
        return list;
    }

private slots:
    void assetsComeBackByteForByte()
    {
        for (int round = 0; round < 200; ++round) {
            const auto made = assets(m_random() % 60);
            AssetPackWriter writer;
            for (const auto &one : made)
                writer.add(one.asset, one.looks);
            QCOMPARE(size_t{writer.assets()}, made.size());
            if (made.empty())
                continue;
            const std::string bytes(writer.bytes());
            AssetPackReader reader(bytes);
            PackedAsset asset;
            for (const auto &one : made) {
                QVERIFY(reader.next(&asset).value());
                QVERIFY(asset == one.asset);
            }
            QVERIFY(!reader.next(&asset).value());
            for (size_t cut = 0; cut < bytes.size(); cut += 1 + m_random() % 7) {
                AssetPackReader shorter(std::string_view(bytes).substr(0, cut));
                size_t read = 0;
                auto next = shorter.next(&asset);
                for (; next && *next; next = shorter.next(&asset))
                    ++read;
                QVERIFY(!next || read < made.size());
            }
            auto flipped = bytes;
            flipped[m_random() % flipped.size()] ^= static_cast<char>(1U << (m_random() % 8));
            AssetPackReader damaged(flipped);
            for (size_t i = 0; i < flipped.size(); ++i) {
                const auto next = damaged.next(&asset);
                if (!next || !*next)
                    break;
            }
        }
    }

    // "Format 1", worked out by hand: flags (raw), row +2, looks 0 "pc" "on", id "a1", name "n1", raw "r"; then the same looks, row +1.
    void packsOfBeforeAreRead()
    {
        using namespace std::string_view_literals;
        AssetPackReader reader("\x01\x08\x04\x00\x02pc\x02on\x02"
                               "a1\x02n1\x01r"
                               "\x20\x02\x02"
                               "a2\x00"sv);
        PackedAsset asset;
        QVERIFY(reader.next(&asset).value());
        QVERIFY(asset == (PackedAsset{"a1", "n1", "pc", "on", {}, {}, {}, "r", 0, 2}));
        QVERIFY(reader.next(&asset).value());
        QVERIFY(asset == (PackedAsset{"a2", "", "pc", "on", {}, {}, {}, "", 0, 3}));
        QVERIFY(!reader.next(&asset).value());
    }

    void idsAndNamesShareTheirStart()
    {
        AssetPackWriter writer;
        std::vector<std::string> names;
        for (int i = 100; i < 200; ++i)
            names.push_back("workstation-of-the-accounting-department-" + std::to_string(i));
        for (const auto &name : names)
            writer.add({name, name, "pc", "on", {}, {}, {}, {}, 0, 2}, 0);
        QVERIFY(writer.bytes().size() < 100 * 20);
        const std::string bytes(writer.bytes());
        AssetPackReader reader(bytes);
        PackedAsset asset;
        for (const auto &name : names)
            QVERIFY(reader.next(&asset).value() && asset.id == name && asset.name == name);
        // A start that the text before does not have.
        AssetPackReader damaged(std::string_view("\x02\x00\x04\x00\x00\x00\x01\x00\x00\x00", 10));
        QVERIFY(!damaged.next(&asset));
    }

    void segmentsKeepAccountsApart()
    {
        AssetSegmentWriter writer;
        QVERIFY(writer.isEmpty());
        writer.add(3, 2, "first");
        writer.add(90'000, 5, "");
        writer.add(90'001, 1, "third");
        QCOMPARE(writer.firstAccount(), int64_t{3});
        QCOMPARE(writer.lastAccount(), int64_t{90'001});
        QCOMPARE(writer.assets(), int64_t{8});
        const std::string bytes(writer.bytes());
        AssetSegmentReader reader(bytes);
        AssetSection section;
        QVERIFY(reader.next(&section).value());
        QVERIFY(section.account == 3 && section.assets == 2 && section.pack == "first");
        QVERIFY(reader.next(&section).value());
        QVERIFY(section.account == 90'000 && section.assets == 5 && section.pack.empty());
        QVERIFY(reader.next(&section).value());
        QVERIFY(!reader.next(&section).value());
        AssetSegmentReader cut(std::string_view(bytes).substr(0, bytes.size() - 1));
        QVERIFY(cut.next(&section).value());
        QVERIFY(cut.next(&section).value());
        QCOMPARE(cut.next(&section).error().code, Errc::Damaged);
        QCOMPARE(AssetSegmentReader("").next(&section).error().code, Errc::Damaged);
        QCOMPARE(AssetSegmentReader("\2").next(&section).error().code, Errc::Damaged);
    }

    void talliesComeBack()
    {
        std::vector<std::pair<std::string, std::string>> looks{{"", ""}, {"server", "active"}, {text(), text()}};
        TallyPackWriter writer(looks);
        std::vector<StoredTally> expected;
        for (int i = 0; i < 2'000; ++i) {
            const auto look = static_cast<uint32_t>(m_random() % looks.size());
            const StoredTally tally{static_cast<int64_t>(m_random() % 3'000), static_cast<int64_t>(m_random() % 60), looks[look].first,
                looks[look].second, day(), day(), day(), static_cast<uint32_t>(m_random())};
            writer.add({tally.account, tally.meter, look, tally.assigned, tally.ended, tally.lastSeen, tally.multiplicity});
            expected.push_back(tally);
        }
        std::vector<StoredTally> read;
        QVERIFY(unpackTallies(writer.bytes(), &read));
        QVERIFY(read == expected);
        read.clear();
        QCOMPARE(unpackTallies(writer.bytes().substr(0, writer.bytes().size() - 1), &read).error().code, Errc::Damaged);
        QCOMPARE(unpackTallies("", &read).error().code, Errc::Damaged);
    }

    void keysComeBack()
    {
        std::vector<AssetKey> keys;
        for (int i = 0; i < 5'000; ++i)
            keys.push_back(
                {static_cast<uint32_t>(m_random() % 3 == 0 ? m_random() % 500 : m_random()) | 1U, static_cast<uint32_t>(m_random() % 90)});
        std::sort(keys.begin(), keys.end());
        const auto bytes = packKeys(keys);
        QVERIFY(unpackKeys(bytes).value() == keys);
        QVERIFY(unpackKeys(packKeys({})).value().empty());
        QCOMPARE(unpackKeys(std::string_view(bytes).substr(0, bytes.size() - 1)).error().code, Errc::Damaged);
        QCOMPARE(unpackKeys(bytes + "x").error().code, Errc::Damaged);
        const std::vector<AssetKey> few{{1, 5}, {2, 3}, {2, 3}, {7, 1}, {9, 1}, {9, 2}};
        QVERIFY(repeatedOf(few) == (std::vector<AssetKey>{{2, 3}, {2, 3}, {9, 1}, {9, 2}}));
    }

    // As workspaces hold it that were compared before the format changed: smallest units, and every text among the said ones.
    void tracesOfTheFirstFormatAreRead()
    {
        Position position;
        position.service = ServiceId("S");
        position.trace = {{TraceCode::BilledLine, 0, Units::fromInt(2), Units::fromInt(-2), Units::fromRaw(1), "L1", "P"},
            {TraceCode::Counted, 1, Units::fromInt(3), Units::fromRaw(-7), Units::fromInt(0), "P", ""}};
        std::string old(1, 1);
        putNumber(&old, position.trace.size());
        for (const auto &step : position.trace) {
            putNumber(&old, static_cast<uint64_t>(step.code));
            putSigned(&old, step.entry);
            for (const auto units : {step.quantity, step.amount, step.running})
                putSigned(&old, units.raw());
            if (step.code == TraceCode::BilledLine) {
                putNumber(&old, 0);
                putText(&old, "L1");
                putNumber(&old, 0);
                putText(&old, "P");
            } else {
                putNumber(&old, 2); // the second that was said
                putNumber(&old, 0);
                putText(&old, "");
            }
        }
        std::vector<Position> read;
        QVERIFY(unpackPositions(ClientId("C"), packPositions({&position, 1}), old, &read));
        QCOMPARE(read.size(), size_t{1});
        QVERIFY(read.front().trace == position.trace);
    }

    void numbersAreWholeOrExact_data()
    {
        QTest::addColumn<qint64>("raw");
        for (const qint64 raw : {qint64{0}, qint64{1}, qint64{-1}, qint64{100'000'000}, qint64{-100'000'000}, qint64{100'000'001},
                 qint64{-250'000'000}, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(),
                 qint64{92'233'720'368} * 100'000'000, qint64{-92'233'720'368} * 100'000'000})
            QTest::newRow(qPrintable(QString::number(raw))) << raw;
    }
    void numbersAreWholeOrExact()
    {
        QFETCH(qint64, raw);
        char bytes[longestFixed];
        const auto *end = writeFixed(bytes, Units::fromRaw(raw));
        ByteReader reader(std::string_view(bytes, static_cast<size_t>(end - bytes)));
        QCOMPARE(reader.fixed<8>().raw(), static_cast<int64_t>(raw));
        QVERIFY(reader.isGood() && reader.isAtEnd());
    }
    void aWholeNumberOutOfRangeIsDamage()
    {
        std::string bytes;
        putNumber(&bytes, zigzag(int64_t{92'233'720'369}) << 1); // one more than Units can hold
        ByteReader reader(bytes);
        QCOMPARE(reader.fixed<8>(), Units());
        QVERIFY(!reader.isGood());
        putNumber(&(bytes = {}), 3); // odd, and not the sign of smallest units
        ByteReader odd(bytes);
        QCOMPARE(odd.fixed<8>(), Units());
        QVERIFY(!odd.isGood());
    }

    void positionsAndTracesComeBack()
    {
        for (int round = 0; round < 100; ++round) {
            const auto list = positions(1 + m_random() % 20);
            const auto numbers = packPositions(list);
            const auto traces = packTraces(list);
            std::vector<Position> read;
            QVERIFY(unpackPositions(ClientId("C"), numbers, traces, &read));
            QVERIFY(read == list);
            std::vector<EarlierPosition> known;
            QVERIFY(unpackKnown(Period::fromIndex(5), ClientId("C"), numbers, &known));
            size_t verified = 0;
            for (const auto &position : list)
                verified += position.isVerified();
            QCOMPARE(known.size(), verified);
            read.clear();
            QCOMPARE(unpackPositions(ClientId("C"), std::string_view(numbers).substr(0, numbers.size() - 1), traces, &read).error().code,
                Errc::Damaged);
            read.clear();
            QCOMPARE(unpackPositions(ClientId("C"), numbers, std::string_view(traces).substr(0, traces.size() - 1), &read).error().code,
                Errc::Damaged);
        }
    }

    void linesComeBack()
    {
        std::vector<LineOwner> owners;
        for (int i = 0; i < 7; ++i)
            owners.push_back({AgreementId("A" + std::to_string(i)), ClientId("C" + std::to_string(i / 2)), {}});
        const std::array<Currency, 3> currencies{Currency(), *Currency::parse("EUR"), *Currency::parse("JPY")};
        const auto amount = [this] { return Decimal::fromRaw(number()); };
        for (int round = 0; round < 100; ++round) {
            LinePackWriter pack;
            QVERIFY(pack.isEmpty());
            std::vector<BilledLine> lines(1 + m_random() % 20);
            for (auto &line : lines) {
                const auto agreement = m_random() % owners.size();
                line.agreement = owners[agreement].agreement;
                line.client = owners[agreement].client;
                line.id.text = text();
                line.product.text = "P" + std::to_string(m_random() % 4);
                line.quantity = amount();
                line.included = m_random() % 2 == 0 ? Decimal() : amount();
                line.unitPrice = m_random() % 2 == 0 ? std::nullopt : std::optional(amount());
                line.unitCost = m_random() % 2 == 0 ? std::nullopt : std::optional(amount());
                line.currency = currencies[m_random() % 3];
                line.billable = m_random() % 2 == 0;
                line.effective = day();
                line.cancelled = day();
                pack.add(static_cast<int64_t>(agreement), line);
            }
            const auto bytes = pack.bytes();
            const auto read = unpackLines(bytes, owners);
            QVERIFY(read.ok());
            QVERIFY(*read == lines);
            for (size_t size = 0; size < bytes.size(); ++size)
                QCOMPARE(unpackLines(std::string_view(bytes).substr(0, size), owners).error().code, Errc::Damaged);
            QCOMPARE(unpackLines(bytes + "x", owners).error().code, Errc::Damaged);
            QCOMPARE(unpackLines(bytes, {}).error().code, Errc::Damaged); // of agreements that are not there
            auto altered = bytes;
            altered[m_random() % altered.size()] ^= 0x15;
            (void)unpackLines(altered, owners); // whatever it says, it reads nothing past the end
        }
    }

    void numbersHaveNoLimits()
    {
        std::string bytes;
        const std::vector<int64_t> numbers{
            0, 1, -1, 63, 64, -64, -65, std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::min()};
        for (const auto value : numbers)
            putSigned(&bytes, value);
        ByteReader reader(bytes);
        for (const auto value : numbers)
            QCOMPARE(reader.signedNumber(), value);
        QVERIFY(reader.isGood() && reader.isAtEnd());
        ByteReader endless("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
        endless.number();
        QVERIFY(!endless.isGood());
    }
};

} // namespace packs_test

BR_TEST(packs, PacksTest)
#include "packs.moc"
