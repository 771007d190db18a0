#include "connectors/file/layout.h"

#include "core/base/text.h"
#include "core/connect/slots.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace br {

namespace {

using namespace Qt::StringLiterals;

template <class Take>
void eachOf(const QJsonValue &value, const Take &take)
{
    const auto list = value.toArray();
    for (const auto &item : list)
        take(item);
}

// Reads one layout; the first thing that is wrong is kept and told with its place.
class LayoutReader final {
public:
    Result<Layout> read(const QJsonObject &root)
    {
        for (const auto name : field::names)
            m_layout.slotNames.emplace_back(name);
        readHead(root);
        readColumns(root.value("columns"_L1).toObject(), root.value("required"_L1).toArray());
        eachOf(root.value("steps"_L1), [this](const QJsonValue &step) { m_layout.steps.push_back(readStep(step.toObject())); });
        eachOf(root.value("skip"_L1), [this](const QJsonValue &rule) { m_layout.skip.push_back(readSkip(rule.toObject())); });
        if (const auto split = root.value("split"_L1).toObject(); !split.isEmpty())
            m_layout.split = Split{slot(split.value("from"_L1)), slot(split.value("into"_L1)), text(split.value("by"_L1))};
        if (const auto apart = root.value("apart"_L1).toObject(); !apart.isEmpty())
            m_layout.apart = Apart{slot(apart.value("slot"_L1)), slot(apart.value("by"_L1)), foldedTexts(apart.value("always"_L1))};
        eachOf(root.value("records"_L1), [this](const QJsonValue &record) { m_layout.records.push_back(readRecord(record.toObject())); });
        if (const auto net = root.value("net"_L1).toObject(); !net.isEmpty())
            m_layout.net = NettingRule{foldedTexts(net.value("adjustments"_L1)), foldedTexts(net.value("changes"_L1)),
                net.value("credits"_L1).toBool(), net.value("cost_of_amount"_L1).toBool(), net.value("one_cycle"_L1).toBool(),
                net.value("cost_of_cycle"_L1).toBool()};
        for (const auto &name : textsOf(root.value("newest"_L1)))
            m_layout.newest.push_back(slot(toQString(name)));
        if (m_layout.id.empty() || m_layout.columns.empty() || m_layout.records.empty())
            fail("id, columns and records are needed");
        if (!m_problem.empty())
            return Error{Errc::InvalidInput, words("layout", "The layout \"%1\" cannot be used: %2", {m_layout.id, m_problem})};
        return std::move(m_layout);
    }

private:
    void fail(const std::string &what)
    {
        if (m_problem.empty())
            m_problem = what;
    }
    static std::string text(const QJsonValue &value) { return toUtf8(value.toString()); }
    static std::vector<std::string> foldedTexts(const QJsonValue &value)
    {
        auto all = textsOf(value);
        for (auto &item : all)
            item = folded(item);
        return all;
    }
    // A name that is not well known becomes a slot of this layout.
    size_t slot(const QJsonValue &value)
    {
        const auto name = text(value);
        if (name.empty())
            fail("a slot has no name");
        const auto at = std::ranges::find(m_layout.slotNames, name);
        const auto index = static_cast<size_t>(at - m_layout.slotNames.begin());
        if (at == m_layout.slotNames.end())
            m_layout.slotNames.push_back(name);
        return index;
    }
    QRegularExpression pattern(const QJsonValue &value)
    {
        QRegularExpression found(
            value.toString(), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
        if (!found.isValid())
            fail("the pattern " + text(value) + " is not a regular expression");
        return found;
    }
    void readHead(const QJsonObject &root)
    {
        m_layout.id = text(root.value("id"_L1));
        m_layout.title = text(root.value("title"_L1));
        if (m_layout.title.empty())
            m_layout.title = m_layout.id;
        const auto side = text(root.value("side"_L1));
        if (side != "psa" && side != "vendor")
            fail("side is psa or vendor");
        m_layout.side = side == "psa" ? Side::Psa : Side::Vendor;
        m_layout.sheets = textsOf(root.value("sheet"_L1));
        m_layout.detect = textsOf(root.value("detect"_L1));
        m_layout.avoid = textsOf(root.value("avoid"_L1));
        m_layout.notes = textsOf(root.value("notes"_L1));
        if (root.contains("max_unknown"_L1))
            m_layout.maxUnknown = static_cast<size_t>(std::max(0, root.value("max_unknown"_L1).toInt()));
        m_layout.accountFromFile = root.value("account_from_file"_L1).toBool();
        const auto order = text(root.value("dates"_L1));
        m_layout.dates = order == "mdy" ? DateOrder::MonthFirst : order == "dmy" ? DateOrder::DayFirst : DateOrder::Unknown;
        if (const auto decimals = text(root.value("decimals"_L1)); decimals.size() == 1)
            m_layout.decimalSign = decimals[0];
    }
    void readColumns(const QJsonObject &columns, const QJsonArray &required)
    {
        for (auto it = columns.begin(); it != columns.end(); ++it)
            m_layout.columns.push_back({slot(it.key()), textsOf(it.value()), required.contains(QJsonValue(it.key()))});
        for (const auto &name : required) {
            if (!columns.contains(name.toString()))
                fail("the required column " + text(name) + " is not described");
        }
    }
    Condition readCondition(const QJsonObject &object)
    {
        Condition condition;
        condition.slot = slot(object.value("slot"_L1));
        condition.negated = object.value("not"_L1).toBool();
        if (object.contains("in"_L1)) {
            condition.test = Condition::Test::In;
            condition.values = foldedTexts(object.value("in"_L1));
        } else if (object.contains("matches"_L1)) {
            condition.test = Condition::Test::Matches;
            condition.pattern = pattern(object.value("matches"_L1));
        } else if (object.value("zero"_L1).toBool()) {
            condition.test = Condition::Test::Zero;
        } else if (object.value("after_month"_L1).toBool()) {
            condition.test = Condition::Test::AfterMonth;
        } else if (!object.value("blank"_L1).toBool()) {
            fail("a condition tests blank, zero, after_month, in or matches");
        }
        return condition;
    }
    std::vector<Condition> readConditions(const QJsonValue &value)
    {
        std::vector<Condition> all;
        if (value.isObject())
            all.push_back(readCondition(value.toObject()));
        eachOf(value, [&](const QJsonValue &item) { all.push_back(readCondition(item.toObject())); });
        return all;
    }
    Step readStep(const QJsonObject &object)
    {
        Step step;
        step.target = slot(object.value("set"_L1));
        for (const auto &name : textsOf(object.value("from"_L1)))
            step.from.push_back(slot(toQString(name)));
        step.value = text(object.value("value"_L1));
        step.overwrite = object.value("overwrite"_L1).toBool();
        if (object.contains("match"_L1))
            step.pattern = pattern(object.value("match"_L1));
        step.member = text(object.value("member"_L1));
        const auto map = object.value("map"_L1).toObject();
        for (auto it = map.begin(); it != map.end(); ++it)
            step.map[folded(toUtf8(it.key()))] = text(it.value());
        step.isNeeded = object.value("needed"_L1).toBool();
        step.strictMap = object.value("strict"_L1).toBool();
        step.joinAll = object.contains("join"_L1);
        step.separator = text(object.value("join"_L1));
        step.when = readConditions(object.value("when"_L1));
        if (step.from.empty() && !object.contains("value"_L1))
            fail("a step needs from or value");
        return step;
    }
    SkipRule readSkip(const QJsonObject &object)
    {
        auto why = text(object.value("why"_L1));
        if (why.empty())
            why = "total or footer"; // what is left out is told, whoever wrote the layout
        return {readConditions(object.value("when"_L1)), std::move(why), object.value("warn"_L1).toBool(),
            object.value("ends_table"_L1).toBool(), object.value("unread"_L1).toBool()};
    }
    RecordRule readRecord(const QJsonObject &object)
    {
        RecordRule rule;
        const auto kind = text(object.value("record"_L1));
        if (kind != "line" && kind != "product" && kind != "count" && kind != "asset")
            fail("a record is a line, product, count or asset");
        rule.kind = kind == "line" ? RecordKind::Line
            : kind == "product"    ? RecordKind::Product
            : kind == "count"      ? RecordKind::Count
                                   : RecordKind::Asset;
        rule.when = readConditions(object.value("when"_L1));
        eachOf(object.value("steps"_L1), [&](const QJsonValue &step) { rule.steps.push_back(readStep(step.toObject())); });
        return rule;
    }

    Layout m_layout;
    std::string m_problem;
};

} // namespace

const LayoutColumn *Layout::column(size_t slot) const
{
    const auto at = std::ranges::find(columns, slot, &LayoutColumn::slot);
    return at == columns.end() ? nullptr : &*at;
}

bool Layout::makes(RecordKind kind) const
{
    return std::ranges::any_of(records, [kind](const RecordRule &rule) { return rule.kind == kind; });
}

std::vector<std::string> textsOf(const QJsonValue &value)
{
    const auto items = value.isString() ? QJsonArray{value} : value.toArray();
    std::vector<std::string> texts;
    for (const auto &item : items)
        texts.push_back(toUtf8(item.toString()));
    return texts;
}

Result<Layout> parseLayout(const std::string &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
    if (!document.isObject())
        return Error{Errc::InvalidInput, words("layout", "A layout is a JSON object; this text is not: %1", {toUtf8(error.errorString())})};
    return LayoutReader().read(document.object());
}

} // namespace br
