// DemoWorkspace: a workspace whose sources are the stand-ins of a Stand, and the secrets that they take.
//
// makeDemoWorkspace replaces a file that an earlier demonstration left and answers with the workspace's uuid. Blocking; any one thread.
// Errors name the file or verb.
#pragma once

#include "core/base/progress.h"
#include "core/connect/secretsofsource.h"
#include "core/workspace/workspace.h"
#include "demo/stand/stand.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace br {

Result<std::string> makeDemoWorkspace(const std::string &path, const Environment &environment, const demo::Stand &stand);

// Answers for the stand-ins' sources in the demonstration's workspace and nowhere else; everything else goes to the store behind.
// Thread rule: setWorkspace before the first sync; the rest on any thread.
class DemoSecrets final : public SecretStore {
public:
    DemoSecrets(SecretStore *behind, const demo::Stand &stand); // `behind` is not owned and may be null
    void setWorkspace(const std::string &uuid) { m_workspace = uuid; }

    Result<Secret> read(const SecretKey &key) override;
    Status write(const SecretKey &key, const Secret &secret) override;
    Status remove(const SecretKey &key) override;
    Status probe() override;
    std::string where() const override;

private:
    bool isOurs(const SecretKey &key) const;
    SecretStore *m_behind;
    std::string m_workspace;
    std::mutex m_mutex;                                                   // of the secrets
    std::map<std::pair<std::string, std::string>, std::string> m_secrets; // source, field
};

} // namespace br
