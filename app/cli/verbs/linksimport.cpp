#include "app/cli/rulefile.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class LinksImport final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"links import", words("cli", "Take account links from a file; links it does not name stay"),
            {workspaceFile(), {"CSV", words("cli", "the file to read")}}, {byOption()}, {"links import acme.brw links.csv"},
            words("cli", "Taken whole or not at all: any wrong entry is named and nothing changes.")};
    }
    int run(const Arguments &arguments, Shell &shell) const override { return importRuleFile(arguments, shell, importLinks); }
};

} // namespace

std::unique_ptr<Verb> makeLinksImport() { return std::make_unique<LinksImport>(); }

} // namespace br::cli
