// NetErrors: Qt's network errors in plain words.
//
// Qt's own texts are not used: they hold whole addresses. Thread rule: pure functions.
#pragma once

#include "core/base/result.h"

#include <QNetworkReply>

#include <string>

namespace br::rest {

// Was there no answer? An HTTP status of 400 and above is an "error" to Qt and an answer to us.
bool isTransportError(QNetworkReply::NetworkError error, int status);
Error transportError(QNetworkReply::NetworkError error, const std::string &host, const std::string &shown);
// How often such a thing is worth trying: 1 never again, 2 once again, 0 as often as allowed.
int triesWorth(QNetworkReply::NetworkError error);

} // namespace br::rest
