// Asker: sends requests signed in, signs in anew once where that was void, and reads the answers.
//
// Several requests can be under way; answers are taken in any order. An answer with an error status, or with an error inside, is
// an answer here: the caller judges it. Errors: of the HttpClient and of signing in; Incomplete where a success is not JSON.
// Thread rule: one thread.
#pragma once

#include "connectors/rest/auth/authenticator.h"
#include "connectors/rest/json/jsonreader.h"
#include "connectors/rest/manifest/manifest.h"

#include <map>

namespace br::rest {

struct Question {
    HttpRequest request;
    Authenticator *auth = nullptr; // not owned; null: none
};

struct Answer {
    HttpResponse response; // its body is moved into the tree
    JsonTree tree;
    std::string digest; // of the body
    int64_t bytes = 0;
    const ErrorRule *rule = nullptr; // the error inside an answer that is a success
    bool isGood() const { return response.status >= 200 && response.status < 300 && rule == nullptr; }
};

class Asker final {
public:
    Asker(const Manifest &manifest, HttpClient &client);

    using Ticket = int64_t;
    Result<Ticket> start(Question question);
    Status finish(Ticket ticket, Answer &answer); // reuses the answer's memory
    Status ask(Question question, Answer &answer);
    HttpClient &client() { return m_client; }

private:
    struct Sent {
        Question question;
        int generation = 0;
        HttpClient::Ticket ticket = 0;
    };
    Result<HttpRequest> signedRequest(const Question &question, int &generation) const;
    Status take(Result<HttpResponse> response, const Question &question, Answer &answer);

    const Manifest &m_manifest;
    HttpClient &m_client;
    JsonReader m_reader;
    std::map<Ticket, Sent> m_sent;
    Ticket m_last = 0;
};

} // namespace br::rest
