// What needs a window: window frame ROWS: the list drawn while it scrolls, 1200x800; window start FILE BEGAN: from BEGAN (ms since 1970,
// when the process was asked for) to the list of 2026-10 filled and drawn. Prints one JSON object of milliseconds.
#include "core/base/clock.h"
#include "core/connect/registry.h"
#include "core/session/session.h"
#include "tests/bench/manyrows.h"
#include "tests/bench/measure.h"
#include "ui/dialogs/realprompts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/discrepancytable.h"
#include "ui/widgets/listtable.h"

#include <QApplication>
#include <QDateTime>
#include <QScrollBar>

#include <cstdio>

using namespace br;
using namespace Qt::StringLiterals;

namespace {

void measureFrame(int rows)
{
    DiscrepancyTable model;
    model.setRows(DiscrepancyColumns::from(*Period::parse("2026-10"), manyRows(0, rows, false)));
    ListTable list(u"bench"_s, u"Bench"_s);
    list.setTable(&model);
    list.resize(1200, 800);
    list.show();
    QApplication::processEvents();
    auto *bar = list.verticalScrollBar();
    const auto frame = [&](int by) {
        bar->setValue(bar->value() + by);
        list.viewport()->repaint();
    };
    tell("-lines", medians(200, [&] { frame(3); }).ms); // a turn of the wheel
    const auto page = medians(200, [&] { frame(bar->pageStep()); });
    tell("page", page.ms);
    tell("page_cpu", page.cpu);
    std::printf("}\n");
}

const ListTable *listOf(const MainWindow &window)
{
    for (const auto *list : window.findChildren<ListTable *>()) {
        if (qobject_cast<const DiscrepancyTable *>(list->table()))
            return list;
    }
    return nullptr;
}

bool isFilled(const MainWindow &window, const ListTable *list)
{
    return list && list->isVisible() && list->table()->totalRows() > 0 && window.isSettled();
}

int measureStart(const QString &file, qint64 began)
{
    SystemClock clock;
    Registry registry(Registry::defaultFolders());
    RealPrompts prompts;
    Session session(Environment{&clock, &registry, "bench"});
    Shell shell;
    shell.session = &session;
    shell.prompts = &prompts;
    shell.clock = &clock;
    MainWindow window(std::move(shell));
    window.resize(1280, 800);
    window.choosePeriod(*Period::parse("2026-10"));
    window.files().open(file);
    window.show();
    const auto since = [began] { return static_cast<double>(QDateTime::currentMSecsSinceEpoch() - began); };
    const auto shown = since();
    bool isChosen = false;
    const auto *list = listOf(window); // looked for once: thousands of widgets
    while (since() < 20'000 && !(isChosen && isFilled(window, list))) {
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        if (!isChosen && window.isWorking()) {
            window.showPage(u"discrepancies"_s);
            isChosen = true;
        }
    }
    if (!isFilled(window, list)) {
        std::fprintf(stderr, "the list was not filled: open %d, settled %d\n", window.isWorking(), window.isSettled());
        return 1;
    }
    window.repaint();
    tell("-start", since());
    tell("shown", shown);
    std::printf("}\n");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"BillingReconcileBench"_s); // its own settings
    QApplication::setApplicationName(u"BillingReconcileBench"_s);
    const auto arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"frame")
        measureFrame(arguments[2].toInt());
    else if (arguments.size() == 4 && arguments[1] == u"start")
        return measureStart(arguments[2], arguments[3].toLongLong());
    else
        return 2;
    return 0;
}
