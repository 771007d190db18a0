#include "app/cli/rulefile.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/rulemaking.h"

namespace br::cli {

namespace {

class ExceptionsImport final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"exceptions import", words("cli", "Take the exceptions from a file; they take the place of all that were there"),
            {workspaceFile(), {"CSV", words("cli", "the file to read")}}, {byOption()}, {"exceptions import acme.brw exceptions.csv"},
            words("cli", "Taken whole or not at all: any wrong entry is named and nothing changes.")};
    }
    int run(const Arguments &arguments, Shell &shell) const override { return importRuleFile(arguments, shell, importExceptions); }
};

} // namespace

std::unique_ptr<Verb> makeExceptionsImport() { return std::make_unique<ExceptionsImport>(); }

} // namespace br::cli
