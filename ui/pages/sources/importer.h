// Importer: one import from the first question to the report: dialog, new source, long job, report, once more by force.
//
// Thread rule: interface thread.
#pragma once

#include "core/workspace/staging.h"
#include "ui/pages/page.h"

#include <map>
#include <set>

namespace br {

class Importer final : public QObject {
    Q_OBJECT

public:
    Importer(const PageContext &context, QWidget *window);
    // `source` empty: the one that had files of the same layout before is proposed.
    void begin(const QStringList &files, const SourceName &source, const std::optional<Period> &period);
    // Once more: `fresh` was to be made by the import that was refused, and is not there.
    void beginAgain(const ImportRequest &refused, const std::optional<Source> &fresh);

signals:
    void imported(const br::Batch &batch);
    void failed(const br::Error &error);

private:
    struct Known {
        std::vector<Source> sources;
        std::vector<Period> periods;
        std::map<SourceName, std::set<std::string>> layouts; // of earlier imports
        Day today;
    };
    struct Start {
        QStringList files;
        SourceName source;
        std::optional<Period> period;
        std::optional<Source> fresh;
    };
    void readKnown(const Start &start);
    void ask(const Known &known, const Start &start);
    bool isSure(const ImportReport &report) const;
    void run(const ImportRequest &request, const std::optional<Source> &fresh);

    PageContext m_context;
    QWidget *m_window;
};

} // namespace br
