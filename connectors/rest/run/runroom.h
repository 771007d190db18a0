// RunRoom: what the parts of one sync share.
//
// Made by RestRun; everything lives as long as the sync. Thread rule: one thread.
#pragma once

#include "connectors/rest/auth/authroom.h"
#include "connectors/rest/extract/extractor.h"
#include "connectors/rest/run/asker.h"
#include "core/base/progress.h"
#include "core/connect/connector.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace br::rest {

using ParentRecords = std::vector<std::shared_ptr<const ParentRecord>>;

struct RunRoom {
    const Manifest &manifest;
    Asker &asker;
    AuthRoom &auth;
    const Redactor &redactor;
    Progress &progress;
    Scope scope; // settings, secrets, answers, period, today
    RunMemory memory;
    std::map<std::string, ParentRecords> parents; // of streams that others read for each
    std::vector<std::string> warnings;
    std::vector<ReadStream> read; // in the order of the manifest
};

} // namespace br::rest
