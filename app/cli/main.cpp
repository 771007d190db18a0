#include "app/cli/language.h"
#include "app/cli/program.h"
#include "app/cli/verbs/verbs.h"
#include "app/parts/keychainondemand.h"
#include "app/parts/parts.h"
#include "app/secrets/environmentsecrets.h"
#include "core/base/clock.h"
#include "core/base/cryptoexit.h"
#include "core/base/loginname.h"
#include "core/base/text.h"
#include "core/connect/registry.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace {

std::string actingName()
{
    const auto name = br::loginName();
    return name.empty() ? "unknown" : name;
}

// Says why nothing can be printed, when something is to be.
class NoPrinter final : public br::SheetPrinter {
public:
    explicit NoPrinter(br::Error why)
        : m_why(std::move(why))
    {
    }
    br::Result<std::string> pdf(const br::TableSheet &, const std::string &) override { return m_why; }

private:
    br::Error m_why;
};

// Only a PDF needs fonts and so the graphics side of Qt.
struct Started {
    std::unique_ptr<QCoreApplication> application;
    std::unique_ptr<br::SheetPrinter> printer; // null: nothing is to be printed
};

bool isAboutPdf(const char *word) { return br::folded(word).ends_with("pdf"); }

Started start(int &argc, char **argv)
{
    auto plain = std::make_unique<QCoreApplication>(argc, argv);
    if (std::none_of(argv, argv + argc, isAboutPdf))
        return {std::move(plain), nullptr};
    const auto printing = br::loadPart<br::PrintingPart>(QStringLiteral("printing"));
    if (!printing)
        return {std::move(plain), std::make_unique<NoPrinter>(printing.error())};
    plain.reset(); // there is one application at a time
    return {(*printing)->application(argc, argv), (*printing)->printer()};
}

} // namespace

int main(int argc, char **argv)
{
    br::leaveCryptoAtExit();
    const auto started = start(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("billingreconcile-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BR_VERSION));

    std::vector<std::string> words;
    const auto given = QCoreApplication::arguments();
    for (qsizetype i = 1; i < given.size(); ++i)
        words.push_back(br::toUtf8(given[i]));

    const br::SystemClock clock;
    br::Registry registry(br::Registry::defaultFolders());
    br::KeychainOnDemand keychain;
    br::EnvironmentSecrets secrets(&keychain);
    br::Environment environment{&clock, &registry, actingName(), &secrets, started.printer.get()};
    environment.isShortLived = true;
    br::cli::Shell shell(environment);
    if (const auto spoken = br::cli::speak(*started.application, words); !spoken)
        return shell.misuse(spoken.error().message);
    const br::cli::Program program(br::cli::allVerbs(), shell);
    return program.run(words);
}
