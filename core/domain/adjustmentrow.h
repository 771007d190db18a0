// AdjustmentRow: an approved discrepancy as it leaves the house: the line it changes, the numbers, who said so, and the evidence.
//
// Prices and impact are per month. `problem` says why a machine sheet cannot carry the row. Plain values.
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/period.h"

#include <optional>
#include <string>
#include <vector>

namespace br {

struct AdjustmentRow { // an approved row, ready to leave
    std::string key;
    ClientId client;
    std::string clientName;
    ServiceId service;
    std::string serviceName;
    LineId line; // empty: a new line is needed
    AgreementId agreement;
    std::string agreementName;
    ProductId product;
    std::string productName;
    std::string agreementType;
    Decimal lineQuantity;       // now, of the adjustable line
    Decimal targetLineQuantity; // proposed, of the adjustable line
    Units billed;               // of the service
    std::optional<Units> counted;
    Decimal targetQuantity; // of the service, as decided
    Day effective;
    std::optional<CyclePrice> price;
    std::optional<Decimal> impact; // per month, of target - billed
    Currency currency;
    std::string reason;
    std::string by;
    std::string at;
    std::string problem;                 // why a machine sheet cannot carry it (no line): told, listed, never dropped
    std::vector<std::string> moreKeys;   // other approved rows that change the same line from the same day
    std::vector<ServiceId> moreServices; // theirs, where the line's product bills several services
    std::vector<std::string> doubts;     // sentences: sources that brought nothing or far less, what else was approved
    std::vector<std::string> evidence;   // sentences: the billed lines, the trace, the assets behind the number
};

// What adjustments change a month: one sum a currency, and how many have no known price.
struct AdjustmentWorth {
    std::vector<Money> sums;
    int unpriced = 0;
    bool operator==(const AdjustmentWorth &) const = default;
};

} // namespace br
