#include "connectors/rest/value/reading.h"

#include "connectors/rest/value/computing.h"
#include "connectors/rest/value/filling.h"
#include "connectors/rest/value/kepttables.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

JsonValue walked(JsonValue at, const std::vector<PathStep> &steps, size_t first);

// The first element in which the rest leads somewhere.
JsonValue searched(const JsonValue &list, const std::vector<PathStep> &steps, size_t first)
{
    for (const auto element : list) {
        if (const auto found = walked(element, steps, first); !found.isAbsent())
            return found;
    }
    return {};
}

bool isWhere(const JsonValue &element, const PathStep &step)
{
    auto at = element;
    for (const auto &name : step.whereName)
        at = at.member(name);
    return at.isScalar() && at.text() == step.whereText;
}

JsonValue elementWhere(const JsonValue &list, const PathStep &step)
{
    for (const auto element : list) {
        if (isWhere(element, step))
            return element;
    }
    return {};
}

JsonValue walked(JsonValue at, const std::vector<PathStep> &steps, size_t first)
{
    for (size_t i = first; i < steps.size(); ++i) {
        const auto &step = steps[i];
        switch (step.kind) {
        case PathStep::Kind::Member:
            at = at.member(step.name);
            break;
        case PathStep::Kind::Index:
            at = at.at(step.index);
            break;
        case PathStep::Kind::Element:
            return searched(at, steps, i + 1);
        case PathStep::Kind::Where:
            at = elementWhere(at, step);
            break;
        }
        if (at.isAbsent())
            return {};
    }
    return at;
}

std::optional<std::string_view> present(std::string_view text) { return text.empty() ? std::nullopt : std::optional(text); }

const ParentRecord *ancestor(const Path &path, const Scope &scope)
{
    const auto *at = scope.parent;
    for (int generation = 1; at != nullptr && generation < path.generations; ++generation)
        at = at->parent.get();
    return at;
}

JsonValue outerAt(const Path &path, const Scope &scope)
{
    const auto *at = scope.outer;
    for (int generation = 1; at != nullptr && generation < path.generations; ++generation)
        at = at->outer;
    return at == nullptr ? JsonValue() : walked(at->record, path.steps, 0);
}

std::optional<std::string_view> settingAt(const Path &path, const Scope &scope)
{
    if (scope.settings == nullptr)
        return std::nullopt;
    const auto found = scope.settings->find(path.firstName());
    return found == scope.settings->end() || found->second.empty() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::optional<std::string_view> secretAt(const Path &path, const Scope &scope)
{
    if (scope.secrets == nullptr)
        return std::nullopt;
    const auto found = scope.secrets->find(path.firstName());
    return found == scope.secrets->end() || found->second.isEmpty() ? std::nullopt : std::optional(found->second.reveal());
}

std::optional<std::string_view> headerAt(const Path &path, const Scope &scope)
{
    if (scope.headers == nullptr)
        return std::nullopt;
    for (const auto &[name, value] : *scope.headers) {
        if (name == path.answer)
            return present(trimmed(value));
    }
    return std::nullopt;
}

std::string twoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::optional<std::string_view> periodAt(std::string_view name, Period period, Scratch &scratch)
{
    if (name == "first")
        return scratch.keep(period.firstDay().toString());
    if (name == "last")
        return scratch.keep(period.lastDay().toString());
    if (name == "next_first")
        return scratch.keep(period.next().firstDay().toString());
    if (name == "previous_first")
        return scratch.keep(period.previous().firstDay().toString());
    if (name == "year")
        return scratch.keep(std::to_string(period.year()));
    return name == "month" ? std::optional(scratch.keep(twoDigits(period.month()))) : std::nullopt;
}

std::optional<std::string_view> textOf(const Path &path, const JsonValue &value, Scratch &scratch)
{
    if (value.isAbsent())
        return std::nullopt;
    const bool isTruth = value.type() == JsonType::True || value.type() == JsonType::False;
    if (auto &misfit = isTruth ? scratch.misfits.truth : scratch.misfits.structure;
        (isTruth || !value.isScalar()) && misfit.path == nullptr)
        misfit = {&path, value};
    return value.isScalar() ? value.text() : scratch.keep(value.json());
}

std::vector<std::string> namesOf(const std::vector<FieldSpec> &parts)
{
    std::vector<std::string> names;
    std::ranges::transform(parts, std::back_inserter(names), [](const FieldSpec &part) { return part.written(); });
    return names;
}

std::optional<std::string_view> firstOf(const FieldSpec &field, const Scope &scope, Scratch &scratch)
{
    for (const auto &part : field.parts) {
        if (const auto value = read(part, scope, scratch); value && !value->empty())
            return value;
    }
    return std::nullopt;
}

std::optional<std::string_view> lookedUp(const FieldSpec &field, const Scope &scope, Scratch &scratch)
{
    const auto before = scratch.misfits; // the key is not the value
    std::vector<std::string_view> values;
    for (const auto &part : field.parts) {
        if (const auto value = read(part, scope, scratch))
            values.push_back(*value);
    }
    scratch.misfits = before;
    if (values.size() != field.parts.size() || scope.tables == nullptr)
        return std::nullopt;
    const auto key = values.size() == 1 ? values[0] : scratch.keep(keyOf(values));
    return scope.tables->find(field.table, key, field.path, scratch);
}

std::optional<std::string_view> chosen(const FieldSpec &field, const Scope &scope, Scratch &scratch)
{
    const auto before = scratch.misfits; // nor is what the choice looks at
    const bool holds = holdAll(field.when, scope, scratch);
    scratch.misfits = before;
    if (holds)
        return read(field.parts[0], scope, scratch);
    return field.parts.size() > 1 ? read(field.parts[1], scope, scratch) : std::nullopt;
}

std::optional<std::string_view> madeOf(const FieldSpec &field, const Scope &scope, Scratch &scratch)
{
    switch (field.form) {
    case FieldSpec::Form::Path:
        return viewAt(field.path, scope, scratch);
    case FieldSpec::Form::Constant:
        return field.constant;
    case FieldSpec::Form::Text: {
        auto made = filled(field.text, scope, false, &scratch.misfits.structure);
        return made.text ? std::optional(scratch.keep(std::move(*made.text))) : std::nullopt;
    }
    case FieldSpec::Form::First:
        return firstOf(field, scope, scratch);
    case FieldSpec::Form::Lookup:
        return lookedUp(field, scope, scratch);
    case FieldSpec::Form::Length: {
        const auto list = jsonAt(field.path, scope);
        return list.isList() || list.isObject() ? std::optional(scratch.keep(std::to_string(list.size()))) : std::nullopt;
    }
    case FieldSpec::Form::Choice:
        return chosen(field, scope, scratch);
    case FieldSpec::Form::Add:
    case FieldSpec::Form::Subtract:
    case FieldSpec::Form::Multiply:
    case FieldSpec::Form::Divide:
        return computed(field, scope, scratch);
    }
    return std::nullopt;
}

} // namespace

