// DecimalField: an exact decimal typed in the person's locale; says at once what is wrong with it. Thread rule: interface thread.
#pragma once

#include "core/base/decimal.h"

#include <QLineEdit>

#include <optional>

namespace br {

class DecimalField final : public QLineEdit {
    Q_OBJECT

public:
    // `fallback`: what an empty field means; none: empty is unknown.
    DecimalField(const QString &name, const QString &accessible, std::optional<Decimal> fallback, QWidget *parent);
    void setValue(const std::optional<Decimal> &value);
    std::optional<Decimal> value() const; // the fallback where empty or wrong
    QString problem() const;              // empty: none

private:
    Result<Decimal> read() const;
    std::optional<Decimal> m_fallback;
};

} // namespace br
