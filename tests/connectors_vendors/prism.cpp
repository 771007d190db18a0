#include "tests/connectors_vendors/prism.h"

#include "core/base/text.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTcpServer>

namespace br::test {

namespace {

QString specFolder()
{
    const auto said = qEnvironmentVariable("BILLINGRECONCILE_VENDOR_SPECS");
    return said.isEmpty() ? QStringLiteral(BR_VENDOR_SPECS) : said;
}

QString prismProgram()
{
    const auto said = qEnvironmentVariable("BILLINGRECONCILE_PRISM");
    return said.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
            + QStringLiteral("/billingreconcile/prism/node_modules/.bin/prism")
                          : said;
}

Result<QJsonObject> document(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Error{Errc::Io, "cannot read " + toUtf8(file)};
    return QJsonDocument::fromJson(source.readAll()).object();
}

// The document as the vendor's host serves it: its server's path in front, and what else that host answers.
QJsonObject asServed(QJsonObject spec, const PrismSpec &wish)
{
    QJsonObject paths;
    const auto stated = spec.value(QLatin1String("paths")).toObject();
    for (auto path = stated.begin(); path != stated.end(); ++path)
        paths.insert(toQString(wish.prefix) + path.key(), path.value());
    for (const auto &other : wish.otherPaths) {
        const auto words = toQString(other).split(QLatin1Char(' '));
        const QJsonObject answer = {{QStringLiteral("description"), QStringLiteral("not in the document")}};
        QJsonObject operation
            = {{QStringLiteral("security"), QJsonArray()}, {QStringLiteral("responses"), QJsonObject{{QStringLiteral("default"), answer}}}};
        if (words.at(0) == QLatin1String("POST")) { // else Prism takes none with a body
            const QJsonObject any = {{QStringLiteral("schema"), QJsonObject()}};
            operation.insert(QStringLiteral("requestBody"),
                QJsonObject{{QStringLiteral("content"),
                    QJsonObject{{QStringLiteral("application/x-www-form-urlencoded"), any}, {QStringLiteral("application/json"), any}}}});
        }
        paths.insert(words.at(1), QJsonObject{{words.at(0).toLower(), operation}});
    }
    spec.insert(QStringLiteral("paths"), paths);
    spec.remove(QStringLiteral("servers"));
    return spec;
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

std::string Prism::missing(const PrismSpec &spec)
{
    if (specFolder().isEmpty())
        return "no folder of API documents is known: set BILLINGRECONCILE_VENDOR_SPECS or the CMake variable BR_VENDOR_SPECS";
    const QString file = specFolder() + QLatin1Char('/') + toQString(spec.file);
    if (!QFileInfo::exists(file))
        return "there is no " + toUtf8(file);
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
        return "node is not installed";
    if (!QFileInfo::exists(prismProgram()))
        return "Prism is not at " + toUtf8(prismProgram())
            + ": run tests/connectors_vendors/install-prism.sh, or set BILLINGRECONCILE_PRISM";
    return {};
}

Status Prism::start(const PrismSpec &spec, const std::string &upstream)
{
    const auto stated = document(specFolder() + QLatin1Char('/') + toQString(spec.file));
    if (!stated)
        return stated.error();
    const QString file = m_folder.filePath(QStringLiteral("spec.json"));
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return Error{Errc::Io, "cannot write " + toUtf8(file)};
    target.write(QJsonDocument(asServed(*stated, spec)).toJson());
    target.close();
    m_port = freePort();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(prismProgram(),
        {QStringLiteral("proxy"), QStringLiteral("--errors"), QStringLiteral("--host"), QStringLiteral("127.0.0.1"),
            QStringLiteral("--port"), QString::number(m_port), file, toQString(upstream)});
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 120000 && m_process.state() != QProcess::NotRunning) {
        if (log().find("Prism is listening") != std::string::npos)
            return {};
        m_process.waitForReadyRead(200);
    }
    return Error{Errc::Unreachable, "Prism did not start", log()};
}

std::string Prism::address() const { return "http://127.0.0.1:" + std::to_string(m_port); }

std::string Prism::log()
{
    m_log += m_process.readAll().toStdString();
    return m_log;
}

Prism::~Prism()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

} // namespace br::test
