#include "app/cli/rulefile.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/rulemaking.h"

namespace br::cli {

namespace {

class ServicesExport final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"services export", words("cli", "Write all services to a file"),
            {workspaceFile(), {"JSON", words("cli", "the file to write")}}, {}, {"services export acme.brw services.json"}, {}};
    }
    int run(const Arguments &arguments, Shell &shell) const override { return exportRuleFile(arguments, shell, exportServices); }
};

} // namespace

std::unique_ptr<Verb> makeServicesExport() { return std::make_unique<ServicesExport>(); }

} // namespace br::cli
