#include "app/cli/cliprogress.h"
#include "app/cli/firstrecords.h"
#include "app/cli/hiddeninput.h"
#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/vendorchoice.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/connect/secretsofsource.h"

#include <algorithm>
#include <charconv>

namespace br::cli {

namespace {

constexpr int enough = 2000;               // records, then the run is ended
constexpr int64_t rejectLimitPercent = 10; // as a sync has it

struct Tried {
    FirstRecords records;
    Result<FetchSummary> summary;
};

// What a sync would refuse of these answers; empty: nothing.
std::string refusal(const Tried &tried)
{
    int64_t rows = 0;
    int64_t rejected = 0;
    for (const auto &file : tried.records.streams()) {
        rows += file.rowsIn;
        rejected += file.rowsRejected;
    }
    if (rows == 0 || (rejected < rows && rejected * 100 <= rows * rejectLimitPercent))
        return {};
    return words("cli", "A sync would store nothing: %1 of %2 records are rejected, more than %3 %",
        {std::to_string(rejected), std::to_string(rows), std::to_string(rejectLimitPercent)});
}

std::string told(const ReadStream &stream)
{
    auto text = words("cli", "%1: %2 records on %3 pages", {stream.name, std::to_string(stream.records), std::to_string(stream.pages)});
    if (stream.lists != 1)
        text += ", " + words("cli", "%1 lists", {std::to_string(stream.lists)});
    text += ", " + (stream.declared ? words("cli", "%1 declared", {std::to_string(*stream.declared)}) : words("cli", "no total declared"));
    if (!stream.ended.empty())
        text += ", " + words("cli", "ended since %1", {joined(stream.ended, "; ")});
    return text;
}

void writeStreams(JsonWriter &json, const Tried &tried)
{
    json.key("streams").beginArray();
    for (const auto &stream : tried.summary ? tried.summary->streams : std::vector<ReadStream>()) {
        json.beginObject().member("stream", stream.name).number("lists", stream.lists).number("pages", stream.pages);
        json.number("records", stream.records);
        if (stream.declared)
            json.number("declared", *stream.declared);
        else
            json.key("declared").null();
        writeTexts(json, "ended", stream.ended);
        writeTexts(json, "absent", stream.absent);
        json.endObject();
    }
    json.endArray();
}

class ConnectorTry final : public Verb {
public:
    VerbInfo info() const override
    {
        VerbInfo info{"connector try", words("cli", "Try a vendor's manifest: sign in and show the first records; nothing is stored"),
            {{"MANIFEST", words("cli", "a JSON file")}},
            {{"secret", "FIELD", words("cli", "a secret that is read from standard input, one after the other"), false, true},
                {"records", "N", words("cli", "how many of each kind and stream; without it 3")},
                {"period", "YYYY-MM", words("cli", "the month that is asked for; without it the present one")}},
            {"connector try my-vendor.json --set region=eu --secret api_key", "connector try my-vendor.json --set region=eu"},
            words("cli", "A secret that --secret does not name comes from BILLINGRECONCILE_SECRET_TRY_<FIELD>.")};
        for (auto &option : connectionOptions())
            info.options.push_back(std::move(option));
        return info;
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto records = numberOf(arguments.option("records", "3"));
        if (!records)
            return shell.misuse(words("cli", "--records is \"%1\"; it takes a whole number above zero", {arguments.option("records", {})}));
        const auto environment = shell.environment(arguments);
        const auto period = arguments.has("period") ? arguments.period() : Result<Period>(Period::of(environment.clock->today()));
        if (!period)
            return shell.misuse(period.error().message);
        const auto catalogue = catalogueOf(environment.registry, "rest");
        if (!catalogue)
            return shell.fail(catalogue.error());
        const auto vendor = (*catalogue)->load(arguments.at(0));
        if (!vendor)
            return shell.fail(vendor.error());
        const auto settings = settingsFrom(arguments, *vendor, arguments.at(0));
        if (!settings)
            return shell.fail(settings.error());
        SecretsOfSource secrets(environment.secrets, {}, SourceName("try"));
        if (const auto asked = ask(arguments, *vendor, secrets); !asked)
            return shell.fail(asked.error());
        FetchRequest request;
        request.source = SourceName("try");
        request.side = vendor->side;
        request.period = *period;
        request.settings = *settings;
        request.today = environment.clock->today();
        request.secrets = &secrets;
        const auto tried = fetch(environment, request, *records);
        return arguments.wantsJson() ? writeJson(tried, shell) : tell(tried, shell);
    }

private:
    static std::optional<int> numberOf(const std::string &text)
    {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc() && end == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
    }

