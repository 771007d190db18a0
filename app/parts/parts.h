// Parts: what the command line seldom needs and loads only then, since every library costs each of its short runs: the graphics
// side of Qt (for PDF) brings forty of them, the keychain twenty.
//
// A part is a plugin in lib/billingreconcile/parts, named by its file. loadPart() keeps it loaded until the process ends.
// Errors: Errc::Unreachable with the file and the loader's reason. Thread rule: any thread.
#pragma once

#include "core/base/text.h"
#include "core/connect/secretstore.h"
#include "core/exchange/sheetprinter.h"

#include <QCoreApplication>
#include <QObject>

#include <memory>

#define BrPrintingPartId "org.billingreconcile.part.printing/1"
#define BrKeychainPartId "org.billingreconcile.part.keychain/1"

namespace br {

class PrintingPart {
public:
    virtual ~PrintingPart() = default;
    // Fonts need an application of the graphics side; argc and argv must outlive it.
    virtual std::unique_ptr<QCoreApplication> application(int &argc, char **argv) const = 0;
    virtual std::unique_ptr<SheetPrinter> printer() const = 0;
};

class KeychainPart {
public:
    virtual ~KeychainPart() = default;
    virtual std::unique_ptr<SecretStore> keychain() const = 0;
};

// `name`: "printing", "keychain". Needs an application object, beside whose program it looks. Not owned by the caller.
Result<QObject *> partNamed(const QString &name);

template <class Part>
Result<const Part *> loadPart(const QString &name)
{
    const auto found = partNamed(name);
    if (!found)
        return found.error();
    const auto *part = qobject_cast<Part *>(*found);
    return part ? Result<const Part *>(part)
                : Result<const Part *>(
                    Error{Errc::Unreachable, words("Parts", "The part %1 of this program is of another version.", {toUtf8(name)})});
}

} // namespace br

Q_DECLARE_INTERFACE(br::PrintingPart, BrPrintingPartId)
Q_DECLARE_INTERFACE(br::KeychainPart, BrKeychainPartId)
