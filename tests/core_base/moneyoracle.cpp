// 100,000 random sums of money against Python's decimal module: equal to the last digit, every one of them.
#include "core/base/money.h"
#include "tests/run/registered.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>

using namespace br;
using namespace Qt::StringLiterals;

namespace moneyoracle_test {

namespace {

constexpr int cases = 100'000;

constexpr auto oracle = R"PY(
import sys
from decimal import Decimal as D, ROUND_HALF_UP, getcontext
from fractions import Fraction as F
getcontext().prec = 80
def places(x, n):
    q = abs(x) * 10 ** n
    whole = (q.numerator * 2 + q.denominator) // (2 * q.denominator)
    text = format(D(whole).scaleb(-n), "f")
    return ("-" if x < 0 and whole else "") + text
for line in sys.stdin:
    op, a, b, months, c, months2, minor = line.split()
    a, b, c, months, months2, minor = F(a), F(b), F(c), int(months), int(months2), int(minor)
    if op == "worth":
        print(places(a * b / months, minor))
    elif op == "change":
        print(places(a * (c / months2 - b / months), minor))
    elif op == "within":
        print("yes" if abs(a * b / months) <= abs(c) else "no")
    elif op == "month":
        print(places(b / months, 4))
    elif op == "parse":
        print(places(a, 4))
    else:
        print(format(D(a.numerator) * D(b.numerator) / D(a.denominator) / D(b.denominator), "f"))
)PY";

struct Case {
    QByteArray question;
    std::string answer;
};

class CaseMaker final {
public:
    Case make()
    {
        static constexpr std::array cycles{1, 3, 12};
        static constexpr std::array codes{"EUR", "USD", "JPY", "KWD"};
        const auto currency = *Currency::parse(codes[pick(4)]);
        const auto quantity = number(12);
        const CyclePrice price{number(9), cycles[pick(3)], currency};
        const CyclePrice other{number(9), cycles[pick(3)], currency};
        const auto ask = [&](const char *op) {
            return QByteArray(op) + ' ' + text(quantity) + ' ' + text(price.amount) + ' ' + QByteArray::number(price.months) + ' '
                + text(other.amount) + ' ' + QByteArray::number(other.months) + ' ' + QByteArray::number(currency.minorPlaces());
        };
        switch (pick(6)) {
        case 0:
            return {ask("worth"), worth(toUnits(quantity), price)->toString(currency.minorPlaces())};
        case 1:
            return {ask("change"), worthOfChange(toUnits(quantity), price, other)->toString(currency.minorPlaces())};
        case 2:
            return {ask("within"), worthWithin(toUnits(quantity), price, other.amount.abs()) ? "yes" : "no"};
        case 3:
            return {ask("month"), price.perMonth().toString(4)};
        case 4:
            return longNumber();
        default:
            return {ask("times"), product(quantity, price.amount)};
        }
    }

private:
    Case longNumber() // more places than we keep
    {
        const auto digits = text(number(9)) + (pick(2) ? "" : "5") + QByteArray::number(pick(10'000));
        const auto whole = digits.contains('.') ? digits : digits.left(9) + ".00005";
        return {"parse " + whole + " 1 1 1 1 4", parseDecimal(whole.toStdString())->value.toString(4)};
    }
    static std::string product(Decimal a, Decimal b)
    {
        const auto exact = multiply(a, b);
        return exact ? exact->toString() : std::string("out of range");
    }
    Decimal number(int digits)
    {
        int64_t limit = 1;
        for (auto left = 1 + pick(digits); left > 0; --left)
            limit *= 10;
        const auto raw = static_cast<int64_t>(m_random.generate64() % static_cast<uint64_t>(limit));
        return Decimal::fromRaw(pick(4) == 0 ? -raw : raw);
    }
    static QByteArray text(Decimal d) { return QByteArray::fromStdString(d.toString()); }
    int pick(int count) { return static_cast<int>(m_random.bounded(count)); }
    QRandomGenerator m_random{20261031};
};

// "12.500" and "12.5" are the same number; a product is compared without its trailing zeros.
std::string plain(const QByteArray &answer)
{
    auto text = answer.toStdString();
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

} // namespace

class MoneyOracleTest final : public QObject {
    Q_OBJECT

private slots:
    void agreesWithPython()
    {
        const auto python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("NOT TESTED: python3 is not installed, so 100,000 sums of money were not compared with its decimal module");
        CaseMaker maker;
        std::vector<Case> asked;
        QByteArray input;
        for (int i = 0; i < cases; ++i) {
            asked.push_back(maker.make());
            if (asked.back().answer == "out of range") {
                asked.pop_back();
                continue;
            }
            input += asked.back().question + '\n';
        }
        QVERIFY(asked.size() > cases * 9 / 10);
        QProcess process;
        process.start(python, {u"-c"_s, QString::fromLatin1(oracle)});
        QVERIFY(process.waitForStarted());
        process.write(input);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(300'000));
        QCOMPARE(process.readAllStandardError(), QByteArray());
        const auto answers = process.readAllStandardOutput().split('\n');
        QCOMPARE(static_cast<size_t>(answers.size()), asked.size() + 1);
        for (size_t i = 0; i < asked.size(); ++i) {
            if (plain(QByteArray::fromStdString(asked[i].answer)) != plain(answers[static_cast<qsizetype>(i)]))
                QFAIL(qPrintable(u"%1: ours %2, Python %3"_s.arg(QString::fromLatin1(asked[i].question),
                    QString::fromStdString(asked[i].answer), QString::fromLatin1(answers[static_cast<qsizetype>(i)]))));
        }
    }
};

} // namespace moneyoracle_test

BR_TEST(moneyoracle, MoneyOracleTest)
#include "moneyoracle.moc"
