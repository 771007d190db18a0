#include "ui/pages/services/decimalfield.h"

#include "core/base/text.h"

#include <QLocale>

namespace br {

DecimalField::DecimalField(const QString &name, const QString &accessible, std::optional<Decimal> fallback, QWidget *parent)
    : QLineEdit(parent)
    , m_fallback(fallback)
{
    setObjectName(name);
    setAccessibleName(accessible);
    setAlignment(Qt::AlignRight);
    setMaximumWidth(110);
    if (fallback)
        setPlaceholderText(toQString(fallback->toString()));
}

void DecimalField::setValue(const std::optional<Decimal> &value)
{
    setText(value ? toQString(value->toString()).replace(QLatin1Char('.'), QLocale().decimalPoint()) : QString());
}

Result<Decimal> DecimalField::read() const
{
    return parseExactDecimal(toUtf8(text().trimmed().replace(QLocale().decimalPoint(), QStringLiteral("."))));
}

std::optional<Decimal> DecimalField::value() const
{
    if (text().trimmed().isEmpty())
        return m_fallback;
    const auto parsed = read();
    return parsed ? std::optional(*parsed) : m_fallback;
}

QString DecimalField::problem() const
{
    if (text().trimmed().isEmpty())
        return {};
    const auto parsed = read();
    return parsed ? QString() : tr("%1: %2").arg(accessibleName(), toQString(parsed.error().message));
}

} // namespace br
