#include "ui/theme/theme.h"

#include <array>

namespace br {

namespace {

struct Shade {
    QRgb light;
    QRgb dark;
};

// Order of Tone. Checked by tests/ui_models/contrast: 4.5:1 of every text tone on window, base, hover and selection.
constexpr std::array<Shade, 11> shades = {{
    {0xFF1A2027, 0xFFE4E8ED}, // Text
    {0xFF545E6B, 0xFFA6B0BC}, // Muted
    {0xFF1F5FBF, 0xFF85B4FF}, // Accent
    {0xFF0B6B43, 0xFF6CCF9C}, // Good
    {0xFFAD2A22, 0xFFFF9C91}, // Bad
    {0xFF855300, 0xFFEDB85A}, // Warn
    {0xFF5B4B9A, 0xFFBFAEF7}, // Info
    {0xFFDDE2E8, 0xFF343C46}, // Line
    {0xFFEEF1F5, 0xFF262D35}, // Fill
    {0xFFDCE9FB, 0xFF253A57}, // Selection
    {0xFFF3F6FA, 0xFF232A32}, // Hover
}};

struct Roles {
    QRgb window, base, alternate, button, bright, light, midlight, mid, dark, shadow, highlight, tip, tipText, disabledText, placeholder,
        visited;
};

constexpr Roles lightRoles = {0xFFF6F7F9, 0xFFFFFFFF, 0xFFFAFBFC, 0xFFFDFDFE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFF1F3F6, 0xFFC9D0D8, 0xFFA7B0BB,
    0xFF6B7480, 0xFF1F5FBF, 0xFF262C34, 0xFFF4F6F8, 0xFF8A939E, 0xFF66707C, 0xFF5B4B9A};
constexpr Roles darkRoles = {0xFF171B20, 0xFF1D2228, 0xFF20262C, 0xFF2A3139, 0xFFFFFFFF, 0xFF3C4550, 0xFF323A43, 0xFF14181C, 0xFF101317,
    0xFF07090B, 0xFF2F66BE, 0xFF39424C, 0xFFF1F4F7, 0xFF6F7985, 0xFF98A2AE, 0xFFBFAEF7};

} // namespace

QColor tone(Tone which, bool dark)
{
    const auto &shade = shades[static_cast<size_t>(which)];
    return QColor::fromRgba(dark ? shade.dark : shade.light);
}

QPalette themePalette(bool dark)
{
    const auto &r = dark ? darkRoles : lightRoles;
    const auto text = tone(Tone::Text, dark);
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color, const QColor &disabled) {
        palette.setColor(QPalette::Active, role, color);
        palette.setColor(QPalette::Inactive, role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    const auto rgb = [](QRgb value) { return QColor::fromRgba(value); };
    const auto faded = rgb(r.disabledText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        set(role, text, faded);
    set(QPalette::Window, rgb(r.window), rgb(r.window));
    set(QPalette::Base, rgb(r.base), rgb(r.window));
    set(QPalette::AlternateBase, rgb(r.alternate), rgb(r.window));
    set(QPalette::Button, rgb(r.button), rgb(r.window));
    set(QPalette::BrightText, rgb(r.bright), rgb(r.bright));
    set(QPalette::Light, rgb(r.light), rgb(r.light));
    set(QPalette::Midlight, rgb(r.midlight), rgb(r.midlight));
    set(QPalette::Mid, rgb(r.mid), rgb(r.mid));
    set(QPalette::Dark, rgb(r.dark), rgb(r.dark));
    set(QPalette::Shadow, rgb(r.shadow), rgb(r.shadow));
    set(QPalette::Highlight, rgb(r.highlight), rgb(r.mid));
    set(QPalette::HighlightedText, rgb(0xFFFFFFFF), text);
    set(QPalette::Link, tone(Tone::Accent, dark), faded);
    set(QPalette::LinkVisited, rgb(r.visited), faded);
    set(QPalette::ToolTipBase, rgb(r.tip), rgb(r.tip));
    set(QPalette::ToolTipText, rgb(r.tipText), rgb(r.tipText));
    set(QPalette::PlaceholderText, rgb(r.placeholder), faded);
    set(QPalette::NoRole, text, faded);
    return palette;
}

} // namespace br
