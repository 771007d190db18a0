// The part "printing" of the command line.
#include "app/parts/parts.h"
#include "app/printing/pdfprinter.h"

#include <QGuiApplication>

namespace br {

class Printing final : public QObject, public PrintingPart {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID BrPrintingPartId)
    Q_INTERFACES(br::PrintingPart)

public:
    std::unique_ptr<QCoreApplication> application(int &argc, char **argv) const override
    {
        qputenv("QT_QPA_PLATFORM", "offscreen"); // it never shows a window
        return std::make_unique<QGuiApplication>(argc, argv);
    }
    std::unique_ptr<SheetPrinter> printer() const override { return std::make_unique<PdfPrinter>(); }
};

} // namespace br

#include "part.moc"
