#include "app/printing/pdfprinter.h"

#include "core/base/text.h"
#include "core/exchange/sheetfiles.h"

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
constexpr double columnGap = 6 * dotsPerPoint;

QFont fontOf(double points, bool bold = false)
{
    QFont font(QStringLiteral("sans-serif"));
    font.setPointSizeF(points);
    font.setBold(bold);
    // "ff" as one sign would not be found again, or copied as it is, in a digest or an id. Scripts that need shaping keep it.
    font.setStyleStrategy(QFont::PreferNoShaping);
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
        m_isRight.clear();
        for (size_t i = 0; i < table.header.size(); ++i)
            m_isRight.push_back(std::ranges::any_of(table.rows, [i](const auto &row) { return isNumber(row[i]); }));
        m_y += 6 * dotsPerPoint;
        header(table, widths);
        const auto bold = fontOf(bodySize(table), true);
        double totals = 0;
        for (const auto &row : table.totals)
            totals += heightOf(textsOf(row), widths, bold) + rowPadding;
        for (const auto &row : table.rows)
            row_(table, row, widths, fontOf(bodySize(table)), &row == &table.rows.back() ? totals : 0); // no sum without a row above it
        for (const auto &row : table.totals)
            row_(table, row, widths, bold, 0);
    }

private:
    static double bodySize(const TableSheet &table)
    {
        return table.header.size() > 16 ? 5 : table.header.size() > 13 ? 6.5 : table.header.size() > 10 ? 7.5 : 8;
    }

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

    // Numbers and days have the room of their widest and are never broken; texts share what is left by their widest.
    std::vector<double> columnWidths(const TableSheet &table) const
    {
        const auto font = metrics(fontOf(bodySize(table), true));
        const auto advance = [&font](const QString &text) { return font.horizontalAdvance(text); };
        std::vector<double> widths;
        std::vector<double> least; // a text column: its longest word
        double fixed = 0;
        double wanted = 0;
        double needed = 0;
        for (size_t i = 0; i < table.header.size(); ++i) {
            const bool isWhole = keepsWhole(table, i);
            double widest = longestWord(font, toQString(table.header[i]));
            double word = widest;
            for (size_t r = 0; r < table.rows.size() && (isWhole || r < 500); ++r) {
                const auto text = toQString(shortened(cellText(table.rows[r][i]), 200));
                widest = std::max(widest, advance(text));
                if (!isWhole)
                    word = std::max(word, std::min(longestWord(font, text), m_width * 0.12));
            }
            for (const auto &total : table.totals)
                widest = std::max(widest, isNumber(total[i]) ? advance(toQString(cellText(total[i]))) : 0);
            widths.push_back(widest + columnGap + 2);
            least.push_back(isWhole ? 0 : word + columnGap);
            (isWhole ? fixed : wanted) += widths.back();
            needed += least.back();
        }
        if (wanted <= 0 || fixed + needed > m_width) { // too crowded for any rule: all by their share
            for (auto &width : widths)
                width *= m_width / std::max(fixed + wanted, 1.0);
            return widths;
        }
        const double spare = m_width - fixed - needed;
        for (size_t i = 0; i < widths.size(); ++i) {
            if (least[i] > 0)
                widths[i] = least[i] + spare * (widths[i] - least[i] + 1) / (wanted - needed + static_cast<double>(widths.size()));
        }
        return widths;
    }

    // Of numbers and days, where each row holds one or nothing that is known.
    static bool keepsWhole(const TableSheet &table, size_t column)
    {
        bool hasAny = false;
        for (const auto &row : table.rows) {
            const bool isText = std::holds_alternative<std::string>(row[column]);
            if (isText && std::get<std::string>(row[column]) != "–")
                return false;
            hasAny = hasAny || isNumber(row[column]) || std::holds_alternative<Day>(row[column]);
        }
        return hasAny;
    }

    static double longestWord(const QFontMetricsF &font, const QString &text)
    {
        double longest = 0;
        for (const auto &word : text.split(QLatin1Char(' ')))
            longest = std::max(longest, font.horizontalAdvance(word));
        return longest;
    }

    double heightOf(const std::vector<QString> &cells, const std::vector<double> &widths, const QFont &font) const
    {
        const auto m = metrics(font);
        double height = m.height();
        for (size_t i = 0; i < cells.size(); ++i) {
            if (!cells[i].isEmpty())
                height = std::max(height,
                    m.boundingRect(QRectF(0, 0, widths[i] - columnGap, m_height), wrapOf(cells[i], widths[i], m), cells[i]).height());
        }
        return height;
    }

    // Between words, unless one of them is longer than the column: anywhere would break every text at the edge.
    static int wrapOf(const QString &text, double width, const QFontMetricsF &font)
    {
        return static_cast<int>(longestWord(font, text) > width - columnGap ? Qt::TextWrapAnywhere : Qt::TextWordWrap);
    }

    void drawCells(const std::vector<QString> &cells, const std::vector<double> &widths, double height)
    {
        const QFontMetricsF font = metrics(m_painter.font());
        double x = 0;
        for (size_t i = 0; i < cells.size(); ++i) {
            const int align = wrapOf(cells[i], widths[i], font) | static_cast<int>(m_isRight[i] ? Qt::AlignRight : Qt::AlignLeft);
            m_painter.drawText(QRectF(x, m_y, widths[i] - columnGap, height + 1), align, cells[i]);
            x += widths[i];
        }
    }

    void header(const TableSheet &table, const std::vector<double> &widths)
    {
        const auto font = fontOf(bodySize(table), true);
        std::vector<QString> cells;
        for (const auto &name : table.header)
            cells.push_back(toQString(name));
        const auto height = heightOf(cells, widths, font);
        if (m_draws) {
            m_painter.setFont(font);
            drawCells(cells, widths, height);
            const auto y = m_y + height + rowPadding;
            m_painter.drawLine(QPointF(0, y), QPointF(m_width, y));
        }
        m_y += height + 2 * rowPadding;
    }

    static std::vector<QString> textsOf(const std::vector<Cell> &row)
    {
        std::vector<QString> cells;
        for (const auto &cell : row)
            cells.push_back(toQString(cellText(cell)));
        return cells;
    }

    // `below`: what is to stand on the same page.
    void row_(const TableSheet &table, const std::vector<Cell> &row, const std::vector<double> &widths, const QFont &font, double below)
    {
        const auto cells = textsOf(row);
        const auto height = std::min(heightOf(cells, widths, font), m_bottom - m_top - 40 * dotsPerPoint);
        const auto room = m_bottom - m_y;
        if (height > room || (height + below > room && height + below < (m_bottom - m_top) / 2)) {
            newPage();
            header(table, widths);
        }
        if (m_draws) {
            m_painter.setFont(font);
            drawCells(cells, widths, height);
        }
        m_y += height + rowPadding;
    }

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
    std::vector<bool> m_isRight; // columns of numbers of the table being drawn
};

void addAll(Pages &pages, const TableSheet &sheet)
{
    pages.add(sheet);
    for (const auto &more : sheet.more)
        pages.add(more);
}

} // namespace

Result<std::string> PdfPrinter::pdf(const TableSheet &sheet, const std::string &digest)
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
