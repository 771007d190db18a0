#include "connectors/rest/manifest/emitreader.h"

#include "core/base/money.h"
#include "core/base/text.h"
#include "core/connect/recordwords.h"

#include <algorithm>
#include <array>

namespace br::rest {

namespace {

constexpr std::array<std::pair<std::string_view, RecordKind>, 6> kinds = {{{"client", RecordKind::Client}, {"line", RecordKind::Line},
    {"product", RecordKind::Product}, {"account", RecordKind::Account}, {"count", RecordKind::Count}, {"asset", RecordKind::Asset}}};

// The constants that a field may be: of a choice and of `first`, too.
void collectConstants(const FieldSpec &field, std::vector<std::string> &constants)
{
    if (field.form == FieldSpec::Form::Constant && !field.map)
        constants.push_back(field.constant);
    if (field.map) {
        for (const auto &[from, to] : field.map->values)
            constants.push_back(to);
        if (field.map->otherwise == ValueMap::Otherwise::Value)
            constants.push_back(field.map->value);
    } else if (field.form == FieldSpec::Form::Choice || field.form == FieldSpec::Form::First) {
        for (const auto &part : field.parts)
            collectConstants(part, constants);
    }
}

std::string wrongConstant(field::Slot slot, const std::string &text)
{
    if (slot == field::Measure && !measureOf(text))
        return words("manifest", "\"%1\" is no measure: purchased, assigned or used", {text});
    if (slot == field::BillingCycle && !cycleOf(text))
        return words("manifest", "\"%1\" is no billing cycle: monthly, quarterly or annual", {text});
    if ((slot == field::Billable || slot == field::RollUp) && !truthOf(text))
        return words("manifest", "\"%1\" is neither true nor false", {text});
    if (slot == field::CostMonths && !monthsOf(text))
        return words("manifest", "\"%1\" is no number of months that a cost is for: 1, 3, 12 …", {text});
    if (slot == field::Currency) {
        const auto currency = Currency::parse(text);
        return currency ? std::string() : currency.error().message;
    }
    if (std::ranges::find(field::numbers, slot) != field::numbers.end()) {
        const auto number = parseExactDecimal(text);
        return number ? std::string() : number.error().message;
    }
    return {};
}

EmitField readField(const Spot &spot, std::string_view name, const Place &place, PartReader &parts)
{
    EmitField made;
    made.slot = static_cast<field::Slot>(field::find(name).value_or(field::AccountId));
    made.value = parts.field(spot, place);
    std::vector<std::string> constants;
    collectConstants(made.value, constants);
    for (const auto &constant : constants) {
        if (auto wrong = wrongConstant(made.slot, constant); !wrong.empty())
            parts.marks().error(spot, std::move(wrong));
    }
    return made;
}

// Each list is named from the element of the one before; what follows starts at the innermost element.
void readEach(EmitSpec &made, const Spot &spot, Place &place, PartReader &parts)
{
    const auto instead = words("manifest", "name the lists one by one, \"each\": [\"contracts\", \"products\"]");
    const auto each = spot.member("each");
    const auto take = [&](const Spot &list) {
        made.each.push_back(parts.exactPath(list, place, instead));
        ++place.outers;
    };
    if (each.value.type() == JsonType::Text)
        take(each);
    for (size_t i = 0; each.value.isList() && i < each.value.size(); ++i)
        take(each.at(i));
    const auto optional = spot.member("optional");
    made.optional = optional.value.type() == JsonType::True;
    if (made.optional && made.each.empty())
        parts.marks().error(optional, words("manifest", "\"optional\" stands beside \"each\": the list that may be missing"));
}

EmitSpec readEmit(const Spot &spot, const Place &outside, PartReader &parts)
{
    EmitSpec made;
    for (const auto &[name, kind] : kinds) {
        if (spot.member("record").text() == name)
            made.record = kind;
    }
    const bool isOfPsa = made.record == RecordKind::Client || made.record == RecordKind::Line || made.record == RecordKind::Product;
    if (isOfPsa != parts.declared().isPsa)
        parts.marks().error(spot.member("record"),
            isOfPsa ? words("manifest",
                "clients, lines and products are what a PSA bills: \"side\": \"psa\"; a vendor brings accounts, counts and assets")
                    : words("manifest",
                        "accounts, counts and assets are what a vendor counts: \"side\": \"vendor\"; a PSA brings clients, lines and "
                        "products"));
    auto place = outside;
    readEach(made, spot, place, parts);
    made.when = parts.conditions(spot.member("when"), place);
    const auto skip = spot.member("skip");
    for (size_t i = 0; i < skip.value.size(); ++i) {
        const auto each = skip.at(i);
        made.skip.push_back({parts.conditions(each.member("when"), place), std::string(each.member("why").text())});
    }
    const auto fields = spot.member("fields");
    for (const auto member : fields.value)
        made.fields.push_back(readField(fields.member(member.key()), member.key(), place, parts));
    made.sums = spot.member("sum").value.type() == JsonType::True;
    made.evidence = parts.paths(spot.member("evidence"), place);
    return made;
}

} // namespace

std::vector<EmitSpec> readEmits(const Spot &spot, const Place &place, PartReader &parts)
{
    std::vector<EmitSpec> all;
    for (size_t i = 0; i < spot.value.size(); ++i)
        all.push_back(readEmit(spot.at(i), place, parts));
    return all;
}

} // namespace br::rest
