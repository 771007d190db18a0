// One call of the system's keychain from the command line, for realkeyring.py: set|get|remove|probe FIELD; `set` reads the secret
// from standard input. Prints one line, the code and the reason, and the secret behind it for `get`. "twice" reads, waits for a
// line of standard input, and reads again.
#include "app/keychain/systemsecrets.h"

#include <QCoreApplication>

#include <iostream>
#include <iterator>
#include <map>

using namespace br;

namespace {

const std::map<Errc, const char *> names{{Errc::NotFound, "NotFound"}, {Errc::Locked, "Locked"}, {Errc::Denied, "Denied"},
    {Errc::Unreachable, "Unreachable"}, {Errc::InvalidInput, "InvalidInput"}, {Errc::Io, "Io"}, {Errc::Damaged, "Damaged"}};

int tell(const Status &status)
{
    if (status) {
        std::cout << "done" << std::endl;
        return 0;
    }
    const auto name = names.find(status.error().code);
    std::cout << (name == names.end() ? "other" : name->second) << ' ' << status.error().message << std::endl;
    return 1;
}

int tell(const Result<Secret> &secret)
{
    if (!secret)
        return tell(Status(secret.error()));
    std::cout << "done\n" << secret->reveal() << std::flush;
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const std::string what = argc > 1 ? argv[1] : "";
    const SecretKey key{"11111111-2222-3333-4444-555555555555", SourceName("hunt/ress"), argc > 2 ? argv[2] : "api_key"};
    const auto store = systemKeychain();
    if (what == "set") {
        const std::string secret{std::istreambuf_iterator<char>(std::cin), {}};
        return tell(store->write(key, Secret(secret)));
    }
    if (what == "get")
        return tell(store->read(key));
    if (what == "remove")
        return tell(store->remove(key));
    if (what == "twice") {
        tell(store->read(key));
        std::cout << std::endl;
        std::cin.get();
        return tell(store->read(key));
    }
    return tell(store->probe());
}
