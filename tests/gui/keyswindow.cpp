// The keyboard in the real window, on the sample: every page is reached by Tab and speaks its names, every button that acts is reached
// by keys, a letter means one thing on each page, and a page that was called by its key has the keyboard.
#include "core/workspace/linking.h"
#include "tests/gui/sampleworld.h"
#include "tests/run/registered.h"
#include "ui/dialogs/realprompts.h"
#include "ui/pages/page.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/wheelguard.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>

#include <map>
#include <set>

using namespace br;

namespace keyswindow_test {

class KeysWindowTest final : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<GuiWorld> m;

private slots:
    void initTestCase()
    {
        m = std::make_unique<GuiWorld>("keyswindow");
        QVERIFY(openSample(*m, Period::fromMonth(2026, 10).value()));
    }

    void everyPageIsReachedByTab()
    {
        for (const QString &page : m->window->pageNames()) {
            m->window->showPage(page);
            QVERIFY(m->settles());
            std::set<const QWidget *> reached;
            const QWidget *at = m->window.get();
            do { // the chain is what Tab follows
                reached.insert(at);
                at = at->nextInFocusChain();
            } while (at != m->window.get() && reached.size() < 5000);
            QVERIFY2(at == m->window.get(), "the chain of Tab does not close");
            QStringList lost;
            QStringList nameless;
            for (QWidget *widget : m->window->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->window() != m->window.get() || !(widget->focusPolicy() & Qt::TabFocus))
                    continue;
                const QString what = page + u'/' + QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
                if (!reached.contains(widget))
                    lost << what;
                QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
                if (widget->accessibleName().isEmpty() && (!face || face->text(QAccessible::Name).isEmpty()))
                    nameless << what;
            }
            QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
            QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        }
    }

    void everyButtonThatActsIsReachedByKeys()
    {
        // A button without focus must say what an action with a key, or a menu, says.
        for (const QString &page : m->window->pageNames()) {
            m->window->showPage(page);
            QVERIFY(m->settles());
            QStringList mouseOnly;
            for (const QAbstractButton *button : m->window->findChildren<QAbstractButton *>()) {
                if (!button->isVisible() || button->focusPolicy() & Qt::TabFocus)
                    continue;
                const auto *tool = qobject_cast<const QToolButton *>(button);
                const bool hasKey = tool && tool->defaultAction() && !tool->defaultAction()->shortcuts().isEmpty();
                const bool isInsideAField = qobject_cast<const QLineEdit *>(button->parentWidget())
                    || qobject_cast<const QAbstractItemView *>(button->parentWidget());
                if (!hasKey && !isInsideAField)
                    mouseOnly << page + u'/' + QLatin1String(button->metaObject()->className()) + u' ' + button->objectName();
            }
            QVERIFY2(mouseOnly.isEmpty(), qPrintable(mouseOnly.join(u'\n')));
        }
        for (const QAction *menu : m->window->menuBar()->actions())
            QVERIFY2(menu->text().contains(u'&'), qPrintable(menu->text()));
    }

    void eachLetterMeansOneThing()
    {
        for (QString page : m->window->pageNames() + QStringList{QStringLiteral("mapping/meters"), QStringLiteral("mapping/products")}) {
            m->window->showPage(page);
            QVERIFY(m->settles());
            std::map<QString, QStringList> meanings;
            const auto take = [&meanings](const QString &text) {
                static const QRegularExpression mnemonic(QStringLiteral("&([^&])"));
                if (const auto match = mnemonic.match(text); match.hasMatch())
                    meanings[match.captured(1).toLower()] << text;
            };
            for (const QAction *menu : m->window->menuBar()->actions())
                take(menu->text());
            for (const QAbstractButton *widget : m->window->findChildren<QAbstractButton *>())
                take(widget->isVisible() ? widget->text() : QString());
            for (const QLabel *widget : m->window->findChildren<QLabel *>())
                take(widget->isVisible() && widget->buddy() ? widget->text() : QString());
            QVERIFY(meanings.size() >= 5); // the menus and at least one of the page or bar
            for (const auto &[letter, texts] : meanings)
                QVERIFY2(texts.size() == 1, qPrintable(page + QStringLiteral(": Alt+") + letter + u' ' + texts.join(QStringLiteral(", "))));
        }
    }

    void aPageCalledByItsKeyHasTheKeyboard()
    {
        struct Main {
            const char *page, *table;
        };
        for (const Main &one :
            {Main{"services", "servicesTable"}, Main{"clients", "clientsTable"}, Main{"sources", "sourcesTable"},
                Main{"mapping/accounts", "accountsTable"}, Main{"mapping/meters", "metersTable"}, Main{"mapping/products", "productsTable"},
                Main{"overview", "reviewByClientTable"}, Main{"discrepancies", "discrepanciesTable"}}) {
            QVERIFY(m->shows(one.page));
            QVERIFY2(m->window->focusWidget() == m->find<ListTable>(one.table), one.page);
        }
        // The sample has nothing to export yet: the keyboard is on the page all the same.
        QVERIFY(m->shows("export"));
        QVERIFY(m->window->focusWidget() && m->find<Page>("export")->isAncestorOf(m->window->focusWidget()));
        QVERIFY(m->window->focusWidget()->isVisible());
    }

    // Scrolling a form over a closed choice must not change what it says.
    void theWheelChangesNothingInPassing()
    {
        m->window->showPage(QStringLiteral("services"));
        QVERIFY(m->settles());
        auto *choice = m->find<QComboBox>("combine");
        const auto turn = [choice] {
            const QPointF at = choice->rect().center();
            QWheelEvent wheel(at, choice->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(choice, &wheel);
            return choice->currentIndex();
        };
        const int before = choice->currentIndex();
        WheelGuard guard;
        qApp->installEventFilter(&guard);
        QCOMPARE(turn(), before);
        qApp->removeEventFilter(&guard);
        QVERIFY(turn() != before); // Qt would
        choice->setCurrentIndex(before);
        QVERIFY(m->settles());
    }

    // The first client of the alphabet is nobody's choice, and a link that holds is not changed by an Enter too many.
    void aLinkIsChangedOnlyByIntent()
    {
        m->window->showPage(QStringLiteral("mapping/accounts"));
        QVERIFY(m->settles());
        auto *list = m->find<ListTable>("accountsTable");
        const auto stored = [this] { return m->answerOf([](Workspace &workspace) { return links(workspace); }); };
        const auto before = stored();
        QVERIFY(before.ok());
        int linked = -1;
        for (int row = 0; row < list->model()->rowCount() && linked < 0; ++row) {
            if (list->model()->index(row, 0).data().toString() == QStringLiteral("linked"))
                linked = row;
        }
        QVERIFY(linked >= 0);
        list->setCursorRow(linked);
        bool wasNoneChosen = false;
        const auto chooseAnother = [&wasNoneChosen](QDialog &dialog) {
            wasNoneChosen = !dialog.findChild<QPushButton *>(QStringLiteral("linkGo"))->isEnabled();
            auto *clients = dialog.findChild<QListWidget *>(QStringLiteral("clientList"));
            clients->setCurrentRow(clients->count() - 1);
            return static_cast<int>(QDialog::Accepted);
        };
        m->prompts.dialogs.push_back(chooseAnother);
        m->prompts.confirms.push_back(false);
        m->click("linkOther");
        QVERIFY(m->settles());
        QVERIFY(wasNoneChosen);
        QVERIFY(m->prompts.confirms.empty()); // it was asked
        QVERIFY(stored().value() == before.value());
        m->prompts.dialogs.push_back(chooseAnother);
        m->prompts.confirms.push_back(true);
        m->click("linkOther");
        QVERIFY(m->settles());
        QVERIFY(stored().value() != before.value());
        m->click("undoLinkButton");
        QVERIFY(m->settles());
        QVERIFY(stored().value() == before.value());
    }

    // Enter on nothing closed the question, and nothing had happened.
    void aQuestionForATextTakesNoEmptyAnswer()
    {
        RealPrompts prompts;
        bool isOpenOnNothing = false;
        bool isOpenOnBlanks = false;
        const auto dialog = [] { return qobject_cast<QInputDialog *>(QApplication::activeModalWidget()); };
        const auto enter = [&dialog](const QString &text) {
            dialog()->setTextValue(text);
            QTest::keyClick(dialog()->findChild<QLineEdit *>(), Qt::Key_Return);
            return dialog() != nullptr && dialog()->isVisible();
        };
        QTimer::singleShot(0, m->window.get(), [&] {
            isOpenOnNothing = enter({});
            isOpenOnBlanks = enter(QStringLiteral("  "));
            enter(QStringLiteral(" our own tenant "));
        });
        const auto answer = prompts.text(m->window.get(), QStringLiteral("Ignore"), QStringLiteral("Why?"), {});
        QVERIFY(isOpenOnNothing);
        QVERIFY(isOpenOnBlanks);
        QCOMPARE(answer.value_or(QString()), QStringLiteral("our own tenant"));
    }

    void nothingUnexpectedWasAsked() { QVERIFY2(m->prompts.unexpected.isEmpty(), qPrintable(m->prompts.unexpected.join(u'\n'))); }

    void cleanupTestCase() { m.reset(); }
};

} // namespace keyswindow_test

BR_TEST(keyswindow, KeysWindowTest)
#include "keyswindow.moc"
