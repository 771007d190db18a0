#include "connectors/file/filereader.h"

#include "connectors/file/adaptedlayout.h"
#include "connectors/file/fileimport.h"
#include "connectors/file/layoutlibrary.h"
#include "connectors/file/nearestlayout.h"
#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <span>

namespace br {

namespace {

constexpr size_t previewRows = 240; // below the deepest header
constexpr size_t shownRows = 12;

void show(const SampledTable &sample, size_t headerAt, FilePreview &preview)
{
    preview.sheet = sample.table->sheet();
    preview.encoding = sample.table->encodingName();
    preview.delimiter = sample.table->delimiter();
    if (sample.rows.empty())
        return;
    preview.headerRow = sample.rows[headerAt].number;
    preview.header = sample.rows[headerAt].cells;
    for (size_t i = headerAt + 1; i < sample.rows.size() && preview.rows.size() < shownRows; ++i)
        preview.rows.push_back(sample.rows[i].cells);
}

using Fields = std::vector<std::pair<std::string_view, bool>>; // name of the slot, required

const Fields &fieldsOf(Side side)
{
    static const Fields psa
        = {{"client_id", false}, {"client_name", true}, {"parent_client_id", false}, {"roll_up", false}, {"agreement_id", false},
            {"agreement_name", false}, {"agreement_start", false}, {"agreement_end", false}, {"billing_cycle", false}, {"line_id", false},
            {"product_id", false}, {"product_name", true}, {"quantity", true}, {"included_quantity", false}, {"unit_price", false},
            {"unit_cost", false}, {"currency", false}, {"billable", false}, {"effective_date", false}, {"cancelled_date", false}};
    static const Fields vendor
        = {{"account_id", false}, {"account_name", true}, {"account_domain", false}, {"meter_id", false}, {"meter_name", true},
            {"subscription_id", false}, {"measure", false}, {"quantity", false}, {"unit_cost", false}, {"currency", false}, {"term", false},
            {"commitment_end", false}, {"status", false}, {"asset_id", false}, {"asset_name", false}, {"asset_class", false},
            {"assigned_at", false}, {"ended_at", false}, {"last_seen_at", false}, {"period_start", false}, {"period_end", false}};
    return side == Side::Psa ? psa : vendor;
}

QJsonObject step(const char *set, const QJsonArray &from)
{
    return {{QStringLiteral("set"), QLatin1String(set)}, {QStringLiteral("from"), from}};
}

QJsonObject constant(const char *set, const char *value)
{
    return {{QStringLiteral("set"), QLatin1String(set)}, {QStringLiteral("value"), QLatin1String(value)}};
}

Status checkName(const std::string &name)
{
    if (trimmed(name).empty() || name == "auto")
        return Error{Errc::InvalidInput, words("file", "Give the profile a name")};
    if (std::ranges::find(shippedLayouts(), name, &Layout::id) != shippedLayouts().end())
        return Error{
            Errc::InvalidInput, words("file", "\"%1\" is a layout that comes with the program. Give the profile another name", {name})};
    return {};
}

// A profile that would not recognise the file it was made of is of no use, and would be asked for again each month.
Result<LayoutProfile> proved(LayoutProfile profile, const FilePreview &preview)
{
    const auto layout = layoutOf(profile, shippedLayouts());
    if (!layout)
        return layout.error();
    const std::vector<std::string_view> cells(preview.header.begin(), preview.header.end());
    const auto binding = bind(*layout, Header(TableRow{preview.headerRow, cells, {}}));
    if (!binding.ambiguous.empty())
        return Error{Errc::InvalidInput,
            words("file", "The column \"%1\" stands more than once in the file, so it is not clear which one to read. Choose another",
                {binding.ambiguous.front()})};
    if (!binding.fits())
        return Error{
            Errc::InvalidInput, words("file", "The file would not be recognised by these columns. Choose columns that have a heading")};
    return profile;
}

Status checkMapping(Side side, const FilePreview &preview, const std::map<std::string, int> &mapping)
{
    for (const auto &entry : mapping) {
        const auto &name = entry.first;
        const int column = entry.second;
        const bool known = std::ranges::any_of(fieldsOf(side), [&name](const auto &entry) { return entry.first == name; });
        if (!known)
            return Error{Errc::InvalidInput, words("file", "There is no field \"%1\" on this side", {name})};
        if (column < 0 || static_cast<size_t>(column) >= preview.header.size())
            return Error{Errc::InvalidInput, words("file", "The field \"%1\" is mapped to a column that the file does not have", {name})};
    }
    const auto has = [&mapping](const char *field) { return mapping.contains(field); };
    if (side == Side::Psa && !((has("client_id") || has("client_name")) && (has("product_id") || has("product_name")) && has("quantity")))
        return Error{Errc::InvalidInput, words("file", "Map a client, a product and the quantity: nothing can be billed without them")};
    if (side == Side::Vendor && !(has("account_id") || has("account_name")))
        return Error{Errc::InvalidInput, words("file", "Map the account: whose product or device a row is")};
    if (side == Side::Vendor && !(has("meter_id") || has("meter_name")) && !(has("asset_id") || has("asset_name")))
        return Error{Errc::InvalidInput, words("file", "Map the product that is counted, or the device or user")};
    if (side == Side::Vendor && !has("quantity") && !(has("asset_id") || has("asset_name")))
        return Error{Errc::InvalidInput, words("file", "Map the quantity, or the device or user where each row is one")};
    return {};
}

} // namespace

Result<FilePreview> FileReader::preview(const FetchRequest &request, const std::string &file) const
{
    OpenedFile opened;
    if (const auto status = openFile(file, previewRows, opened); !status)
        return status.error();
    FilePreview preview;
    preview.file = file;
    const auto layouts = allLayouts(request.profiles, request.layout, preview.problems);
    if (!layouts)
        return layouts.error();
    const auto match = recognise(opened.samples, *layouts, request.layout, request.side);
    if (!match) {
        const auto near = nearlyFitting(opened.samples, *layouts, request.layout, request.side);
        const auto &shown = opened.samples[near ? near->table : 0];
        const auto *likely = likelyHeader(std::span(&shown, 1));
        show(shown, near ? near->headerAt : likely != nullptr ? static_cast<size_t>(likely - shown.rows.data()) : 0, preview);
        if (near)
            preview.nearest = nearLayoutOf(*near);
        preview.problems.push_back(match.error().message);
        return preview;
    }
    show(opened.samples[match->table], match->headerAt, preview);
    preview.layout = match->layout->id;
    preview.layoutTitle = match->layout->title;
    for (size_t slot = 0; slot < match->binding.columnOf.size(); ++slot) {
        if (const auto column = match->binding.columnOf[slot])
            preview.mapping[match->layout->slotNames[slot]] = static_cast<int>(*column);
    }
    preview.isOtherSideNearer = match->isOtherSideNearer;
    preview.problems.insert(preview.problems.end(), match->notes.begin(), match->notes.end());
    return preview;
}

std::vector<MappableField> FileReader::mappableFields(Side side) const
{
    std::vector<MappableField> fields;
    for (const auto &[name, required] : fieldsOf(side))
        fields.push_back({std::string(name), required});
    return fields;
}

Result<LayoutProfile> FileReader::makeProfile(
    const std::string &name, Side side, const FilePreview &preview, const std::map<std::string, int> &mapping) const
{
    if (const auto checked = checkName(name); !checked)
        return checked.error();
    if (const auto checked = checkMapping(side, preview, mapping); !checked)
        return checked.error();
    QJsonObject columns;
    QJsonArray required;
    for (const auto &[field, column] : mapping) {
        columns.insert(toQString(field), toQString(trimmed(preview.header[static_cast<size_t>(column)])));
        required.append(toQString(field));
    }
    const bool isAsset = side == Side::Vendor && (mapping.contains("asset_id") || mapping.contains("asset_name"));
    QJsonArray steps;
    if (side == Side::Psa) {
        steps = {step("client_id", {QStringLiteral("client_name")}), step("product_id", {QStringLiteral("product_name")})};
    } else {
        steps = {step("account_id", {QStringLiteral("account_name")}), step("meter_id", {QStringLiteral("meter_name")})};
        steps.append(isAsset ? constant("meter_id", "asset") : constant("measure", "used"));
    }
    const auto record = side == Side::Psa ? "line" : isAsset ? "asset" : "count";
    const QJsonObject root{{QStringLiteral("id"), toQString(name)}, {QStringLiteral("title"), toQString(name)},
        {QStringLiteral("side"), QLatin1String(side == Side::Psa ? "psa" : "vendor")}, {QStringLiteral("columns"), columns},
        {QStringLiteral("required"), required}, {QStringLiteral("steps"), steps},
        {QStringLiteral("records"), QJsonArray{QJsonObject{{QStringLiteral("record"), QLatin1String(record)}}}}};
    return proved({name, QJsonDocument(root).toJson(QJsonDocument::Compact).toStdString()}, preview);
}

Result<LayoutProfile> FileReader::adaptNearest(const std::string &name, const std::vector<LayoutProfile> &profiles,
    const FilePreview &preview, const std::map<std::string, int> &mapping) const
{
    if (const auto checked = checkName(name); !checked)
        return checked.error();
    if (!preview.nearest)
        return Error{Errc::InvalidInput, words("file", "No layout is near to this file. Map its columns")};
    auto profile = adapted(name, *preview.nearest, profiles, preview.header, mapping);
    return profile ? proved(std::move(*profile), preview) : profile.error();
}

std::vector<std::pair<std::string, std::string>> FileReader::layouts() const
{
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto &layout : shippedLayouts())
        all.emplace_back(layout.id, layout.title);
    return all;
}

} // namespace br
