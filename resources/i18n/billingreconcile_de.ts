<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Act</name>
    <message>
        <source>Start review</source>
        <translation>Prüfung beginnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Hinnehmen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
</context>
<context>
    <name>Adjusting</name>
    <message>
        <source>The position is not there any more; reconcile the period again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AdjustmentSheet</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>unknown user</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
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
</context>
<context>
    <name>Combine</name>
    <message>
        <source>added up</source>
        <translation>zusammengezählt</translation>
    </message>
    <message>
        <source>the largest of them</source>
        <translation>der größte davon</translation>
    </message>
    <message>
        <source>each name or id once</source>
        <translation>jeder Name oder jede Kennung einmal</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>A note needs a text.</source>
        <translation>Eine Notiz braucht einen Text.</translation>
    </message>
    <message>
        <source>A note belongs to a discrepancy or to a client.</source>
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
</context>
<context>
    <name>Format</name>
    <message>
        <source>CSV file</source>
        <translation>CSV-Datei</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Mappe</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
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
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Underbilled</source>
        <translation>Zu wenig berechnet</translation>
    </message>
    <message>
        <source>Not billed</source>
        <translation>Nicht berechnet</translation>
    </message>
    <message>
        <source>Overbilled</source>
        <translation>Zu viel berechnet</translation>
    </message>
    <message>
        <source>No usage</source>
        <translation>Keine Nutzung</translation>
    </message>
    <message>
        <source>Stale quantity</source>
        <translation>Menge nicht nachgeführt</translation>
    </message>
    <message>
        <source>Mismatched service</source>
        <translation>Falsche Leistung berechnet</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Unmapped client</source>
        <translation>Konto ohne Kunde</translation>
    </message>
    <message>
        <source>Unmapped service</source>
        <translation>Zähler ohne Leistung</translation>
    </message>
    <message>
        <source>Duplicate seat</source>
        <translation>Doppelt gezählt</translation>
    </message>
    <message>
        <source>Duplicate line</source>
        <translation>Doppelt berechnet</translation>
    </message>
    <message>
        <source>Stale usage</source>
        <translation>Länger nicht gesehen</translation>
    </message>
    <message>
        <source>Cost mismatch</source>
        <translation>Einkaufspreis weicht ab</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Ungenutzte Bindung</translation>
    </message>
    <message>
        <source>Source stale</source>
        <translation>Quelle nicht aktuell</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Nicht umgesetzt</translation>
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
        <source>Import the missing source, or link the client's account.</source>
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
</context>
<context>
    <name>KindMeaning</name>
    <message>
        <source>The client uses more than the agreement bills.</source>
        <translation>Der Kunde nutzt mehr, als der Vertrag berechnet.</translation>
    </message>
    <message>
        <source>The client uses the service, but no active line of an agreement bills it.</source>
        <translation>Der Kunde nutzt die Leistung, aber keine aktive Vertragsposition berechnet sie.</translation>
    </message>
    <message>
        <source>The agreement bills more than the client uses.</source>
        <translation>Der Vertrag berechnet mehr, als der Kunde nutzt.</translation>
    </message>
    <message>
        <source>The agreement bills the service, but nothing of it was counted.</source>
        <translation>Der Vertrag berechnet die Leistung, aber nichts davon wurde gezählt.</translation>
    </message>
    <message>
        <source>What the client uses has changed, but the quantity in the PSA has stayed where it was.</source>
        <translation>Die Nutzung hat sich geändert, die Menge im PSA ist stehen geblieben.</translation>
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
        <translation>Ein Konto bei einem Anbieter gehört zu keinem Kunden, also zahlt niemand dafür.</translation>
    </message>
    <message>
        <source>A vendor counts something that no service takes into account.</source>
        <translation>Ein Anbieter zählt etwas, das keine Leistung berücksichtigt.</translation>
    </message>
    <message>
        <source>The same user or device is counted more than once.</source>
        <translation>Derselbe Nutzer oder dasselbe Gerät ist mehrfach gezählt.</translation>
    </message>
    <message>
        <source>Two agreements of one client bill the same product with the same quantity and price.</source>
        <translation>Zwei Verträge eines Kunden berechnen dasselbe Produkt mit gleicher Menge und gleichem Preis.</translation>
    </message>
    <message>
        <source>Some of what is counted has not been seen for a long time.</source>
        <translation>Einiges, was gezählt wird, wurde lange nicht gesehen.</translation>
    </message>
    <message>
        <source>What the vendor charges differs from the cost in the agreement, or is above the price.</source>
        <translation>Der Anbieter berechnet anderes als der Vertrag ansetzt, oder mehr als der Verkaufspreis.</translation>
    </message>
    <message>
        <source>More is bought than is in use, and the commitment still runs.</source>
        <translation>Es ist mehr gekauft als genutzt, und die Bindung läuft noch.</translation>
    </message>
    <message>
        <source>A source has no complete import for this month, or one that is much smaller than the last.</source>
        <translation>Eine Quelle hat für diesen Monat keinen vollständigen Einlesestand oder einen viel kleineren als zuletzt.</translation>
    </message>
    <message>
        <source>An adjustment was approved in an earlier month, but the PSA still does not show it.</source>
        <translation>Eine Anpassung wurde früher genehmigt, aber das PSA zeigt sie noch nicht.</translation>
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
</context>
<context>
    <name>Measure</name>
    <message>
        <source>purchased</source>
        <translation>gekauft</translation>
    </message>
    <message>
        <source>assigned</source>
        <translation>zugewiesen</translation>
    </message>
    <message>
        <source>used</source>
        <translation>genutzt</translation>
    </message>
    <message>
        <source>counted one by one</source>
        <translation>einzeln gezählt</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zu&amp;letzt verwendet</translation>
    </message>
    <message>
        <source>No recent workspace</source>
        <translation>Noch keine Arbeitsdatei</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
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
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Approved adjustments</source>
        <translation>Genehmigte Anpassungen</translation>
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
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Match</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
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
        <translation>Offen</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Hingenommen</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>Überholt</translation>
    </message>
