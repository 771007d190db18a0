<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>br::AccountsTab</name>
    <message numerus="yes">
        <source>All %n account(s) are linked or ignored.</source>
        <translation>
            <numerusform>All %n account are linked or ignored.</numerusform>
            <numerusform>All %n accounts are linked or ignored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need a client: what they use is compared with nothing until then.</source>
        <translation>
            <numerusform>%n account need a client: what they use is compared with nothing until then.</numerusform>
            <numerusform>%n accounts need a client: what they use is compared with nothing until then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept &amp;all %n suggestion(s)</source>
        <translation>
            <numerusform>Accept &amp;all %n suggestion</numerusform>
            <numerusform>Accept &amp;all %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) stored.</source>
        <translation>
            <numerusform>%n account stored.</numerusform>
            <numerusform>%n accounts stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link %n account(s)?</source>
        <translation>
            <numerusform>Link %n account?</numerusform>
            <numerusform>Link %n accounts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Link %n account(s)</source>
        <translation>
            <numerusform>Link %n account</numerusform>
            <numerusform>Link %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore %n account(s)</source>
        <translation>
            <numerusform>Ignore %n account</numerusform>
            <numerusform>Ignore %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::BulkDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::ClientView</name>
    <message numerus="yes">
        <source>%n open row(s) →</source>
        <translation>
            <numerusform>%n open row →</numerusform>
            <numerusform>%n open rows →</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::ClientsPage</name>
    <message numerus="yes">
        <source>%n client(s), </source>
        <translation>
            <numerusform>%n client, </numerusform>
            <numerusform>%n clients, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with open rows</source>
        <translation>
            <numerusform>%n with open rows</numerusform>
            <numerusform>%n with open rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::EffectView</name>
    <message numerus="yes">
        <source>%n client(s) change.</source>
        <translation>
            <numerusform>%n client change.</numerusform>
            <numerusform>%n clients change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::ExportPage</name>
    <message numerus="yes">
        <source>%n adjustment(s), </source>
        <translation>
            <numerusform>%n adjustment, </numerusform>
            <numerusform>%n adjustments, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no line that a change sheet could change: they are listed, and entered by hand.</source>
        <translation>
            <numerusform>%n row have no line that a change sheet could change: they are listed, and entered by hand.</numerusform>
            <numerusform>%n rows have no line that a change sheet could change: they are listed, and entered by hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1 and read back.</source>
        <translation>
            <numerusform>%n row written to %1 and read back.</numerusform>
            <numerusform>%n rows written to %1 and read back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::FacetPane</name>
    <message numerus="yes">
        <source>%n more; search for them</source>
        <translation>
            <numerusform>%n more; search for them</numerusform>
            <numerusform>%n more; search for them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::KindBar</name>
    <message numerus="yes">
        <source>%1: %n row(s), %2</source>
        <translation>
            <numerusform>%1: %n row, %2</numerusform>
            <numerusform>%1: %n rows, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::MainWindow</name>
    <message numerus="yes">
        <source>%1 reconciled: %n position(s), </source>
        <translation>
            <numerusform>%1 reconciled: %n position, </numerusform>
            <numerusform>%1 reconciled: %n positions, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discrepancy(ies)</source>
        <translation>
            <numerusform>%n discrepancy</numerusform>
            <numerusform>%n discrepancies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::MetersTab</name>
    <message numerus="yes">
        <source>%n meter(s) are in no service: what they count is billed by nothing we know of.</source>
        <translation>
            <numerusform>%n meter are in no service: what they count is billed by nothing we know of.</numerusform>
            <numerusform>%n meters are in no service: what they count is billed by nothing we know of.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::OverviewPage</name>
    <message numerus="yes">
        <source>%n account(s) without a client</source>
        <translation>
            <numerusform>%n account without a client</numerusform>
            <numerusform>%n accounts without a client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meter(s) without a service</source>
        <translation>
            <numerusform>%n meter without a service</numerusform>
            <numerusform>%n meters without a service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n billed product(s) in no service</source>
        <translation>
            <numerusform>%n billed product in no service</numerusform>
            <numerusform>%n billed products in no service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) without data of this month</source>
        <translation>
            <numerusform>%n source without data of this month</numerusform>
            <numerusform>%n sources without data of this month</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::ProductsTab</name>
    <message numerus="yes">
        <source>%n billed product(s) are in no service: nothing counts what they bill. That is fine for flat fees.</source>
        <translation>
            <numerusform>%n billed product are in no service: nothing counts what they bill. That is fine for flat fees.</numerusform>
            <numerusform>%n billed products are in no service: nothing counts what they bill. That is fine for flat fees.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::Room</name>
    <message numerus="yes">
        <source>Approve %n…</source>
        <translation>
            <numerusform>Approve %n…</numerusform>
            <numerusform>Approve %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n…</source>
        <translation>
            <numerusform>Accept %n…</numerusform>
            <numerusform>Accept %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n…</source>
        <translation>
            <numerusform>Dismiss %n…</numerusform>
            <numerusform>Dismiss %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::ServicesPage</name>
    <message numerus="yes">
        <source>The file has %n problem(s).</source>
        <translation>
            <numerusform>The file has %n problem.</numerusform>
            <numerusform>The file has %n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::TraceView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
