// ImportDialog: which files go to which source and month; shows what each file holds before anything is stored, and lets an
// unknown file's columns be mapped and the mapping kept as a layout.
//
// Asks the Session for previews; imports nothing itself. Thread rule: interface thread.
#pragma once

#include "core/session/session.h"
#include "core/workspace/staging.h"
#include "ui/dialogs/prompts.h"

#include <QDialog>

#include <map>
#include <set>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace br {

class ColumnMapping;

class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    struct Given {
        std::vector<Source> sources;
        std::vector<Period> periods;
        std::map<SourceName, std::set<std::string>> layouts; // that each source was given before
        std::optional<Period> period;
        SourceName source; // chosen by a person already; empty: to be proposed
        QStringList files;
        std::optional<Source> fresh; // that was to be made before, to begin with
    };
    ImportDialog(Session &session, Prompts &prompts, Given given, QWidget *parent);
    ImportRequest request() const;
    std::optional<Source> newSource() const; // none: an existing one was chosen

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeParts();
    void layOut(QWidget *sourceRow);
    void fillChoices();
    void readLayouts(const QString &choose);
    QStringList layoutNames() const;
    QString keptLayout() const; // the one shown or chosen, where a person made it; empty: none
    void forgetLayout();
    void addFiles(const QStringList &files);
    int placeOf(Period month);
    void preview();
    void showPreview(const FilePreview &preview);
    void saveMapping(bool thenImport);
    void check();
    void proposeSource(const std::string &layout);
    struct SidedPreview {
        FilePreview preview;
        Side side;
        bool isOfOtherSide = false; // than the source that a person chose
    };
    static Result<SidedPreview> previewOfSide(
        Workspace &, const ImportRequest &asked, const std::string &file, const std::optional<Source> &fresh, Side side);
    static Result<SidedPreview> previewOfEitherSide(Workspace &, const ImportRequest &asked, const std::string &file, Side otherwise);
    static Result<std::optional<Batch>> batchInForce(Workspace &, const SourceName &source, Period period);
    void proposeNew(const SidedPreview &found);
    bool findsSide() const; // by the file: no source says it, and nobody did
    void warnOfOtherSource();
    bool isNew() const;    // "New source…" is chosen
    bool isChosen() const; // one, or a new one
    Side side() const;

    Session &m_session;
    Prompts &m_prompts;
    Given m_given;
    QComboBox *m_source = nullptr;
    QLineEdit *m_newName = nullptr;
    QComboBox *m_newSide = nullptr;
    QComboBox *m_period = nullptr;
    QComboBox *m_layout = nullptr;
    QPushButton *m_forget = nullptr; // the kept layout
    QStringList m_kept;              // names of those that people made
    QListWidget *m_files = nullptr;
    QLabel *m_doubt = nullptr; // another source had such files
    QLabel *m_found = nullptr;
    QLabel *m_problems = nullptr;
    QTableWidget *m_table = nullptr;
    ColumnMapping *m_mapping = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    std::optional<FilePreview> m_shown;
    std::optional<Batch> m_inForce; // of the chosen source and month: what this import would take the place of
    quint64 m_asked = 0;
    bool m_isProposing = false;
    bool m_isSideByHand = false;
    QString m_proposedName;  // of a new source
    bool m_isByHand = false; // the source: no proposal takes its place
};

} // namespace br