</context>
<context>
    <name>StateMeaning</name>
    <message>
        <source>Nobody has decided yet.</source>
        <translation>Noch hat niemand entschieden.</translation>
    </message>
    <message>
        <source>Somebody is looking at it.</source>
        <translation>Jemand sieht es sich an.</translation>
    </message>
    <message>
        <source>The quantity will be adjusted.</source>
        <translation>Die Menge wird angepasst.</translation>
    </message>
    <message>
        <source>It stays as it is, with a reason.</source>
        <translation>Es bleibt, wie es ist, mit Grund.</translation>
    </message>
    <message>
        <source>It is no finding, with a reason.</source>
        <translation>Es ist kein Befund, mit Grund.</translation>
    </message>
    <message>
        <source>It was decided, then the numbers changed: look again.</source>
        <translation>Es war entschieden, dann änderten sich die Zahlen: bitte erneut ansehen.</translation>
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
</context>
<context>
    <name>Suggestion</name>
    <message>
        <source>same id</source>
        <translation>gleiche Kennung</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>gleicher Name</translation>
    </message>
    <message>
        <source>same domain</source>
        <translation>gleiche Domäne</translation>
    </message>
    <message>
        <source>same name but for punctuation and legal form</source>
        <translation>gleicher Name bis auf Zeichen und Rechtsform</translation>
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
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>counted already</source>
        <translation>schon gezählt</translation>
    </message>
    <message>
        <source>ended or not yet begun</source>
        <translation>beendet oder noch nicht begonnen</translation>
    </message>
    <message>
        <source>left out by a filter</source>
        <translation>durch einen Filter ausgelassen</translation>
    </message>
    <message>
        <source>class unknown: not counted</source>
        <translation>Klasse unbekannt: nicht gezählt</translation>
    </message>
    <message>
        <source>status unknown: not counted</source>
        <translation>Status unbekannt: nicht gezählt</translation>
    </message>
