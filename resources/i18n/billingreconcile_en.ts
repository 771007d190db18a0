<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Act</name>
    <message>
        <source>Start review</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>%1 is open read-only; nothing can be changed in it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Adjusting</name>
    <message>
        <source>The position is not there any more; reconcile the period again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 shall be taken off, but line %2 has only %3; spread the change over several lines by hand.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A new line is needed in the PSA, with quantity %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Line %1 bills several services of the client, and they are to change in different directions (%2); decide on one quantity and change it by hand.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Line %1 bills several services of the client, and they are to change on different days; change it by hand.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Line %1 bills several services of the client (%2): the largest quantity of them was taken.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No billable line stands for the service alone; change it by hand in the PSA by %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The older adjustment to %1 was approved again too; what was approved of this month is taken.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was approved beside what is moved between services: %2 are billed in the end.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other lines bill %1 of it as well and stay as they are; this one goes from %2 to %3.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AdjustmentSheet</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 rows have no known price and are not in the sum.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sum %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>No demonstration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stand-in vendors could not be started.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>1 row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>SQLite finds the file sound.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tables, indexes and triggers are as shipped.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tables, indexes or triggers are not as shipped: another program altered the file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every row finds what it refers to.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the whole file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 batches with %2 assets can be read, and their counts agree.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 entries, each fits the one before; the last is %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading batch %1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Row %1 of %2 refers to a row of %3 that is not there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is damaged: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The positions of %1 are damaged. Reconcile it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 confirmations are of batches that were never held.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 results are held until a person confirms them: see the sources.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No result waits for a person.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 decisions, each as the log says it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The decision of %1 by %2 about %3 is not what the log says: another program altered or added it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The log knows a decision of %1 by %2 about %3 that is missing or altered.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 are from an older program and not covered.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 batches hold what the log says.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 files beside the workspace are left of exports that were broken off, and may be deleted: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Batch %1 is in the log and not in the file: another program took it out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Batch %1 of %2 for %3 has no entry in the log: another program put it there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Batch %1 of %2 for %3 is not what was imported: another program altered it. Import its files again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Comparing batch %1 of %2 with the log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No export that was broken off left a file beside the workspace.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Combine</name>
    <message>
        <source>added up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the largest of them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>each name or id once</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--theme takes light, dark or system.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compares what a managed service provider bills with what its clients use.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Month to show, such as 2026-10</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only one workspace can be opened at a time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the sample workspace; it is made at the first time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save a picture of every page to this folder and leave.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start stand-in vendors on this computer and open a workspace that syncs them; no account is needed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workspace to open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>light, dark or system</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>%1 (%2) is "%3": %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2) is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be played by "%2": a stand-in is on this machine, as in https://127.0.0.1:40001.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no setting "%2"; there is: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no settings, and so no "%2".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The authority's certificate is not in PEM form (-----BEGIN CERTIFICATE-----).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it does not look like one, as in %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it does not look like one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it takes a number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it takes one of %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it takes the name of a server alone, as in psa.example.com.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it takes true or false.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CsvTable</name>
    <message>
        <source>%1 has no column "%2"; its first row must name the columns.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has two columns "%2"; keep one.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>A note needs a text.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A note belongs to a discrepancy or to a client.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has not been reconciled yet, so there is no discrepancy "%2".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is %2 already. Reopen it with a reason before deciding again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is in review already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is open already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 is billed now, so there is nothing to adjust. Accept the row if it shall stay so.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a last day belongs to accepting only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a quantity and a first day belong to an approval only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a quantity to bill cannot be below 0.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: give a reason; a year later it is what explains the decision.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the last day %2 lies before the period.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: there is no quantity in the PSA to adjust for this kind of discrepancy. Accept it or dismiss it with a reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: up to %2 can be moved from one service to the other.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: what was counted is unknown; say which quantity to bill.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was decided: %1 of %2 rows cannot be.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no discrepancy "%1" now. List the discrepancies of %2 to see their keys.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is not the key of a discrepancy. A key begins with its period, like 2026-10/underbilled/…; list the discrepancies of a period to see their keys.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No import of the PSA has a client with the id "%1".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DemoWorkspace</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is left from an earlier demonstration and cannot be removed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Demonstration with stand-in vendors</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>%1 brought %2 rows, %3 last month: what is billed may be too low.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 brought %2 rows, %3 last month: what is counted may be too low.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 brought nothing complete this month: what is billed is not known.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 brought nothing complete this month: what is counted is not known.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>EventStore</name>
    <message>
        <source>entry %1 (%2, %3) does not continue the entry before it: one of them was replaced</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>entry %1 (%2, %3) was changed after it was written</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>entry %1 follows where entry %2 should stand: an entry was removed or added</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1, %2: %3 %4 of %5.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed: %1 of %2 by line %3 of %4.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted: %1 and %2 more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 comes from %2 and %3 more files, imported on %4.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 comes from %2, imported on %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was read from the vendor on %2.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>the vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what it is worth is unknown, as there is no price</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no money a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The rest of the difference moved to another service of the same group.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 a month billed too much</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 a month not billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 counts %2, but no service takes it into account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no complete import for this month, or less than half of the rows of the month before. Import it again before signing off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is billed %2 of %3 too much and as many of %4 too little: they seem to have moved. Change of billing: %5.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 less, %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 more, %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2 at %3 have not been seen for a long time. They are still counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2 at %3: %4 bought but not assigned, committed until %5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2: %3 charges %4 a unit, the agreement line says %5.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1. Until then they cost %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1. What they cost is unknown.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1; still to be added: %2. This month's money stands in the row of the quantity itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1; still to be taken off: %2. This month's money stands in the row of the quantity itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: about %2 a month, by default prices.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Carried over from %1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In %1 it was approved to bill %2 of %3 to %4, but the PSA bills %5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That is above the price of %1: every unit loses money.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The account %1 at %2 is not linked to a client, so nobody is billed for what it uses</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When it was decided, %1 were billed and %2 counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is counted %2 times in %3. If it is one user or device, it should be counted once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has product %2 twice, in different agreements, with the same quantity and price. If it is sold once, one line must go.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what it is worth is a larger sum than can be stated</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The PSA has kept its quantity, and the two differ since %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It was worth %1 then.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is billed %2 of %3, but by %4 there is nothing to bill: %5.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is billed %2 of %3, but what is used is not known: the steps of the count say what is missing at %4.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is billed %2 of %3; by %4 it should be %5: </source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By %1 it should be %2 of %3 for %4, and no active line bills it: %5.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>%1 was left out: it was approved, but by the numbers now there is no such discrepancy.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2 was left out: its numbers changed after it was approved. Decide again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Content SHA-256 %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no approved adjustment in %1: the sheet is empty.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The export is on record, but %1 Export again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A PDF cannot be made here: the part of the program that prints is missing.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Customer (number or id)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer's name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer's domain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Vendor's product or SKU</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Product's name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Subscription</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is counted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cost of one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Months that the cost is for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Term</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>End of the commitment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Device or user (id)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the device or user</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind of device</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In use since</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ended on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client (number or id)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client's name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Parent client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed with the parent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement's number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement's name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement begins</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement ends</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billing cycle</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number of the billed line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Product (id)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Included without charge</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Price of one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Is it billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List price</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row's month begins</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row's month ends</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>CSV file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Excel workbook</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>%1 answers a request by sending to %2 without it (status %3); that is not followed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 asks for a pause until %2 (UTC), which is longer than a sync waits. Sync again after that.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 broke off before its answer was complete.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 closed the connection while it was asked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 could not be reached in time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has not answered for %2 seconds.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not among the hosts that this source may talk to (%2). Nothing was sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not reached over HTTPS; nothing is sent without encryption.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 sends from address to address, more than %2 times.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 sends in a circle from address to address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 sends to %2; what a request holds is not given to another host.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 sends to another address, which is not followed: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 takes no connections. The service may be down, or the address or port is wrong.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was not found. Check the address and the network connection.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A request was waited for that was never made.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No secure connection could be made with %1: it offers only versions of TLS that are out of date, or it does not speak TLS.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The address of %1 holds a user name; credentials belong into the source's fields.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB, which is the limit; it was not read any further.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The answer of %1 is packed in a way that was not asked for (“%2”).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The answer of %1 is said to be packed (gzip) and cannot be unpacked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The answer of %1 was not complete after %2 seconds.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate in the source's settings cannot be read. It must be PEM text that begins with -----BEGIN CERTIFICATE-----.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 (issued by %2) was not signed by the authority pinned in the source's settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 belongs to another name (%2). Check the address; something may stand between.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 expired on %2. This computer's clock says %3: if that is wrong, set the clock; otherwise whoever runs %1 must renew it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 is not valid (code %2).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 is signed by itself and is not the one pinned in the source's settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 is signed by nobody but itself. If it is your own server, put its certificate into the source's settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 is valid from %2 on. This computer's clock says %3: if that is wrong, set the clock.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 was revoked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The certificate of %1 was signed by an authority that this computer does not know (%2). If it is your own, put its certificate into the source's settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The header “%1” cannot be sent: a line break or an empty name is in it. Check the credentials for stray line ends.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The proxy of this computer does not let %1 through or does not answer. Check the system's proxy settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The proxy of this computer wants a sign-in before it lets %1 through. Check the system's proxy settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This sync has made %1 requests, which is its limit; it was stopped.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What %1 sent is not an HTTP answer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” cannot stand in for %2: it must be http or https on this computer (127.0.0.1).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is not a request that this program makes: it only reads.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is not a web address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be reached. Check the network connection and, if this computer uses one, its proxy.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>This program cannot import: it was started without connectors.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recognise by itself</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The id is missing; fill it in, or leave the row out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A negative number stands for "none" here and names nothing; fill in the id, or leave the row out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This product is stated twice, with different content; what was stated first is used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was imported: there is no row to read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Storing the batch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A vendor cannot count less than nothing; correct the quantity, or leave the row out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a source of a vendor, but %2 holds lines or products of a PSA. Import it into the PSA source.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a source of the PSA, but %2 holds what a vendor counts. Import it into a vendor source.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is open for reading only. Open it for writing to import.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 rows, less than half of the %2 rows of %3: is the file complete?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was named "%2" before; that is used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client %1 was stated with "%2" before; that is used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clients are each other's parents in a circle: %1. Correct it in the PSA and export again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was imported: %1 of %2 rows could not be read, more than is allowed. Correct the file, or import what can be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was imported: not one of %1 rows could be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connector %1 does not read files.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same line as on row %1; it is taken once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no saved mapping named %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no source named %1. Add it first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This line id stands on row %1 already, with other content; each line needs an id of its own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement %1 was stated with another name before; that is used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement %1 was stated with other dates or another billing cycle before; each line goes by its own row.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was imported: %1 and %2 are the same file, byte for byte, and would count twice. Leave one out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was imported: there is no row to read. If the vendor counts nothing this month, force the import.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 units of subscription %2 were charged until %3 in the file of %4, and this one does not state it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a count below zero was rejected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A negative included quantity: it raises what a difference is worth. Correct it in the PSA.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A negative list price: differences of this product would be worth less than nothing. Correct it in the PSA.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A term that is paid once a year may have been charged in a month before: where nothing is stated for a client, that is unknown, not zero. Import the files of the eleven months before, then this one again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement %1 ends before it starts (%2), so that none of its lines is ever active. Correct it in the PSA.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Subscriptions that earlier months charged beyond this one, and that this one does not state: %1. Their meters are not read: unknown, not zero.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no billed line in this import, and the batch of %1 before it had %2: everything that is counted in %3 will look as if nobody billed it. Import the file of the lines together with this one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is, byte for byte, the file that was imported for %2. If it is not the one of %3, import that one: it takes the place of this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing in this import is called %1, which the import before had and which %2 counts: it counts as 0 for every client. If the file was read with another layout than before, choose the layout and import it again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>something stands behind the end of the document</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a value was expected: a text in quotes, a number, true, false, null, [ or {</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>too many levels of [ and {</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the document ends too early</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the name of a member in quotes was expected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"," or "}" was expected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"," or "]" was expected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>four digits 0-9, a-f were expected after \u</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an unknown sign follows a backslash; write \\ for a backslash</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>half of a character stands alone after \u</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a line break or control character stands inside a text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a text is not closed by a quote</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the file is not UTF-8; save it as UTF-8</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>":" was expected after "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the member "%1" stands twice in one object</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>Access to %1 was refused for the secret "%2" of %3. Allow it when you are asked, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only a part of the secret "%1" of %2 is left in %3. Enter it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret "%1" of %2 did not pass through %3: %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret "%1" of %2 is empty or no text.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret "%1" of %2 is longer than %3 bytes, more than a keychain keeps.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret "%1" of %2 is still in %3, which said that it was removed. Remove it there by hand: %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret "%1" of %2 was not kept by %3 as it was given.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret "%1" of %2 was refused by %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The system's keychain is locked. Unlock it (log in to the desktop, or open Passwords and Keys), then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no secret "%1" of %2 in %3. Enter it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This session has no keychain: no Secret Service answers (GNOME Keyring, KWallet or KeePassXC offer one).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This system runs no keychain that this program can use.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it did not answer within two minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the system's keychain</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Underbilled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overbilled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No usage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stale quantity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mismatched service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unverified</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unmapped client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unmapped service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Duplicate seat</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Duplicate line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stale usage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cost mismatch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Commitment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source stale</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not applied</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>KindAdvice</name>
    <message>
        <source>Approve to bill what is used, or accept it with a reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve to bill it (a new line is needed in the PSA), or accept it with a reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve to bill less, before the client asks.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find out whether the client still uses it; approve to stop billing it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve to move the quantity from one service to the other.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Link the account to a client, or ignore it with a reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add the meter to a service, or ignore it with a reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove it at the vendor where it is not needed, or count it once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>End one of the two lines in the PSA if it is there by mistake.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask whether these are still in use; remove them at the vendor if not.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Correct the cost in the PSA, or ask the vendor; look at the price.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use or sell what is free, or let it end with the commitment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import the source again and look at the number of rows.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter the adjustment in the PSA and import its lines again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import the missing source, link the client's account, or look at the numbers where they are too large.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>KindMeaning</name>
    <message>
        <source>The client uses more than the agreement bills.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The client uses the service, but no active line of an agreement bills it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The agreement bills more than the client uses.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The agreement bills the service, but nothing of it was counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the client uses has changed, but the quantity in the PSA has stayed where it was.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One service is billed too much and another of the same group too little: the client has changed from one to the other.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The agreement bills the service, but there is nothing to check it with: a source has not been read, or the client has no linked account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An account at a vendor is not linked to a client, so nobody is billed for it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A vendor counts something that no service takes into account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same user or device is counted more than once.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two agreements of one client bill the same product with the same quantity and price.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Some of what is counted has not been seen for a long time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the vendor charges differs from the cost in the agreement, or is above the price.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More is bought than is in use, and the commitment still runs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A source has no complete import for this month, or one that is much smaller than the last.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An adjustment was approved in an earlier month, but the PSA still does not show it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LinkStore</name>
    <message>
        <source>There is no source named %1.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>There is none yet; add it first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A link needs the id of an account.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name the meter to ignore.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a source of the PSA; only accounts of vendors are linked to clients.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2 says the same as row %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2: no import of the PSA has a client with the id "%3" yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account %1 of %2 has no link to remove.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account %1 of %2 is to be linked but no client is given.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meter %1 of %2 is not ignored.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no source named "%1" in this workspace.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This account stands in row %1 already, with something else; keep one of them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An account is ignored for a reason; say which one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The link of account %1 of %2 has been changed since. It stays as it is; nothing was taken back.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>purchased</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>assigned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>counted one by one</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No recent workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;About BillingReconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Add month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Do something…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export adjustments…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Previous month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Reconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ne&amp;xt month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>S&amp;ync all sources</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Yo&amp;ur name…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Nearest</name>
    <message>
        <source>Did you mean "%1"?</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>%1-%2-%3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>The part %1 of this program could not be loaded. Install the program again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The part %1 of this program is of another version.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the keychain of this system</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Pdf</name>
    <message>
        <source>A PDF can only be made where fonts can be read; start with a graphical platform (offscreen does).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the document could not be begun</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the document could not be finished</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PrintedSheet</name>
    <message>
        <source>A month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unit price</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>This quote is not closed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A word is missing here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A value is missing after "%1".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The filter cannot be understood at character %1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no field "%1".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no day. Write 2026-10-31, 2026-10, &gt;2026, 2026-01..2026-06 or none.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no kind of discrepancy. The kinds are: %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no number. Write 50, &gt;50, -10..10 or none; the decimal sign is a point.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no state. The states are: %2.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <source>Reading billed lines</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading counts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Storing the result</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no position of %2 in %3; reconcile the period first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stored counts of batch %1 name an account or meter that it does not have. Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no batch of a PSA source for %1: nothing counts as billed. Import the PSA's lines.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The as-of date %1 is not a day of %2: what is active is judged by that day.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RuleCsv</name>
    <message>
        <source>The state must be "linked" or "ignored".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The name of a source of this workspace is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The account's id, as the vendor writes it, is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The client's id is missing; give it, or set state to "ignored" with a reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The client's id is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The service's id is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The quantity that is not billed must be above 0.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2: the account is ignored, so its client_id "%3" was left out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the column "%2" is not known and was not used.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RuleDoubts</name>
    <message>
        <source>Please check: no product %1 is known this month.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Please check: %1 has no meter %2 this month.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Please check: %1 does not state what is counted of %2 this month, so it counts as 0.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Rulemaking</name>
    <message>
        <source>%1 counts by source "%2", which this workspace does not have: its positions stay unverified.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not a list of services: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2: there is no service with the id "%3" yet; the exception changes nothing until there is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the service %2 cannot be read: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no service with the id "%1".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>service %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a service "%1" already; "%2" differs from it in capitals or blanks only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2: no import of the PSA has a client with the id "%3" yet; the exception changes nothing until one has.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SafeFile</name>
    <message>
        <source>No file name was given.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>its symbolic links run in a circle</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>its symbolic link leads nowhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what was read back is not what was written; the medium may be damaged</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the medium did not take it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a folder; give the name of a file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is larger than %2 bytes, which is more than such a file may have.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not an ordinary file; choose another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is write-protected; choose another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was not written: %2. The file that was there before is unchanged.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The folder of %1 does not exist; make it first or choose another.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a workspace or another database and is not written over; choose another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the disk is full: the file needs %1 MB, and %2 MB are free</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>No keychain is available here, so that no password or key can be kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret "%1" of %2 comes from the environment variable %3, which cannot be changed from here: change it there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Without one, set the environment variable %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the environment</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ServiceJson</name>
    <message>
        <source>An object { … } is expected here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A text in quotes is expected.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A number is expected, like 4.5 or "4.5".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A whole number of days is expected.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A list of texts is expected, like ["server"].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A list [ … ] is expected.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>line 1: a list of services is expected: [ { "id": … }, … ]</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It must be one of: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no member "%1" here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is required.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is required; an empty list is [].</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>service %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Approved adjustments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ConnectWise PSA: changes of agreement additions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Autotask: adjustments of contract services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>HaloPSA: changes of recurring invoice lines</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SheetFiles</name>
    <message>
        <source>the workbook could not be begun</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the workbook could not be written (%1)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SourceHealth</name>
    <message>
        <source>A sync brought far fewer rows than the month before. It does not count until you confirm it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held: %1 rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Less than half of the rows of the month before: the report may be cut off. Clients cannot be signed off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing complete was imported for this month. Clients cannot be signed off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shrunk: %1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sync failed</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>A source needs a name without blanks at its ends.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The name of a source is one line of text.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connector %1 does not read the %2 side.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a source named %1 already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no source named %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 stays a source of its vendor: its imports came from there. Add another source instead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The settings of a source are a JSON object.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no batch with the number %1.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Match</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unverified</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unverified, not billed</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outdated</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StateMeaning</name>
    <message>
        <source>Nobody has decided yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Somebody is looking at it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The quantity will be adjusted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It stays as it is, with a reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is no finding, with a reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It was decided, then the numbers changed: look again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The stored asset keys are damaged. Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stored evidence is damaged: a pack of assets cannot be read. Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A part of the program is missing. Please install it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The SQLite driver of Qt is not installed (package libqt6sql6-sqlite).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stored positions are damaged. Reconcile the period again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stored counts of assets are damaged. Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A part of the program is wrong: a change was stored twice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be opened. Check that the folder exists and that you may write there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be read or written: the disk or the network share reported an error.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be written. Check the permissions of the file and of its folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is being written by another program. Try again in a moment.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is damaged. Go back to a backup of it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not an absolute path.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk that holds %1 is full. Nothing was changed; free some space and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stored evidence of batch %1 is damaged (%2, account %3, meter %4). Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The workspace %1 could not be used: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This cannot be stored in %1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The billed lines of batch %1 are not the same in both places where they are stored. Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stored evidence is damaged: the billed lines cannot be read. Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The accounts of batch %1 are not those of its source (%2). Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The stored evidence is damaged: the accounts cannot be read. Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Suggestion</name>
    <message>
        <source>same id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>same name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>same domain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>same name but for punctuation and legal form</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name %1 % alike</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>same domain %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>%1 cannot be written: %2. Make room there, then sync again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no secret "%2"; there is: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has not begun: no vendor can say anything about it yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a source of files: import its files, there is nothing to sync.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a source of the vendor "%2", which this program does not know. Put its manifest into %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not what this sync wrote into it. Nothing was stored; sync again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 rows, less than half of the %2 rows of %3. Held until a person confirms it, or a new sync brings more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another workspace was opened while %1 was read. Nothing was stored; sync again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No result of %1 is held for %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No source of this workspace is read over the network. Add one first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was stored: %1 of %2 rows that the vendor sent could not be read, more than is allowed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Records came after the end of the sync.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Say why the result is right: it is kept with the batch.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Storing %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connector of %1 broke off. Nothing was stored.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connector of %1 broke off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connector of %1 has no test: sync it to see.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The settings of %1 were changed while it was read. Nothing was stored; sync again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sync was cancelled; nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The vendor replaced the secret "%1", but the new one could not be kept: enter it again before the next sync.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The vendor sent no rows at all. Check what the key may read; confirm the result if it is right.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This program cannot sync: it was started without connectors.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not signed in to by browser.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>No account at any vendor of this service is linked to the client: what is used is unknown.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (from %2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 approved in %2 to bill %3 instead of %4; the PSA bills %5.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 found more than once: counted once each.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 had ended or not yet begun: not counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no complete import for this month: what is used is unknown.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 included without charge, taken off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 included</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 left out by class, status or name: not counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 states %2 of %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 taken off: %2 (%3).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 taken off: %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 whose class the vendor does not say: not counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 whose status the vendor does not say: not counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Added up: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Each name or id counts once over all of them: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Line %1 bills %2 of product %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sold in packs of %1: %2 in whole packs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The minimum is %1: %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That adjustment was never exported.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That adjustment went out with %1 on %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The largest of them counts: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>distinct %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>largest %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>minimum %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>packs of %1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 could not be read for this client: what is used is unknown. %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These numbers are too large to be compared: what is used is unknown.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At least %1 are billed; it is more.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>UserName</name>
    <message>
        <source>unknown user</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>counted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>counted already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ended or not yet begun</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>left out by a filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>class unknown: not counted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>status unknown: not counted</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Give the view a name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The view %1 was not saved: its columns are not a JSON array: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no saved view named %1.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1 cannot be created: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be written. Open it for reading only, or change its permissions.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 exists already. Choose another name, or open it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a folder, not a workspace file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a folder. Give the new workspace a file name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is being read by another program and cannot be brought up to date now. Close it there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not a BillingReconcile workspace. Choose a .brw file, or create a new workspace.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is open in %2 on %3 (process %4). Close it there, or open the workspace for reading only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is open in another program.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was altered by another program: it holds tables, triggers or views that are not ours. Go back to a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was written by a newer BillingReconcile (file version %2, this program knows %3). Update the program to open it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was written by an older BillingReconcile. Open it for writing once, so that it is brought up to date; where you may not write, copy it to a folder where you may.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The workspace could not be copied to %1 before its update, so it was left as it is: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You may not write in the folder %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You may not write in the folder of %1. Open the workspace for reading only, or move it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was left in the middle of an import. Open it for writing once: that takes the import back.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::AccountsTab</name>
    <message numerus="yes">
        <source>All %n account(s) are linked or ignored.</source>
        <translation>
            <numerusform>All %n account is linked or ignored.</numerusform>
            <numerusform>All %n accounts are linked or ignored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need a client: what they use is compared with nothing until then.</source>
        <translation>
            <numerusform>%n account needs a client: what it uses is compared with nothing until then.</numerusform>
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
    <message>
        <source>(ignored)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 ?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nothing alike</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>suggested: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unmapped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>linked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ignored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Alike</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Worth a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Estimated by the default prices of services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find an account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Only unmapped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept suggestions at or above</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>≥ %1 %</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept &amp;all suggestions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A&amp;ccept suggestion</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Link to…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Ignore…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No account in this month. Import a vendor's report under Sources.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2) → %3, %4 % alike</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All suggestions of at least %1 % are linked. The least certain of them:
%2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why is it left out of every comparison? (for example: our own tenant)</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Unlink %n account(s)?</source>
        <translation>
            <numerusform>Unlink %n account?</numerusform>
            <numerusform>Unlink %n accounts?</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What they use is compared with nothing until they are linked again. Undo takes it back as long as this workspace is open.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Link it to another client?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is linked to %2. What it uses will be compared with what %3 is billed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change the link</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::AddSourceDialog</name>
    <message>
        <source>Add source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add and sync now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search vendors</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where the numbers come from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the source brings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is used (a vendor's report)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is billed (the PSA's lines)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Brings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Server's own &amp;certificate…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For a server of your own whose certificate comes from your own authority: choose that authority's PEM file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files (CSV, Excel)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (PSA)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1
Your own manifest: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reports that you download: CSV or Excel. Nothing to sign in to. Formats of many vendors are recognised.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Permission:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The vendor's documentation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a source named %1 already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signing in to %1 …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection works. %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificate of your own authority</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be read as a certificate.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is no certificate in PEM form (it must begin with BEGIN CERTIFICATE).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only servers with a certificate of %1 will be trusted for this source.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The name stays: rules and links know the source by it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save and sync now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The vendor "%1" is not known any more; its manifest is missing.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::BilledRows</name>
    <message>
        <source>Add product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 [%2]</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Units one of the product covers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove this product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>each covers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A row of products is empty: choose its product, or remove the row.</source>
        <translation type="unfinished" />
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
    <message>
        <source>Approve %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopen %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Each is set to what is counted, from %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of the ticked stay as they are: decided already, or nothing to set.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted at the vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreed with the client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Temporary licence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not for resale</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason for all of them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Each is set to what is counted, or to what was approved before, from %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was approved before has no money of its own here; Export says what it comes to.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ClientChooser</name>
    <message>
        <source>Link to a client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type a part of the name or id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find a client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 — suggested: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 — %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>chosen by hand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Which client is the account “%1”?</source>
        <translation type="unfinished" />
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
    <message>
        <source>What the agreements bill</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the vendors count</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discrepancies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back to all clients (Esc)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services of the client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed lines</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Linked accounts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service by service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Impact a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unit price</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unit cost</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asset</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discrepancies →</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Id %1. Not billed today: %2 a month. Billed too much: %3 a month.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its numbers belong to the positions of %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No service is compared for this client: nothing it is billed for or uses is in a service.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the agreements bill: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the vendors count: %1</source>
        <translation type="unfinished" />
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
    <message>
        <source>Find a client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed with</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The parent client whose positions take this client's numbers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed too much</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No client yet: they come with the PSA's agreement lines. Import them under Sources.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No client in this month: import the PSA's agreement lines under Sources.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ColumnMapping</name>
    <message>
        <source>Which column is what</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Keep as layout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the layout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files with these columns are recognised next time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>(no column)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Column for %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Say &amp;every column instead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only what &amp;differs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It has all that %1 needs; only a heading that such files are told by has changed. Is it one?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is nearly %1. Which columns are these now?</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::CommandPalette</name>
    <message>
        <source>Do something</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::CountedRows</name>
    <message>
        <source>Add meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a meter…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only these classes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>any class</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only these statuses</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>any status</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only names like</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>any name, * and ? allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>only class</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is counted of the meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>its assets, one by one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the purchased number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the assigned number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the used number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Units each counts for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove this meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a meter, or remove the empty line.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DecimalField</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DecisionForm</name>
    <message>
        <source>Comes back after</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quantity to bill</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Until day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Until</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted at the vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreed with the client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Corrected after a check</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Temporary licence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>User on notice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Included in the agreement</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting for the vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not for resale</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Internal use</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Vendor's report is wrong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Handled elsewhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decided by mistake</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New information</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What should be remembered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type, or ↓ for common ones</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept as it is: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not a finding: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopen: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Note on %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A note needs a text.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A reason is needed: it stays with the row and in the export.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” cannot be billed: a quantity is not negative and has at most four places.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More is counted (%1) than is billed (%2), but %3 would bill less.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Less is counted (%1) than is billed (%2), but %3 would bill more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is counted, but %1 would be billed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>counted: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>billed, and what is counted is unknown: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is more than double of what is %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is less than half of what is %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Please check: %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DetailPane</name>
    <message>
        <source>Details of the row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How the number came about</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last months</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 each</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cost in the PSA</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Vendor's cost</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No price is known, so no money is claimed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a month, an estimate by default prices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in all until %1, not a month: what is bought and not assigned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in all, not a month: what is bought and not assigned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a month that is not billed today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a month that is billed too much</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is used is unknown, so no money is claimed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About the cost, not about what is billed: no money is claimed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved in an earlier month: the money is claimed by the rows of this one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No money is claimed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>counted now: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Earlier months</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DifferenceStrip</name>
    <message>
        <source>Difference of the month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>everything is known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 position unknown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 positions unknown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 missed, %3 over</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unexplained</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2 without a price</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a month, checked lines</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DiscrepanciesPage</name>
    <message>
        <source>Discrepancies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconciling %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save this view</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the view. One of the same name is replaced; everybody who opens the workspace sees it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DiscrepancyTable</name>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Diff.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted less billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed → counted; sorted by the difference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Per month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Money a month: + is not billed today, − is billed too much. Sorted by size, whatever the sign.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Since / until</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decided by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>estimate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in all until its end, not a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 in all until the commitment ends, not a month</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DropArea</name>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished" />
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
    <message>
        <source>Client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clients that change</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What saving changes this month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Positions: %1 now, %2 then. Discrepancies of this service: %3 now, %4 then. Money found: %5 now, %6 then.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ExportPage</name>
    <message numerus="yes">
        <source>%n row(s) have no line that a change sheet could change: they are listed, and entered by hand.</source>
        <translation>
            <numerusform>%n row has no line that a change sheet could change: it is listed, and entered by hand.</numerusform>
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
    <message>
        <source>Client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quantity of the line now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quantity of the line to bill</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To do by hand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same letters: the same adjustments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File format</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Adjustments to export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exported before</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Earlier exports</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is approved yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only approved rows reach the sheet of adjustments. Go through the discrepancies and approve what is to change.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show open discrepancies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export adjustments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exporting adjustments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Already exported on %1 by %2: the same content.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To be entered by hand: not in this sheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Adjustments to enter by hand</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) in the sheet</source>
        <translation>
            <numerusform>%n row in the sheet</numerusform>
            <numerusform>%n rows in the sheet</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 a month</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>; %n of them without a known price, not in the sum</source>
        <translation>
            <numerusform>; %n of them without a known price, not in the sum</numerusform>
            <numerusform>; %n of them without a known price, not in the sum</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Already exported on %1 by %2 (%3), with other content: approvals have changed since.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sheet would be empty. The sheet "%1" has these rows.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Already exported on %1 by %2 (%3): the same content.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
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
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filter by what the rows hold</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>clear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2, %3 a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, chosen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, excluded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only “%1”</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exclude “%1”</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear this filter</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::FileOpener</name>
    <message>
        <source>No such currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workspaces (*.brw);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No sample</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This build has no sample workspace.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Making the sample workspace…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Making the sample workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sample could not be made</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This workspace was not opened</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open read-only?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It can be opened read-only: everything can be looked at, nothing can be changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open read-only</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ImportDialog</name>
    <message>
        <source>commas</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the new source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name, for example connectwise or huntress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the new source brings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Vendor: what is used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PSA: what is billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Month of the files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Layout of the files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reports (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (PSA)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (vendor)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New source…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find out by the header</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one or more files: several files of one report make one import.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sheet %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>separated by %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>header in row %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No layout fits this file (%1). Say which column is what; it is kept for next time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Layout found: %1 (%2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a source…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the source that these files are of.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has never had a file of this kind; %2 has. Is it the right source?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This file is nearly %1 (%2). Say what differs; it is kept for next time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>F&amp;orget layout…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its columns were said wrongly, or it is no longer needed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget the layout?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files that only “%1” fits are unknown from then on, until their columns are said again. What was imported stays as it is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget layout</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%1 has %n row(s) of %2 already: this import takes the place of all that and adds nothing to it.</source>
        <translation>
            <numerusform>%1 has %n row of %2 already: this import takes the place of all that and adds nothing to it.</numerusform>
            <numerusform>%1 has %n rows of %2 already: this import takes the place of all that and adds nothing to it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::ImportReportDialog</name>
    <message>
        <source>Rejected rows and remarks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kept, look</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The import was refused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was stored. The last complete import stays in force.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2: %3 rows read, %4 kept, %5 rejected.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It replaces the import of this month that was in force; that one stays in the history.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do: if the month was chosen by mistake, choose again with the month of the file. If it is the wrong file, download the report of %1 and import that. Import it anyway only if the vendor puts this month's numbers into a file dated otherwise.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do: the list below names each row and what is wrong with it. Correct them in the file, or download the report once more, and import it again. If you import it anyway, the rejected rows are left out and their clients may be unknown.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do: look whether it is the right report and the right source. If the report is right, choose again and say which column is what: it is remembered for the next months.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do: the list below says why each row was not read. Mostly it is the wrong report, or a column that holds something else than its title says. Choose again with another file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do: look at the vendor's page whether the report has rows. If nothing is used this month, import it anyway: the counts of this source are then zero.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do: the report was probably saved with a filter that hides everything. Download it once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do: choose again and leave one of the two files out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Choose again…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import &amp;anyway…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do: give each file the name of its tenant, like contoso-users.csv, and import them again. Import it anyway only if both are of one tenant.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::Importer</name>
    <message>
        <source>Importing into %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is of another month. Its numbers become those of %1 for %2.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) are left out. What remains becomes the count of %1 for %2.</source>
        <translation>
            <numerusform>%n row is left out. What remains becomes the count of %1 for %2.</numerusform>
            <numerusform>%n rows are left out. What remains becomes the count of %1 for %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in the files becomes the count of %1 for %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import anyway?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import anyway</source>
        <translation type="unfinished" />
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
    <message>
        <source>%1 in all</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::LinkUndo</name>
    <message>
        <source>Undo the last link</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Link it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Takes back what was linked, ignored or unlinked last (%1)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Done again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ListTable</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy with headers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Columns of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What to do with the cell</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the cell</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
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
    <message>
        <source>Overview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discrepancies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mapping</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The month could not be reconciled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 — BillingReconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>BillingReconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last reconciled %1, as of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About BillingReconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>BillingReconcile %1

Compares what a managed service provider bills with what its clients use.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stands beside your decisions and notes, and in what you export. Empty: your login name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From now on you act as %1.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::MappingPage</name>
    <message>
        <source>What to map</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accounts → clients</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meters → services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Products → services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accounts → clients (%1)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::MetersTab</name>
    <message numerus="yes">
        <source>%n meter(s) are in no service: what they count is billed by nothing we know of.</source>
        <translation>
            <numerusform>%n meter is in no service: what it counts is billed by nothing we know of.</numerusform>
            <numerusform>%n meters are in no service: what they count is billed by nothing we know of.</numerusform>
        </translation>
    </message>
    <message>
        <source>ignored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in no service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>compared</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services, or why ignored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Purchased</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Assigned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make a &amp;service of it…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Ignore…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No longer ignore this meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No meter in this month. Import a vendor's report under Sources.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every meter is in a service or ignored.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ignore this meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why is it left out? (for example: included in the platform, never billed)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::MonthBar</name>
    <message>
        <source>&amp;Reconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The billing month that every page shows (Alt+Left and Alt+Right step through them)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare again what is billed with what is counted (F5)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add the next month to the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not reconciled yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outdated: inputs changed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconciling…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last reconciled %1, as of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing compared: no file of this month yet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::MonthsView</name>
    <message>
        <source>%1: billed %2, counted %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last months: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::Navigation</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::NewWorkspaceDialog</name>
    <message>
        <source>New workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your company, for example Northwind IT</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency of the workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cho&amp;ose…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File of the workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One file holds everything: imports, rules, decisions. It never holds a password.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Create workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where to keep the workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Workspaces (*.brw)</source>
        <translation type="unfinished" />
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
    <message>
        <source>Three steps to the first result</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1. &amp;Import files…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>2. &amp;Link accounts to clients</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>3. &amp;Define services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Too much</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Review by client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source health</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Money by kind, per month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Trend over months</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Trend over months, %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No discrepancy: what is billed is what is used, in everything that is compared.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&lt;b&gt;%1 %&lt;/b&gt; of the billed value is checked.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n source(s) without whole data of this month</source>
        <translation>
            <numerusform>%n source without whole data of this month</numerusform>
            <numerusform>%n sources without whole data of this month</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that was imported is mapped.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not compared yet: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import the PSA's agreement lines and at least one vendor's report of a month. Then link the vendor's accounts to your clients and say which products bill what the vendor counts. The comparison runs by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files are in. No service is defined yet: a service says which products bill what a vendor counts. Link the accounts, then define the first one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>2. &amp;Sync or look at the sources</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was compared for %1 yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No source has brought anything for this month, so nothing is known of it, neither good nor bad. Import the PSA's lines and the vendors' reports of the month, or sync the sources. The comparison then runs by itself.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::Page</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This did not work</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::PastText</name>
    <message>
        <source> · %1 from %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> · until %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>
seen then: billed %1, counted %2, %3</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>The same since %1, for %n months</source>
        <translation>
            <numerusform>The same since %1, for %n months</numerusform>
            <numerusform>The same since %1, for %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same since %1, for %n months: %2 in all</source>
        <translation>
            <numerusform>The same since %1, for %n months: %2 in all</numerusform>
            <numerusform>The same since %1, for %n months: %2 in all</numerusform>
        </translation>
    </message>
    <message>
        <source>Carried over from %1:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From %1, but the gap had changed:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ProductsTab</name>
    <message numerus="yes">
        <source>%n billed product(s) are in no service: nothing counts what they bill. That is fine for flat fees.</source>
        <translation>
            <numerusform>%n billed product is in no service: nothing counts what it bills. That is fine for flat fees.</numerusform>
            <numerusform>%n billed products are in no service: nothing counts what they bill. That is fine for flat fees.</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in no service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>compared</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Active lines</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed quantity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List price</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make a &amp;service of it…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No product yet: they come with the PSA's agreement lines.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every billed product is in a service.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ProgressArea</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::QueryChips</name>
    <message>
        <source>Parts of the filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1
Selects this part of the filter in the text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filter %1, edit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take %1 away</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take filter %1 away</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::QuerySheet</name>
    <message>
        <source>Search language</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All words must fit. Words without a field look everywhere.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the field holds the text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the field is exactly this</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not these</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>one or the other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>numbers: more, less, between</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a day, a month or a year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>* any letters, ? one letter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ReadOnlyBanner</name>
    <message>
        <source>Read-only: another program holds this workspace, or its file cannot be written. Nothing can be changed here.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::Reconciler</name>
    <message>
        <source>Reconciling %1</source>
        <translation type="unfinished" />
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
    <message>
        <source>Discrepancies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconcile again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No workspace is open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open one, or try the sample to see what a month looks like.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bring in the PSA's agreements and at least one vendor's counts for this month.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To the sources</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has not been reconciled yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The files are in. Reconcile compares what is billed with what is counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing differs in %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All that is checked is billed as it is counted. Accounts and meters without a match are shown on Mapping.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The filter hides all of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing fits “%1”.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files or rules have changed since this month was reconciled. Reconcile again to see them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All rows of %1 are decided. Approved ones are ready to be exported.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counted at the vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only “%1”</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exclude “%1”</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" does nothing with this row.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was compared for %1 yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its source brought nothing, or far less than the month before. Enter approves it all the same.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" does nothing with a row that is decided: %2 opens it again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::Screenshots</name>
    <message>
        <source>The window did not come to rest; no further picture is taken.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::SearchBar</name>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search, or client:acme kind:underbilled impact:&gt;50 -status:approved    ( / )</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How to search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::SecretsDialog</name>
    <message>
        <source>&amp;Keep in this system's keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in to %1 (%2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No keychain can be used here: what you enter is forgotten when the sync is over.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ServiceForm</name>
    <message>
        <source>Name of the service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For example Endpoint protection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Id of the service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>made from the name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Group of services that replace one another</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services of one group may be billed for one another by mistake: that is shown as a wrong service, not as two findings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Default price a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency of the default price</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the workspace's</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is billed by these products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is counted by these meters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How several meters are put together</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add them up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take the largest</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Count the same asset once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What makes two assets the same</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the same name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the same id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Included, taken off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sold in packs of</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Days an ended asset still counts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Days without being seen that are told</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference that is fine, units</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference that is fine, percent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference that is fine, money a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference of unit cost that is fine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>units or</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Several meters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Then, in this order</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Incl&amp;uded, taken off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In &amp;packs of</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Gr&amp;oup</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Told when not seen for (&amp;days)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fine up to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>percent, or</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>money</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unit cost may differ &amp;by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give the service a name; its id is made from it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is no currency we know: three letters such as EUR.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Say by which products it is billed and by which meters it is counted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At &amp;least</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ended &amp;assets count for (days)</source>
        <translation type="unfinished" />
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
    <message>
        <source>Service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read from file…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write to file…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Save service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A service is what is compared: the products that bill it and the meters that count it. Make the first one with New, or from a meter under Mapping.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a service with the id %1 already. Choose another id.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 saved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove %1?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What it compared is compared no longer. Decisions taken about it stay in the record.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services (*.json);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Replace all services?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The services of the file take the place of all that are here now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Replace services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was stored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services (*.json)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services written to %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The service was changed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The change of this service is not saved yet. Save it before another one is shown?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remov&amp;e…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rever&amp;t</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The change of this service is not saved yet. Save it before the workspace is left?</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ShortcutSheet</name>
    <message>
        <source>&amp;Use this key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;No key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New key of the action</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the list of discrepancies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All keys are as the program has them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New &amp;key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In every table, always so</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy them with headers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Menu of the cell</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Menu key, or right click</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your own key; the program's: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 copies in every table and cannot be given away.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is the key of “%2”. Give that one another key first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is now %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the search line, always so</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clear the search; once more: back to the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search, and go to the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In Mapping, always so</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo the last link</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Link it again</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::SourceAdder</name>
    <message>
        <source>Secrets go into %1 and nowhere else: not into the workspace, not into a log.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 The secrets are asked for at each sync and never stored.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your own manifest %1 cannot be used: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Secrets are not kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was added. Its secrets could not be kept and will be asked for at each sync.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was changed. Its secrets could not be kept and will be asked for at each sync.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::SourceTables</name>
    <message>
        <source>%1: %2 rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> on %1 pages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>, the vendor states %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The vendor's clock: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sync, held</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Far fewer rows than the month before: not in force until you confirm it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Brings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what is billed (PSA)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what is used (vendor)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last import</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files or streams</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::SourcesPage</name>
    <message>
        <source>%1: %2 rows kept for %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Add source…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>R&amp;emove source…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imports of the source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rejected rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No source yet. Drop the PSA's agreement report and a vendor's report here, or choose Import files: the source is made on the way.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Drop files anywhere in this window to import them. The newest complete import of a source and month is the one that counts.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Imports of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rejected rows of %1: none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rejected rows of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove %1?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its imports stay in the workspace as evidence, but no longer count. Services that count its meters become unverified.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read the chosen source over the network for this month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sync a&amp;ll</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read every source that has a connection, side by side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use the hel&amp;d result…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use the held result of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 were read, far fewer than the month before. Why is that right?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Secrets were left behind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The source was removed, but its secrets could not be removed from the keychain. Remove them there by hand.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in to the chosen source and read a little; nothing is stored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Si&amp;gn in…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in to the vendor with your browser</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Change source…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other settings or another secret for the chosen source; its name and its imports stay</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::StartPage</name>
    <message>
        <source>Recent workspaces</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>BillingReconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find what your clients use and are not billed for, and what they are billed for and do not use. Everything stays in one file on this computer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A made-up provider with 20 clients and three months, ready to work through</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start with your own PSA and vendor files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A workspace that is already on this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 — %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::SyncBoard</name>
    <message>
        <source>Syncs that run or just ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel the sync of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the vendor asked to slow down, going on in %1 s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss the line of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::Syncer</name>
    <message>
        <source>This source's sign-in is not in the keychain yet. What you enter goes there and nowhere else.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 What you enter is used for this sync only and then forgotten.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 rows for %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held, not in force: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Incomplete, nothing was changed: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection works. %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signed in. It can be synced now.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::TableModel</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished" />
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
    <message>
        <source>ended %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>seen %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>stale</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How the number came about</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::TrendView</name>
    <message>
        <source>Trend over months</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: not reconciled</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%1: not billed %2, billed too much %3, %n row(s) open</source>
        <translation>
            <numerusform>%1: not billed %2, billed too much %3, %n row open</numerusform>
            <numerusform>%1: not billed %2, billed too much %3, %n rows open</numerusform>
        </translation>
    </message>
    <message>
        <source>not reconciled</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::Triage</name>
    <message>
        <source>Next row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Extend the selection down</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Extend the selection up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tick for a decision about many</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approve another quantity…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reopen…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Map the account or meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a note…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Into the details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Previous row, keeping the details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next row, keeping the details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decide it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give up the ticks, then the filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show or hide the filters at the side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::TwoSides</name>
    <message>
        <source>difference</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::VendorForm</name>
    <message>
        <source>%1 (optional)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For example %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is the name of a server only, without https:// and without a path.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 does not have the form that the vendor uses.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 does not have the form that the vendor uses, for example %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stays as it is where this is left empty</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ViewsButton</name>
    <message>
        <source>Everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open and over 100 a month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not billed today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed too much</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unmapped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Data in doubt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed after the decision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accepted for a time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved, to be exported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Views of the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ready-made and saved views of the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Of this workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save this view…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a view</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Discrepancies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Usage:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>one JSON document on standard output; decimals are strings, absent is null</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Examples:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Verbs:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A month from files to adjustments:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add --help to the verb to see what it takes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>standard output could not be written</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>who acts, for the record; without it the login name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the approved adjustments of a period, as export would hand them over</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the billing month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>bill</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>impact</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>problem</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List what a source brought, newest first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>period</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>rows in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>files</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check that the workspace is whole: integrity, schema, evidence and the chain of the log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exit code 1 when anything is broken; the first broken entry is named.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>BROKEN</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the clients of a period with their open rows and sums</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a month that was reconciled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>positions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>decided</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>billed too much</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decide a discrepancy: adjust it, leave it, or say that it is none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the discrepancy, as discrepancies shows it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>approve, accept, dismiss, reopen or start (take into review)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>approve: from this day; without it the first day of the next period</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>accept: until this day; without it once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>why; accept, dismiss and reopen need one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--quantity and --from go with approve only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--until goes with accept only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List what was decided about a discrepancy, oldest first, with the numbers as seen then</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the discrepancy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>act</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>quantity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>billed then</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>counted then</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List what needs a person, most money first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>only rows that match, such as kind:underbilled impact:&gt;50 -client:acme</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>write to this file; xlsx needs one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>xlsx needs -o FILE</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the log: who did what, newest first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>how many; without it all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Each entry carries the hash of the one before; check verifies the chain.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>subject</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write all exceptions to a file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the file to write</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take the exceptions from a file; they take the place of all that were there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the file to read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Taken whole or not at all: any wrong entry is named and nothing changes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the dated exceptions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>until</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>author</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write the approved adjustments of a period to a file for the PSA</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>neutral, connectwise, autotask or halopsa</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>without it the ending of FILE, else csv</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Each export is an entry of the log. Outdated approvals are left out and named.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import files of a source as one batch of a period</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the source the files come from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>CSV or XLSX; several files make one batch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>auto, a layout or a saved profile (see profiles); without it auto</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>take a file of another month, one with too many rejected rows, or a vendor's report without rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The batch is stored whole or not at all. A failed or cancelled import leaves the last complete batch in force.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Make a new workspace</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what the workspace is called; without it the file's name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ISO 4217 code for prices that state none; without it EUR</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write all account links to a file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take account links from a file; links it does not name stay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the account links</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Suggest a client for each account without a link; nothing is linked by this</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>whose accounts to look at</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>why</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take a meter's ignore back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the source that counts it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the meter's id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put a meter out of sight: it needs no service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the meters of a period and the services that count them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the month to look at</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>assets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ignored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a note to a discrepancy or a client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what to remember</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the discrepancy it belongs to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>or the client it belongs to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a note belongs to one of --key and --client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Noted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the notes of a discrepancy or a client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>or the client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>say whose notes: one of --key and --client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List every client and service of a period, billed and counted side by side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unit_price is per month, rounded to four places for showing; – and null are unknown. The JSON has the trace.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>unit price</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>standing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the layouts and saved profiles that --layout takes, or remove a profile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>remove this saved profile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>layout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what it reads</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>saved profile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare what is counted with what is billed for a period</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the day that counts; without it the one used before, else the month's last</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Positions and discrepancies of the period are replaced; decisions and notes stay with their discrepancies.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the rows of a batch that were not taken, each with the reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the number that import and batches show</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>list the rows that were taken with a warning instead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>column</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write all services to a file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take the services from a file; they take the place of all that were there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the services: which products bill them and which meters count them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>services export writes the whole rules.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>billed by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>counted by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none is installed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a source: a connection to a PSA or a vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what rules and imports call it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>NAME is empty; give the source a name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the sources; with a period, what each brought for it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>connector</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>batches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>last batch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in this period</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 %2 is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 as of %2: %3 positions, %4 match, %5 discrepancies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is given twice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 needs a value: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 was never reconciled; run reconcile first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2%3: %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 by %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 in, %3 kept, %4 rejected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 rows in, %3 kept, %4 rejected (%5)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: "%2" needs a second word: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a verb is missing; --help lists them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: there is no verb "%2"; --help lists them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--format is "%1"; it takes csv, xlsx or pdf</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--format is "%1"; it takes json, csv or xlsx</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--json and --format %1 ask for two things</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--limit is "%1"; it takes a whole number above zero</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--sheet is "%1"; it takes neutral, connectwise, autotask or halopsa</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--side is "%1"; it takes psa or vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Added the source %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>BillingReconcile %1 compares what vendors count with what the PSA bills.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Made %1 (%2, %3).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Removed the source %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The meter %1 of %2 is ignored.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The meter %1 of %2 is looked at again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same adjustments were handed over before: %1 by %2, %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This batch takes the place of an earlier one of %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Usage: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wrote %1: %2 adjustments.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wrote %1: %2 rows.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no act; there is approve, accept, dismiss, reopen and start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is not the number of a batch</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is one argument too many</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>note: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nothing was taken from %1; correct the rows above and import it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>rejected: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the connector "%1" does not bring the %2 side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no connector "%1"; %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no option %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>warning: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>warning: files or rules changed since %1 was reconciled; run reconcile to see their effect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> (end with Ctrl+D)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 (your own, %2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 can be used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 gives %2 twice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no secret "%2"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is "%2"; it takes name=value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 remarks about rows; rejected %2 lists them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 rows, %2 requests, %3 s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 states the %2 side; leave --side out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 rows are held, not in force; see source confirm</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: source secret %2 %3 %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--%1 belongs to a vendor: give --vendor too</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--records is "%1"; it takes a whole number above zero</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>--wait is "%1"; it takes a number of seconds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A secret that --secret does not name comes from BILLINGRECONCILE_SECRET_TRY_&lt;FIELD&gt;.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check a vendor's manifest: what is wrong, by line and key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Confirm a held result: a sync that brought less than half of last month's rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Confirmed: %1 rows of %2 are in force for %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every verb takes --json, --lang and --help. Exit code: 0 done, 1 refused or failed (the reason on standard error), 2 usage.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exit code 1 also when the source was removed but a secret of it could not be; it says which.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exit code 1 when the manifest cannot be used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From then on the batch is in force. Without it, the next sync that brings enough takes its place.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep a password or key of a source in the system's keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kept the secret %1 of %2 in %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>List the connectors and the vendors they know, and where your own manifests go</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One line a source on standard output, with the time, fit for a log. A source that fails keeps its last complete batch and never stops the others. A result of less than half of last month's rows, or none, is held: see source confirm. Exit code 1 when any source failed or is held. Secrets come from the keychain, or from BILLINGRECONCILE_SECRET_&lt;SOURCE&gt;_&lt;FIELD&gt;.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open this address in a browser on this computer:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Passwords and keys are never given here: see source secret.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print the grammar of manifests, a JSON Schema that editors complete by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Prints an address to open in a browser on this computer, and waits until you have signed in there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Read sources over the network, side by side; each becomes one batch of a period, or nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove a source and its secrets; its batches stay as evidence, out of force</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Removed the secret %1 of %2 from %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in to a vendor that wants a person in a browser; the token is kept in the keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Test a connection: sign in and read a little; nothing is stored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The connection of %1 works.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The dry run was ended after %1 records.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The secret is typed (and not shown) or piped in, never an argument. It never enters the workspace. Where there is no keychain, set the environment variable BILLINGRECONCILE_SECRET_&lt;SOURCE&gt;_&lt;FIELD&gt; instead: upper case, other characters as _. It wins over the keychain.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try a vendor's manifest: sign in and show the first records; nothing is stored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>With --json each vendor comes with the fields of its form: --set takes its settings, source secret its secrets.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your own manifests go into %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a JSON file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a JSON file; connector schema prints its grammar</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a secret that is read from standard input, one after the other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a secret was not removed: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a self-hosted server's own authority, as PEM</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a setting of the vendor's form; connector list --json names them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a stand-in on this machine for that host (tests and demo)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>at %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>enough was seen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>every source that is read over the network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>held: %1 rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>how many of each kind and stream; without it 3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>last sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>more than one line came from standard input; this secret is one line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name the sources, or give --all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nothing came from standard input; type the secret, or pipe it in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>page %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reads</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>signing in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>so long for another program to leave the workspace; without it not at all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>speak this language, like de; without it the environment's</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>take it out of the keychain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the billing month; without it the present one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the connector "%1" works without vendors</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the connector carries no grammar</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the month that is asked for; without it the present one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the sources</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the vendor asks to wait: %1 s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no translation "%1"; there are: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no vendor "%1"; there is: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this program was started without connectors</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what it states: billed lines, or counts and assets; a vendor's manifest knows it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>which connector brings its data: files, or the network</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>which secret; connector list --json names them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>whose API is read (rest); connector list shows them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>why it is right, for the record</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 declared</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 lists</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 records on %3 pages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: nothing was ever there at %2: is the path right?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A sync would store nothing: %1 of %2 records are rejected, more than %3 %</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ended since %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no total declared</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>without it what the ending of -o says, else a table for reading; csv and xlsx hold the same fields as json</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 reads files: it has no settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change the settings of a source; its name, vendor and imports stay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed the source %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is not named stays as it is; --set id= empties a setting. Secrets are replaced by source secret.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nothing to change: give --set, --ca or --connect-to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no source named %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>With --force it is taken all the same.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>approve: bill this many in the end; without it what is billed plus the difference that the row states</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>connect</name>
    <message>
        <source>no folder at all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the connector "%1" in %2 could not be loaded: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no connector "%1"; searched: %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>csv</name>
    <message>
        <source>a cell is larger than 1 MB; a quotation mark may be missing before it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the row is larger than any table's; a line break may be missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a quotation mark opens here and never closes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be read to its end: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 could not be read at row %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a folder; name a file in it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is empty; there is nothing to import in it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not a text file (it holds bytes that no text has); export it again as CSV or XLSX</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 says that it is UTF-8 and then holds bytes that are not; export it again as CSV UTF-8</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2: %3. Nothing of this file was taken</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reading %1 was cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no file %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>date</name>
    <message>
        <source>"%1" is not a date of the form 2026-10-31</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is not a period; write year and month, such as 2026-10</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>the cell is empty; this column must be filled in every row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>more than 4 decimal places: rounded to 4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>day and month cannot be told apart in this date; write it as 2026-10-31</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No file was named</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Map a client, a product and the quantity: nothing can be billed without them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Map the account: whose product or device a row is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Map the product that is counted, or the device or user</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Map the quantity, or the device or user where each row is one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give the profile a name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is taken by itself only where few other columns stand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Map its columns once and save that as a profile, or name the layout.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is nothing to count in them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>corrections of earlier billing cycles were left out: the latest cycle counts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the charge that these rows correct is in an earlier invoice: the new full quantity was taken</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an asset needs an id or a name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a negative quantity: kept, and it lowers what is billed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 does not fit the layout that was asked for.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 fits no layout.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has a header and no rows below it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a PDF document; export the table as CSV or XLSX</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a file of a PSA (%2), and this source is a vendor's: import it at the PSA's source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a file of a vendor (%2), and this source is the PSA: import it at the vendor's source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a folder; name the files in it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is an old .xls workbook or one with a password; save it as .xlsx without a password, or as CSV</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is missing (%2 stands where it was)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not UTF-8: its letters were read as Windows-1252 (Latin-1). Check names with accents</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is of %2 and was taken for %3 because the import was forced</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is of %2, and the period chosen is %3. Choose %2, or force the import if this file is meant</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 names no account; its rows belong to the account "%2"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 rows in all: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 rows left out: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a comma in numbers such as 1,234 was read as a thousands sign</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: nothing in it was seen after %2. Make sure that it is the list of %3, not of an earlier month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: nothing says whether dates such as 10/11 begin with the day or the month; they were read month first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: numbers were read with a decimal comma</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: some dates have the day first and some the month; open dates such as 10/11 were read month first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the column %2 stands more than once in the header (row %3), so it is not clear which one to read. Remove or rename one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Column %1 of the profile is missing; %2 stands where it was and was not read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Columns seen: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nearest layout: %1; %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The column %1 stands more than once; what it says was kept but not used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The field "%1" is mapped to a column that the file does not have</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file fits the layout "%1" as well; "%2" was taken</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The layout "%1" is for the other side: check whether the source is a PSA or a vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no field "%1" on this side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no file %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no layout and no profile named "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is neither true nor false (true, false, yes, no, 1, 0)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no billing cycle: monthly, quarterly or annual</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no measure: purchased, assigned or used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is none of the values this column has in this layout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is not a date; write it as 2026-10-31</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the cell is in another currency than the row, which is in %1; add a currency column</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the line "%1" stands already in %2, row %3; each line id may stand once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the row has %1 cells and the header %2: a cell that holds the separator is not in quotation marks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not an ordinary file; save the table to a file first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: hidden sheets were not read: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the sheet %2 was read, its other sheets were not: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the sheets %2 have the same columns and were read as one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an invoice states what was charged in its month; what is paid for longer is not in it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this may be %1 or %2, and no other number of the file says which: %3 was taken</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>total or footer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 stand under several accounts and were read as "%3" each; links of the plain names no longer hold</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: its dates have the day first, other than the vendor writes them; they were read so</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: its dates have the month first, other than the vendor writes them; they were read so</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: some dates have the day first and some the month, so that none such as 10/11 can be trusted. Download the file again and do not save it with a spreadsheet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was imported: %1 and %2 name no account, and by their names both belong to "%3", which would be counted twice. Rename them after their tenants, or leave one out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" stands under several accounts; each has an account of its own now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a line that bills %1 to %2 was rejected, so that what is billed of it is not known: the comparison does without it, and may say that nobody bills the product</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It looks more like a file of a PSA (%1). Check that it is this vendor's: else a PSA is compared with itself</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It looks more like a file of a vendor (%1). Check that it is the PSA's: else a vendor is compared with itself</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No layout is near to this file. Map its columns</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Say which column is "%1": the layout needs it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The profile %1 is made of the layout "%2", which this program does not have. Remove the profile and map the columns again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The profile %1 names the column "%2", which the layout "%3" does not have. Remove the profile and map the columns again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The column "%1" stands more than once in the file, so it is not clear which one to read. Choose another</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The columns "%1" and "%2" cannot both be "%3"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file would not be recognised by these columns. Choose columns that have a heading</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is a layout that comes with the program. Give the profile another name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has sheets of %2 and none of %3. Choose one of these months, or force the import if all sheets together are meant</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is JSON, no table; export the report as CSV or XLSX</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is a web page or XML, whatever its name ends with; open it in a spreadsheet and save it as .xlsx or CSV</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2 was not read: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the name "%2" is of %3. Make sure that it is the list of %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" has another decimal sign than the file's first numbers; write all of them alike</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the charge that these rows reduce is in an earlier invoice: how many are left is not known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this row stands here a second time with the same subscription and the same cells, and both were counted: leave one out if it is there by mistake</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it has no column %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>json</name>
    <message>
        <source>"%1" is no value that JSON knows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>\u is not followed by the number of a character</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a backslash stands before a letter that needs none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a comma, a colon or a bracket is missing near here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a text holds a control character that JSON does not allow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a text is not closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a value is needed here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>more than %1 levels of brackets stand in each other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answer ends in the middle: it was cut off on its way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answer holds more than %1 values; ask for smaller pages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answer is a web page, not data: is the address right?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answer is empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answer is not UTF-8: a byte here belongs to no character</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answer is too large to be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the document has ended, and something stands behind it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the member "%1" stands twice in one object</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>layout</name>
    <message>
        <source>A layout is a JSON object; this text is not: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The layout "%1" cannot be used: %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>manifest</name>
    <message>
        <source> or </source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 does not fit the form %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has the same id "%2"; it was left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is less than %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is none of %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not between %2 and %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 stands here; %2 is right</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is asked for and used nowhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is missing here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is neither true nor false</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no billing cycle: monthly, quarterly or annual</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no key here; known are %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no measure: purchased, assigned or used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no number of months that a cost is for: 1, 3, 12 …</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is none of the choices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is not in "hosts": it would never be talked to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is the name of a scope; choose another id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is there only in auth</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" names "%2", and "%3" declares nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" needs "%2" beside it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" stands twice here, in other letters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": $outer is there only in an emit with "each"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": "$%2" is no scope and no discovery step before this.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": there are only %2 generations of parents here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": there is no "%2" in "%3"; there are %4.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": there is no parent here; "for_each" of a stream names one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"base" is missing here: requests with a "path" are put behind it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"in": "body" needs a request with a body</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"more" needs "more": the path that says whether there is more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"no_next" ends only cursor, next_url and link_header; this list would have no end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"refresh" needs "refresh_token": the path of $refresh in the answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"short_page" needs "size": how many records a full page has</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"total" needs "complete": {"total": …}; without it the list would have no end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"total_pages" needs "complete": {"total_pages": …}; without it the list would have no end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a host is a name without https://</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a list […]</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a path begins with /; it is put behind "base"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a secret may stand only in auth, headers, query, body and form</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a secret must not stand in an address: put it into a header, the query or the body</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an address begins with https:// or with a value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an address begins with https://; nothing is sent unencrypted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an object {…}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>another secret has the id "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>another setting has the id "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>another step has the id "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>another stream has the id "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>another stream keeps other fields in the table "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>exactly one of the known forms is right here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no stream before this one has the id "%1"; streams are read in their order.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no stream before this one keeps a table "%1".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nothing is made of the stream "%1", and no other stream uses it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the example "%1" does not fit the pattern</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the list is too short</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the regular expression is wrong at character %1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the table "%1" keeps %2, not "%3"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the text is empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there are too few or too many keys here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no vendor "%1".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this combination is not allowed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this does not belong here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this has none of the forms that are known here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this replaces the shipped manifest of %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>without "identity" a record that comes twice, on two pages, is counted twice and not noticed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is larger than 2 MB, too large for a manifest</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no letter of a date; there are d, M, y and of times H, h, m, s, z, a, t. A letter as it is stands in quotes: 'T'</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" would be everywhere: name the vendor's domain, *.example.com</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": [*] is the first element that has the rest, not all of them: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": "each" names only %2 lists here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": headers are read only by "paging", "complete" and the tokens of a sign-in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1": there is no record here, this is asked once, of $settings and the answers of discovery; records are chosen by the "when" of an emit, or by "only" beside "for_each"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"optional" stands beside "each": the list that may be missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a date is written with d, M and y: date:dd/MM/yyyy</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>accounts, counts and assets are what a vendor counts: "side": "vendor"; a PSA brings clients, lines and products</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>another stream has a key of %1 parts in the table "%2"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>clients, lines and products are what a PSA bills: "side": "psa"; a vendor brings accounts, counts and assets</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it holds NUL bytes: it is no text, or it was damaged</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is not UTF-8: save it as UTF-8</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is saved as UTF-16: save it as UTF-8</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name the element, [0] or [name=text]</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name the element, [0] or [name=text], or keep the records of a stream of its own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name the lists one by one, "each": ["contracts", "products"]</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name the outer list in "records" and the inner one in the "each" of an emit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no secret has the id "%1".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the braces do not match: {{ is sent as one {, and a } that closes no value is sent as it is; write it once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the key of the table "%1" has %2 parts, not %3</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>money</name>
    <message>
        <source>"%1" is not a currency code of ISO 4217; write its three letters, such as EUR or USD</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>number</name>
    <message>
        <source>the cell is empty where a number is needed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" has more than 4 decimal places</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is in scientific notation, which a spreadsheet writes when it shortens a number; write all digits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is not a number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is too large: numbers stay below 90 000 000 000</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>reconcile</name>
    <message>
        <source>Two services have the same id; only the first is used.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client %1 rolls up into itself through its parents, so it keeps its own positions; correct the parents in the PSA.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The exception of client %1 for service %2 does nothing, because the client rolls up into %3; write the exception for %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The numbers of client %1 and service %2 are out of range, so their worth is not known; check the quantities and prices in the files.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The numbers of account %1 at %2 are out of range, so their worth is not known; check the quantities and prices in the files.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What account %1 at %2 has bought of %3 is out of range, so its quantity or cost is not known; check the quantities, costs and dates in the files.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The numbers of client %1 and service %2 are out of range, so they were not compared; check the quantities in the files.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>rest</name>
    <message>
        <source>%1 answered the sign-in with something that is not JSON: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 answered with something that is not JSON: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 answers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot be proved complete: %2 (page %3, %4 records read of %5). Nothing was stored; sync again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 cannot sign in anyone at the moment (status %2); try again later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 does not sign in through the browser</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has expired: create a new one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 holds more records than requests may be made for them (%2, pace.budget)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is not known there</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is wrong</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 may not sign in this way: allow this grant type where the key was created</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2 pages came</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2 records came</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 only tells what is true today: these are the numbers of %2, not of the end of %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 or %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 records came twice, so that others may be missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 records came where %2 were declared</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 refused the sign-in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 replaced the sign-in and the new one could not be kept (%2): sign in again before the next sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 signed in but gave nothing to sign in with later: the application there needs the permission for offline access</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 signed in without giving a token: there is no "%2" in its answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 would take %2 requests, and the manifest allows %3 in one sync (pace.budget)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, page %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, page %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 answered with an error.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 did not take the request (%3, %4).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 does not accept the credentials (401). Enter them again, or make new ones there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 does not exist there (404). Check the address and the other settings of the source.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 failed on its side (%3, %4), also when asked again. Sync again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 more lists are not available</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 sends requests elsewhere (%3, %4). Check the address in the source's settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 takes no more requests for now (429). Sync again later.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the answer does not say "%2"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: these credentials may not read that (403, %2). Give them the permission.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>(for example %1)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asking %1 where the data is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is a web page, as for signing in: check the address in the source's settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It needs: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It said: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is signed in to %1: choose "Sign in" at the source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signed in at %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The first page of %1 holds %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sign-in did not succeed. Go back to BillingReconcile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sign-in in the browser did not succeed. It said: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sign-in was cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sync was cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This address only takes the answer of a sign-in.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This computer's clock is %1 minutes %2 the vendor's server (%3): set it, or sign-ins will fail</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting for the sign-in in the browser</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You are signed in. You can close this page and go back to BillingReconcile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is "%2": %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is missing in the settings of the source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is needed in "%2" and is not there; fill it in, or give it a default: {%1|default:text}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no filter; there are %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no number of records (%2)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is not known: enter it at the source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"connect_to" names %1, which is not on this machine</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a brace is not closed; a brace itself is written {{</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a member's name is missing before "="</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a member's name is missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a member's name is missing, or one with other characters is not in quotes: 'error message'</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a page's parameter "%1" has no place: the request's body is not an object</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a path is missing in the braces; a brace itself is written {{</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a point or a bracket is missing before "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a quoted name is not closed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ahead of</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an answer was asked for that nobody waits for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an empty page came before the end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>an unstated number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>behind this scope stands nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>behind this scope stands one name: $settings.region</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>behind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in brackets stand a number, * or name=text</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it became unavailable on the way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it does not have the form that is needed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it holds more records than can be told apart</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is neither true nor false</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is no host name; write it without https:// and without a path</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is no number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is none of the choices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no browser could be opened; set a default browser and try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nobody signed in in the browser within %1 minutes; try again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nothing says where the next page is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>records were removed there while the pages were read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answers do not say how many pages there are ("%1")</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answers do not say how many there are ("%1")</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the browser's answer cannot be waited for on 127.0.0.1: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the client id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the client secret</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the filter "%1" needs something behind a colon</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the filter "%1" takes nothing behind a colon</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the key or account that it was signed with is not accepted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the manifest does not know this value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the manifest does not know this value; it is kept as it is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the name of a scope is missing behind "$"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the next page is one that was read already</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the path "%1" cannot be read: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the permissions that are asked for are not granted to %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the private key cannot be read: paste the whole RSA key from "-----BEGIN PRIVATE KEY-----" to the END line, without a password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the private key cannot sign: it is too short or damaged; create a new key</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the same page came again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the sign-in has ended: sign in again in the browser</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the source's settings cannot be read: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the template "%1" cannot be read: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the tenant is not known there: correct its id or domain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>there is no place to keep the sign-in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>they name no vendor</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this is not a date of the form that the manifest states</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 is not a list but %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 records left out: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 values in all of %3: %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: the list %2 is missing in the answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is neither true nor false; a "map" can say which it means</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no billing cycle: monthly, quarterly or annual</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no measure: purchased, assigned or used</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is absent: unknown is not zero. Say in the manifest when it may be absent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>more than 4 decimal places: rounded to 4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the last of %1 pages is empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the quantities of account %1 add up to too much</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the record does not have it, and without it nothing can be compared</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this is no number of months; the cost is left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this is not a date; it is left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>this line came already; each line id may stand once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, %2, page %3, record %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, page %2, record %3: %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 holds "%3": %4. Nothing was taken from this sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 lists would have been asked for a second time, for records of "%3" with the same id; each was read once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: "%2", which "each" names, is not a list but %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: a record was rejected: %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: there is no list "%2", which "each" names; "optional": true beside it says that it may be missing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is no longer accepted: create a new one there and enter it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a name with other characters than letters, digits, _ and - is written in quotes: '%1'</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a page is empty</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a page is short</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a path has no braces; a text with paths in braces is written {"text": "…"}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a path has no functions; the number of elements is written {"length": "name"}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a space stands before or behind "%1"</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a template does not stand in brackets; keep the list in a table and look the element up: {"lookup": …}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a vendor cannot count less than nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>behind "header:" stands the name of a header: header:X-Total-Count</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>filters stand in templates: {"text": "{name|lower}"}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it has no %1, which "identity" names: records that come twice could not be told apart</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is a list, not a text; name the element that is meant</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is an object, not a text; name the member that is meant</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>it is true or false, not an id or a name; a "map" can say which it means</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no next page is named</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>one answer holds everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the address would hold "%1" between slashes and lead elsewhere: a value in it is no id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the answer says that there is no more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the manifest of %1 has no "test" request for these settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the number of pages is reached</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the total is reached</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>rulecheck</name>
    <message>
        <source>A billed entry names no product; give the product id of the PSA or remove the entry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A counted entry names no source; give the name of a source of this workspace.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The service has no id; give it a short name that stays, such as "edr".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The exception names no client.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The exception names no service.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The exception has no reason; say why these are not billed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A counted entry of source "%1" names no meter; give the meter id as the source writes it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meter "%1" is counted by a quantity the vendor states, and class, status and name filters work on assets only; remove the filters or choose the measure "assets".</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Product "%1" is listed twice under "billed"; keep one entry.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service %1, "%2": %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service %1, "%2": a service before it has the same id; an id must be unique.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The "%1" filter of meter "%2" holds an empty text, which no asset can match; remove it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The quantity of the exception is %1; it must be above 0, it is taken off the count.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is %2; it must be a number of days from 0 to %3.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"%1" is %2; it must not be below 0.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"combine" is "distinct", which compares assets, but meter "%1" has another measure; choose the measure "assets" or another way to combine.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"each" of meter "%1" is %2; it must be above 0.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>"each" of product "%1" is %2; it must be above 0.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service %1, "%2": differs from "%3" in capitals or blanks only; nobody could tell them apart.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>%1 could not be written; is the disk full, or does the file exist?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No temporary folder could be made: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The sample inside the program is damaged: %1. Install the program again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>No workspace is open. Open or create one first.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>tally</name>
    <message>
        <source>the rule of the stored counts, "%1", cannot be read; import the files of this period again</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>xlsx</name>
    <message>
        <source>%1 has no sheet "%2"; it has: %3</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 has no sheet with cells</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is damaged after row %2 of the sheet "%3": %4</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is damaged or has a password: a part of it cannot be unpacked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is damaged: %2 (%3)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is damaged: the sheet "%2" is missing in it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 is no Excel workbook (.xlsx); export the table as XLSX or CSV</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 unpacks to more than a workbook should (%2 MB); save it again, or export as CSV</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>reading %1 was cancelled</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
