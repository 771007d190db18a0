// SourceAdder: adds or changes a source: asks for vendor, settings and secrets, tests them if wished, keeps the secrets in the
// keychain.
//
// Thread rule: interface thread.
#pragma once

#include "core/workspace/vendorchoice.h"
#include "ui/pages/page.h"

#include <QObject>

#include <map>

namespace br {

class SourceAdder final : public QObject {
    Q_OBJECT

public:
    SourceAdder(const PageContext &context, QWidget *window);
    void begin();
    void edit(const SourceName &source);

signals:
    void failed(const br::Error &error);
    void added(const br::SourceName &source, bool syncNow);

private:
    struct Known {
        VendorChoice choice;
        std::vector<Source> sources;
        Status keychain; // can it be used?
        std::string keychainName;
    };
    void read(const SourceName &edited);
    void ask(const Known &known, const SourceName &edited);
    void store(const Source &source, const std::map<std::string, Secret> &secrets, bool isNew, bool syncNow);

    PageContext m_context;
    QWidget *m_window;
};

} // namespace br