</context>
<context>
    <name>br::AccountsTab</name>
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
        <translation>Stand</translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
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
    <message numerus="yes">
        <source>All %n account(s) are linked or ignored.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need a client: what they use is compared with nothing until then.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept &amp;all %n suggestion(s)</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) stored.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Link %n account(s)?</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>All suggestions of at least %1 % are linked, for example:
%2</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Link %n account(s)</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore %n account(s)</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Why is it left out of every comparison? (for example: our own tenant)</source>
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
        <translation>Produkt</translation>
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
</context>
<context>
    <name>br::BulkDialog</name>
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
        <translation>%1 im Monat</translation>
    </message>
    <message>
        <source>Each is set to what is counted, from %1.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>%1 of the ticked stay as they are: decided already, or nothing to set.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Counted at the vendor</source>
        <translation>Beim Anbieter gezählt</translation>
    </message>
    <message>
        <source>Agreed with the client</source>
        <translation>Mit dem Kunden vereinbart</translation>
    </message>
    <message>
        <source>Temporary licence</source>
        <translation>Befristete Lizenz</translation>
    </message>
    <message>
        <source>Not for resale</source>
        <translation>Nicht zum Weiterverkauf</translation>
    </message>
    <message>
        <source>Reason for all of them</source>
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
        <translation>Kunden</translation>
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
        <translation>Abweichungen</translation>
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
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
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
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agreement</source>
        <translation>Vertrag</translation>
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
        <translation>Ab</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
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
        <translation>Quelle</translation>
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
    <message numerus="yes">
        <source>%n open row(s) →</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
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
    <message>
        <source>Find a client</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
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
        <translation>Leistungen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Not billed</source>
        <translation>Nicht berechnet</translation>
    </message>
    <message>
        <source>Billed too much</source>
        <translation>Zu viel berechnet</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>No client yet: they come with the PSA's agreement lines. Import them under Sources.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No client in this month: import the PSA's agreement lines under Sources.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n client(s), </source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with open rows</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
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
        <translation>Zähler</translation>
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
        <translation>Zu berechnende Menge</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Ab Tag</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>Bis Tag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Menge</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>A&amp;b</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>B&amp;is</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Counted at the vendor</source>
        <translation>Beim Anbieter gezählt</translation>
    </message>
    <message>
        <source>Agreed with the client</source>
        <translation>Mit dem Kunden vereinbart</translation>
    </message>
    <message>
        <source>Corrected after a check</source>
        <translation>Nach Prüfung berichtigt</translation>
    </message>
    <message>
        <source>Temporary licence</source>
        <translation>Befristete Lizenz</translation>
    </message>
    <message>
        <source>User on notice</source>
        <translation>Nutzer hat gekündigt</translation>
    </message>
    <message>
        <source>Included in the agreement</source>
        <translation>Im Vertrag enthalten</translation>
    </message>
    <message>
        <source>Waiting for the vendor</source>
        <translation>Warten auf den Anbieter</translation>
    </message>
    <message>
        <source>Not for resale</source>
        <translation>Nicht zum Weiterverkauf</translation>
    </message>
    <message>
        <source>Internal use</source>
        <translation>Eigene Nutzung</translation>
    </message>
    <message>
        <source>Vendor's report is wrong</source>
        <translation>Bericht des Anbieters ist falsch</translation>
    </message>
    <message>
        <source>Handled elsewhere</source>
        <translation>Anderswo erledigt</translation>
    </message>
    <message>
        <source>Decided by mistake</source>
        <translation>Irrtümlich entschieden</translation>
    </message>
    <message>
        <source>New information</source>
        <translation>Neue Erkenntnis</translation>
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
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <translation>Genehmigen: %1</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Accept as it is: %1</source>
        <translation>So hinnehmen: %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Hinnehmen</translation>
    </message>
    <message>
        <source>Not a finding: %1</source>
        <translation>Kein Befund: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Reopen: %1</source>
        <translation>Wieder öffnen: %1</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>A note needs a text.</source>
        <translation>Eine Notiz braucht einen Text.</translation>
    </message>
    <message>
        <source>A reason is needed: it stays with the row and in the export.</source>
        <translation>Ein Grund ist nötig: er bleibt bei der Zeile und in der Ausgabe.</translation>
    </message>
    <message>
        <source>“%1” cannot be billed: a quantity is not negative and has at most four places.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DetailPane</name>
    <message>
        <source>Details of the row</source>
        <translation>Einzelheiten der Zeile</translation>
    </message>
    <message>
        <source>How the number came about</source>
        <translation>Wie die Zahl zustande kam</translation>
    </message>
    <message>
        <source>Last months</source>
        <translation>Letzte Monate</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cost in the PSA</source>
        <translation>Einkaufspreis im PSA</translation>
    </message>
    <message>
        <source>Vendor's cost</source>
        <translation>Preis des Anbieters</translation>
    </message>
    <message>
        <source>No price is known, so no money is claimed.</source>
        <translation>Kein Preis ist bekannt, darum wird kein Betrag behauptet.</translation>
    </message>
    <message>
        <source>a month, an estimate by default prices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a month that is not billed today</source>
        <translation>im Monat, heute nicht berechnet</translation>
    </message>
    <message>
        <source>a month that is billed too much</source>
        <translation>im Monat zu viel berechnet</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>im Monat</translation>
    </message>
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
</context>
<context>
    <name>br::DifferenceStrip</name>
    <message>
        <source>Difference of the month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>a month, checked services</source>
        <translation>im Monat, geprüfte Leistungen</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>everything is known</source>
        <translation>alles ist bekannt</translation>
    </message>
    <message>
        <source>1 position unknown</source>
        <translation>1 Position unbekannt</translation>
    </message>
    <message>
        <source>%1 positions unknown</source>
        <translation>%1 Positionen unbekannt</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Hingenommen</translation>
    </message>
    <message>
        <source>%1: %2 missed, %3 over</source>
        <translation>%1: %2 entgangen, %3 zu viel</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Ungeklärt</translation>
    </message>
