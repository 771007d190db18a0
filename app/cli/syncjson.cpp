#include "app/cli/syncjson.h"

#include "app/cli/rowsjson.h"

namespace br::cli {

namespace {

std::string_view kindCode(SettingKind kind)
{
    switch (kind) {
    case SettingKind::Text:
        return "text";
    case SettingKind::Host:
        return "host";
    case SettingKind::Number:
        return "number";
    case SettingKind::Boolean:
        return "boolean";
    case SettingKind::Choice:
        return "choice";
    }
    return {};
}

void writeSetting(JsonWriter &json, const SettingField &field)
{
    json.beginObject().member("id", field.id).member("label", field.label).memberOrNull("help", field.help);
    json.member("kind", kindCode(field.kind)).flag("required", field.required).memberOrNull("default", field.defaultValue);
    json.key("choices").beginArray();
    for (const auto &[value, label] : field.choices)
        json.beginObject().member("value", value).member("label", label).endObject();
    json.endArray().memberOrNull("pattern", field.pattern).memberOrNull("example", field.example).endObject();
}

} // namespace

void writeAttempt(JsonWriter &json, const SyncAttempt &attempt)
{
    json.beginObject().member("source", attempt.source).member("period", attempt.period.toString());
    json.member("outcome", codeOf(attempt.outcome)).memberOrNull("reason", attempt.reason);
    json.memberOrNull("started_at", attempt.startedAt).memberOrNull("ended_at", attempt.endedAt).key("batch_id");
    attempt.batchId > 0 ? json.integer(attempt.batchId) : json.null();
    json.number("rows", attempt.rows).number("requests", attempt.requests).memberOrNull("by", attempt.by).endObject();
}

void writeSyncs(JsonWriter &json, const std::vector<SyncReport> &reports, Period period)
{
    json.beginObject().member("period", period.toString()).key("sources").beginArray();
    for (const auto &report : reports) {
        json.beginObject().key("attempt");
        writeAttempt(json, report.attempt);
        json.key("batch");
        if (report.attempt.batchId > 0)
            writeBatch(json, report.import.batch);
        else
            json.null();
        writeTexts(json, "notes", report.import.notes);
        json.key("rejected");
        writeRejected(json, report.import.rejected);
        json.key("warnings");
        writeRejected(json, report.import.warnings);
        json.flag("replaced_another", report.import.replacedAnother).endObject();
    }
    json.endArray().endObject();
}

void writeVendor(JsonWriter &json, const VendorInfo &vendor)
{
    json.beginObject().member("id", vendor.id).member("name", vendor.name).member("version", vendor.version);
    json.member("side", sideCode(vendor.side)).memberOrNull("about", vendor.about).memberOrNull("permission", vendor.permission);
    json.memberOrNull("documentation", vendor.documentation).memberOrNull("file", vendor.file);
    json.flag("signs_in_by_browser", vendor.signsInByBrowser).key("settings").beginArray();
    for (const auto &field : vendor.settings)
        writeSetting(json, field);
    json.endArray().key("secrets").beginArray();
    for (const auto &secret : vendor.secrets) {
        json.beginObject().member("id", secret.id).member("label", secret.label).memberOrNull("help", secret.help);
        json.flag("required", secret.required).flag("multiline", secret.multiline).endObject();
    }
    json.endArray().endObject();
}

void writeProblems(JsonWriter &json, const std::vector<ManifestProblem> &problems)
{
    json.beginArray();
    for (const auto &problem : problems) {
        json.beginObject().member("file", problem.file).number("line", problem.line).memberOrNull("key", problem.key);
        json.member("what", problem.what).flag("error", problem.isError).endObject();
    }
    json.endArray();
}

} // namespace br::cli
