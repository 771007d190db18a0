#include "core/exchange/sheetfiles.h"

#include "core/base/text.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace br {

namespace {

constexpr int resolution = 300;
constexpr double dotsPerPoint = resolution / 72.0;
constexpr double rowPadding = 1.5 * dotsPerPoint;
constexpr double columnGap = 4 * dotsPerPoint;

QFont fontOf(double points, bool bold = false)
{
    QFont font(QStringLiteral("sans-serif"));
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

// A page in the making: where the next row goes. Two passes draw the same: the first only counts the pages.
class Pages final {
public:
    Pages(QPdfWriter &writer, QPainter &painter, QString title, QString digest, int pageCount)
        : m_writer(writer)
        , m_painter(painter)
        , m_title(std::move(title))
        , m_digest(std::move(digest))
        , m_pageCount(pageCount)
        , m_draws(pageCount > 0)
        , m_width(writer.width())
        , m_height(writer.height())
    {
        startPage();
    }

    int count() const { return m_page; }

    void add(const TableSheet &table)
    {
        if (m_y > m_top)
            newPage();
        paragraph(toQString(table.title), fontOf(12, true));
        for (const auto &note : table.notes)
            paragraph(toQString(note), fontOf(8));
        const auto widths = columnWidths(table);
        m_y += 6 * dotsPerPoint;
        header(table, widths);
        for (const auto &row : table.rows)
            row_(table, row, widths, fontOf(bodySize(table)));
        for (const auto &row : table.totals)
            row_(table, row, widths, fontOf(bodySize(table), true));
    }

private:
    static double bodySize(const TableSheet &table) { return table.header.size() > 16 ? 5 : table.header.size() > 10 ? 6.5 : 8; }

    QFontMetricsF metrics(const QFont &font) const { return {font, &m_writer}; }

    void startPage()
    {
        ++m_page;
        const auto small = fontOf(8);
        const auto line = metrics(small).height();
        m_top = line * 2;
        m_bottom = m_height - line * 2;
        m_y = m_top;
        if (!m_draws)
            return;
        m_painter.setFont(small);
        m_painter.drawText(QRectF(0, 0, m_width, line), Qt::AlignLeft, m_title);
        const auto page = toQString(words("Pdf", "Page %1 of %2", {std::to_string(m_page), std::to_string(m_pageCount)}));
        m_painter.drawText(QRectF(0, m_height - line, m_width, line), Qt::AlignRight, page);
        m_painter.drawText(QRectF(0, m_height - line, m_width, line), Qt::AlignLeft, m_digest);
    }

    void newPage()
    {
        if (m_draws)
            m_writer.newPage();
        startPage();
    }

    void paragraph(const QString &text, const QFont &font)
    {
        const auto box = metrics(font).boundingRect(QRectF(0, 0, m_width, m_height), Qt::TextWordWrap, text);
        if (m_y + box.height() > m_bottom)
            newPage();
        if (m_draws) {
            m_painter.setFont(font);
            m_painter.drawText(QRectF(0, m_y, m_width, box.height() + 1), Qt::TextWordWrap, text);
        }
        m_y += box.height();
    }

    // By the widest text of each column, no column above its share of a crowded page; then scaled to the page.
    std::vector<double> columnWidths(const TableSheet &table) const
    {
        const auto font = metrics(fontOf(bodySize(table), true));
        std::vector<double> widths;
        double sum = 0;
        for (size_t i = 0; i < table.header.size(); ++i) {
            double widest = font.horizontalAdvance(toQString(table.header[i]));
            for (size_t r = 0; r < std::min<size_t>(table.rows.size(), 500); ++r)
                widest = std::max(widest, font.horizontalAdvance(toQString(shortened(cellText(table.rows[r][i]), 200))));
            widths.push_back(std::min(widest, m_width * (table.header.size() > 6 ? 0.14 : 0.5)) + columnGap);
            sum += widths.back();
        }
        for (auto &width : widths)
            width *= m_width / std::max(sum, 1.0);
        return widths;
    }

    double heightOf(const std::vector<QString> &cells, const std::vector<double> &widths, const QFont &font) const
    {
        const auto m = metrics(font);
        double height = m.height();
        for (size_t i = 0; i < cells.size(); ++i) {
            if (!cells[i].isEmpty())
                height = std::max(height, m.boundingRect(QRectF(0, 0, widths[i] - columnGap, m_height), wrap, cells[i]).height());
        }
        return height;
    }

    void drawCells(const std::vector<QString> &cells, const std::vector<bool> &right, const std::vector<double> &widths, double height)
    {
        double x = 0;
        for (size_t i = 0; i < cells.size(); ++i) {
            const int align = wrap | static_cast<int>(right[i] ? Qt::AlignRight : Qt::AlignLeft);
            m_painter.drawText(QRectF(x, m_y, widths[i] - columnGap, height + 1), align, cells[i]);
            x += widths[i];
        }
    }

    void header(const TableSheet &table, const std::vector<double> &widths)
    {
        const auto font = fontOf(bodySize(table), true);
        std::vector<QString> cells;
        std::vector<bool> right;
        for (size_t i = 0; i < table.header.size(); ++i) {
            cells.push_back(toQString(table.header[i]));
            right.push_back(!table.rows.empty() && isNumber(table.rows.front()[i]));
        }
        const auto height = heightOf(cells, widths, font);
        if (m_draws) {
            m_painter.setFont(font);
            drawCells(cells, right, widths, height);
            const auto y = m_y + height + rowPadding;
            m_painter.drawLine(QPointF(0, y), QPointF(m_width, y));
        }
        m_y += height + 2 * rowPadding;
    }

    void row_(const TableSheet &table, const std::vector<Cell> &row, const std::vector<double> &widths, const QFont &font)
    {
        std::vector<QString> cells;
        std::vector<bool> right;
        for (const auto &cell : row) {
            cells.push_back(toQString(cellText(cell)));
            right.push_back(isNumber(cell));
        }
        const auto height = std::min(heightOf(cells, widths, font), m_bottom - m_top - 40 * dotsPerPoint);
        if (m_y + height > m_bottom) {
            newPage();
            header(table, widths);
        }
        if (m_draws) {
            m_painter.setFont(font);
            drawCells(cells, right, widths, height);
        }
        m_y += height + rowPadding;
    }

    static constexpr int wrap = static_cast<int>(Qt::TextWordWrap) | static_cast<int>(Qt::TextWrapAnywhere);
    QPdfWriter &m_writer;
    QPainter &m_painter;
    QString m_title;
    QString m_digest;
    int m_pageCount;
    bool m_draws;
    double m_width;
    double m_height;
    double m_top = 0;
    double m_bottom = 0;
    double m_y = 0;
    int m_page = 0;
};

void addAll(Pages &pages, const TableSheet &sheet)
{
    pages.add(sheet);
    for (const auto &more : sheet.more)
        pages.add(more);
}

} // namespace

Result<std::string> sheetPdf(const TableSheet &sheet, const std::string &digest)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return Error{Errc::Unsupported,
            words("Pdf", "A PDF can only be made where fonts can be read; start with a graphical platform (offscreen does).")};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(resolution);
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter));
        writer.setTitle(toQString(sheet.title));
        writer.setCreator(QStringLiteral("BillingReconcile"));
        QPainter painter;
        if (!painter.begin(&writer))
            return Error{Errc::Io, words("Pdf", "the document could not be begun")};
        const auto title = toQString(sheet.title);
        const auto foot = toQString(digest);
        Pages counting(writer, painter, title, foot, 0);
        addAll(counting, sheet);
        Pages drawing(writer, painter, title, foot, counting.count());
        addAll(drawing, sheet);
        if (!painter.end())
            return Error{Errc::Io, words("Pdf", "the document could not be finished")};
    }
    return bytes.toStdString();
}

} // namespace br
