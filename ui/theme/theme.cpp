#include "ui/theme/theme.h"

#include "ui/theme/outlinedstyle.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QSettings>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace br {

namespace {

bool darkNow = false;

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

// Small, so that it stays a theme and no second style: only what Fusion draws too heavy or too tight.
QString styleSheet(bool dark)
{
    const auto name = [dark](Tone which) { return tone(which, dark).name(); };
    return u"QToolTip { padding: 4px 6px; border: 1px solid %1; }"
           "QHeaderView::section { background: palette(window); color: %2; border: none; border-bottom: 1px solid %1;"
           " border-right: 1px solid %1; padding: 3px 8px; }"
           "QHeaderView::section:last { border-right: none; }"
           "QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-position: top center; width: 9px; height: 6px; }"
           "QTableView, QTreeView, QListView { border: 1px solid %1; gridline-color: %1; }"
           "QSplitter::handle { background: %1; }"_s.arg(name(Tone::Line), name(Tone::Muted));
}

QString firstInstalled(const QStringList &families)
{
    for (const auto &family : families) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return {};
}

#ifdef Q_OS_LINUX
QString settingsLine(const QString &file, const QString &key)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const auto lines = QString::fromUtf8(in.read(64 * 1024)).split(u'\n');
    for (const auto &line : lines) {
        if (line.trimmed().startsWith(key + u'='))
            return line.section(u'=', 1).trimmed();
    }
    return {};
}
#endif

} // namespace

bool systemPrefersDark()
{
#if defined(Q_OS_WIN)
    const QSettings registry(
        u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s, QSettings::NativeFormat);
    return registry.value(u"AppsUseLightTheme"_s, 1).toInt() == 0;
#elif defined(Q_OS_LINUX)
    if (qEnvironmentVariable("GTK_THEME").contains(u"dark"_s, Qt::CaseInsensitive))
        return true;
    const auto config = qEnvironmentVariable("XDG_CONFIG_HOME", QDir::homePath() + u"/.config"_s);
    const auto gtk = settingsLine(config + u"/gtk-3.0/settings.ini"_s, u"gtk-application-prefer-dark-theme"_s);
    if (gtk == u"1"_s || gtk.compare(u"true"_s, Qt::CaseInsensitive) == 0)
        return true;
    if (settingsLine(config + u"/gtk-3.0/settings.ini"_s, u"gtk-theme-name"_s).contains(u"dark"_s, Qt::CaseInsensitive))
        return true;
    if (settingsLine(config + u"/kdeglobals"_s, u"ColorScheme"_s).contains(u"dark"_s, Qt::CaseInsensitive))
        return true;
#endif
    static const bool platformIsDark = isDarkPalette(QApplication::palette()); // before we set our own
    return platformIsDark;
}

ThemeChoice themeChoiceFromText(const QString &text)
{
    return text == u"dark"_s ? ThemeChoice::Dark : text == u"light"_s ? ThemeChoice::Light : ThemeChoice::System;
}

QString themeChoiceText(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    const bool systemDark = systemPrefersDark(); // always asked first: it remembers the platform's own palette
    darkNow = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemDark);
    static const bool styled = [] {
        QApplication::setStyle(new OutlinedStyle);
        return true;
    }();
    Q_UNUSED(styled)
    QApplication::setPalette(themePalette(darkNow));
    QApplication::setFont(typeFont(Type::Body));
    application.setStyleSheet(styleSheet(darkNow));
}

QString primaryButtonStyle()
{
    return u"QAbstractButton:enabled { background: palette(highlight); color: palette(highlighted-text); border: 1px solid "
           u"palette(highlight);"
           " border-radius: 4px; padding: 4px 14px; font-weight: 600; }"
           "QAbstractButton:enabled:hover, QAbstractButton:enabled:focus { border-color: palette(window-text); }"
           "QAbstractButton:disabled { border: 1px solid palette(mid); border-radius: 4px; padding: 4px 14px; }"_s;
}

bool themeIsDark() { return darkNow; }
QColor tone(Tone which) { return tone(which, darkNow); }

bool hasTabularFigures(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const auto zero = metrics.horizontalAdvance(u'0');
    return std::ranges::all_of(u"123456789"_s, [&](QChar digit) { return qFuzzyCompare(metrics.horizontalAdvance(digit), zero); });
}

// Qt 6.4 cannot switch on the OpenType feature (QFont::setFeature is 6.7), so a family that has them by default is taken.
QFont tabularFont(const QFont &font)
{
    if (hasTabularFigures(font))
        return font;
    static const QString family = firstInstalled(
        {u"Noto Sans"_s, u"Segoe UI"_s, u"Helvetica Neue"_s, u"Open Sans"_s, u"Liberation Sans"_s, u"Arial"_s, u"DejaVu Sans"_s});
    QFont result = font;
    if (!family.isEmpty())
        result.setFamily(family);
    return result;
}

QFont typeFont(Type which)
{
    static const QFont body = [] {
        QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
#ifdef Q_OS_LINUX
        // Without a desktop's choice fontconfig answers with its default, which is wide: a narrower one fits 1280 pixels.
        if (font.family().contains(u"DejaVu"_s) || font.family() == u"Sans Serif"_s || font.family() == u"Sans"_s) {
            const auto better = firstInstalled({u"Noto Sans"_s, u"Open Sans"_s, u"Liberation Sans"_s});
            if (!better.isEmpty())
                font.setFamily(better);
        }
#endif
        font.setPointSizeF(std::clamp(font.pointSizeF(), 9.0, 11.0));
        return font;
    }();
    QFont font = body;
    const auto size = body.pointSizeF();
    switch (which) {
    case Type::Body:
        break;
    case Type::Caption:
        font.setPointSizeF(size * 0.89);
        break;
    case Type::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Heading:
        font.setPointSizeF(size * 1.12);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Title:
        font.setPointSizeF(size * 1.45);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Figure:
        return tabularFont(font);
    case Type::BigFigure:
        font.setPointSizeF(size * 1.75);
        font.setWeight(QFont::DemiBold);
        return tabularFont(font);
    }
    return font;
}

} // namespace br
