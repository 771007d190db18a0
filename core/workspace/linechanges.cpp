#include "core/workspace/linechanges.h"

#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace br {

namespace {

using Group = std::vector<LineChange *>;

// The other change goes into this one.
void takeOver(LineChange &kept, const LineChange &other)
{
    auto &row = kept.row;
    row.moreKeys.push_back(other.row.key);
    row.moreKeys.insert(row.moreKeys.end(), other.row.moreKeys.begin(), other.row.moreKeys.end());
    row.moreServices.push_back(other.row.service);
    row.serviceName += ", " + other.row.serviceName;
    row.at = std::max(row.at, other.row.at);
    for (const auto &doubt : other.row.doubts)
        addOnce(row.doubts, doubt);
    for (const auto &reason : other.reasons)
        addOnce(kept.reasons, reason);
    row.reason = joined(kept.reasons, "; ");
}

// One change for all services of the line from one day; null where they contradict each other.
LineChange *together(Group &group)
{
    std::ranges::sort(group, [](const LineChange *a, const LineChange *b) {
        return std::tie(b->delta, a->row.serviceName, a->row.service) < std::tie(a->delta, b->row.serviceName, b->row.service);
    });
    auto *largest = group.front();
    if (largest->delta.sign() != group.back()->delta.sign()) {
        for (auto *change : group)
            change->row.problem = words("Adjusting",
                "Line %1 bills several services of the client, and they are to change in different directions (%2); decide on one quantity "
                "and "
                "change it by hand.",
                {change->line.text, largest->row.serviceName + ", " + group.back()->row.serviceName});
        return nullptr;
    }
    if (largest->delta != group.back()->delta)
        addOnce(largest->row.doubts,
            words("Adjusting", "Line %1 bills several services of the client (%2): the largest quantity of them was taken.",
                {largest->line.text, largest->row.serviceName + ", " + group.back()->row.serviceName}));
    for (size_t i = 1; i < group.size(); ++i)
        takeOver(*largest, *group[i]);
    return largest;
}

// The steps of one line, by day.
void follow(std::vector<LineChange *> &days)
{
    std::ranges::sort(days, {}, [](const LineChange *change) { return change->row.effective; });
    for (size_t i = 0; i < days.size(); ++i) {
        auto &row = days[i]->row;
        if (row.line.isEmpty())
            continue;
        if (i > 0 && !days[i - 1]->row.line.isEmpty()) {
            row.lineQuantity = days[i - 1]->row.targetLineQuantity;
            row.targetLineQuantity = row.lineQuantity + toDecimal(days[i]->delta);
        }
        if (row.targetLineQuantity.sign() < 0 && row.lineQuantity.sign() >= 0 && row.problem.empty())
            row.problem
                = words("Adjusting", "%1 shall be taken off, but line %2 has only %3; spread the change over several lines by hand.",
                    {days[i]->delta.abs().toString(), row.line.text, row.lineQuantity.toString()});
    }
}

bool isOfOneService(const std::vector<LineChange *> &days)
{
    return std::ranges::all_of(days,
        [&](const LineChange *change) { return change->row.service == days.front()->row.service && change->row.moreServices.empty(); });
}

} // namespace

void addOnce(std::vector<std::string> &texts, const std::string &text)
{
    if (!text.empty() && std::ranges::find(texts, text) == texts.end())
        texts.push_back(text);
}

std::vector<AdjustmentRow> changesByLine(std::vector<LineChange> changes)
{
    std::vector<AdjustmentRow> out;
    std::map<std::pair<ClientId, LineId>, std::map<Day, Group>> lines;
    for (auto &change : changes) {
        if (change.line.isEmpty())
            out.push_back(std::move(change.row));
        else
            lines[{change.row.client, change.line}][change.row.effective].push_back(&change);
    }
    for (auto &[line, groups] : lines) {
        std::vector<LineChange *> days;
        for (auto &[day, group] : groups) {
            if (auto *one = together(group))
                days.push_back(one);
            else
                std::ranges::transform(group, std::back_inserter(out), [](LineChange *change) { return std::move(change->row); });
        }
        if (days.size() > 1 && !isOfOneService(days)) {
            for (auto *change : days)
                change->row.problem = words("Adjusting",
                    "Line %1 bills several services of the client, and they are to change on different days; change it by hand.",
                    {change->line.text});
        } else {
            follow(days);
        }
        std::ranges::transform(days, std::back_inserter(out), [](LineChange *change) { return std::move(change->row); });
    }
    return out;
}

} // namespace br
