// KeychainSecretStore and EnvironmentSecrets against keychains that answer as other systems do, that lie, and that keep little.
// The real keychain of this system is in realkeyring.py.
#include "app/keychain/keychainsecretstore.h"
#include "app/secrets/environmentsecrets.h"
#include "tests/fakes/fakesecrets.h"
#include "tests/run/registered.h"

#include <map>

using namespace br;

namespace keychainstore_test {

namespace {

class FakeEntries final : public KeychainEntries {
public:
    struct State {
        std::map<std::string, std::string> entries;
        size_t limit = 2560; // Windows
        int readCode = 0;
        int writeCode = 0;
        int writesLeft = -1; // then it fails
        int removeCode = 0;
        bool keepsRemoved = false;
        std::optional<Error> trouble;
        int reads = 0;
    };
    explicit FakeEntries(State &state)
        : m_state(state)
    {
    }
    KeychainAnswer read(const std::string &key) override
    {
        ++m_state.reads;
        if (m_state.readCode)
            return {m_state.readCode, "as told", {}};
        const auto found = m_state.entries.find(key);
        return found == m_state.entries.end() ? KeychainAnswer{1, "no entry", {}} : KeychainAnswer{0, {}, Secret(found->second)};
    }
    KeychainAnswer write(const std::string &key, const Secret &text) override
    {
        if (m_state.writeCode)
            return {m_state.writeCode, "as told", {}};
        if (text.reveal().size() > m_state.limit || m_state.writesLeft == 0)
            return {7, "too much", {}};
        --m_state.writesLeft;
        m_state.entries[key] = std::string(text.reveal());
        return {};
    }
    KeychainAnswer remove(const std::string &key) override
    {
        if (m_state.removeCode)
            return {m_state.removeCode, "as told", {}};
        if (!m_state.keepsRemoved)
            m_state.entries.erase(key);
        return {};
    }
    Status probe() override { return m_state.trouble ? Status(*m_state.trouble) : Status(); }
    std::string where() const override { return "the fake"; }

private:
    State &m_state;
};

const SecretKey key{"0000-uuid", SourceName("huntress"), "api_key"};

Errc codeOf(const Status &status) { return status ? Errc::Internal : status.error().code; }
template <class T>
Errc codeOf(const Result<T> &result)
{
    return result ? Errc::Internal : result.error().code;
}

} // namespace

class KeychainStoreTest final : public QObject {
    Q_OBJECT

private slots:
    void theKeyIsOfWorkspaceSourceAndField()
    {
        FakeEntries::State state;
        KeychainSecretStore store(std::make_unique<FakeEntries>(state));
        QVERIFY(store.write(key, Secret("s3cret")));
        QCOMPARE(state.entries.begin()->first, std::string("billingreconcile/0000-uuid/huntress/api_key"));
        QCOMPARE(state.entries.begin()->second, std::string("s3cret"));
        // A slash in a name makes no other name.
        QVERIFY(
            KeychainSecretStore::entryName({"w", SourceName("a/b"), "c"}) != KeychainSecretStore::entryName({"w", SourceName("a"), "b/c"}));
    }

    void codesOfEverySystemBecomeWhatTheyMean()
    {
        struct Case {
            int code;
            Errc meaning;
        };
        for (const auto &[code, meaning] : {Case{1, Errc::NotFound}, Case{2, Errc::Io}, Case{3, Errc::Denied}, Case{4, Errc::Denied},
                 Case{5, Errc::Unreachable}, Case{6, Errc::Unreachable}, Case{7, Errc::Io}}) {
            FakeEntries::State state;
            KeychainSecretStore store(std::make_unique<FakeEntries>(state));
            state.readCode = code;
            QCOMPARE(codeOf(store.read(key)), meaning);
            QVERIFY(store.read(key).error().message.find("huntress") != std::string::npos || meaning == Errc::Unreachable);
            QCOMPARE(store.read(key).error().detail, std::string("as told"));
            if (code == 1)
                continue;
            QCOMPARE(codeOf(store.write(key, Secret("x"))), meaning);
            state.readCode = 0;
            state.writeCode = code;
            QCOMPARE(codeOf(store.write(key, Secret("x"))), meaning);
            state.writeCode = 0;
            QVERIFY(store.write(key, Secret("x")));
            state.removeCode = code;
            QCOMPARE(codeOf(store.remove(key)), meaning);
            QCOMPARE(state.entries.size(), size_t{1});
        }
    }

    void lockedIsNeverNotFound()
    {
        FakeEntries::State state;
        KeychainSecretStore store(std::make_unique<FakeEntries>(state));
        QVERIFY(store.write(key, Secret("x")));
        state.trouble = Error{Errc::Locked, "locked"};
        state.readCode = 1; // what the real one answers
        QCOMPARE(codeOf(store.read(key)), Errc::Locked);
        QCOMPARE(codeOf(store.write(key, Secret("y"))), Errc::Locked);
        QCOMPARE(codeOf(store.remove(key)), Errc::Locked);
        QCOMPARE(codeOf(store.probe()), Errc::Locked);
        QCOMPARE(state.entries.begin()->second, std::string("x"));
    }

    void aRemovalThatDidNotHappenIsNotTold()
    {
        FakeEntries::State state;
        KeychainSecretStore store(std::make_unique<FakeEntries>(state));
        QVERIFY(store.remove(key)); // there was none
        QVERIFY(store.write(key, Secret("x")));
        state.keepsRemoved = true;
        const auto removed = store.remove(key);
        QCOMPARE(codeOf(removed), Errc::Io);
        QVERIFY(removed.error().message.find("billingreconcile/0000-uuid/huntress/api_key") != std::string::npos);
    }