</context>
<context>
    <name>br::DiscrepanciesPage</name>
    <message>
        <source>Discrepancies</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Reconciling %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::DiscrepancyTable</name>
    <message>
        <source>%1 a month</source>
        <translation>%1 im Monat</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Im Monat</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Diff.</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <source>Counted less billed</source>
        <translation>Gezählt minus berechnet</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Billed → counted; sorted by the difference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Money a month: + is not billed today, − is billed too much. Sorted by size, whatever the sign.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Since / until</source>
        <translation>Seit / bis</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>br::DropArea</name>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
</context>
<context>
    <name>br::EffectView</name>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
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
    <message numerus="yes">
        <source>%n client(s) change.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Positions: %1 now, %2 then. Discrepancies of this service: %3 now, %4 then. Money found: %5 now, %6 then.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ExportPage</name>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Quantity of the line now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Quantity of the line to bill</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Im Monat</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>To do by hand</source>
        <translation>Von Hand zu tun</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
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
        <translation>&amp;Ausgeben …</translation>
    </message>
    <message>
        <source>Adjustments to export</source>
        <translation>Auszugebende Anpassungen</translation>
    </message>
    <message>
        <source>Exported before</source>
        <translation>Früher ausgegeben</translation>
    </message>
    <message>
        <source>Earlier exports</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Blatt</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Nothing is approved yet</source>
        <translation>Noch ist nichts genehmigt</translation>
    </message>
    <message>
        <source>Only approved rows reach the sheet of adjustments. Go through the discrepancies and approve what is to change.</source>
        <translation>Nur genehmigte Zeilen kommen auf das Blatt. Gehen Sie die Abweichungen durch und genehmigen Sie, was sich ändern soll.</translation>
    </message>
    <message>
        <source>Show open discrepancies</source>
        <translation>Offene Abweichungen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n adjustment(s), </source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>%1 im Monat</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no line that a change sheet could change: they are listed, and entered by hand.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
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
    <message numerus="yes">
        <source>%n row(s) written to %1 and read back.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Already exported on %1 by %2: the same content.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exported</source>
        <translation>Ausgegeben</translation>
    </message>
