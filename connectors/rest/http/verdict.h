// Verdict: what becomes of a request after one exchange: its answer, an error, another try, or another address.
//
// The rules of retrying in one place. Thread rule: pure but for the jitter; one thread.
#pragma once

#include "connectors/rest/http/retryafter.h"
#include "connectors/rest/http/wire.h"

#include <string>
#include <vector>

namespace br::rest {

// A request on its way through tries and redirects.
struct Journey {
    HttpRequest request;           // as it is sent now
    std::string shown;             // host and path
    int tries = 0;                 // of this address, the one just made included
    std::vector<std::string> past; // addresses that sent us on
};

struct Verdict {
    enum class What { Answer, Fail, Again, Follow };
    What what = What::Answer;
    std::chrono::milliseconds wait{0}; // Again
    bool everyone = false;             // Again: the whole host is to be left alone so long
    Error error = {};                  // Fail
    HttpRequest next = {};             // Follow
};

Verdict verdict(const Journey &journey, const WireAnswer &answer, const HttpRules &rules, BackOff &backOff);

} // namespace br::rest
