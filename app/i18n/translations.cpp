#include "app/i18n/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

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

} // namespace br
