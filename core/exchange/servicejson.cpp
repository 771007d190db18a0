#include "core/exchange/servicejson.h"

#include "core/base/jsonwriter.h"
#include "core/base/nearest.h"
#include "core/base/text.h"
#include "core/exchange/jsontree.h"

#include <algorithm>
#include <charconv>

namespace br {

namespace {

using Names = std::vector<std::string>;
using Type = JsonNode::Type;

const Names serviceMembers = {"id", "name", "group", "default_price", "currency", "billed", "counted", "combine", "distinct_by", "included",
    "minimum", "pack", "grace_days", "stale_after_days", "tolerance"};
const Names billedMembers = {"product", "each"};
const Names countedMembers = {"source", "meter", "measure", "each", "class", "status", "name"};
const Names toleranceMembers = {"quantity", "percent", "money", "cost"};
const Names measures = {"purchased", "assigned", "used", "assets"};
const Names combines = {"sum", "max", "distinct"};
const Names distincts = {"name", "id"};

// Reads the members of one object and remembers everything that is wrong with them.
class ObjectReader final {
public:
    ObjectReader(const JsonNode &node, std::string where, std::vector<RejectedRow> &problems)
        : m_node(node)
        , m_where(std::move(where))
        , m_problems(problems)
    {
    }

    bool isObject(const Names &known)
    {
        if (m_node.type != Type::Object) {
            tell(m_node, {}, words("ServiceJson", "An object { … } is expected here."));
            return false;
        }
        for (const auto &[name, node] : m_node.members) {
            if (std::ranges::find(known, name) == known.end())
                tell(node, name, words("ServiceJson", "There is no member \"%1\" here.", {name}) + didYouMean(name, known));
        }
        return true;
    }

    const JsonNode *given(const char *name) const
    {
        const auto *node = m_node.find(name);
        return node && !node->isNull() ? node : nullptr;
    }

    void text(const char *name, std::string &value, bool required = false)
    {
        const auto *node = given(name);
        if (node && node->type == Type::String)
            value = node->text;
        else if (node)
            tell(*node, name, words("ServiceJson", "A text in quotes is expected."));
        if (required && (!node || value.empty()))
            tell(node ? *node : m_node, name, words("ServiceJson", "\"%1\" is required.", {name}));
    }

    std::optional<Decimal> decimal(const char *name)
    {
        const auto *node = given(name);
        if (!node)
            return std::nullopt;
        if (node->type != Type::String && node->type != Type::Number) {
            tell(*node, name, words("ServiceJson", "A number is expected, like 4.5 or \"4.5\"."));
            return std::nullopt;
        }
        const auto value = parseExactDecimal(node->text);
        if (!value) {
            tell(*node, name, value.error().message);
            return std::nullopt;
        }
        return *value;
    }

    void decimal(const char *name, Decimal &value) { value = decimal(name).value_or(value); }

    std::optional<int> days(const char *name)
    {
        const auto *node = given(name);
        if (!node)
            return std::nullopt;
        int value = 0;
        const auto *end = node->text.data() + node->text.size();
        const auto read = std::from_chars(node->text.data(), end, value);
        if ((node->type == Type::Number || node->type == Type::String) && !node->text.empty() && read.ec == std::errc() && read.ptr == end)
            return value;
        tell(*node, name, words("ServiceJson", "A whole number of days is expected."));
        return std::nullopt;
    }

    std::optional<size_t> choice(const char *name, const Names &choices, bool required = false)
    {
        std::string value;
        text(name, value, required);
        const auto *node = given(name);
        if (!node || node->type != Type::String || (value.empty() && required))
            return std::nullopt; // text() has told it
        const auto found = std::ranges::find(choices, value);
        if (found == choices.end()) {
            tell(*given(name), name, words("ServiceJson", "It must be one of: %1.", {joined(choices, ", ")}) + didYouMean(value, choices));
            return std::nullopt;
        }
        return static_cast<size_t>(found - choices.begin());
    }

