// ManyRows: made-up rows of a list, the same for every run.
#pragma once

#include "core/domain/rows.h"

#include <QRandomGenerator>

#include <string>
#include <vector>

namespace br {

// Ten thousand clients by a hundred services; with `assets` each row of the last nine tenths names an asset of its own instead.
inline std::vector<DiscrepancyRow> manyRows(int from, int count, bool assets)
{
    QRandomGenerator random(20261031);
    std::vector<DiscrepancyRow> rows;
    rows.reserve(static_cast<size_t>(count));
    for (int i = from; i < from + count; ++i) {
        DiscrepancyRow row;
        auto &d = row.discrepancy;
        const auto client = std::to_string(i % 10'000);
        const auto service = std::to_string(i / 10'000 % 100);
        d.kind = static_cast<Kind>(random.bounded(5));
        d.subject.client = ClientId("C" + client);
        d.subject.service = ServiceId("S" + service);
        d.subject.assetKey = assets && i > count / 10 ? "asset " + std::to_string(i) : "";
        row.clientName = "Client " + client + (i % 3 ? " Ltd" : " Partners");
        row.serviceName = "Service " + service;
        d.billed = Units::fromInt(random.bounded(200));
        d.counted = Units::fromInt(random.bounded(200));
        d.difference = *d.counted - *d.billed;
        d.impact = Decimal::fromRaw(d.difference->raw() / 10'000 * 4);
        d.currency = *Currency::parse("EUR");
        row.sources = {"vendor-" + std::to_string(i % 12)};
        row.state = i % 7 ? State::Open : State::Approved;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace br
