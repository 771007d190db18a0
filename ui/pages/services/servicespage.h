// ServicesPage: the rules as a list and a form, with the effect of a change before it is saved. Thread rule: interface thread.
#pragma once

#include "core/workspace/rulemaking.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/page.h"
#include "ui/pages/services/ruleoptions.h"

#include <QTimer>

#include <functional>

class QPushButton;

namespace br {

class EffectView;
class PageTable;
class ServiceForm;

class ServicesPage final : public Page {
    Q_OBJECT

public:
    ServicesPage(const PageContext &context, QWidget *parent);
    // A new service that counts this meter, or is billed by this product; the rest is for the person to fill in.
    void beginWithMeter(const SourceName &source, const MeterId &meter);
    void beginWithProduct(const ProductId &product);
    bool isBeingEdited() const override { return m_isEdited; }
    // The workspace is about to be left: asks where a change is not saved. False: not now; `then` comes once it is saved.
    bool mayClose(std::function<void()> then);

protected:
    void read() override;
    void forget() override;

private:
    struct Answer {
        std::vector<Service> services;
        RuleOptions options;
    };
    struct Next {
        ServiceId shown;
        std::optional<Service> draft; // begun instead
        std::function<void()> then;   // of the window
    };
    void layOut();
    void show(Answer answer);
    void choose();
    void begin(const Service &service);
    void copyChosen();
    void save();
    void remove();
    void revert();
    bool mayLeave(Next next); // asks where something is not saved; `next` comes once it is
    void beginAfterAsking(const Service &service);
    void beginFromMapping(const Service &service);
    void importRules();
    void exportRules();
    void preview();
    void setEdited(bool edited);
    void enableActions();

    RowsModel<Service> *m_model;
    PageTable *m_table = nullptr;
    ServiceForm *m_form = nullptr;
    EffectView *m_effect = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_revert = nullptr;
    RuleOptions m_options;
    std::optional<Service> m_draft; // a new one that is not stored; shown as soon as the options are there
    ServiceId m_shown;              // empty: nothing, or a draft
    Next m_next;                    // once the change is saved
    QTimer m_soon;                  // previews when typing has stopped
    bool m_isEdited = false;
    bool m_hasOptions = false;
    quint64 m_asked = 0;
};

} // namespace br
