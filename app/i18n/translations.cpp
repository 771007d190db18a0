#include "app/i18n/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace br {

bool installTranslation(QCoreApplication &application, const QLocale &locale)
{
    auto *translator = new QTranslator(&application);
    const auto folder = QStringLiteral(":/i18n");
    // The English file holds the plurals: "1 row", "2 rows".
    const bool isThere = translator->load(locale, QStringLiteral("billingreconcile"), QStringLiteral("_"), folder)
        || translator->load(QStringLiteral("billingreconcile_en"), folder);
    return isThere && QCoreApplication::installTranslator(translator);
}

std::vector<std::string> translations()
{
    std::vector<std::string> codes;
    const auto prefix = QStringLiteral("billingreconcile_");
    for (const auto &name : QDir(QStringLiteral(":/i18n")).entryList({prefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        codes.push_back(name.mid(prefix.size()).chopped(3).toStdString());
    return codes;
}

bool installQtTranslation(QCoreApplication &application, const QLocale &locale)
{
    const auto language = QLocale::languageToCode(locale.language()).toStdString();
    const auto spoken = translations();
    if (std::ranges::find(spoken, language) == spoken.end())
        return false;
    auto *translator = new QTranslator(&application);
    const auto folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    return translator->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), folder)
        && QCoreApplication::installTranslator(translator);
}

} // namespace br
