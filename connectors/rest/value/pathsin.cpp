#include "connectors/rest/value/pathsin.h"

namespace br::rest {

void collectPaths(const Template &text, std::vector<const Path *> &paths)
{
    for (const auto &part : text.parts) {
        if (part.hasPath)
            paths.push_back(&part.path);
    }
}

void collectPaths(const FieldSpec &field, std::vector<const Path *> &paths)
{
    const bool hasPath = field.form == FieldSpec::Form::Path || field.form == FieldSpec::Form::Length;
    if (hasPath)
        paths.push_back(&field.path);
    collectPaths(field.text, paths);
    collectPaths(field.when, paths);
    for (const auto &part : field.parts)
        collectPaths(part, paths);
}

void collectPaths(const std::vector<Condition> &conditions, std::vector<const Path *> &paths)
{
    for (const auto &condition : conditions) {
        collectPaths(condition.field, paths);
        for (const auto &value : condition.values)
            collectPaths(value, paths);
        collectPaths(condition.parts, paths);
    }
}

} // namespace br::rest
