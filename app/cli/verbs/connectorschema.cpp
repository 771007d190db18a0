#include "app/cli/shell.h"
#include "app/cli/vendorchoice.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"

#include <QFile>

namespace br::cli {

namespace {

class ConnectorSchema final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"connector schema", words("cli", "Print the grammar of manifests, a JSON Schema that editors complete by"), {}, {},
            {"connector schema > manifest.schema.json"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        // The plugin carries it.
        const auto catalogue = catalogueOf(shell.environment(arguments).registry, "rest");
        if (!catalogue)
            return shell.fail(catalogue.error());
        QFile file(QStringLiteral(":/connectors/vendors/manifest.schema.json"));
        if (!file.open(QIODevice::ReadOnly))
            return shell.fail({Errc::Internal, words("cli", "the connector carries no grammar")});
        shell.print(file.readAll().toStdString());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeConnectorSchema() { return std::make_unique<ConnectorSchema>(); }

} // namespace br::cli
