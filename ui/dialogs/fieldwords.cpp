#include "ui/dialogs/fieldwords.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace br {

namespace {

struct Words {
    const char *name;
    const char *words;
};

constexpr Words known[] = {
    {"account_id", QT_TRANSLATE_NOOP("FieldWords", "Customer (number or id)")},
    {"account_name", QT_TRANSLATE_NOOP("FieldWords", "Customer's name")},
    {"account_domain", QT_TRANSLATE_NOOP("FieldWords", "Customer's domain")},
    {"meter_id", QT_TRANSLATE_NOOP("FieldWords", "Vendor's product or SKU")},
    {"meter_name", QT_TRANSLATE_NOOP("FieldWords", "Product's name")},
    {"subscription_id", QT_TRANSLATE_NOOP("FieldWords", "Subscription")},
    {"measure", QT_TRANSLATE_NOOP("FieldWords", "What is counted")},
    {"quantity", QT_TRANSLATE_NOOP("FieldWords", "Quantity")},
    {"unit_cost", QT_TRANSLATE_NOOP("FieldWords", "Cost of one")},
    {"cost_months", QT_TRANSLATE_NOOP("FieldWords", "Months that the cost is for")},
    {"currency", QT_TRANSLATE_NOOP("FieldWords", "Currency")},
    {"term", QT_TRANSLATE_NOOP("FieldWords", "Term")},
    {"commitment_end", QT_TRANSLATE_NOOP("FieldWords", "End of the commitment")},
    {"status", QT_TRANSLATE_NOOP("FieldWords", "Status")},
    {"asset_id", QT_TRANSLATE_NOOP("FieldWords", "Device or user (id)")},
    {"asset_name", QT_TRANSLATE_NOOP("FieldWords", "Name of the device or user")},
    {"asset_class", QT_TRANSLATE_NOOP("FieldWords", "Kind of device")},
    {"assigned_at", QT_TRANSLATE_NOOP("FieldWords", "In use since")},
    {"ended_at", QT_TRANSLATE_NOOP("FieldWords", "Ended on")},
    {"last_seen_at", QT_TRANSLATE_NOOP("FieldWords", "Last seen")},
    {"client_id", QT_TRANSLATE_NOOP("FieldWords", "Client (number or id)")},
    {"client_name", QT_TRANSLATE_NOOP("FieldWords", "Client's name")},
    {"parent_client_id", QT_TRANSLATE_NOOP("FieldWords", "Parent client")},
    {"roll_up", QT_TRANSLATE_NOOP("FieldWords", "Billed with the parent")},
    {"agreement_id", QT_TRANSLATE_NOOP("FieldWords", "Agreement's number")},
    {"agreement_name", QT_TRANSLATE_NOOP("FieldWords", "Agreement's name")},
    {"agreement_start", QT_TRANSLATE_NOOP("FieldWords", "Agreement begins")},
    {"agreement_end", QT_TRANSLATE_NOOP("FieldWords", "Agreement ends")},
    {"billing_cycle", QT_TRANSLATE_NOOP("FieldWords", "Billing cycle")},
    {"line_id", QT_TRANSLATE_NOOP("FieldWords", "Number of the billed line")},
    {"product_id", QT_TRANSLATE_NOOP("FieldWords", "Product (id)")},
    {"product_name", QT_TRANSLATE_NOOP("FieldWords", "Product's name")},
    {"included_quantity", QT_TRANSLATE_NOOP("FieldWords", "Included without charge")},
    {"unit_price", QT_TRANSLATE_NOOP("FieldWords", "Price of one")},
    {"billable", QT_TRANSLATE_NOOP("FieldWords", "Is it billed")},
    {"effective_date", QT_TRANSLATE_NOOP("FieldWords", "Billed from")},
    {"cancelled_date", QT_TRANSLATE_NOOP("FieldWords", "Cancelled on")},
    {"list_price", QT_TRANSLATE_NOOP("FieldWords", "List price")},
    {"period_start", QT_TRANSLATE_NOOP("FieldWords", "The row's month begins")},
    {"period_end", QT_TRANSLATE_NOOP("FieldWords", "The row's month ends")},
};

} // namespace

QString fieldWords(const std::string &name)
{
    for (const Words &one : known) {
        if (name == one.name)
            return QCoreApplication::translate("FieldWords", one.words);
    }
    return toQString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace br