    static Status ask(const Arguments &arguments, const VendorInfo &vendor, SecretsOfSource &secrets)
    {
        for (const auto &id : arguments.all("secret")) {
            const auto field = std::ranges::find(vendor.secrets, id, &SecretField::id);
            if (field == vendor.secrets.end())
                return Error{Errc::InvalidInput, words("cli", "%1 has no secret \"%2\"", {vendor.name, id})};
            // Several come line by line; only the last may have lines of its own.
            auto secret = readHidden(field->label, field->multiline, arguments.all("secret").size() > 1);
            if (!secret)
                return secret.error();
            secrets.supply(id, std::move(*secret));
        }
        return {};
    }

    static Tried fetch(const Environment &environment, const FetchRequest &request, int records)
    {
        Tried tried{FirstRecords(records, enough), Error{Errc::Internal, {}}};
        const auto plugin = environment.registry->plugin("rest");
        if (!plugin) {
            tried.summary = plugin.error();
            return tried;
        }
        CliProgress progress;
        tried.summary = (*plugin)->create()->fetch(request, tried.records, progress);
        // We ended it ourselves.
        if (!tried.summary && tried.records.sawEnough())
            tried.summary = FetchSummary{{words("cli", "The dry run was ended after %1 records.", {std::to_string(enough)})}, {}, 0};
        return tried;
    }

    static int writeJson(const Tried &tried, Shell &shell)
    {
        const auto reason = tried.summary ? refusal(tried) : tried.summary.error().message;
        const int written = shell.json([&](JsonWriter &json) {
            json.beginObject().flag("works", reason.empty());
            json.memberOrNull("reason", reason).key("records").beginArray();
            for (const auto &record : tried.records.records()) {
                json.beginObject().member("stream", record.stream).member("record", record.kind).key("fields").beginObject();
                for (const auto &[name, value] : record.fields)
                    json.member(name, value);
                json.endObject().endObject();
            }
            json.endArray().key("rejected");
            writeRejected(json, tried.records.rejected());
            json.key("warnings");
            writeRejected(json, tried.records.warnings());
            writeTexts(json, "notes", tried.summary ? tried.summary->warnings : std::vector<std::string>());
            writeStreams(json, tried);
            json.endObject();
        });
        if (!tried.summary)
            return shell.fail(tried.summary.error());
        return reason.empty() ? written : shell.fail(Error{Errc::Refused, reason});
    }

    static int tell(const Tried &tried, Shell &shell)
    {
        std::string stream;
        for (const auto &record : tried.records.records()) {
            if (record.stream != stream)
                shell.say(record.stream);
            stream = record.stream;
            std::vector<std::string> fields;
            for (const auto &[name, value] : record.fields)
                fields.push_back(name + "=" + value);
            shell.say("  " + record.kind + ": " + joined(fields, " "));
        }
        for (const auto &row : tried.records.rejected())
            shell.say(words("cli", "rejected: %1", {row.file + ", " + std::to_string(row.row) + ": " + row.reason}));
        for (const auto &row : tried.records.warnings())
            shell.say(words("cli", "warning: %1", {row.file + ", " + std::to_string(row.row) + ": " + row.reason}));
        if (!tried.summary)
            return shell.fail(tried.summary.error());
        for (const auto &read : tried.summary->streams) {
            shell.say(told(read));
            for (const auto &absent : read.absent)
                shell.say(words(
                    "cli", "warning: %1", {words("cli", "%1: nothing was ever there at %2: is the path right?", {read.name, absent})}));
        }
        for (const auto &note : tried.summary->warnings)
            shell.say(words("cli", "note: %1", {note}));
        shell.say(words("cli", "Nothing was stored."));
        const auto refused = refusal(tried);
        return refused.empty() ? shell.done() : shell.fail(Error{Errc::Refused, refused});
    }
};

} // namespace

std::unique_ptr<Verb> makeConnectorTry() { return std::make_unique<ConnectorTry>(); }

} // namespace br::cli
