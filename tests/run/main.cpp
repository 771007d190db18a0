#include "core/base/cryptoexit.h"
#include "tests/run/registered.h"

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#if defined(QT_WIDGETS_LIB)
#include <QApplication>
using Application = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using Application = QGuiApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace {

std::map<std::string, br::test::Registered::Run> &tests()
{
    static std::map<std::string, br::test::Registered::Run> all;
    return all;
}

int names()
{
    std::fputs("Usage: PROGRAM TEST [ARGUMENTS OF QT TEST]\nTests:\n", stderr);
    for (const auto &[name, run] : tests())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}

} // namespace

br::test::Registered::Registered(const char *name, Run run)
{
    if (!tests().emplace(name, run).second) {
        std::fprintf(stderr, "two tests are called %s\n", name);
        std::abort();
    }
}

int main(int count, char **arguments)
{
    const auto test = count > 1 ? tests().find(arguments[1]) : tests().end();
    if (test == tests().end())
        return names();
    br::leaveCryptoAtExit();
    std::vector<char *> rest(arguments, arguments + count);
    rest.erase(rest.begin() + 1);
    auto left = static_cast<int>(rest.size());
    rest.push_back(nullptr);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    Application application(left, rest.data());
    return test->second(left, rest.data());
}
