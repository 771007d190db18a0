// Stand: stand-ins of six vendors that run on this computer, so that a sync can be seen without an account anywhere.
//
// Each listens on 127.0.0.1 with a certificate of an authority made for this run. One is busy (it asks to come back in a few seconds),
// one refuses its key. Everything they tell is invented. The servers live as long as the Stand. Errors: Io, Internal. Thread
// rule: made and destroyed on one thread; the values may be read on any.
#pragma once

#include "core/base/period.h"
#include "core/base/result.h"
#include "core/domain/batch.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace br::demo {

struct StandSource {
    Source source; // of the connector `rest`, with everything to reach its stand-in
    std::map<std::string, std::string> secrets;
};

class Stand final {
public:
    static Result<std::unique_ptr<Stand>> start(Day today);
    ~Stand();
    Stand(const Stand &) = delete;
    Stand &operator=(const Stand &) = delete;

    const std::vector<StandSource> &sources() const;

private:
    Stand();
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

// What the sources are compared by: files in the program's own formats (services as JSON, account links as CSV).
std::string standServices();
std::string standLinks();

} // namespace br::demo
