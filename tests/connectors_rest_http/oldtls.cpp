#include "tests/connectors_rest_http/oldtls.h"

#include <algorithm>
#include <csignal>
#include <string>

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace br::test {
namespace {

void allow(SSL_CTX *context, int version)
{
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_cipher_list(context, "ALL:@SECLEVEL=0");
    SSL_CTX_set_min_proto_version(context, version);
    SSL_CTX_set_max_proto_version(context, version);
}

sockaddr_in loopback(uint16_t port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

} // namespace

struct OldTlsServer::Context {
    SSL_CTX *server = SSL_CTX_new(TLS_server_method());
    ~Context() { SSL_CTX_free(server); }
};

OldTlsServer::OldTlsServer(const demo::Certificate &certificate, int version)
    : m_context(std::make_unique<Context>())
    , m_version(version)
{
    std::signal(SIGPIPE, SIG_IGN); // the other side hangs up in the middle of the handshake
    allow(m_context->server, version);
    BIO *pem = BIO_new_mem_buf(certificate.pem.data(), int(certificate.pem.size()));
    BIO *keyPem = BIO_new_mem_buf(certificate.key.data(), int(certificate.key.size()));
    X509 *leaf = PEM_read_bio_X509(pem, nullptr, nullptr, nullptr);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(keyPem, nullptr, nullptr, nullptr);
    const bool usable = SSL_CTX_use_certificate(m_context->server, leaf) == 1 && SSL_CTX_use_PrivateKey(m_context->server, key) == 1;
    X509_free(leaf);
    EVP_PKEY_free(key);
    BIO_free(pem);
    BIO_free(keyPem);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (!usable || bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_listener, 8) != 0
        || getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return;
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

OldTlsServer::~OldTlsServer()
{
    shutdown(m_listener, SHUT_RDWR); // wakes accept()
    if (m_thread.joinable())
        m_thread.join();
    close(m_listener);
}

void OldTlsServer::serve()
{
    while (true) {
        const int connection = accept(m_listener, nullptr, nullptr);
        if (connection < 0)
            return;
        const timeval limit = {5, 0};
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        SSL *tls = SSL_new(m_context->server);
        SSL_set_fd(tls, connection);
        char buffer[4096];
        if (SSL_accept(tls) == 1) {
            const int got = SSL_read(tls, buffer, sizeof buffer);
            m_bytes += std::max(got, 0);
            const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]";
            if (got > 0)
                SSL_write(tls, answer.data(), int(answer.size()));
        }
        SSL_free(tls);
        close(connection);
    }
}

bool OldTlsServer::answersItsOwnKind() const
{
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    allow(context, m_version);
    const sockaddr_in address = loopback(m_port);
    const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    SSL *tls = SSL_new(context);
    char buffer[64] = {};
    int got = 0;
    if (connect(connection, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        SSL_set_fd(tls, connection);
        if (SSL_connect(tls) == 1 && SSL_write(tls, "GET / HTTP/1.1\r\n\r\n", 18) == 18)
            got = SSL_read(tls, buffer, sizeof buffer - 1);
    }
    SSL_free(tls);
    SSL_CTX_free(context);
    close(connection);
    return got > 0 && std::string(buffer).starts_with("HTTP/1.1 200");
}

} // namespace br::test
