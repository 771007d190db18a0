#include "connectors/file/adaptedlayout.h"

#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace br {

namespace {

using namespace Qt::StringLiterals;

QJsonArray listOf(const QJsonValue &value) { return value.isString() ? QJsonArray{value} : value.toArray(); }

LayoutColumn *columnOf(Layout &layout, const std::string &slot)
{
    const auto found = std::ranges::find_if(layout.columns, [&](const LayoutColumn &one) { return layout.slotNames[one.slot] == slot; });
    return found == layout.columns.end() ? nullptr : &*found;
}

Result<Layout> readAdapted(const LayoutProfile &profile, const QJsonObject &root, const std::vector<Layout> &shipped)
{
    const auto like = toUtf8(root.value("like"_L1).toString());
    const auto base = std::ranges::find(shipped, like, &Layout::id);
    if (base == shipped.end())
        return Error{Errc::InvalidInput,
            words("file",
                "The profile %1 is made of the layout \"%2\", which this program does not have. Remove the profile and map the columns "
                "again.",
                {profile.name, like})};
    Layout layout = *base;
    const auto columns = root.value("columns"_L1).toObject();
    for (auto it = columns.begin(); it != columns.end(); ++it) {
        auto *column = columnOf(layout, toUtf8(it.key()));
        if (column == nullptr)
            return Error{Errc::InvalidInput,
                words("file",
                    "The profile %1 names the column \"%2\", which the layout \"%3\" does not have. Remove the profile and map the columns "
                    "again.",
                    {profile.name, toUtf8(it.key()), like})};
        const auto names = textsOf(it.value());
        column->aliases.insert(column->aliases.end(), names.begin(), names.end());
    }
    for (const auto &slot : textsOf(root.value("required"_L1))) {
        if (auto *column = columnOf(layout, slot))
            column->required = true;
    }
    layout.isAdapted = true;
    const auto without = textsOf(root.value("without"_L1));
    std::erase_if(layout.detect, [&](const std::string &heading) { return std::ranges::find(without, heading) != without.end(); });
    return layout;
}

// Behind those that stand there already: a column of the old name is still the better one.
void addName(QJsonObject &object, const QString &slot, const QString &name)
{
    auto columns = object.value("columns"_L1).toObject();
    auto names = listOf(columns.value(slot));
    if (!names.contains(name))
        names.append(name);
    columns.insert(slot, names);
    object.insert("columns"_L1, columns);
}

// A column may fill several slots: what is said of it counts for all.
std::map<std::string, int> everySlot(const NearLayout &nearest, std::map<std::string, int> mapping)
{
    for (const auto &field : nearest.missing) {
        for (const auto &other : nearest.missing) {
            if (const auto said = mapping.find(other.name); said != mapping.end() && other.heading == field.heading)
                mapping.emplace(field.name, said->second);
        }
    }
    return mapping;
}

} // namespace

Result<Layout> layoutOf(const LayoutProfile &profile, const std::vector<Layout> &shipped)
{
    const auto root = QJsonDocument::fromJson(QByteArray::fromStdString(profile.json)).object();
    auto layout = root.contains("like"_L1) ? readAdapted(profile, root, shipped) : parseLayout(profile.json);
    if (!layout)
        return layout.error();
    layout->id = profile.name;
    layout->title = profile.name;
    layout->isProfile = true;
    return layout;
}

Result<LayoutProfile> adapted(const std::string &name, const NearLayout &nearest, const std::vector<LayoutProfile> &profiles,
    const std::vector<std::string> &header, const std::map<std::string, int> &mapping)
{
    for (const auto &[field, column] : mapping) {
        const bool isMissing = std::ranges::find(nearest.missing, field, &MappableField::name) != nearest.missing.end();
        if (!isMissing || column < 0 || static_cast<size_t>(column) >= header.size())
            return Error{Errc::InvalidInput, words("file", "The field \"%1\" is mapped to a column that the file does not have", {field})};
    }
    for (const auto &field : nearest.missing) {
        for (const auto &other : nearest.missing) {
            const auto one = mapping.find(field.name);
            const auto two = mapping.find(other.name);
            if (one != mapping.end() && two != mapping.end() && field.heading != other.heading && one->second == two->second)
                return Error{Errc::InvalidInput,
                    words("file", "The columns \"%1\" and \"%2\" cannot both be \"%3\"",
                        {field.heading, other.heading, header[static_cast<size_t>(one->second)]})};
        }
    }
    const auto columns = everySlot(nearest, mapping);
    for (const auto &field : nearest.missing) {
        if (field.required && !columns.contains(field.name))
            return Error{Errc::InvalidInput, words("file", "Say which column is \"%1\": the layout needs it", {field.heading})};
    }
    const auto own = nearest.isProfile ? std::ranges::find(profiles, nearest.id, &LayoutProfile::name) : profiles.end();
    QJsonObject root;
    if (own != profiles.end())
        root = QJsonDocument::fromJson(QByteArray::fromStdString(own->json)).object();
    else
        root.insert("like"_L1, toQString(nearest.id));
    root.insert("id"_L1, toQString(name));
    root.insert("title"_L1, toQString(name));
    for (const auto &[field, column] : columns)
        addName(root, toQString(field), toQString(trimmed(header[static_cast<size_t>(column)])));
    const bool isLike = root.contains("like"_L1);
    auto headings = listOf(root.value(isLike ? "without"_L1 : "detect"_L1));
    for (const auto &tell : nearest.tells) {
        const auto at = headings.toVariantList().indexOf(toQString(tell));
        if (isLike && at < 0)
            headings.append(toQString(tell));
        else if (!isLike && at >= 0)
            headings.removeAt(at);
    }
    if (!headings.isEmpty() || root.contains("detect"_L1))
        root.insert(isLike ? "without"_L1 : "detect"_L1, headings);
    if (isLike && !nearest.tells.empty()) {
        auto required = listOf(root.value("required"_L1));
        for (const auto &slot : nearest.found) {
            if (!required.contains(toQString(slot)))
                required.append(toQString(slot));
        }
        root.insert("required"_L1, required);
    }
    return LayoutProfile{name, QJsonDocument(root).toJson(QJsonDocument::Compact).toStdString()};
}

} // namespace br
