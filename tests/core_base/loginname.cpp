// Who is at the computer: the environment first, then the account that runs the program.
#include "core/base/loginname.h"
#include "tests/run/registered.h"

#include <QtTest>

namespace loginname_test {

class LoginNameTest final : public QObject {
    Q_OBJECT

private slots:
    void cleanup()
    {
        for (const char *variable : all)
            qunsetenv(variable);
    }
    void theOwnVariableComesFirst()
    {
        qputenv("USER", "somebody");
        QCOMPARE(br::loginName(), std::string("somebody"));
        qputenv("LOGNAME", "  ");
        QCOMPARE(br::loginName(), std::string("somebody"));
        qputenv("BILLINGRECONCILE_USER", "Jana Pohl");
        QCOMPARE(br::loginName(), std::string("Jana Pohl"));
    }
    void withoutVariablesTheAccountIsNamed()
    {
#ifdef Q_OS_UNIX
        cleanup();
        QProcess id;
        id.start(QStringLiteral("id"), {QStringLiteral("-un")});
        QVERIFY(id.waitForFinished());
        QCOMPARE(br::loginName(), id.readAllStandardOutput().trimmed().toStdString());
#else
        QSKIP("NOT TESTED here: only Unix names the account without the environment");
#endif
    }

private:
    static constexpr std::array<const char *, 4> all = {"BILLINGRECONCILE_USER", "LOGNAME", "USER", "USERNAME"};
};

} // namespace loginname_test

BR_TEST(loginname, LoginNameTest)
#include "loginname.moc"
