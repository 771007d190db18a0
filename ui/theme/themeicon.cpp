#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

using namespace Qt::StringLiterals;

namespace br {

namespace {

// Draws the file with "currentColor" replaced at paint time, so that a change of palette needs no new icons.
class ThemeIconEngine final : public QIconEngine {
public:
    ThemeIconEngine(QString name, std::optional<Tone> in)
        : m_name(std::move(name))
        , m_in(in)
    {
    }

    QString key() const override { return u"br-theme-icon"_s; }
    QIconEngine *clone() const override { return new ThemeIconEngine(*this); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const auto color = colorOf(mode);
        const auto cacheKey = u"br/%1/%2/%3/%4x%5"_s.arg(m_name, color.name(), paper().name()).arg(size.width()).arg(size.height());
        QPixmap result;
        if (QPixmapCache::find(cacheKey, &result))
            return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        QSvgRenderer renderer(drawing(color));
        renderer.render(&painter, QRectF({}, QSizeF(size)));
        painter.end();
        QPixmapCache::insert(cacheKey, result);
        return result;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const auto ratio = painter->device()->devicePixelRatioF();
        auto image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), image);
    }

private:
    QColor colorOf(QIcon::Mode mode) const
    {
        const auto palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_in ? tone(*m_in) : palette.color(QPalette::Active, QPalette::WindowText);
    }
    QByteArray drawing(const QColor &color) const
    {
        QFile file(u":/icons/"_s + m_name + u".svg"_s);
        if (!file.open(QIODevice::ReadOnly)) {
            qWarning("no icon named %s", qUtf8Printable(m_name));
            return {};
        }
        auto text = file.readAll();
        text.replace("#ffffff", paper().name().toLatin1()); // first: the colour asked for may be white, too
        return text.replace("currentColor", color.name().toLatin1());
    }
    static QColor paper() { return QApplication::palette().color(QPalette::Base); }

    QString m_name;
    std::optional<Tone> m_in;
};

} // namespace

QIcon themeIcon(const QString &name) { return QIcon(new ThemeIconEngine(name, std::nullopt)); }
QIcon themeIcon(const QString &name, Tone in) { return QIcon(new ThemeIconEngine(name, in)); }

} // namespace br
