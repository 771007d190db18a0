// A remembered window on the screens that are there: the one it was on, another one, one that is too small.
#include "ui/mainwindow/screenfit.h"
#include "tests/run/registered.h"

using namespace br;

namespace screenfit_test {

class ScreenFitTest final : public QObject {
    Q_OBJECT

private:
    const QRect m_main{0, 0, 1920, 1080};
    const QRect m_second{1920, 0, 2560, 1440};

private slots:
    void aWindowOfAScreenThatIsGoneOpensOnTheOneThatIsThere()
    {
        const QRect remembered(2400, 300, 1400, 900);
        const QRect placed = fittedOnScreen(remembered, {m_main}, {600, 400});
        QVERIFY(m_main.contains(placed));
        QCOMPARE(placed.size(), remembered.size());
        QVERIFY(m_main.contains(fittedOnScreen({-1800, 200, 1400, 900}, {m_main}, {600, 400}))); // it was on the left
        QVERIFY(m_main.contains(fittedOnScreen({200, -1000, 1400, 900}, {m_main}, {600, 400}))); // above
    }

    void aWindowOfAScreenThatIsThereStaysWhereItWas()
    {
        const QRect remembered(2400, 300, 1400, 900);
        QCOMPARE(fittedOnScreen(remembered, {m_main, m_second}, {600, 400}), remembered);
        const QRect first(100, 50, 1280, 800);
        QCOMPARE(fittedOnScreen(first, {m_main, m_second}, {600, 400}), first);
    }

    void aWindowLargerThanItsScreenIsMadeToFit()
    {
        const QRect small(0, 0, 1024, 700);
        const QRect placed = fittedOnScreen({2400, 300, 2000, 1300}, {small}, {600, 400});
        QVERIFY(small.contains(placed));
        const QRect least = fittedOnScreen({0, 0, 2000, 1300}, {QRect(0, 0, 500, 300)}, {600, 400});
        QCOMPARE(least, QRect(0, 0, 600, 400)); // its title and menu can be reached
    }

    void aWindowHalfOutIsBroughtIn()
    {
        const QRect placed = fittedOnScreen({1500, 700, 1280, 800}, {m_main}, {600, 400});
        QVERIFY(m_main.contains(placed));
        QCOMPARE(placed.size(), QSize(1280, 800));
    }
};

} // namespace screenfit_test

BR_TEST(screenfit, ScreenFitTest)
#include "screenfit.moc"