</context>
<context>
    <name>br::FacetPane</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Filter by what the rows hold</source>
        <translation>Nach dem Inhalt der Zeilen filtern</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>leeren</translation>
    </message>
    <message>
        <source>%1: %2, %3 a month</source>
        <translation>%1: %2, %3 im Monat</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
    <message>
        <source>%1, excluded</source>
        <translation>%1, ausgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%n more; search for them</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>Nur „%1“</translation>
    </message>
    <message>
        <source>Exclude “%1”</source>
        <translation>Ohne „%1“</translation>
    </message>
    <message>
        <source>Clear this filter</source>
        <translation>Diesen Filter leeren</translation>
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
        <translation>Quelle</translation>
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
        <translation>Dateien</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Import even if the file is of another month or many rows are rejected</source>
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
        <translation>&amp;Monat</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
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
        <translation>Datei</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
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
        <translation>Eingelesen</translation>
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
        <source>Import anyway</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::Importer</name>
    <message>
        <source>Importing into %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::KindBar</name>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), %2</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
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
</context>
<context>
    <name>br::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Discrepancies</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Leistungen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>The month could not be reconciled</source>
        <translation>Der Monat konnte nicht abgeglichen werden</translation>
    </message>
    <message numerus="yes">
        <source>%1 reconciled: %n position(s), </source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discrepancy(ies)</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
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
        <translation>Zuletzt abgeglichen %1, Stand %2</translation>
    </message>
    <message>
        <source>About BillingReconcile</source>
        <translation>Über BillingReconcile</translation>
    </message>
    <message>
        <source>BillingReconcile %1

Compares what a managed service provider bills with what its clients use.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::MappingPage</name>
    <message>
        <source>What to map</source>
        <translation>Was zuzuordnen ist</translation>
    </message>
    <message>
        <source>Accounts → clients</source>
        <translation>Konten → Kunden</translation>
    </message>
    <message>
        <source>Meters → services</source>
        <translation>Zähler → Leistungen</translation>
    </message>
    <message>
        <source>Products → services</source>
        <translation>Produkte → Leistungen</translation>
    </message>
    <message>
        <source>Accounts → clients (%1)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::MetersTab</name>
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
        <translation>Stand</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
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
        <source>&amp;Make a service of it…</source>
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
    <message numerus="yes">
        <source>%n meter(s) are in no service: what they count is billed by nothing we know of.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
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
        <translation>&amp;Abgleichen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>The billing month that every page shows (Alt+Left and Alt+Right step through them)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare again what is billed with what is counted (F5)</source>
        <translation>Berechnetes und Gezähltes erneut vergleichen (F5)</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Add month</source>
        <translation>Monat hinzufügen</translation>
    </message>
    <message>
        <source>Add the next month to the list</source>
        <translation>Den nächsten Monat in die Liste aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Monat</translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation>Noch nichts eingelesen</translation>
    </message>
    <message>
        <source>Not reconciled yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Outdated: inputs changed</source>
        <translation>Überholt: Eingaben haben sich geändert</translation>
    </message>
    <message>
        <source>Reconciling…</source>
        <translation>Abgleich läuft …</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Last reconciled %1, as of %2</source>
        <translation>Zuletzt abgeglichen %1, Stand %2</translation>
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
        <translation>gezählt</translation>
    </message>
