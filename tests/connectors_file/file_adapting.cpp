// A column that a vendor renamed: the layout that nearly fits is offered with what it misses, and adapted it reads what it read before.
#include "tests/connectors_file/filefixture.h"
#include "tests/run/registered.h"

#include "core/base/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iostream>

using namespace br;
using namespace br::test;
using namespace Qt::StringLiterals;

namespace file_adapting_test {

namespace {

std::string bytesOf(const std::string &path)
{
    QFile file(toQString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// The heading's first place is its header row: nothing stands above it in the fixtures that are used.
std::string renamed(std::string bytes, const std::string &heading, const std::string &name)
{
    bytes.replace(bytes.find(heading), heading.size(), name);
    return bytes;
}

const MappableField *missing(const FilePreview &preview, std::string_view name)
{
    if (!preview.nearest)
        return nullptr;
    const auto &all = preview.nearest->missing;
    const auto found = std::ranges::find(all, name, &MappableField::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

class FileAdapting final : public QObject {
    Q_OBJECT

private:
    FileFixture m_files;

    FilePreview preview(const FetchRequest &request)
    {
        auto found = m_files.reading().preview(request, request.files.front());
        if (!found)
            qFatal("%s", found.error().message.c_str());
        return std::move(*found);
    }

    // Whatever is proposed: taken as it is, the file is recognised by it, or it is refused.
    void offered(FetchRequest request, const FilePreview &shown, const std::string &where)
    {
        const auto &near = *shown.nearest;
        QVERIFY2(!near.missing.empty() || !near.tells.empty(), where.c_str());
        const auto profile = m_files.reading().adaptNearest("proposed", {}, shown, near.proposed);
        if (!profile)
            return;
        request.profiles = {*profile};
        QVERIFY2(preview(request).layout == "proposed", (where + " as " + near.id).c_str());
    }

private slots:
    // Every column of every shipped layout that a file cannot be recognised without.
    void whateverColumnIsRenamedTheRecordsStayTheSame()
    {
        int adapted = 0;
        const QFileInfo any(toQString(FileFixture::fixture("sentinelone-endpoints.csv")));
        const auto names = any.dir().entryList({u"*.csv"_s}, QDir::Files, QDir::Name);
        for (const auto &name : names) {
            const auto path = FileFixture::fixture(toUtf8(name));
            const auto bytes = bytesOf(path);
            for (const auto side : {Side::Psa, Side::Vendor}) {
                auto request = m_files.request(side, {path});
                request.force = true;
                const auto before = preview(request);
                const auto records = m_files.import(request);
                if (before.layout.empty() || records.error)
                    continue;
                for (const auto &[slot, column] : before.mapping) {
                    const std::string heading(trimmed(before.header[static_cast<size_t>(column)]));
                    const auto place = bytes.find(heading);
                    if (heading.size() < 4 || place == std::string::npos || bytes.find(heading, place + 1) != std::string::npos)
                        continue; // not to be told from other text of the file
                    request.files = {m_files.write(toUtf8(name), renamed(bytes, heading, "Zz " + std::to_string(column)))};
                    request.profiles.clear();
                    const auto after = preview(request);
                    const auto *field = missing(after, slot);
                    if (after.nearest)
                        offered(request, after, toUtf8(name) + " " + slot);
                    if (!after.layout.empty() || !field || !field->required || after.nearest->id != before.layout)
                        continue; // it is not needed, or another layout is as near
                    QVERIFY(!m_files.reading().adaptNearest("own", {}, after, {}));
                    const auto profile = m_files.reading().adaptNearest("own", {}, after, {{slot, column}});
                    QVERIFY2(profile.ok(), profile ? "" : profile.error().message.c_str());
                    request.profiles = {*profile};
                    QVERIFY2(preview(request).layout == "own",
                        (toUtf8(name) + " " + slot + " " + profile->json + joined(preview(request).problems, "|")).c_str());
                    const auto again = m_files.import(request);
                    QVERIFY2(!again.error, again.error ? again.error->message.c_str() : "");
                    QCOMPARE(toQString(again.records()), toQString(records.records()));
                    ++adapted;
                }
            }
        }
        std::cout << adapted << " columns renamed" << std::endl;
        QVERIFY(adapted >= 25);
    }

    void whatLooksLikeItIsProposed()
    {
        const auto bytes = bytesOf(FileFixture::fixture("sentinelone-endpoints.csv"));
        auto request = m_files.request(Side::Vendor, {m_files.write("s1.csv", renamed(bytes, ",Site,", ",Site Name,"))});
        const auto found = preview(request);
        QVERIFY(found.layout.empty() && found.nearest);
        QCOMPARE(found.nearest->id, std::string("sentinelone-endpoints"));
        QVERIFY(!found.nearest->isProfile);
        const auto *field = missing(found, "site");
        QVERIFY(field && field->required);
        QCOMPARE(field->heading, std::string("Site"));
        QCOMPARE(found.nearest->proposed.at("site"), 2);
        QCOMPARE(found.header[2], std::string("Site Name"));
        QVERIFY(std::ranges::find(found.nearest->free, 2) != found.nearest->free.end());
        QVERIFY(std::ranges::find(found.nearest->free, 0) == found.nearest->free.end()); // Endpoint Name is what it is
        // A layout that a person asks for is adapted too.
        request.layout = "sentinelone-endpoints";
        QCOMPARE(preview(request).nearest->proposed.at("site"), 2);
    }

    void aHeadingItIsToldByMayChange()
    {
        const auto bytes = bytesOf(FileFixture::fixture("sentinelone-endpoints.csv"));
        auto request = m_files.request(Side::Vendor, {m_files.write("s1.csv", renamed(bytes, "Agent Version", "Version"))});
        const auto found = preview(request);
        QVERIFY(found.nearest && found.nearest->missing.empty());
        QCOMPARE(found.nearest->tells, std::vector<std::string>{"Agent Version"});
        const auto profile = m_files.reading().adaptNearest("S1", {}, found, {});
        QVERIFY2(profile.ok(), profile ? "" : profile.error().message.c_str());
        request.profiles = {*profile};
        QCOMPARE(preview(request).layout, std::string("S1"));
    }

    // A profile of a person's, and one that was adapted already: under its own name it reads the new form and the old one.
    void aProfileLearnsAnotherName()
    {
        const auto bytes = bytesOf(FileFixture::fixture("sentinelone-endpoints.csv"));
        const auto first = m_files.write("first.csv", renamed(bytes, ",Site,", ",Location,"));
        const auto second = m_files.write("second.csv", renamed(bytes, ",Site,", ",Place,"));
        auto request = m_files.request(Side::Vendor, {first});
        auto profile = m_files.reading().adaptNearest("S1", {}, preview(request), {{"site", 2}});
        QVERIFY(profile.ok());
        request.profiles = {*profile};
        request.files = {second};
        auto found = preview(request);
        QVERIFY(found.nearest);
        QCOMPARE(found.nearest->id, std::string("S1"));
        QVERIFY(found.nearest->isProfile);
        profile = m_files.reading().adaptNearest("S1", request.profiles, found, {{"site", 2}});
        QVERIFY2(profile.ok(), profile ? "" : profile.error().message.c_str());
        request.profiles = {*profile};
        for (const auto &file : {first, second}) {
            request.files = {file};
            QCOMPARE(preview(request).layout, std::string("S1"));
        }

        const auto odd = m_files.write("odd.csv", "Where;What;How many;Colour;Shape\nHarbour;Seat;12;red;round\n");
        const auto next = m_files.write("next.csv", "Where;What;Number of;Colour;Shape\nHarbour;Seat;13;red;round\n");
        request = m_files.request(Side::Vendor, {odd});
        const auto own = m_files.reading().makeProfile(
            "Odd", Side::Vendor, preview(request), {{"account_name", 0}, {"meter_name", 1}, {"quantity", 2}});
        QVERIFY(own.ok());
        request.profiles = {*own};
        request.files = {next};
        found = preview(request);
        QVERIFY(found.nearest && found.nearest->isProfile && missing(found, "quantity"));
        profile = m_files.reading().adaptNearest("Odd", request.profiles, found, {{"quantity", 2}});
        QVERIFY2(profile.ok(), profile ? "" : profile.error().message.c_str());
        request.profiles = {*profile};
        auto got = m_files.import(request);
        QVERIFY2(!got.error, got.error ? got.error->message.c_str() : "");
        QCOMPARE(toQString(got.records()), u"count Harbour=Harbour - | Seat=Seat | - | used 13 @ - EUR | - until - -"_s);
        request.files = {odd};
        got = m_files.import(request);
        QCOMPARE(toQString(got.records()), u"count Harbour=Harbour - | Seat=Seat | - | used 12 @ - EUR | - until - -"_s);
    }

    void aStrangeFileIsNearToNothing()
    {
        const auto strange = m_files.write("strange.csv", "Eins;Zwei;Drei\nAcme;Backup;12\n");
        QVERIFY(!preview(m_files.request(Side::Vendor, {strange})).nearest);
        const auto minimal = m_files.write("minimal.csv", "Client Name,Product,Menge,Farbe,Form,Rand,Rest\nX,Y,3,a,b,c,d\n");
        QVERIFY(!preview(m_files.request(Side::Vendor, {minimal})).nearest); // the minimal layout is near to everything
    }

    // A heading that a layout must not have says what the file is not, whatever else would fit.
    void aLayoutThatIsRuledOutIsNotOffered()
    {
        const auto bytes = bytesOf(FileFixture::fixture("microsoft-nce.csv"));
        auto request = m_files.request(Side::Vendor, {m_files.write("nce.csv", renamed(bytes, "TermAndBillingCycle", "Term"))});
        request.force = true;
        const auto found = preview(request);
        QVERIFY(!found.nearest || found.nearest->id != "csp-cloudcockpit");
    }

    // At the PSA's source the vendor's file is named, and no layout of the PSA is made of it.
    void aFileOfTheOtherSideIsNotAdapted()
    {
        const auto found = preview(m_files.request(Side::Psa, {FileFixture::fixture("microsoft-nce.csv")}));
        QVERIFY(!found.nearest);
        QVERIFY(found.problems.front().find("vendor") != std::string::npos);
    }

    void theOldNameIsStillTheBetterOne()
    {
        // An own profile whose column was renamed once, and a later file that has both names.
        auto request = m_files.request(Side::Vendor, {m_files.write("odd.csv", "Where;What;How many;Colour\nHarbour;Seat;12;red\n")});
        const auto own = m_files.reading().makeProfile(
            "Odd", Side::Vendor, preview(request), {{"account_name", 0}, {"meter_name", 1}, {"quantity", 2}});
        QVERIFY(own.ok());
        request.profiles = {*own};
        request.files = {m_files.write("next.csv", "Where;What;Active;Colour\nHarbour;Seat;3;red\n")};
        const auto profile = m_files.reading().adaptNearest("Odd", request.profiles, preview(request), {{"quantity", 2}});
        QVERIFY2(profile.ok(), profile ? "" : profile.error().message.c_str());
        request.profiles = {*profile};
        request.files = {m_files.write("both.csv", "Where;What;How many;Active\nHarbour;Seat;12;3\n")};
        QCOMPARE(
            toQString(m_files.import(request).records()), u"count Harbour=Harbour - | Seat=Seat | - | used 12 @ - EUR | - until - -"_s);
    }

    // Without the heading it was told by, the file's other columns tell it: not any file with two of them is one.
    void anotherFileIsNotTakenForIt()
    {
        const auto bytes = bytesOf(FileFixture::fixture("sentinelone-endpoints.csv"));
        auto request = m_files.request(Side::Vendor, {m_files.write("s1.csv", renamed(bytes, "Agent Version", "Version"))});
        const auto profile = m_files.reading().adaptNearest("S1", {}, preview(request), {});
        QVERIFY(profile.ok());
        request.profiles = {*profile};
        QCOMPARE(preview(request).layout, std::string("S1"));
        request.files = {m_files.write("threats.csv", "Endpoint Name,Site,Threat,Found,Engine,Verdict\npc,Harbour,X,Y,Z,V\n")};
        QVERIFY(preview(request).layout.empty());
    }

    void aHeadingThatStandsTwiceOrIsEmptyIsNoColumn()
    {
        const auto bytes = bytesOf(FileFixture::fixture("sentinelone-endpoints.csv"));
        auto request
            = m_files.request(Side::Vendor, {m_files.write("s1.csv", renamed(renamed(bytes, ",Site,", ",Group,"), "Storage Name", "#"))});
        const auto found = preview(request);
        QVERIFY(found.nearest);
        for (const auto column : found.nearest->free) {
            QVERIFY(found.header[static_cast<size_t>(column)] != "Group");
            QVERIFY(found.header[static_cast<size_t>(column)] != "#");
        }
        QVERIFY(!m_files.reading().adaptNearest("S1", {}, found, {{"site", 2}}));
    }

    void whatCannotBeDoneIsSaid()
    {
        const auto bytes = bytesOf(FileFixture::fixture("sentinelone-endpoints.csv"));
        auto request = m_files.request(Side::Vendor, {m_files.write("s1.csv", renamed(bytes, ",Site,", ",Location,"))});
        const auto found = preview(request);
        QVERIFY(m_files.reading().adaptNearest("S1", {}, found, {}).error().message.find("\"Site\"") != std::string::npos);
        QVERIFY(!m_files.reading().adaptNearest(" ", {}, found, {{"site", 2}}));
        QVERIFY(!m_files.reading().adaptNearest("S1", {}, found, {{"site", 99}}));
        QVERIFY(!m_files.reading().adaptNearest("S1", {}, found, {{"site", 2}, {"asset_name", 0}})); // that one is known
        QVERIFY(!m_files.reading().adaptNearest("vendor-assets", {}, found, {{"site", 2}}));         // the name of another
        // A profile of a layout that is gone is told; the other files are read as before, and an error it is where it is asked for.
        request.profiles = {{"Old one", R"({"like": "gone", "columns": {"site": "Location"}})"}};
        QVERIFY(preview(request).problems.front().find("Old one") != std::string::npos);
        auto whole = request;
        whole.files = {FileFixture::fixture("sentinelone-endpoints.csv")};
        QCOMPARE(preview(whole).layout, std::string("sentinelone-endpoints"));
        QVERIFY(m_files.import(whole).isTold("Old one"));
        request.layout = "Old one";
        auto told = m_files.reading().preview(request, request.files.front());
        QVERIFY(!told && told.error().message.find("Old one") != std::string::npos);
        QVERIFY(told.error().message.find("gone") != std::string::npos);
        request.profiles = {{"Old one", R"({"like": "sentinelone-endpoints", "columns": {"colour": "Location"}})"}};
        told = m_files.reading().preview(request, request.files.front());
        QVERIFY(!told && told.error().message.find("colour") != std::string::npos);
    }
};

} // namespace file_adapting_test

BR_TEST(file_adapting, FileAdapting)
#include "file_adapting.moc"
