// Rulemaking: services and dated exceptions; files in and out, single edits, and the preview of a change before it is saved.
#pragma once

#include "core/workspace/linking.h"

namespace br {

Result<FileReport> importServices(Workspace &workspace, const std::string &jsonFile); // replaces all services
Status exportServices(Workspace &workspace, const std::string &jsonFile);
Result<std::vector<Service>> services(Workspace &workspace);
Status saveService(Workspace &workspace, const Service &service); // adds or replaces by id
Status removeService(Workspace &workspace, const ServiceId &id);

Result<FileReport> importExceptions(Workspace &workspace, const std::string &csvFile); // replaces all exceptions
Status exportExceptions(Workspace &workspace, const std::string &csvFile);
Result<std::vector<CountException>> exceptions(Workspace &workspace);
Status setExceptions(Workspace &workspace, const std::vector<CountException> &exceptions); // replaces all

struct RuleEffect { // of saving `service` as it stands, against the stored rules, for one period
    int clientsChanged = 0;
    int positionsBefore = 0;
    int positionsAfter = 0;
    int rowsBefore = 0; // discrepancies of this service
    int rowsAfter = 0;
    std::vector<Money> impactBefore; // one a currency
    std::vector<Money> impactAfter;
    struct Sample {
        ClientId client;
        std::string clientName;
        std::optional<Units> countedBefore, countedAfter;
        Units billedBefore, billedAfter;
    };
    std::vector<Sample> samples; // those that move, largest first, at most 50
};
Result<RuleEffect> previewService(Workspace &workspace, Period period, const Service &service);

} // namespace br