</context>
<context>
    <name>br::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::NewSourceDialog</name>
    <message>
        <source>Add source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the source</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For example connectwise or huntress</source>
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
        <source>&amp;Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Brings</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::NewWorkspaceDialog</name>
    <message>
        <source>New workspace</source>
        <translation>Neue Arbeitsdatei</translation>
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
    <message>
        <source>Three steps to the first result</source>
        <translation>Drei Schritte zum ersten Ergebnis</translation>
    </message>
    <message>
        <source>1. &amp;Import files…</source>
        <translation>1. Dateien ein&amp;lesen …</translation>
    </message>
    <message>
        <source>2. &amp;Link accounts to clients</source>
        <translation>2. Konten &amp;zuordnen</translation>
    </message>
    <message>
        <source>3. &amp;Define services</source>
        <translation>3. Leistungen &amp;festlegen</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Not billed</source>
        <translation>Nicht berechnet</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>Review by client</source>
        <translation>Prüfung nach Kunde</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Eingelesen</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>Zuletzt eingelesen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Source health</source>
        <translation>Stand der Quellen</translation>
    </message>
    <message>
        <source>Money by kind, per month</source>
        <translation>Beträge nach Art, im Monat</translation>
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
        <source>%n account(s) without a client</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meter(s) without a service</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n billed product(s) in no service</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) without data of this month</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
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
</context>
<context>
    <name>br::Page</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
</context>
<context>
    <name>br::ProductsTab</name>
    <message>
        <source>State</source>
        <translation>Stand</translation>
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
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services</source>
        <translation>Leistungen</translation>
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
        <source>&amp;Make a service of it…</source>
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
    <message numerus="yes">
        <source>%n billed product(s) are in no service: nothing counts what they bill. That is fine for flat fees.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>br::ProgressArea</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
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
        <translation>Nur lesen: ein anderes Programm hält diese Arbeitsdatei, oder sie kann nicht geschrieben werden. Hier lässt sich nichts ändern.</translation>
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
    <message>
        <source>Discrepancies</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Reconcile again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Keine Arbeitsdatei ist geöffnet</translation>
    </message>
    <message>
        <source>Open one, or try the sample to see what a month looks like.</source>
        <translation>Öffnen Sie eine, oder sehen Sie am Beispiel, wie ein Monat aussieht.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Nothing to compare for %1</source>
        <translation>Für %1 gibt es nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Bring in the PSA's agreements and at least one vendor's counts for this month.</source>
        <translation>Lesen Sie die Verträge aus dem PSA und die Zahlen mindestens eines Anbieters für diesen Monat ein.</translation>
    </message>
    <message>
        <source>To the sources</source>
        <translation>Zu den Quellen</translation>
    </message>
    <message>
        <source>%1 has not been reconciled yet</source>
        <translation>%1 ist noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>The files are in. Reconcile compares what is billed with what is counted.</source>
        <translation>Die Dateien sind da. Der Abgleich vergleicht Berechnetes und Gezähltes.</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Nothing differs in %1</source>
        <translation>In %1 weicht nichts ab</translation>
    </message>
    <message>
        <source>All that is checked is billed as it is counted. Accounts and meters without a match are shown on Mapping.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The filter hides all of %1</source>
        <translation>Der Filter blendet alles aus %1 aus</translation>
    </message>
    <message>
        <source>Nothing fits “%1”.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Files or rules have changed since this month was reconciled. Reconcile again to see them.</source>
        <translation>Dateien oder Regeln haben sich seit dem Abgleich geändert. Gleichen Sie erneut ab.</translation>
    </message>
    <message>
        <source>All rows of %1 are decided. Approved ones are ready to be exported.</source>
        <translation>Über alle Zeilen von %1 ist entschieden. Die genehmigten können ausgegeben werden.</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n…</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n…</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Hinnehmen …</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n…</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Counted at the vendor</source>
        <translation>Beim Anbieter gezählt</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
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
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search, or client:acme kind:underbilled impact:&gt;50 -status:approved    ( / )</source>
        <translation>Suche, oder client:acme kind:underbilled impact:&gt;50 -status:approved    ( / )</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>So wird gesucht</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
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
        <source>At lea&amp;st</source>
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
        <source>&amp;Ended assets count for (days)</source>
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
</context>
<context>
    <name>br::ServicesPage</name>
    <message>
        <source>Service</source>
        <translation>Leistung</translation>
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
        <source>&amp;New</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remo&amp;ve…</source>
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
        <source>Re&amp;vert</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services</source>
        <translation>Leistungen</translation>
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
    <message numerus="yes">
        <source>The file has %n problem(s).</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
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
        <source>Save or revert the change first</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>br::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
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
        <source>In every table</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the chosen rows; with Shift also the headers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the row</source>
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
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>Bringt</translation>
    </message>
    <message>
        <source>what is billed (PSA)</source>
        <translation>Berechnetes (PSA)</translation>
    </message>
    <message>
        <source>what is used (vendor)</source>
        <translation>Genutztes (Anbieter)</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Eingelesen</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>Zuletzt eingelesen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Einlesungen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>Dateien ein&amp;lesen …</translation>
    </message>
    <message>
        <source>&amp;Add source…</source>
        <translation>Quelle &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Re&amp;move source…</source>
        <translation>Quelle &amp;entfernen …</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Imports of the source</source>
        <translation>Einlesungen der Quelle</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Abgewiesene Zeilen</translation>
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
        <translation>Quelle entfernen</translation>
    </message>
