// Prism: the vendor's own document as a referee between the connector and a stand-in: it refuses requests and answers that break it.
//
// Needs node, @stoplight/prism-cli (install-prism.sh) and a folder of API documents (BR_VENDOR_SPECS); without them there is nothing to
// run, and start() says what is missing. Ends the process with itself. Thread rule: one thread.
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

namespace br::test {

struct PrismSpec {
    std::string file;                    // in the folder of documents
    std::string prefix;                  // in front of its paths: where the vendor serves them
    std::vector<std::string> otherPaths; // "POST /auth/token": of the same host, not in the document; let through
};

class Prism final {
public:
    // Empty: everything is here.
    static std::string missing(const PrismSpec &spec);
    Status start(const PrismSpec &spec, const std::string &upstream); // returns when it listens
    std::string address() const;
    std::string log();

    ~Prism();

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    std::string m_log;
};

} // namespace br::test
