// ListVerb: a verb that opens the workspace for reading and prints a list, as a table or as an array of JSON objects.
//
// A concrete verb says what it reads, its columns, and a row's cells and members. A period given is read and judged here.
// Thread rule: main thread.
#pragma once

#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verb.h"

#include <string>
#include <vector>

namespace br::cli {

struct Asked {
    const Arguments &arguments;
    Shell &shell;
    std::optional<Period> period; // of --period; always there where the verb requires it
};

template <class Row>
class ListVerb : public Verb {
public:
    int run(const Arguments &arguments, Shell &shell) const final
    {
        Asked asked{arguments, shell, std::nullopt};
        if (arguments.has("period")) {
            const auto period = arguments.period();
            if (!period)
                return shell.misuse(period.error().message);
            asked.period = *period;
        }
        if (const auto fits = judge(arguments); !fits)
            return shell.misuse(fits.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = read(**workspace, asked);
        if (!rows)
            return shell.fail(rows.error());
        return arguments.wantsJson() ? printJson(asked, *rows) : printTable(asked, *rows);
    }

protected:
    virtual Status judge(const Arguments &) const { return {}; } // what options allow each other; misuse otherwise
    virtual Result<std::vector<Row>> read(Workspace &workspace, const Asked &asked) const = 0;
    virtual std::vector<TextTable::Column> columns() const = 0;
    virtual std::vector<std::string> cells(const Row &row, const Asked &asked) const = 0;
    virtual void write(JsonWriter &json, const Row &row, const Asked &asked) const = 0;

private:
    int printJson(const Asked &asked, const std::vector<Row> &rows) const
    {
        return asked.shell.json([&](JsonWriter &json) {
            json.beginArray();
            for (const auto &row : rows)
                write(json, row, asked);
            json.endArray();
        });
    }

    int printTable(const Asked &asked, const std::vector<Row> &rows) const
    {
        TextTable table(columns());
        for (const auto &row : rows)
            table.add(cells(row, asked));
        asked.shell.print(table.text());
        return asked.shell.done();
    }
};

} // namespace br::cli
