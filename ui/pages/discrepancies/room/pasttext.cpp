#include "ui/pages/discrepancies/room/pasttext.h"

#include "core/base/text.h"
#include "core/words/words.h"
#include "ui/delegates/looks.h"
#include "ui/models/cells.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace br {

namespace {

class PastText {
    Q_DECLARE_TR_FUNCTIONS(br::PastText)
};

QString decisionText(const Decision &decision)
{
    auto line = u"%1  %2 · %3"_s.arg(timeText(decision.at), toQString(actName(decision.act)), toQString(decision.by));
    if (decision.targetQuantity)
        line += PastText::tr(" · %1 from %2").arg(numberText(*decision.targetQuantity), dayText(decision.effective));
    if (decision.until)
        line += PastText::tr(" · until %1").arg(dayText(decision.until));
    if (!decision.reason.empty())
        line += u"\n“"_s + toQString(decision.reason) + u"”"_s;
    return line;
}

// "carried over: " and what was accepted; that it no longer held says so.
QString carriedText(const PastMonth &month)
{
    const auto from = Period::parse(std::string_view(month.carried->key).substr(0, 7));
    const QString earlier = from ? periodText(*from) : QString();
    return (month.carriedState == State::Accepted ? PastText::tr("Carried over from %1:")
                                                  : PastText::tr("From %1, but the gap had changed:"))
               .arg(earlier)
        + u'\n' + decisionText(*month.carried);
}

QString monthText(const PastMonth &month)
{
    QStringList parts{periodText(month.period), kindWord(month.found.kind)};
    if (month.found.difference)
        parts << signedNumberText(month.found.difference);
    if (month.found.impact)
        parts << signedAmountText(month.found.impact, month.found.currency);
    QString text = parts.join(u" · "_s);
    for (const auto &decision : month.decisions)
        text += u'\n' + decisionText(decision);
    if (month.carried)
        text += u'\n' + carriedText(month);
    return text;
}

} // namespace

QString decisionsText(const std::vector<Decision> &decisions)
{
    QStringList lines;
    for (const auto &decision : decisions) {
        lines << decisionText(decision)
                + PastText::tr("\nseen then: billed %1, counted %2, %3")
                      .arg(numberText(decision.seen.billed), numberText(decision.seen.counted),
                          signedAmountText(decision.seen.impact, decision.seen.currency));
    }
    return lines.join(u'\n');
}

QString sinceText(const PastMonths &past)
{
    if (past.inARow < 2)
        return {};
    const QString since = periodText(past.since);
    if (!past.impact)
        return PastText::tr("The same since %1, for %n months", nullptr, past.inARow).arg(since);
    return PastText::tr("The same since %1, for %n months: %2 in all", nullptr, past.inARow)
        .arg(since, (past.isEstimate ? u"≈ "_s : QString()) + signedAmountText(past.impact, past.currency));
}

QString pastText(const PastMonths &past)
{
    QStringList months;
    for (const auto &month : past.months)
        months << monthText(month);
    return months.join(u'\n');
}

} // namespace br
