// One file of an import: opened, recognised, guarded against the wrong month, read into records.
//
// Thread rule: one thread, blocking. Errors name the file.
#pragma once

#include "connectors/file/recordmaker.h"
#include "connectors/file/tableimport.h"
#include "core/connect/connector.h"

namespace br {

struct OpenedFile {
    std::vector<TableFile> tables;
    std::vector<SampledTable> samples; // point into tables; hidden sheets only where all are
    std::vector<std::string> hidden;   // sheets with rows that nobody sees
};

inline constexpr size_t sampledRows = 2'000;

// Opens every table of the file and takes a sample of each.
Status openFile(const std::string &path, size_t rows, OpenedFile &file);

// What must be known of all files of an import before the first is read. What is wrong with the file is told when it is read.
void learnNames(const std::string &path, const FetchRequest &request, const std::vector<Layout> &layouts, BatchMemory &memory);

// Reads one file into the sink; returns what a person should know about the whole file.
Result<std::vector<std::string>> importFile(const std::string &path, const FetchRequest &request, const std::vector<Layout> &layouts,
    RecordSink &sink, Progress &progress, BatchMemory &memory);

} // namespace br