    void lengths_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("entries");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("2400") << 2400 << 1;
        QTest::newRow("2401") << 2401 << 3;
        QTest::newRow("2561") << 2561 << 3;
        QTest::newRow("4800") << 4800 << 3;
        QTest::newRow("4801") << 4801 << 4;
        QTest::newRow("65536") << 65536 << 29;
    }

    void lengths()
    {
        QFETCH(int, bytes);
        QFETCH(int, entries);
        FakeEntries::State state;
        KeychainSecretStore store(std::make_unique<FakeEntries>(state));
        std::string secret;
        for (int i = 0; i < bytes; ++i)
            secret.push_back(static_cast<char>('!' + i % 90));
        QVERIFY(store.write(key, Secret(secret)));
        QCOMPARE(state.entries.size(), static_cast<size_t>(entries));
        for (const auto &[name, text] : state.entries)
            QVERIFY(text.size() <= 2400);
        QCOMPARE(std::string(store.read(key).value().reveal()), secret);
        // Another takes its place, and nothing of the old one stays.
        QVERIFY(store.write(key, Secret("short")));
        QCOMPARE(state.entries.size(), size_t{1});
        QVERIFY(store.write(key, Secret(secret)));
        QVERIFY(store.remove(key));
        QCOMPARE(state.entries.size(), size_t{0});
    }

    void charactersAreNotCut()
    {
        FakeEntries::State state;
        KeychainSecretStore store(std::make_unique<FakeEntries>(state));
        std::string secret = "x";
        while (secret.size() < 10'000)
            secret += "€";
        QVERIFY(store.write(key, Secret(secret)));
        for (const auto &[name, text] : state.entries)
            QVERIFY(QString::fromStdString(text).toStdString() == text);
        QCOMPARE(std::string(store.read(key).value().reveal()), secret);
    }

    void halfOfALongSecretIsNeverTheWhole()
    {
        FakeEntries::State state;
        KeychainSecretStore store(std::make_unique<FakeEntries>(state));
        const std::string first(6000, 'a');
        const std::string second(6000, 'b');
        QVERIFY(store.write(key, Secret(first)));
        // Writing the next one breaks off after each number of entries: the first stays, whole.
        for (int left = 0; left < 4; ++left) {
            state.writesLeft = left;
            QCOMPARE(codeOf(store.write(key, Secret(second))), Errc::Io);
            QCOMPARE(std::string(store.read(key).value().reveal()), first);
            QCOMPARE(state.entries.size(), size_t{4});
        }
        state.writesLeft = -1;
        // Someone else removes one part.
        state.entries.erase(std::next(state.entries.begin()));
        QCOMPARE(codeOf(store.read(key)), Errc::Damaged);
        QVERIFY(store.write(key, Secret(second)));
        QCOMPARE(std::string(store.read(key).value().reveal()), second);
    }

    void aSecretThatLooksLikeOurMark()
    {
        FakeEntries::State state;
        KeychainSecretStore store(std::make_unique<FakeEntries>(state));
        const std::string odd = std::string("\x01") + "billingreconcile-parts:1:1:x";
        QVERIFY(store.write(key, Secret(odd)));
        QCOMPARE(std::string(store.read(key).value().reveal()), odd);
    }

    void whatNoKeychainKeepsIsRefused()
    {
        FakeEntries::State state;
        KeychainSecretStore store(std::make_unique<FakeEntries>(state));
        for (const auto &text : {std::string(), std::string("a\0b", 3), std::string("\xff"), std::string(65537, 'x')})
            QCOMPARE(codeOf(store.write(key, Secret(text))), Errc::InvalidInput);
        QCOMPARE(state.entries.size(), size_t{0});
    }

    void theEnvironmentWins()
    {
        FakeSecrets behind;
        EnvironmentSecrets secrets(&behind);
        const SecretKey odd{"w", SourceName("Büro-RMM 2"), "api.key"};
        QCOMPARE(EnvironmentSecrets::variableName(odd), std::string("BILLINGRECONCILE_SECRET_B_RO_RMM_2_API_KEY"));
        QVERIFY(secrets.write(odd, Secret("kept")));
        QCOMPARE(std::string(secrets.read(odd).value().reveal()), std::string("kept"));
        qputenv("BILLINGRECONCILE_SECRET_B_RO_RMM_2_API_KEY", "from outside");
        QCOMPARE(std::string(secrets.read(odd).value().reveal()), std::string("from outside"));
        // A variable cannot be changed from here, and nothing says that it was.
        QCOMPARE(codeOf(secrets.write(odd, Secret("new"))), Errc::Conflict);
        QCOMPARE(codeOf(secrets.remove(odd)), Errc::Conflict);
        QCOMPARE(behind.entries.size(), size_t{0}); // but the keychain's went
        qputenv("BILLINGRECONCILE_SECRET_B_RO_RMM_2_API_KEY", "");
        QCOMPARE(codeOf(secrets.read(odd)), Errc::NotFound);
        QVERIFY(secrets.read(odd).error().message.find("BILLINGRECONCILE_SECRET_B_RO_RMM_2_API_KEY") != std::string::npos);
        qunsetenv("BILLINGRECONCILE_SECRET_B_RO_RMM_2_API_KEY");
        EnvironmentSecrets alone(nullptr);
        QCOMPARE(codeOf(alone.read(odd)), Errc::Unreachable);
        QCOMPARE(codeOf(alone.write(odd, Secret("x"))), Errc::Unreachable);
        QCOMPARE(codeOf(alone.probe()), Errc::Unreachable);
        QVERIFY(alone.remove(odd)); // nothing was ever kept
    }
};

} // namespace keychainstore_test

BR_TEST(keychainstore, KeychainStoreTest)
#include "keychainstore.moc"
