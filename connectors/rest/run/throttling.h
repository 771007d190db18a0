// What a vendor's manifest calls "slow down", as the judge that the HttpClient asks of every answer.
//
// Bodies are only read where a rule needs one, and only small ones: a page of records is never read twice. Thread rule: the
// function is called on the client's thread; manifest and clock outlive it.
#pragma once

#include "connectors/rest/http/httpclient.h"
#include "connectors/rest/manifest/manifest.h"
#include "core/base/clock.h"

namespace br::rest {

std::function<std::optional<Throttle>(const HttpResponse &)> throttlingOf(const Manifest &manifest, const Clock &clock);

} // namespace br::rest
