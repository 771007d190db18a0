// OneWayBody: the body of a POST that can be read once only, so that Qt cannot send it a second time by itself.
//
// Qt 6.4 sends a request again, up to three times and unasked, when the connection closes before an answer. It rewinds the body
// first, and it also does so for an answer 307 where nothing follows: so rewinding works, and reading after it does not. The
// other side then gets a request that is cut short, which no server carries out. Thread rule: one thread.
#pragma once

#include <QIODevice>

#include <algorithm>
#include <cstring>
#include <string>

namespace br::rest {

class OneWayBody final : public QIODevice {
public:
    explicit OneWayBody(std::string body)
        : m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool reset() override
    {
        m_read = m_body.size();
        return true;
    }
    bool seek(qint64) override { return reset(); }
    bool atEnd() const override { return m_read == m_body.size(); }
    qint64 bytesAvailable() const override { return qint64(m_body.size() - m_read); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (atEnd())
            return -1;
        const size_t size = std::min(size_t(most), m_body.size() - m_read);
        std::memcpy(data, m_body.data() + m_read, size);
        m_read += size;
        return qint64(size);
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::string m_body;
    size_t m_read = 0;
};

} // namespace br::rest