std::string keyOf(const std::vector<std::string_view> &values)
{
    if (values.size() == 1)
        return std::string(values[0]);
    std::string key; // lengths keep ("a", "bc") and ("ab", "c") apart
    for (const auto value : values)
        key.append(std::to_string(value.size())).append(":").append(value);
    return key;
}

JsonValue jsonAt(const Path &path, const Scope &scope)
{
    switch (path.root) {
    case Root::Record:
        return walked(scope.record, path.steps, 0);
    case Root::Outer:
        return outerAt(path, scope);
    case Root::Page:
        return walked(scope.page, path.steps, 0);
    case Root::Parent: {
        const auto *parent = ancestor(path, scope);
        return parent == nullptr ? JsonValue() : walked(parent->tree.root(), path.steps, 0);
    }
    case Root::Answer: {
        if (scope.answers == nullptr)
            return {};
        const auto found = scope.answers->find(path.answer);
        return found == scope.answers->end() ? JsonValue() : walked(found->second.root(), path.steps, 0);
    }
    default:
        return {};
    }
}

std::optional<std::string_view> viewAt(const Path &path, const Scope &scope, Scratch &scratch)
{
    switch (path.root) {
    case Root::Settings:
        return settingAt(path, scope);
    case Root::Secrets:
        return secretAt(path, scope);
    case Root::Period:
        return periodAt(path.firstName(), scope.period, scratch);
    case Root::Today:
        return scratch.keep(scope.today.toString());
    case Root::Token:
        return present(scope.token);
    case Root::Refresh:
        return present(scope.refresh);
    case Root::Key:
        return present(scope.key);
    case Root::Header:
        return headerAt(path, scope);
    case Root::Index:
        return scope.index < 0 ? std::nullopt : std::optional(scratch.keep(std::to_string(scope.index)));
    case Root::Parent:
        if (path.firstName() == "$key") {
            const auto *parent = ancestor(path, scope);
            return parent == nullptr ? std::nullopt : present(parent->key);
        }
        break;
    default:
        break;
    }
    return textOf(path, jsonAt(path, scope), scratch);
}

std::optional<std::string> textAt(const Path &path, const Scope &scope)
{
    Scratch scratch;
    const auto found = viewAt(path, scope, scratch);
    return found ? std::optional<std::string>(*found) : std::nullopt;
}

std::optional<std::string_view> read(const FieldSpec &field, const Scope &scope, Scratch &scratch)
{
    const auto before = scratch.misfits;
    auto value = madeOf(field, scope, scratch);
    if (field.match) // whoever looks into the JSON means to
        scratch.misfits = before;
    if (field.map)
        scratch.misfits.truth = before.truth;
    if (!value && field.absentAs)
        value = *field.absentAs;
    return value && field.isChanged ? changed(field, *value, scratch) : value;
}

std::string FieldSpec::written() const
{
    switch (form) {
    case Form::Path:
        return path.written;
    case Form::Constant:
        return constant;
    case Form::Text:
        return text.written;
    case Form::Length:
        return "length(" + path.written + ")";
    case Form::Lookup:
        return table + "[" + joined(namesOf(parts), ", ") + "]." + path.written;
    default:
        return joined(namesOf(parts), ", ");
    }
}

} // namespace br::rest
