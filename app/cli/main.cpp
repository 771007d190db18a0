#include "app/cli/language.h"
#include "app/cli/program.h"
#include "app/cli/verbs/verbs.h"
#include "app/keychain/systemsecrets.h"
#include "core/base/clock.h"
#include "core/base/loginname.h"
#include "core/base/text.h"
#include "core/connect/registry.h"

#include <QGuiApplication>
#include <QNetworkProxyFactory>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace {

std::string actingName()
{
    const auto name = br::loginName();
    return name.empty() ? "unknown" : name;
}

// Only a PDF needs fonts and so the graphics side of Qt; it never shows a window.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    const bool drawsPdf = std::any_of(argv, argv + argc, [](const char *word) { return std::string_view(word).ends_with("pdf"); });
    if (!drawsPdf)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("billingreconcile-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BR_VERSION));
    QNetworkProxyFactory::setUseSystemConfiguration(true); // also what http_proxy and no_proxy say

    std::vector<std::string> words;
    const auto given = QCoreApplication::arguments();
    for (qsizetype i = 1; i < given.size(); ++i)
        words.push_back(br::toUtf8(given[i]));

    const br::SystemClock clock;
    br::Registry registry(br::Registry::defaultFolders());
    const auto keychain = br::systemKeychain();
    const auto secrets = br::environmentBefore(keychain.get());
    br::cli::Shell shell({&clock, &registry, actingName(), secrets.get()});
    if (const auto spoken = br::cli::speak(*application, words); !spoken)
        return shell.misuse(spoken.error().message);
    const br::cli::Program program(br::cli::allVerbs(), shell);
    return program.run(words);
}
