#include "app/cli/arguments.h"
#include "tests/run/registered.h"

using namespace br;
using namespace br::cli;

namespace argumentstest_test {

namespace {

VerbInfo verb()
{
    return {"import", "", {{"FILE.brw", ""}, {"FILE", "", true}}, {{"period", "YYYY-MM", "", true}, {"force", "", ""}, {"o", "FILE", ""}},
        {}, {}};
}

std::string refusal(const std::vector<std::string> &words)
{
    const auto arguments = Arguments::parse(verb(), words);
    return arguments ? std::string() : arguments.error().message;
}

} // namespace

class ArgumentsTest final : public QObject {
    Q_OBJECT

private slots:
    void takesOptionsAnywhere()
    {
        const auto arguments = Arguments::parse(verb(), {"--force", "a.brw", "--period=2026-10", "x.csv", "-o", "out", "y.csv"});
        QVERIFY(arguments.ok());
        QCOMPARE(arguments->file(), std::string("a.brw"));
        QCOMPARE(arguments->from(1), (std::vector<std::string>{"x.csv", "y.csv"}));
        QCOMPARE(arguments->period()->toString(), std::string("2026-10"));
        QCOMPARE(arguments->option("o", {}), std::string("out"));
        QVERIFY(arguments->has("force"));
        QVERIFY(!arguments->wantsJson());
    }

    void everythingBehindTwoDashesIsNoOption()
    {
        const auto arguments = Arguments::parse(verb(), {"a.brw", "--period", "2026-10", "--", "--force", "-x"});
        QVERIFY(arguments.ok());
        QVERIFY(!arguments->has("force"));
        QCOMPARE(arguments->from(1), (std::vector<std::string>{"--force", "-x"}));
    }

    void refusesWhatItDoesNotKnow()
    {
        QCOMPARE(refusal({"a.brw", "x", "--period", "2026-10", "--forse"}), std::string("there is no option --forse"));
        QCOMPARE(refusal({"a.brw", "x", "--period", "2026-10", "--period", "2026-11"}), std::string("--period is given twice"));
        QCOMPARE(refusal({"a.brw", "x", "--period"}), std::string("--period needs a value: YYYY-MM"));
        QCOMPARE(refusal({"a.brw", "x", "--period", "2026-10", "--force=1"}), std::string("--force takes no value"));
    }

    void namesWhatIsMissing()
    {
        QCOMPARE(refusal({"a.brw", "--period", "2026-10"}), std::string("FILE is missing"));
        QCOMPARE(refusal({"a.brw", "x"}), std::string("--period YYYY-MM is missing"));
    }

    void oneArgumentTooManyIsNamed()
    {
        const VerbInfo check{"check", "", {{"FILE.brw", ""}}, {}, {}, {}};
        const auto arguments = Arguments::parse(check, {"a.brw", "b.brw"});
        QVERIFY(!arguments.ok());
        QCOMPARE(arguments.error().message, std::string("\"b.brw\" is one argument too many"));
    }

    void helpNeedsNothingElse()
    {
        const auto arguments = Arguments::parse(verb(), {"--help"});
        QVERIFY(arguments.ok());
        QVERIFY(arguments->wantsHelp());
    }
};

} // namespace argumentstest_test

BR_TEST(argumentstest, ArgumentsTest)
#include "argumentstest.moc"
