#include "core/base/sha256.h"
#include "tests/run/registered.h"

#include <QCryptographicHash>

using namespace br;

namespace sha256_test {

class Sha256Test final : public QObject {
    Q_OBJECT

private slots:
    void knowsThePublishedExamples() // FIPS 180-2
    {
        Sha256 hash;
        QCOMPARE(hash.hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        hash.add("abc");
        QCOMPARE(hash.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    void takesBytesPieceByPiece()
    {
        std::string bytes;
        for (int i = 0; i < 100'000; ++i)
            bytes += static_cast<char>(i * 7 + i / 251);
        Sha256 hash;
        for (size_t from = 0, size = 1; from < bytes.size(); from += size, size = size * 3 % 997 + 1)
            hash.add(std::string_view(bytes).substr(from, size));
        const auto qt
            = QCryptographicHash::hash(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())), QCryptographicHash::Sha256);
        QCOMPARE(hash.hex(), qt.toHex().toStdString());
    }
};

} // namespace sha256_test

BR_TEST(sha256, Sha256Test)
#include "sha256.moc"
