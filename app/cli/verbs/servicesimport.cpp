#include "app/cli/rulefile.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/rulemaking.h"

namespace br::cli {

namespace {

class ServicesImport final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"services import", words("cli", "Take the services from a file; they take the place of all that were there"),
            {workspaceFile(), {"JSON", words("cli", "the file to read")}}, {byOption()}, {"services import acme.brw services.json"},
            words("cli", "Taken whole or not at all: any wrong entry is named and nothing changes.")};
    }
    int run(const Arguments &arguments, Shell &shell) const override { return importRuleFile(arguments, shell, importServices); }
};

} // namespace

std::unique_ptr<Verb> makeServicesImport() { return std::make_unique<ServicesImport>(); }

} // namespace br::cli
