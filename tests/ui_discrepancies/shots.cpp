// Draws the main room in both themes and two sizes as PNG files for people to look at. Usage: ui_shots FOLDER
#include "tests/ui_discrepancies/world.h"
#include "ui/delegates/looks.h"
#include "ui/models/discrepancytable.h"
#include "ui/pages/discrepancies/room/detailpane.h"
#include "ui/pages/discrepancies/room/room.h"
#include "ui/pages/discrepancies/room/strip.h"
#include "ui/pages/discrepancies/room/triage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/searchbar.h"
#include "ui/widgets/traceview.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QLocale>
#include <QTimer>

using namespace br;
using namespace Qt::StringLiterals;

namespace {

StripNumbers stripOf(const Room &room)
{
    const PositionTotals positions{
        .sums = {{Currency::parse("EUR").value(), Decimal::fromInt(48'213), Decimal::fromInt(6'204)}}, .unverified = 9};
    return stripNumbers(positions, room.table()->allTotals(), {});
}

void fill(Room &room)
{
    QObject::connect(&room, &Room::detailWanted, &room, [&room](const DiscrepancyRow &row) {
        if (!row.discrepancy.subject.client.isEmpty())
            room.showPosition(row.key, world::detailOf(row));
        Decision decision;
        decision.act = Act::Accept;
        decision.by = "Dana Whitlock";
        decision.at = "2026-10-04T08:12:00.000Z";
        decision.reason = "User on notice, back in October";
        decision.seen.billed = Units::fromInt(40);
        decision.seen.counted = Units::fromInt(42);
        room.showHistory(row.key, {decision}, {});
    });
    room.setFirstDay(*Day::fromDate(2026, 11, 1));
    room.setStage(Room::Stage::Ready, u"Oct 2026"_s);
    room.showRows(DiscrepancyColumns::from(world::month(), world::rows(200)));
    room.showStrip(stripOf(room));
}

void shoot(QWidget &widget, const QString &path)
{
    QEventLoop loop;
    QTimer::singleShot(150, &loop, &QEventLoop::quit);
    loop.exec();
    if (!widget.grab().save(path))
        qFatal("cannot write %s", qUtf8Printable(path));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"BillingReconcileShots"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(application, choice);
        const auto name = [&](const QString &what) { return folder.filePath(u"%1-%2.png"_s.arg(themeChoiceText(choice), what)); };
        for (const auto size : {QSize(1120, 720), QSize(1760, 1000)}) {
            Room room;
            fill(room);
            room.resize(size);
            room.show();
            room.list()->setFocus();
            const auto wide = QString::number(size.width());
            shoot(room, name(u"room-"_s + wide));
            if (size.width() > 1200)
                continue;
            room.detail()->trace()->topLevelItem(2)->setExpanded(true);
            shoot(room, name(u"trace"_s));
            room.triage().accept->trigger();
            shoot(room, name(u"form"_s));
            room.showQuery(u"kind:underbilled|overbilled -client:=\"Cobalt Freight\" impact:>20"_s);
            shoot(room, name(u"filtered"_s));
            room.searchBar()->setText(u"kind:bogus impact:>x"_s);
            shoot(room, name(u"problem"_s));
            room.searchBar()->setText(u"client:nobody"_s);
            shoot(room, name(u"hidden"_s));
            room.searchBar()->setText({});
            room.setStage(Room::Stage::NotReconciled, u"Oct 2026"_s);
            room.showRows({});
            shoot(room, name(u"empty"_s));
        }
    }
    return 0;
}
