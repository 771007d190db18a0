#include "app/cli/rowsjson.h"

#include "app/cli/syncjson.h"
#include "core/words/words.h"

namespace br::cli {

namespace {

int places(Currency currency) { return currency.isNone() ? 2 : currency.minorPlaces(); }

void writePrice(JsonWriter &json, const std::optional<CyclePrice> &price)
{
    const auto perMonth = price ? std::optional(price->perMonth()) : std::nullopt;
    json.decimal("unit_price", perMonth, price ? places(price->currency) : 0);
}

void writeTrace(JsonWriter &json, const Trace &trace)
{
    json.key("trace").beginArray();
    for (const auto &step : trace) {
        json.beginObject().member("step", traceCode(step.code));
        json.key("entry");
        step.entry < 0 ? json.null() : json.integer(step.entry);
        json.decimal("quantity", std::optional(step.quantity)).decimal("amount", std::optional(step.amount));
        json.decimal("running", std::optional(step.running)).memberOrNull("text", step.text).memberOrNull("text2", step.text2);
        json.member("sentence", stepText(step)).endObject();
    }
    json.endArray();
}

void writeSubject(JsonWriter &json, const Subject &subject)
{
    json.member("client_id", subject.client).member("service_id", subject.service).member("other_service_id", subject.otherService);
    json.member("source", subject.source).member("account_id", subject.account).member("meter_id", subject.meter);
    json.member("product_id", subject.product).memberOrNull("asset_key", subject.assetKey);
}

void writeNames(JsonWriter &json, const DiscrepancyRow &row)
{
    json.memberOrNull("client_name", row.clientName).memberOrNull("service_name", row.serviceName);
    json.memberOrNull("other_service_name", row.otherServiceName).memberOrNull("account_name", row.accountName);
    json.memberOrNull("meter_name", row.meterName).memberOrNull("product_name", row.productName);
}

} // namespace

void writePosition(JsonWriter &json, const Position &position)
{
    const auto currency = position.price ? position.price->currency : Currency();
    json.beginObject().member("client_id", position.client).member("service_id", position.service);
    json.decimal("billed", std::optional(position.billed))
        .decimal("counted", position.counted)
        .decimal("difference", position.difference());
    writePrice(json, position.price);
    json.memberOrNull("currency", currency.code()).decimal("impact", position.impact, places(currency));
    json.flag("verified", position.isVerified());
    writeTrace(json, position.trace);
    json.member("standing", standingCode(position.standing));
    writeMoment(json, "stale_since", position.staleSince);
    json.flag("has_active_line", position.hasActiveLine).member("line_id", position.adjustableLine);
    json.endObject();
}

void writeDiscrepancy(JsonWriter &json, const DiscrepancyRow &row)
{
    const auto &found = row.discrepancy;
    json.beginObject().member("key", row.key).member("kind", kindCode(found.kind));
    writeSubject(json, subjectOf(found));
    json.decimal("billed", found.billed)
        .decimal("counted", found.counted)
        .decimal("difference", found.difference)
        .decimal("quantity", found.quantity);
    writePrice(json, found.price);
    json.memberOrNull("currency", found.currency.code()).decimal("impact", found.impact, places(found.currency));
    json.flag("estimate", found.isEstimate);
    writeMoment(json, "since", found.since);
    writeMoment(json, "until", found.until);
    json.member("state", stateCode(row.state)).member("explanation", explanation(row));
    writeNames(json, row);
    writeTexts(json, "sources", row.sources);
    json.decimal("vendor_unit_cost", found.otherAmount, places(found.currency))
        .decimal("line_unit_cost", found.lineCost, places(found.currency));
    json.memberOrNull("decided_by", row.decidedBy).memberOrNull("decided_at", row.decidedAt).memberOrNull("reason", row.reason);
    json.decimal("target_quantity", row.targetQuantity);
    writeMoment(json, "effective", row.effective);
    writeMoment(json, "accepted_until", row.until);
    json.number("notes", row.notes).member("concerned_client_id", concernedClient(found)).endObject();
}

void writeBatch(JsonWriter &json, const Batch &batch)
{
    json.beginObject().number("id", batch.id).member("source", batch.source).member("side", sideCode(batch.side));
    json.member("period", batch.period.toString()).member("connector_version", batch.connectorVersion);
    json.member("imported_at", batch.importedAt).member("sha256", batch.sha256);
    json.number("rows_in", batch.rowsIn).number("rows_kept", batch.rowsKept).number("rows_rejected", batch.rowsRejected);
    json.number("duration_ms", batch.durationMs).flag("complete", batch.complete).key("files").beginArray();
    for (const auto &file : batch.files) {
        json.beginObject().member("name", file.name).member("sha256", file.sha256).number("bytes", file.bytes);
        json.memberOrNull("layout", file.layout).number("rows_in", file.rowsIn).number("rows_kept", file.rowsKept);
        json.number("rows_rejected", file.rowsRejected).number("pages", file.pages).key("declared_total");
        file.declaredTotal ? json.integer(*file.declaredTotal) : json.null();
        json.endObject();
    }
    json.endArray().member("origin", batch.isSync ? "sync" : "import").number("requests", batch.requests);
    json.memberOrNull("server_date", batch.serverDate).flag("held", batch.holding == Holding::Held);
    json.flag("confirmed", batch.holding == Holding::Confirmed).endObject();
}

void writeRejected(JsonWriter &json, const RejectedRow &row)
{
    json.beginObject().member("file", row.file).number("row", row.row).memberOrNull("column", row.column);
    json.member("value", row.value).member("reason", row.reason).endObject();
}

void writeRejected(JsonWriter &json, const std::vector<RejectedRow> &rows)
{
    json.beginArray();
    for (const auto &row : rows)
        writeRejected(json, row);
    json.endArray();
}

void writeImport(JsonWriter &json, const ImportReport &report, const ImportRequest &request)
{
    json.beginObject().flag("imported", !report.refused).member("source", request.source).member("period", request.period.toString());
    json.key("refused");
    report.refused ? json.text(report.refused->message) : json.null();
    json.key("batch");
    writeBatch(json, report.batch);
    json.key("rejected");
    writeRejected(json, report.rejected);
    json.key("warnings");
    writeRejected(json, report.warnings);
    writeTexts(json, "notes", report.notes);
    json.flag("replaced_another", report.replacedAnother).endObject();
}

void writeSource(JsonWriter &json, const SourceRow &row, bool hasPeriod)
{
    json.beginObject().member("name", row.source.name).member("side", sideCode(row.source.side)).member("connector", row.source.connector);
    json.number("batches", row.batches).key("has_period");
    hasPeriod ? json.boolean(row.fresh) : json.null();
    for (const auto &[name, batch] : {std::pair("batch", &row.batch), std::pair("last_batch", &row.lastBatch)}) {
        json.key(name);
        if (*batch)
            writeBatch(json, **batch);
        else
            json.null();
    }
    json.key("held");
    row.held ? writeBatch(json, *row.held) : (void)json.null();
    json.key("last_sync");
    row.lastAttempt ? writeAttempt(json, *row.lastAttempt) : (void)json.null();
    json.endObject();
}

void writeFileReport(JsonWriter &json, const FileReport &report)
{
    json.beginObject()
        .flag("imported", report.rejected.empty())
        .number("rows_in", report.rowsIn)
        .number("kept", report.kept)
        .key("rejected");
    writeRejected(json, report.rejected);
    writeTexts(json, "warnings", report.warnings);
    json.endObject();
}

void writeDecision(JsonWriter &json, const Decision &decision)
{
    const auto &seen = decision.seen;
    json.beginObject().member("key", decision.key).member("act", actCode(decision.act)).decimal("quantity", decision.targetQuantity);
    writeMoment(json, "from", decision.effective);
    writeMoment(json, "until", decision.until);
    json.memberOrNull("reason", decision.reason).member("by", decision.by).member("at", decision.at).key("seen").beginObject();
    json.decimal("billed", seen.billed)
        .decimal("counted", seen.counted)
        .decimal("difference", seen.difference)
        .decimal("quantity", seen.quantity);
    json.decimal("impact", seen.impact, places(seen.currency)).memberOrNull("currency", seen.currency.code()).endObject().endObject();
}

void writeNote(JsonWriter &json, const Note &note)
{
    json.beginObject().memberOrNull("key", note.key).member("client_id", note.client).member("text", note.text);
    json.member("by", note.by).member("at", note.at).endObject();
}

void writeTexts(JsonWriter &json, std::string_view name, const std::vector<std::string> &texts)
{
    json.key(name).beginArray();
    for (const auto &text : texts)
        json.text(text);
    json.endArray();
}

void writeAdjustment(JsonWriter &json, const AdjustmentRow &row)
{
    json.beginObject().member("key", row.key).member("client_id", row.client).member("client_name", row.clientName);
    json.member("service_id", row.service).member("service_name", row.serviceName).member("agreement_id", row.agreement);
    json.memberOrNull("agreement_name", row.agreementName).member("line_id", row.line).member("product_id", row.product);
    json.memberOrNull("product_name", row.productName).decimal("billed", std::optional(row.billed)).decimal("counted", row.counted);
    json.decimal("quantity", std::optional(row.targetQuantity)).decimal("line_quantity", std::optional(row.lineQuantity));
    json.decimal("target_line_quantity", std::optional(row.targetLineQuantity)).member("from", row.effective.toString());
    writePrice(json, row.price);
    json.memberOrNull("currency", row.currency.code()).decimal("impact", row.impact, places(row.currency));
    json.memberOrNull("reason", row.reason).member("by", row.by).member("at", row.at).memberOrNull("problem", row.problem);
    writeTexts(json, "notes", row.doubts);
    json.endObject();
}

void writeMonies(JsonWriter &json, std::string_view name, const std::vector<Money> &monies)
{
    json.key(name).beginArray();
    for (const auto &money : monies)
        json.beginObject().member("amount", money.toString()).memberOrNull("currency", money.currency.code()).endObject();
    json.endArray();
}

} // namespace br::cli
