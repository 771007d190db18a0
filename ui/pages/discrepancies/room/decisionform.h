// DecisionForm: the small inline form of a decision: quantity and day, or until when, and the reason. Enter says it, Escape gives up.
//
// Emits a request without key and author; who asks fills the key in. Numbers are read in the person's locale, exactly.
#pragma once

#include "core/workspace/deciding.h"

#include <QDate>
#include <QFrame>

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace br {

class DecisionForm final : public QFrame {
    Q_OBJECT

public:
    enum class Purpose { Approve, Accept, Dismiss, Reopen, Note };

    explicit DecisionForm(QWidget *parent = nullptr);
    // `discrepancy`: what would be approved without a change, and what an odd quantity is told by. `from`: the first day of the
    // next period.
    void ask(Purpose purpose, const Discrepancy &discrepancy, Day from, const QString &about);
    Purpose purpose() const { return m_purpose; }
    bool isOpen() const { return !isHidden(); }
    void focusFirst(); // the field that is to be filled in first
    // What was typed and not said yet: another row was looked at meanwhile.
    struct Draft {
        Purpose purpose = Purpose::Approve;
        QString quantity, reason;
        QDate from, until;
        bool hasUntil = false;
        bool operator==(const Draft &) const = default;
    };
    std::optional<Draft> draft() const;                                                              // none: closed, or nothing was typed
    void resume(const Draft &draft, const Discrepancy &discrepancy, Day from, const QString &about); // takes no focus
    void setVisible(bool isVisible) override;
    void showProblem(const QString &problem);
    // Why a quantity looks like a mistake of typing: told before it is saved, never refused. Empty: it does not.
    static QString doubtAbout(const Discrepancy &discrepancy, Decimal quantity);

signals:
    void openChanged();
    void requested(const br::DecideRequest &request);
    void noteWritten(const QString &text);
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void confirm();
    void showDoubt();
    Result<ParsedDecimal> typedQuantity() const;
    void offerReasons();
    void prepare(Purpose purpose, const Discrepancy &discrepancy, Day from, const QString &about);
    Draft typed() const;

    Purpose m_purpose = Purpose::Approve;
    Discrepancy m_about;
    Draft m_asked; // as it was before anything was typed
    QFormLayout *m_rows;
    QLabel *m_title;
    QLabel *m_problem;
    QLabel *m_doubt;
    QLineEdit *m_quantity;
    QDateEdit *m_from;
    QCheckBox *m_hasUntil;
    QDateEdit *m_until;
    QComboBox *m_reason;
    QPushButton *m_confirm;
};

} // namespace br