</context>
<context>
    <name>br::StartPage</name>
    <message>
        <source>Recent workspaces</source>
        <translation>Zuletzt verwendete Arbeitsdateien</translation>
    </message>
    <message>
        <source>BillingReconcile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Find what your clients use and are not billed for, and what they are billed for and do not use. Everything stays in one file on this computer.</source>
        <translation>Finden Sie, was Ihre Kunden nutzen und nicht bezahlen, und was sie bezahlen und nicht nutzen. Alles bleibt in einer Datei auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>A made-up provider with 20 clients and three months, ready to work through</source>
        <translation>Ein erfundenes Systemhaus mit 20 Kunden und drei Monaten, zum Durcharbeiten</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neue Arbeitsdatei</translation>
    </message>
    <message>
        <source>Start with your own PSA and vendor files</source>
        <translation>Mit eigenen Dateien aus PSA und von Anbietern beginnen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>A workspace that is already on this computer</source>
        <translation>Eine Arbeitsdatei, die schon auf diesem Rechner liegt</translation>
    </message>
    <message>
        <source>%1 — %2</source>
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
        <translation>überaltert</translation>
    </message>
    <message>
        <source>How the number came about</source>
        <translation>Wie die Zahl zustande kam</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>br::Triage</name>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
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
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Approve another quantity…</source>
        <translation>Andere Menge genehmigen …</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Hinnehmen …</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Wieder öffnen …</translation>
    </message>
    <message>
        <source>Map the account or meter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Notiz hinzufügen …</translation>
    </message>
    <message>
        <source>Into the details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back, or give up the ticks</source>
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
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Decide it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
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
    <name>cli</name>
    <message>
        <source>Discrepancies</source>
        <translation>Abweichungen</translation>
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
        <source>Every verb takes --json and --help. Exit code: 0 done, 1 refused or failed (the reason on standard error), 2 usage.</source>
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
        <source>approve: bill this many; without it what is counted</source>
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
        <translation>gezählt</translation>
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
        <source>without it a table for reading; csv and xlsx hold the same fields as json</source>
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
        <source>take a file of another month, or one with too many rejected rows</source>
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
        <source>which connector brings its data</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>what it states: billed lines, or counts and assets</source>
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
        <source>Remove a source; its batches stay as evidence, out of force</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>connect</name>
    <message>
        <source>no folder at all</source>
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
        <source>a negative quantity: kept, and it lowers what is counted</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>number</name>
    <message>
        <source>the cell is empty where a number is needed</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>reconcile</name>
    <message>
        <source>Two services have the same id; only the first is used.</source>
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
</context>
<context>
    <name>session</name>
    <message>
        <source>No workspace is open. Open or create one first.</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
