// Both palettes: every text on every ground it may stand on has at least 4.5:1 (WCAG 2.1, 1.4.3); all roles are set.
#include "tests/run/registered.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QSvgRenderer>

#include <cmath>

using namespace br;
using namespace Qt::StringLiterals;

namespace contrast_test {

namespace {

double channel(int value)
{
    const double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.red()) + 0.7152 * channel(color.green()) + 0.0722 * channel(color.blue());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class ContrastTest final : public QObject {
    Q_OBJECT

private slots:
    void themeOf_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void formulaIsRight()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 0.001);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.01); // the well-known grey that just fails
    }

    void tones_data() { themeOf_data(); }
    void tones()
    {
        QFETCH(bool, dark);
        const auto palette = themePalette(dark);
        const QList<QColor> grounds = {palette.color(QPalette::Window), palette.color(QPalette::Base),
            palette.color(QPalette::AlternateBase), tone(Tone::Fill, dark), tone(Tone::Selection, dark), tone(Tone::Hover, dark)};
        for (const auto which : {Tone::Text, Tone::Muted, Tone::Accent, Tone::Good, Tone::Bad, Tone::Warn, Tone::Info}) {
            for (const auto &ground : grounds) {
                const auto ratio = contrast(tone(which, dark), ground);
                QVERIFY2(ratio >= 4.5,
                    qPrintable(
                        u"tone %1 (%2) on %3: %4"_s.arg(static_cast<int>(which)).arg(tone(which, dark).name(), ground.name()).arg(ratio)));
            }
        }
    }

    void roles_data() { themeOf_data(); }
    void roles()
    {
        QFETCH(bool, dark);
        const auto palette = themePalette(dark);
        const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs
            = {{QPalette::WindowText, QPalette::Window}, {QPalette::Text, QPalette::Base}, {QPalette::Text, QPalette::AlternateBase},
                {QPalette::ButtonText, QPalette::Button}, {QPalette::HighlightedText, QPalette::Highlight},
                {QPalette::ToolTipText, QPalette::ToolTipBase}, {QPalette::PlaceholderText, QPalette::Base},
                {QPalette::PlaceholderText, QPalette::Window}, {QPalette::Link, QPalette::Base}, {QPalette::LinkVisited, QPalette::Base}};
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            for (const auto &[text, ground] : pairs) {
                const auto ratio = contrast(palette.color(group, text), palette.color(group, ground));
                QVERIFY2(ratio >= 4.5, qPrintable(u"role %1 on %2: %3"_s.arg(text).arg(ground).arg(ratio)));
            }
        }
    }

    void everyRoleIsSetInEveryGroup_data() { themeOf_data(); }
    void everyRoleIsSetInEveryGroup()
    {
        QFETCH(bool, dark);
        const auto palette = themePalette(dark);
        for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
            for (int role = 0; role < QPalette::NColorRoles; ++role)
                QVERIFY2(palette.isBrushSet(group, static_cast<QPalette::ColorRole>(role)), qPrintable(QString::number(role)));
        }
    }

    void figuresAreTabular()
    {
        QVERIFY(hasTabularFigures(typeFont(Type::Figure)));
        QVERIFY(hasTabularFigures(typeFont(Type::BigFigure)));
    }

    void everyIconIsADrawingThatFollowsTheText()
    {
        int count = 0;
        for (QDirIterator files(u":/icons"_s); files.hasNext();) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto text = file.readAll();
            QVERIFY2(text.contains("currentColor"), qPrintable(file.fileName()));
            QVERIFY2(QSvgRenderer(text).isValid(), qPrintable(file.fileName()));
            ++count;
        }
        QVERIFY(count > 60);
        applyTheme(*qApp, ThemeChoice::Light);
        const auto light = themeIcon(u"search"_s).pixmap(16, 16).toImage();
        applyTheme(*qApp, ThemeChoice::Dark);
        const auto darkOne = themeIcon(u"search"_s).pixmap(16, 16).toImage();
        QVERIFY(light != darkOne);
        QVERIFY(themeIsDark());
    }
};

} // namespace contrast_test

BR_TEST(contrast, ContrastTest)
#include "contrast.moc"
