#include "app/cli/rulefile.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class LinksExport final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"links export", words("cli", "Write all account links to a file"),
            {workspaceFile(), {"CSV", words("cli", "the file to write")}}, {}, {"links export acme.brw links.csv"}, {}};
    }
    int run(const Arguments &arguments, Shell &shell) const override { return exportRuleFile(arguments, shell, exportLinks); }
};

} // namespace

std::unique_ptr<Verb> makeLinksExport() { return std::make_unique<LinksExport>(); }

} // namespace br::cli
