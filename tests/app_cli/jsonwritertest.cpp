#include "core/base/jsonwriter.h"
#include "tests/run/registered.h"

#include <QJsonDocument>

using namespace br;

namespace jsonwritertest_test {

class JsonWriterTest final : public QObject {
    Q_OBJECT

private slots:
    void writesNestedValues()
    {
        QCOMPARE(written([](JsonWriter &json) {
            json.beginArray();
            json.beginObject().member("id", ClientId("C1")).member("none", ClientId()).number("rows", -3).flag("good", true);
            json.decimal("money", std::optional(Decimal::fromRaw(45000)), 2)
                .decimal("unknown", std::optional<Units>())
                .key("list")
                .beginArray();
            json.integer(1).integer(2).endArray().endObject().null().endArray();
        }),
            std::string("[\n  {\"id\": \"C1\", \"none\": null, \"rows\": -3, \"good\": true, \"money\": \"4.50\", \"unknown\": null, "
                        "\"list\": [1, 2]},\n"
                        "  null\n]\n"));
    }

    void emptyIsStillADocument()
    {
        QCOMPARE(written([](JsonWriter &json) { json.beginArray().endArray(); }), std::string("[]\n"));
    }

    void escapesWhatJsonForbids()
    {
        const std::string nasty = "a\"b\\c\n\r\t\x01\x7F é €";
        const auto text = written([&](JsonWriter &json) { json.beginObject().member("t", nasty).endObject(); });
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
        QCOMPARE(document[QLatin1String("t")].toString().toStdString(), nasty);
    }

    void bytesThatAreNoTextStayReadable()
    {
        const auto text = written([](JsonWriter &json) { json.beginArray().text("a\xFF z").endArray(); });
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(document[0].toString(), QStringLiteral("a\uFFFD z"));
    }

    void aBrokenSinkIsToldOnce()
    {
        int calls = 0;
        JsonWriter json([&calls](std::string_view) {
            ++calls;
            return false;
        });
        json.beginArray();
        for (int i = 0; i < 100'000; ++i)
            json.integer(i);
        json.endArray();
        QVERIFY(!json.finish());
        QCOMPARE(calls, 1);
    }

    void bigListsLeaveInPieces()
    {
        size_t largest = 0;
        JsonWriter json([&largest](std::string_view piece) {
            largest = std::max(largest, piece.size());
            return true;
        });
        json.beginArray();
        for (int i = 0; i < 200'000; ++i)
            json.text("0123456789");
        QVERIFY(json.endArray().finish());
        QVERIFY(largest > 0);
        QVERIFY(largest < 100'000);
    }

private:
    static std::string written(const std::function<void(JsonWriter &)> &fill)
    {
        std::string out;
        JsonWriter json([&out](std::string_view text) {
            out += text;
            return true;
        });
        fill(json);
        return json.finish() ? out : std::string("refused");
    }
};

} // namespace jsonwritertest_test

BR_TEST(jsonwritertest, JsonWriterTest)
#include "jsonwritertest.moc"
