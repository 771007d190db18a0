#include "app/cli/shell.h"
#include "app/cli/syncjson.h"
#include "app/cli/vendorchoice.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::cli {

namespace {

class ConnectorCheck final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"connector check", words("cli", "Check a vendor's manifest: what is wrong, by line and key"),
            {{"MANIFEST", words("cli", "a JSON file; connector schema prints its grammar")}}, {}, {"connector check my-vendor.json"},
            words("cli", "Exit code 1 when the manifest cannot be used.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto catalogue = catalogueOf(shell.environment(arguments).registry, "rest");
        if (!catalogue)
            return shell.fail(catalogue.error());
        const auto problems = (*catalogue)->check(arguments.at(0));
        if (!problems)
            return shell.fail(problems.error());
        const bool isGood = std::ranges::none_of(*problems, &ManifestProblem::isError);
        int written = 0;
        if (arguments.wantsJson()) {
            written = shell.json([&](JsonWriter &json) {
                json.beginObject().member("manifest", arguments.at(0)).flag("good", isGood).key("problems");
                writeProblems(json, *problems);
                json.endObject();
            });
        } else {
            for (const auto &problem : *problems)
                shell.say(lineOf(problem));
            if (isGood)
                shell.say(words("cli", "%1 can be used.", {arguments.at(0)}));
            written = shell.done();
        }
        return isGood ? written : shell.fail({Errc::InvalidInput, words("cli", "%1 cannot be used", {arguments.at(0)})});
    }

private:
    static std::string lineOf(const ManifestProblem &problem)
    {
        auto line = problem.file + (problem.line > 0 ? ":" + std::to_string(problem.line) : std::string()) + ": ";
        line += problem.isError ? words("cli", "error") : words("cli", "warning");
        if (!problem.key.empty())
            line += " " + words("cli", "at %1", {problem.key});
        return line + ": " + problem.what;
    }
};

} // namespace

std::unique_ptr<Verb> makeConnectorCheck() { return std::make_unique<ConnectorCheck>(); }

} // namespace br::cli
