#include "app/gui/application.h"
#include "app/gui/commandline.h"
#include "app/gui/loghandler.h"
#include "app/i18n/translations.h"
#include "core/base/cryptoexit.h"

#include <QApplication>
#include <QLocale>

int main(int argc, char **argv)
{
    br::leaveCryptoAtExit();
    br::installLogHandler();
    QApplication program(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("BillingReconcile"));
    QApplication::setApplicationName(QStringLiteral("BillingReconcile"));
    QApplication::setApplicationVersion(QStringLiteral(BR_VERSION));
    br::installQtTranslation(program, QLocale());
    br::installTranslation(program, QLocale());
    const br::CommandLine options = br::readCommandLine(QApplication::arguments());
    if (options.exitCode)
        return *options.exitCode;
    br::Application application(program, options);
    application.start();
    return QApplication::exec();
}
