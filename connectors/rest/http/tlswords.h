// TlsWords: why a secure connection was refused, in plain words and with what to do.
//
// Thread rule: pure functions.
#pragma once

#include <QDateTime>
#include <QList>
#include <QSslError>

#include <string>

namespace br::rest {

// `pinned`: only the authority of the source's settings was trusted. `now`: this computer's clock, for certificates out of date.
std::string tlsRefusal(const std::string &host, const QList<QSslError> &errors, bool pinned, const QDateTime &now);
std::string tlsCodes(const QList<QSslError> &errors); // for the log

} // namespace br::rest
