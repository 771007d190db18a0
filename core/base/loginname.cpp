#include "core/base/loginname.h"

#include "core/base/text.h"

#include <QString>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace br {

std::string loginName()
{
    for (const char *variable : {"BILLINGRECONCILE_USER", "LOGNAME", "USER", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty())
            return toUtf8(name);
    }
#ifdef Q_OS_UNIX
    // A job of cron or a container has none of them.
    if (const auto *account = getpwuid(geteuid()); account != nullptr && account->pw_name != nullptr)
        return account->pw_name;
#endif
    return {};
}

} // namespace br
