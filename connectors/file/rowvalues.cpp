#include "connectors/file/rowvalues.h"

#include "connectors/file/membertext.h"
#include "core/base/decimal.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace br {

namespace {

std::string firstOf(const Step &step, const RowValues &values)
{
    std::string text;
    for (const auto slot : step.from) {
        const auto value = values[slot];
        if (isBlank(value))
            continue;
        if (!step.joinAll)
            return std::string(value);
        text += (text.empty() ? std::string() : step.separator) + std::string(value);
    }
    return text;
}

} // namespace

std::string matched(const QRegularExpression &pattern, const std::string &text)
{
    const auto match = pattern.match(toQString(text));
    return match.hasMatch() ? toUtf8(pattern.captureCount() > 0 ? match.captured(1) : match.captured(0)) : std::string();
}

bool isBlank(std::string_view text)
{
    if (text.empty())
        return true;
    if (text.size() > 5)
        return false;
    constexpr std::array<std::string_view, 7> words = {"-", "n/a", "null", "none", "never", "\xE2\x80\x93", "#n/a"};
    return std::ranges::find(words, folded(text)) != words.end();
}

bool holds(const Condition &condition, const RowValues &values)
{
    const auto value = values[condition.slot];
    bool found = false;
    switch (condition.test) {
    case Condition::Test::Blank:
        found = isBlank(value);
        break;
    case Condition::Test::Zero: {
        const auto number = parseDecimal(value);
        found = number && number->value.isZero();
        break;
    }
    case Condition::Test::AfterMonth:
        found = values.isAfterMonth(condition.slot);
        break;
    case Condition::Test::In:
        found = std::ranges::find(condition.values, folded(value)) != condition.values.end();
        break;
    case Condition::Test::Matches:
        found = condition.pattern.match(toQString(value)).hasMatch();
        break;
    }
    return found != condition.negated;
}

bool holdAll(const std::vector<Condition> &conditions, const RowValues &values)
{
    return std::ranges::all_of(conditions, [&values](const Condition &condition) { return holds(condition, values); });
}

std::optional<StepProblem> run(const std::vector<Step> &steps, RowValues &values)
{
    for (const auto &step : steps) {
        if ((!step.overwrite && !values[step.target].empty()) || !holdAll(step.when, values))
            continue;
        if (step.from.empty()) {
            values.setView(step.target, step.value); // lives as long as the layout
            continue;
        }
        auto text = firstOf(step, values);
        if (!step.member.empty())
            text = memberOf(text, step.member).value_or(std::string());
        if (step.pattern) {
            auto part = matched(*step.pattern, text);
            if (step.isNeeded && part.empty() && !text.empty())
                return StepProblem{step.from.front(), std::move(text)};
            text = std::move(part);
        }
        if (!step.map.empty() && !text.empty()) {
            const auto at = step.map.find(folded(text));
            if (at != step.map.end())
                text = at->second;
            else if (step.strictMap)
                return StepProblem{step.from.front(), text};
        }
        values.set(step.target, std::move(text));
    }
    return std::nullopt;
}

} // namespace br
