// What the tests of the file connector share: one loaded plugin, files written on the spot, one call that imports.
#pragma once

#include "tests/connectors_file/recordedsink.h"

#include "core/connect/connector.h"

#include <QTemporaryDir>

#include <optional>
#include <string>

namespace br::test {

struct Imported {
    RecordedSink sink;
    std::optional<Error> error;
    std::vector<std::string> warnings;
    // All records, one a line.
    std::string records() const;
    bool isTold(const std::string &part) const; // in a warning of the summary or a row
};

class FileFixture final {
public:
    ConnectorPlugin &plugin();
    const FileReading &reading() { return *plugin().fileReading(); }
    std::string write(const std::string &name, const std::string &bytes);  // the path
    static std::string fixture(const std::string &name);                   // the path
    FetchRequest request(Side side, std::vector<std::string> files) const; // period 2026-10, EUR
    Imported import(const FetchRequest &request);
    Imported import(Side side, const std::string &name, const std::string &bytes) { return import(request(side, {write(name, bytes)})); }

private:
    QTemporaryDir m_folder;
};

} // namespace br::test
