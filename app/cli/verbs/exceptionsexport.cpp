#include "app/cli/rulefile.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/rulemaking.h"

namespace br::cli {

namespace {

class ExceptionsExport final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"exceptions export", words("cli", "Write all exceptions to a file"),
            {workspaceFile(), {"CSV", words("cli", "the file to write")}}, {}, {"exceptions export acme.brw exceptions.csv"}, {}};
    }
    int run(const Arguments &arguments, Shell &shell) const override { return exportRuleFile(arguments, shell, exportExceptions); }
};

} // namespace

std::unique_ptr<Verb> makeExceptionsExport() { return std::make_unique<ExceptionsExport>(); }

} // namespace br::cli