    void texts(const char *name, std::vector<std::string> &values)
    {
        const auto *node = given(name);
        if (!node)
            return;
        if (node->type == Type::String) {
            values.push_back(node->text);
            return;
        }
        const bool good
            = node->type == Type::Array && std::ranges::all_of(node->items, [](const JsonNode &item) { return item.type == Type::String; });
        if (!good) {
            tell(*node, name, words("ServiceJson", "A list of texts is expected, like [\"server\"]."));
            return;
        }
        for (const auto &item : node->items)
            values.push_back(item.text);
    }

    const std::vector<JsonNode> *list(const char *name)
    {
        const auto *node = given(name);
        if (node && node->type == Type::Array)
            return &node->items;
        tell(node ? *node : m_node, name,
            node ? words("ServiceJson", "A list [ … ] is expected.")
                 : words("ServiceJson", "\"%1\" is required; an empty list is [].", {name}));
        return nullptr;
    }

    void tell(const JsonNode &node, const std::string &member, const std::string &reason)
    {
        const auto column = m_where.empty() || member.empty() ? m_where + member : m_where + "." + member;
        m_problems.push_back({{}, node.line, column, shortened(node.text), reason});
    }

    const std::string &where() const { return m_where; }

private:
    const JsonNode &m_node;
    std::string m_where;
    std::vector<RejectedRow> &m_problems;
};

BilledBy billedOf(ObjectReader reader)
{
    BilledBy by;
    if (!reader.isObject(billedMembers))
        return by;
    reader.text("product", by.product.text, true);
    reader.decimal("each", by.each);
    return by;
}

CountedBy countedOf(ObjectReader reader)
{
    CountedBy by;
    if (!reader.isObject(countedMembers))
        return by;
    reader.text("source", by.source.text, true);
    reader.text("meter", by.meter.text, true);
    if (const auto measure = reader.choice("measure", measures, true))
        by.measure = static_cast<Measure>(*measure);
    reader.decimal("each", by.each);
    reader.texts("class", by.classes);
    reader.texts("status", by.statuses);
    reader.text("name", by.namePattern);
    return by;
}

void readPlainMembers(ObjectReader &reader, Service &service)
{
    reader.text("id", service.id.text, true);
    reader.text("name", service.name);
    reader.text("group", service.group);
    service.defaultPrice = reader.decimal("default_price");
    std::string currency;
    reader.text("currency", currency);
    if (const auto parsed = Currency::parse(currency); parsed)
        service.currency = *parsed;
    else if (!currency.empty())
        reader.tell(*reader.given("currency"), "currency", parsed.error().message);
    if (const auto combine = reader.choice("combine", combines))
        service.combine = static_cast<Combine>(*combine);
    if (const auto by = reader.choice("distinct_by", distincts))
        service.distinctBy = static_cast<DistinctBy>(*by);
    reader.decimal("included", service.included);
    reader.decimal("minimum", service.minimum);
    reader.decimal("pack", service.pack);
    service.graceDays = reader.days("grace_days").value_or(0);
    service.staleAfterDays = reader.days("stale_after_days");
}

Service serviceOf(const JsonNode &node, size_t index, std::vector<RejectedRow> &problems)
{
    Service service;
    const auto *id = node.find("id");
    const auto where = id && !id->text.empty() ? id->text : words("ServiceJson", "service %1", {std::to_string(index + 1)});
    ObjectReader reader(node, where, problems);
    if (!reader.isObject(serviceMembers))
        return service;
    readPlainMembers(reader, service);
    if (const auto *billed = reader.list("billed")) {
        for (size_t i = 0; i < billed->size(); ++i)
            service.billed.push_back(billedOf({(*billed)[i], where + ".billed[" + std::to_string(i + 1) + "]", problems}));
    }
    if (const auto *counted = reader.list("counted")) {
        for (size_t i = 0; i < counted->size(); ++i)
            service.counted.push_back(countedOf({(*counted)[i], where + ".counted[" + std::to_string(i + 1) + "]", problems}));
    }
    if (const auto *tolerance = reader.given("tolerance")) {
        ObjectReader limits(*tolerance, where + ".tolerance", problems);
        if (limits.isObject(toleranceMembers)) {
            limits.decimal("quantity", service.tolerance.quantity);
            limits.decimal("percent", service.tolerance.percent);
            service.tolerance.money = limits.decimal("money");
            limits.decimal("cost", service.tolerance.cost);
        }
    }
    return service;
}

void writeCounted(JsonWriter &json, const CountedBy &by)
{
    json.beginObject();
    json.member("source", by.source.text).member("meter", by.meter.text).member("measure", measures[static_cast<size_t>(by.measure)]);
    json.member("each", by.each.toString());
    const auto list = [&json](const char *name, const std::vector<std::string> &values) {
        if (values.empty())
            return;
        json.key(name).beginArray();
        for (const auto &value : values)
            json.text(value);
        json.endArray();
    };
    list("class", by.classes);
    list("status", by.statuses);
    if (!by.namePattern.empty())
        json.member("name", by.namePattern);
    json.endObject();
}

void writeTo(JsonWriter &json, const Service &s)
{
    json.beginObject();
    json.member("id", s.id.text).memberOrNull("name", s.name).memberOrNull("group", s.group);
    json.decimal("default_price", s.defaultPrice).memberOrNull("currency", s.currency.code());
    json.key("billed").beginArray();
    for (const auto &by : s.billed)
        json.beginObject().member("product", by.product.text).member("each", by.each.toString()).endObject();
    json.endArray().key("counted").beginArray();
    for (const auto &by : s.counted)
        writeCounted(json, by);
    json.endArray();
    json.member("combine", combines[static_cast<size_t>(s.combine)]).member("distinct_by", distincts[static_cast<size_t>(s.distinctBy)]);
    json.member("included", s.included.toString()).member("minimum", s.minimum.toString()).member("pack", s.pack.toString());
    json.number("grace_days", s.graceDays).key("stale_after_days");
    if (s.staleAfterDays)
        json.integer(*s.staleAfterDays);
    else
        json.null();
    json.key("tolerance").beginObject();
    json.member("quantity", s.tolerance.quantity.toString()).member("percent", s.tolerance.percent.toString());
    json.decimal("money", s.tolerance.money).member("cost", s.tolerance.cost.toString());
    json.endObject().endObject();
}

} // namespace

Result<ServicesRead> readServices(std::string_view text)
{
    const auto root = parseJson(text);
    if (!root)
        return root.error();
    if (root->type != Type::Array)
        return Error{Errc::InvalidInput, words("ServiceJson", "line 1: a list of services is expected: [ { \"id\": … }, … ]")};
    ServicesRead read;
    for (size_t i = 0; i < root->items.size(); ++i) {
        read.services.push_back(serviceOf(root->items[i], i, read.problems));
        read.lines.push_back(root->items[i].line);
    }
    return read;
}

Result<Service> readService(std::string_view text)
{
    const auto root = parseJson(text);
    if (!root)
        return root.error();
    std::vector<RejectedRow> problems;
    auto service = serviceOf(*root, 0, problems);
    if (!problems.empty())
        return Error{Errc::InvalidInput, problems.front().column + ": " + problems.front().reason};
    return service;
}

std::string writeServices(const std::vector<Service> &services)
{
    std::string out;
    JsonWriter json([&out](std::string_view bytes) {
        out += bytes;
        return true;
    });
    json.beginArray();
    for (const auto &service : services)
        writeTo(json, service);
    json.endArray();
    json.finish();
    return out;
}

std::string writeService(const Service &service)
{
    std::string out;
    JsonWriter json([&out](std::string_view bytes) {
        out += bytes;
        return true;
    });
    writeTo(json, service);
    json.finish();
    return out;
}

} // namespace br
