// MeterVerb: a verb that ignores a meter of a source, or takes that back.
//
// Thread rule: main thread.
#pragma once

#include "app/cli/shell.h"
#include "app/cli/verb.h"
#include "core/domain/rules.h"

#include <string>
#include <vector>

namespace br::cli {

class MeterVerb : public Verb {
public:
    int run(const Arguments &arguments, Shell &shell) const final;

protected:
    static std::vector<PositionalInfo> meter(); // FILE.brw SOURCE METER
    virtual Status act(Workspace &workspace, const IgnoredMeter &about) const = 0;
    virtual bool ignores() const = 0;
    virtual std::string told(const IgnoredMeter &about) const = 0;
};

} // namespace br::cli
