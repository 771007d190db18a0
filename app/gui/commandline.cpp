#include "app/gui/commandline.h"

#include "core/base/text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace br {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("CommandLine", text); }

CommandLine refused(const QString &why)
{
    std::fputs(qPrintable(why + QLatin1Char('\n')), stderr);
    CommandLine options;
    options.exitCode = 2;
    return options;
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr(QT_TRANSLATE_NOOP("CommandLine", "Compares what a managed service provider bills with what its clients use.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("file"), tr(QT_TRANSLATE_NOOP("CommandLine", "Workspace to open")), QStringLiteral("[FILE.brw]"));
    const QCommandLineOption sample(
        QStringLiteral("sample"), tr(QT_TRANSLATE_NOOP("CommandLine", "Open the sample workspace; it is made at the first time.")));
    const QCommandLineOption demo(QStringLiteral("demo-servers"),
        tr(QT_TRANSLATE_NOOP(
            "CommandLine", "Start stand-in vendors on this computer and open a workspace that syncs them; no account is needed.")));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
        tr(QT_TRANSLATE_NOOP("CommandLine", "Save a picture of every page to this folder and leave.")), QStringLiteral("folder"));
    const QCommandLineOption theme(
        QStringLiteral("theme"), tr(QT_TRANSLATE_NOOP("CommandLine", "light, dark or system")), QStringLiteral("theme"));
    const QCommandLineOption period(
        QStringLiteral("period"), tr(QT_TRANSLATE_NOOP("CommandLine", "Month to show, such as 2026-10")), QStringLiteral("month"));
    parser.addOptions({sample, demo, screenshots, theme, period});
    if (!parser.parse(arguments))
        return refused(parser.errorText());
    CommandLine options;
    if (parser.isSet(help) || parser.isSet(version)) {
        const QString text = parser.isSet(help) ? parser.helpText() : QStringLiteral("billingreconcile " BR_VERSION "\n");
        std::fputs(qPrintable(text), stdout);
        options.exitCode = 0;
        return options;
    }
    if (parser.positionalArguments().size() > 1)
        return refused(tr(QT_TRANSLATE_NOOP("CommandLine", "Only one workspace can be opened at a time.")));
    options.file = parser.positionalArguments().value(0);
    options.sample = parser.isSet(sample);
    options.demoServers = parser.isSet(demo);
    options.screenshots = parser.value(screenshots);
    if (parser.isSet(theme)) {
        const QString asked = parser.value(theme);
        options.theme = themeChoiceFromText(asked);
        if (themeChoiceText(*options.theme) != asked)
            return refused(tr(QT_TRANSLATE_NOOP("CommandLine", "--theme takes light, dark or system.")));
    }
    if (parser.isSet(period)) {
        const auto month = Period::parse(toUtf8(parser.value(period)));
        if (!month)
            return refused(toQString(month.error().message));
        options.period = *month;
    }
    return options;
}

} // namespace br
