// What a mistyped name most likely stood for: distances worked out by hand.
#include "core/base/nearest.h"
#include "tests/run/registered.h"

using namespace br;

namespace nearest_test {

class NearestTest final : public QObject {
    Q_OBJECT

private slots:
    void distances()
    {
        QCOMPARE(editDistance("", ""), size_t{0});
        QCOMPARE(editDistance("", "abc"), size_t{3});
        QCOMPARE(editDistance("abc", ""), size_t{3});
        QCOMPARE(editDistance("kitten", "sitting"), size_t{3}); // k>s, e>i, +g
        QCOMPARE(editDistance("flaw", "lawn"), size_t{2});      // -f, +n
        QCOMPARE(editDistance("ab", "ba"), size_t{2});          // no transpositions: two replaced
    }

    void nearestIsTold()
    {
        const std::vector<std::string> known = {"Customer", "Product", "Quantity"};
        QCOMPARE(nearestName("custmer", known).value_or(""), std::string("Customer"));
        QCOMPARE(nearestName("QUANTTY", known).value_or(""), std::string("Quantity"));
        QCOMPARE(didYouMean("produkt", known), std::string(" Did you mean \"Product\"?"));
    }

    // A third of the letters may differ, one at least; more is no typing error.
    void farIsNothing()
    {
        const std::vector<std::string> known = {"Customer", "ab"};
        QVERIFY(!nearestName("cost", known));
        QVERIFY(!nearestName("", known));
        QVERIFY(!nearestName(std::string(65, 'c'), known));
        QCOMPARE(nearestName("a", known).value_or(""), std::string("ab"));
        QCOMPARE(didYouMean("period", known), std::string());
        QVERIFY(!nearestName("custmer", {}));
    }

    // Of two that are as near the first stands.
    void theFirstOfTwo() { QCOMPARE(nearestName("cat", {"bat", "hat"}).value_or(""), std::string("bat")); }
};

} // namespace nearest_test

BR_TEST(nearest, NearestTest)
#include "nearest.moc"
