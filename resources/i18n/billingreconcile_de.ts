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
    <name>Acting</name>
    <message>
        <source>%1 is open read-only; nothing can be changed in it.</source>
        <translation>%1 ist nur zum Lesen geöffnet; darin kann nichts geändert werden.</translation>
    </message>
</context>
<context>
    <name>Adjusting</name>
    <message>
        <source>The position is not there any more; reconcile the period again.</source>
        <translation>Die Position gibt es nicht mehr; gleichen Sie den Monat neu ab.</translation>
    </message>
    <message>
        <source>%1 shall be taken off, but line %2 has only %3; spread the change over several lines by hand.</source>
        <translation>%1 sollen abgezogen werden, aber Position %2 hat nur %3; verteilen Sie die Änderung von Hand auf mehrere Positionen.</translation>
    </message>
    <message>
        <source>A new line is needed in the PSA, with quantity %1.</source>
        <translation>Im PSA ist eine neue Position nötig, mit Menge %1.</translation>
    </message>
    <message>
        <source>Line %1 bills several services of the client, and they are to change in different directions (%2); decide on one quantity and change it by hand.</source>
        <translation>Position %1 berechnet mehrere Leistungen des Kunden, und diese sollen sich in verschiedene Richtungen ändern (%2); legen Sie eine Menge fest und ändern Sie die Position von Hand.</translation>
    </message>
    <message>
        <source>Line %1 bills several services of the client, and they are to change on different days; change it by hand.</source>
        <translation>Position %1 berechnet mehrere Leistungen des Kunden, und diese sollen sich an verschiedenen Tagen ändern; ändern Sie sie von Hand.</translation>
    </message>
    <message>
        <source>Line %1 bills several services of the client (%2): the largest quantity of them was taken.</source>
        <translation>Position %1 berechnet mehrere Leistungen des Kunden (%2): die größte ihrer Mengen wurde genommen.</translation>
    </message>
    <message>
        <source>No billable line stands for the service alone; change it by hand in the PSA by %1.</source>
        <translation>Keine berechenbare Position steht allein für die Leistung; ändern Sie sie im PSA von Hand um %1.</translation>
    </message>
    <message>
        <source>The older adjustment to %1 was approved again too; what was approved of this month is taken.</source>
        <translation>Auch die ältere Anpassung auf %1 wurde noch einmal freigegeben; genommen wird, was für diesen Monat freigegeben wurde.</translation>
    </message>
    <message>
        <source>%1 was approved beside what is moved between services: %2 are billed in the end.</source>
        <translation>%1 wurde neben dem freigegeben, was zwischen Leistungen verschoben wird: am Ende werden %2 berechnet.</translation>
    </message>
    <message>
        <source>Other lines bill %1 of it as well and stay as they are; this one goes from %2 to %3.</source>
        <translation>Andere Positionen berechnen davon ebenfalls %1 und bleiben, wie sie sind; diese geht von %2 auf %3.</translation>
    </message>
</context>
<context>
    <name>AdjustmentSheet</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>%1 rows have no known price and are not in the sum.</source>
        <translation>%1 Zeilen haben keinen bekannten Preis und sind nicht in der Summe.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Sum %1</source>
        <translation>Summe %1</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>No demonstration</source>
        <translation>Keine Vorführung</translation>
    </message>
    <message>
        <source>The stand-in vendors could not be started.</source>
        <translation>Die Übungsanbieter konnten nicht gestartet werden.</translation>
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
        <translation>SQLite findet die Datei heil.</translation>
    </message>
    <message>
        <source>Tables, indexes and triggers are as shipped.</source>
        <translation>Tabellen, Indizes und Trigger sind wie ausgeliefert.</translation>
    </message>
    <message>
        <source>Tables, indexes or triggers are not as shipped: another program altered the file.</source>
        <translation>Tabellen, Indizes oder Trigger sind nicht wie ausgeliefert: ein anderes Programm hat die Datei verändert.</translation>
    </message>
    <message>
        <source>Every row finds what it refers to.</source>
        <translation>Jede Zeile findet, worauf sie verweist.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Reading the whole file</source>
        <translation>Die ganze Datei wird gelesen</translation>
    </message>
    <message>
        <source>%1 batches with %2 assets can be read, and their counts agree.</source>
        <translation>%1 Einlesestände mit %2 Einzelposten sind lesbar, und ihre Zählungen stimmen.</translation>
    </message>
    <message>
        <source>%1 entries, each fits the one before; the last is %2.</source>
        <translation>%1 Einträge, jeder passt zum vorigen; der letzte ist %2.</translation>
    </message>
    <message>
        <source>Reading batch %1 of %2</source>
        <translation>Einlesestand %1 von %2 wird gelesen</translation>
    </message>
    <message>
        <source>Row %1 of %2 refers to a row of %3 that is not there.</source>
        <translation>Zeile %1 von %2 verweist auf eine Zeile von %3, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The file is damaged: %1</source>
        <translation>Die Datei ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The positions of %1 are damaged. Reconcile it again.</source>
        <translation>Die Positionen von %1 sind beschädigt. Gleichen Sie neu ab.</translation>
    </message>
    <message>
        <source>%1 confirmations are of batches that were never held.</source>
        <translation>%1 Bestätigungen gehören zu Stapeln, die nie zurückgehalten wurden.</translation>
    </message>
    <message>
        <source>%1 results are held until a person confirms them: see the sources.</source>
        <translation>%1 Ergebnisse sind zurückgehalten, bis jemand sie bestätigt: siehe Quellen.</translation>
    </message>
    <message>
        <source>No result waits for a person.</source>
        <translation>Kein Ergebnis wartet auf jemanden.</translation>
    </message>
    <message>
        <source>%1 decisions, each as the log says it.</source>
        <translation>%1 Entscheidungen, jede so, wie das Protokoll sie nennt.</translation>
    </message>
    <message>
        <source>The decision of %1 by %2 about %3 is not what the log says: another program altered or added it.</source>
        <translation>Die Entscheidung vom %1 von %2 über %3 ist nicht die des Protokolls: ein anderes Programm hat sie geändert oder hinzugefügt.</translation>
    </message>
    <message>
        <source>The log knows a decision of %1 by %2 about %3 that is missing or altered.</source>
        <translation>Das Protokoll kennt eine Entscheidung vom %1 von %2 über %3, die fehlt oder geändert wurde.</translation>
    </message>
    <message>
        <source>%1 are from an older program and not covered.</source>
        <translation>%1 stammen von einem älteren Programm und sind nicht erfasst.</translation>
    </message>
    <message>
        <source>%1 batches hold what the log says.</source>
        <translation>%1 Stapel enthalten, was das Protokoll sagt.</translation>
    </message>
    <message>
        <source>%1 files beside the workspace are left of exports that were broken off, and may be deleted: %2</source>
        <translation>%1 Dateien neben dem Arbeitsbereich sind von abgebrochenen Exporten übrig und dürfen gelöscht werden: %2</translation>
    </message>
    <message>
        <source>Batch %1 is in the log and not in the file: another program took it out.</source>
        <translation>Stapel %1 steht im Protokoll und nicht in der Datei: Ein anderes Programm hat ihn entfernt.</translation>
    </message>
    <message>
        <source>Batch %1 of %2 for %3 has no entry in the log: another program put it there.</source>
        <translation>Stapel %1 von %2 für %3 hat keinen Eintrag im Protokoll: Ein anderes Programm hat ihn angelegt.</translation>
    </message>
    <message>
        <source>Batch %1 of %2 for %3 is not what was imported: another program altered it. Import its files again.</source>
        <translation>Stapel %1 von %2 für %3 ist nicht, was importiert wurde: Ein anderes Programm hat ihn geändert. Importieren Sie seine Dateien noch einmal.</translation>
    </message>
    <message>
        <source>Comparing batch %1 of %2 with the log</source>
        <translation>Stapel %1 von %2 wird mit dem Protokoll verglichen</translation>
    </message>
    <message>
        <source>No export that was broken off left a file beside the workspace.</source>
        <translation>Kein abgebrochener Export hat eine Datei neben dem Arbeitsbereich hinterlassen.</translation>
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
    <name>CommandLine</name>
    <message>
        <source>--theme takes light, dark or system.</source>
        <translation>--theme nimmt light, dark oder system.</translation>
    </message>
    <message>
        <source>Compares what a managed service provider bills with what its clients use.</source>
        <translation>Vergleicht, was ein Systemhaus berechnet, mit dem, was seine Kunden nutzen.</translation>
    </message>
    <message>
        <source>Month to show, such as 2026-10</source>
        <translation>Zu zeigender Monat, wie 2026-10</translation>
    </message>
    <message>
        <source>Only one workspace can be opened at a time.</source>
        <translation>Nur eine Arbeitsdatei kann zugleich geöffnet sein.</translation>
    </message>
    <message>
        <source>Open the sample workspace; it is made at the first time.</source>
        <translation>Das Beispiel öffnen; beim ersten Mal wird es angelegt.</translation>
    </message>
    <message>
        <source>Save a picture of every page to this folder and leave.</source>
        <translation>Ein Bild jeder Seite in diesem Ordner speichern und enden.</translation>
    </message>
    <message>
        <source>Start stand-in vendors on this computer and open a workspace that syncs them; no account is needed.</source>
        <translation>Übungsanbieter auf diesem Rechner starten und eine Arbeitsdatei öffnen, die von ihnen abruft; ein Konto ist nicht nötig.</translation>
    </message>
    <message>
        <source>Workspace to open</source>
        <translation>Zu öffnende Arbeitsdatei</translation>
    </message>
    <message>
        <source>light, dark or system</source>
        <translation>light, dark oder system</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>%1 (%2) is "%3": %4</source>
        <translation>%1 (%2) ist „%3“: %4</translation>
    </message>
    <message>
        <source>%1 (%2) is missing.</source>
        <translation>%1 (%2) fehlt.</translation>
    </message>
    <message>
        <source>%1 cannot be played by "%2": a stand-in is on this machine, as in https://127.0.0.1:40001.</source>
        <translation>%1 kann nicht von „%2“ vertreten werden: ein Stellvertreter läuft auf diesem Rechner, wie in https://127.0.0.1:40001.</translation>
    </message>
    <message>
        <source>%1 has no setting "%2"; there is: %3</source>
        <translation>%1 hat keine Einstellung „%2“; es gibt: %3</translation>
    </message>
    <message>
        <source>%1 has no settings, and so no "%2".</source>
        <translation>%1 hat keine Einstellungen, also auch kein „%2“.</translation>
    </message>
    <message>
        <source>The authority's certificate is not in PEM form (-----BEGIN CERTIFICATE-----).</source>
        <translation>Das Zertifikat der Stelle ist nicht in PEM-Form (-----BEGIN CERTIFICATE-----).</translation>
    </message>
    <message>
        <source>it does not look like one, as in %1.</source>
        <translation>es hat nicht die erwartete Form, wie zum Beispiel %1.</translation>
    </message>
    <message>
        <source>it does not look like one.</source>
        <translation>es hat nicht die erwartete Form.</translation>
    </message>
    <message>
        <source>it takes a number.</source>
        <translation>es nimmt eine Zahl.</translation>
    </message>
    <message>
        <source>it takes one of %1.</source>
        <translation>es nimmt eines von %1.</translation>
    </message>
    <message>
        <source>it takes the name of a server alone, as in psa.example.com.</source>
        <translation>es nimmt nur den Namen eines Servers, wie psa.example.com.</translation>
    </message>
    <message>
        <source>it takes true or false.</source>
        <translation>es nimmt true oder false.</translation>
    </message>
</context>
<context>
    <name>CsvTable</name>
    <message>
        <source>%1 has no column "%2"; its first row must name the columns.</source>
        <translation>%1 hat keine Spalte „%2“; die erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <source>%1 has two columns "%2"; keep one.</source>
        <translation>%1 hat zwei Spalten „%2“; behalten Sie eine.</translation>
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
        <translation>Eine Notiz gehört zu einer Abweichung oder zu einem Kunden.</translation>
    </message>
    <message>
        <source>%1 has not been reconciled yet, so there is no discrepancy "%2".</source>
        <translation>%1 ist noch nicht abgeglichen, also gibt es keine Abweichung „%2“.</translation>
    </message>
    <message>
        <source>%1 is %2 already. Reopen it with a reason before deciding again.</source>
        <translation>%1 ist schon %2. Öffnen Sie sie mit einem Grund wieder, bevor Sie neu entscheiden.</translation>
    </message>
    <message>
        <source>%1 is in review already.</source>
        <translation>%1 ist schon in Prüfung.</translation>
    </message>
    <message>
        <source>%1 is open already.</source>
        <translation>%1 ist schon offen.</translation>
    </message>
    <message>
        <source>%1: %2 is billed now, so there is nothing to adjust. Accept the row if it shall stay so.</source>
        <translation>%1: jetzt sind %2 berechnet, also ist nichts anzupassen. Nehmen Sie die Zeile hin, wenn es so bleiben soll.</translation>
    </message>
    <message>
        <source>%1: a last day belongs to accepting only.</source>
        <translation>%1: ein letzter Tag gehört nur zum Hinnehmen.</translation>
    </message>
    <message>
        <source>%1: a quantity and a first day belong to an approval only.</source>
        <translation>%1: Menge und erster Tag gehören nur zum Genehmigen.</translation>
    </message>
    <message>
        <source>%1: a quantity to bill cannot be below 0.</source>
        <translation>%1: eine zu berechnende Menge kann nicht unter 0 sein.</translation>
    </message>
    <message>
        <source>%1: give a reason; a year later it is what explains the decision.</source>
        <translation>%1: geben Sie einen Grund an; in einem Jahr erklärt er die Entscheidung.</translation>
    </message>
    <message>
        <source>%1: the last day %2 lies before the period.</source>
        <translation>%1: der letzte Tag %2 liegt vor dem Monat.</translation>
    </message>
    <message>
        <source>%1: there is no quantity in the PSA to adjust for this kind of discrepancy. Accept it or dismiss it with a reason.</source>
        <translation>%1: für diese Art Abweichung gibt es im PSA keine Menge anzupassen. Nehmen Sie sie hin oder verwerfen Sie sie mit einem Grund.</translation>
    </message>
    <message>
        <source>%1: up to %2 can be moved from one service to the other.</source>
        <translation>%1: bis zu %2 können von der einen Leistung zur anderen wandern.</translation>
    </message>
    <message>
        <source>%1: what was counted is unknown; say which quantity to bill.</source>
        <translation>%1: was gezählt wurde, ist unbekannt; sagen Sie, welche Menge zu berechnen ist.</translation>
    </message>
    <message>
        <source>Nothing was decided: %1 of %2 rows cannot be.</source>
        <translation>Nichts wurde entschieden: %1 von %2 Zeilen lassen es nicht zu.</translation>
    </message>
    <message>
        <source>There is no discrepancy "%1" now. List the discrepancies of %2 to see their keys.</source>
        <translation>Eine Abweichung „%1“ gibt es jetzt nicht. Die Liste der Abweichungen von %2 zeigt ihre Schlüssel.</translation>
    </message>
    <message>
        <source>"%1" is not the key of a discrepancy. A key begins with its period, like 2026-10/underbilled/…; list the discrepancies of a period to see their keys.</source>
        <translation>„%1“ ist nicht der Schlüssel einer Abweichung. Ein Schlüssel beginnt mit seinem Monat, wie 2026-10/underbilled/…; die Liste der Abweichungen eines Monats zeigt sie.</translation>
    </message>
    <message>
        <source>No import of the PSA has a client with the id "%1".</source>
        <translation>Kein Import des PSA hat einen Kunden mit der Kennung „%1“.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
    </message>
</context>
<context>
    <name>DemoWorkspace</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>%1 is left from an earlier demonstration and cannot be removed.</source>
        <translation>%1 ist von einer früheren Vorführung übrig und kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Demonstration with stand-in vendors</source>
        <translation>Vorführung mit Übungsanbietern</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>%1 brought %2 rows, %3 last month: what is billed may be too low.</source>
        <translation>%1 brachte %2 Zeilen, im Vormonat %3: Was abgerechnet wird, ist vielleicht zu niedrig.</translation>
    </message>
    <message>
        <source>%1 brought %2 rows, %3 last month: what is counted may be too low.</source>
        <translation>%1 brachte %2 Zeilen, im Vormonat %3: Was gezählt wird, ist vielleicht zu niedrig.</translation>
    </message>
    <message>
        <source>%1 brought nothing complete this month: what is billed is not known.</source>
        <translation>%1 brachte diesen Monat nichts Vollständiges: Was abgerechnet wird, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 brought nothing complete this month: what is counted is not known.</source>
        <translation>%1 brachte diesen Monat nichts Vollständiges: Was gezählt wird, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>EventStore</name>
    <message>
        <source>entry %1 (%2, %3) does not continue the entry before it: one of them was replaced</source>
        <translation>Eintrag %1 (%2, %3) setzt den vorigen nicht fort: einer der beiden wurde ersetzt</translation>
    </message>
    <message>
        <source>entry %1 (%2, %3) was changed after it was written</source>
        <translation>Eintrag %1 (%2, %3) wurde nach dem Schreiben verändert</translation>
    </message>
    <message>
        <source>entry %1 follows where entry %2 should stand: an entry was removed or added</source>
        <translation>Eintrag %1 folgt, wo Eintrag %2 stehen müsste: ein Eintrag wurde entfernt oder eingefügt</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1, %2: %3 %4 of %5.</source>
        <translation>%1, %2: %3 %4 von %5.</translation>
    </message>
    <message>
        <source>Billed: %1 of %2 by line %3 of %4.</source>
        <translation>Berechnet: %1 von %2 durch Position %3 von %4.</translation>
    </message>
    <message>
        <source>Counted: %1 and %2 more.</source>
        <translation>Gezählt: %1 und %2 weitere.</translation>
    </message>
    <message>
        <source>Counted: %1.</source>
        <translation>Gezählt: %1.</translation>
    </message>
    <message>
        <source>%1 comes from %2 and %3 more files, imported on %4.</source>
        <translation>%1 kommt aus %2 und %3 weiteren Dateien, importiert am %4.</translation>
    </message>
    <message>
        <source>%1 comes from %2, imported on %3.</source>
        <translation>%1 kommt aus %2, importiert am %3.</translation>
    </message>
    <message>
        <source>%1 was read from the vendor on %2.</source>
        <translation>%1 wurde am %2 beim Hersteller gelesen.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>the vendor</source>
        <translation>der Anbieter</translation>
    </message>
    <message>
        <source>what it is worth is unknown, as there is no price</source>
        <translation>was es wert ist, ist unbekannt, denn es gibt keinen Preis</translation>
    </message>
    <message>
        <source>no money a month</source>
        <translation>kein Geld im Monat</translation>
    </message>
    <message>
        <source>The rest of the difference moved to another service of the same group.</source>
        <translation>Der Rest der Differenz ging zu einer anderen Leistung derselben Gruppe.</translation>
    </message>
    <message>
        <source>%1 a month billed too much</source>
        <translation>%1 im Monat zu viel berechnet</translation>
    </message>
    <message>
        <source>%1 a month not billed</source>
        <translation>%1 im Monat nicht berechnet</translation>
    </message>
    <message>
        <source>%1 counts %2, but no service takes it into account.</source>
        <translation>%1 zählt %2, aber keine Leistung berücksichtigt es.</translation>
    </message>
    <message>
        <source>%1 has no complete import for this month, or less than half of the rows of the month before. Import it again before signing off.</source>
        <translation>%1 hat für diesen Monat keinen vollständigen Einlesestand oder weniger als halb so viele Zeilen wie im Vormonat. Lesen Sie neu ein, bevor Sie abzeichnen.</translation>
    </message>
    <message>
        <source>%1 is billed %2 of %3 too much and as many of %4 too little: they seem to have moved. Change of billing: %5.</source>
        <translation>%1 zahlt %2 von %3 zu viel und ebenso viele von %4 zu wenig: sie scheinen gewechselt zu haben. Änderung der Abrechnung: %5.</translation>
    </message>
    <message>
        <source>%1 less, %2.</source>
        <translation>%1 weniger, %2.</translation>
    </message>
    <message>
        <source>%1 more, %2.</source>
        <translation>%1 mehr, %2.</translation>
    </message>
    <message>
        <source>%1 of %2 at %3 have not been seen for a long time. They are still counted.</source>
        <translation>%1 von %2 bei %3 wurden lange nicht gesehen. Sie zählen noch mit.</translation>
    </message>
    <message>
        <source>%1, %2 at %3: %4 bought but not assigned, committed until %5</source>
        <translation>%1, %2 bei %3: %4 gekauft, aber nicht zugewiesen, gebunden bis %5</translation>
    </message>
    <message>
        <source>%1, %2: %3 charges %4 a unit, the agreement line says %5.</source>
        <translation>%1, %2: %3 verlangt %4 je Einheit, die Vertragsposition sagt %5.</translation>
    </message>
    <message>
        <source>%1. Until then they cost %2.</source>
        <translation>%1. Bis dahin kosten sie %2.</translation>
    </message>
    <message>
        <source>%1. What they cost is unknown.</source>
        <translation>%1. Was sie kosten, ist unbekannt.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1; still to be added: %2. This month's money stands in the row of the quantity itself.</source>
        <translation>%1; noch hinzuzufügen: %2. Das Geld dieses Monats steht in der Zeile der Menge selbst.</translation>
    </message>
    <message>
        <source>%1; still to be taken off: %2. This month's money stands in the row of the quantity itself.</source>
        <translation>%1; noch abzuziehen: %2. Das Geld dieses Monats steht in der Zeile der Menge selbst.</translation>
    </message>
    <message>
        <source>%1: about %2 a month, by default prices.</source>
        <translation>%1: etwa %2 im Monat, nach Standardpreisen.</translation>
    </message>
    <message>
        <source>Carried over from %1: %2</source>
        <translation>Übernommen aus %1: %2</translation>
    </message>
    <message>
        <source>In %1 it was approved to bill %2 of %3 to %4, but the PSA bills %5</source>
        <translation>Im %1 wurde genehmigt, %2 von %3 an %4 zu berechnen, aber das PSA berechnet %5</translation>
    </message>
    <message>
        <source>That is above the price of %1: every unit loses money.</source>
        <translation>Das ist mehr als der Preis von %1: jede Einheit verliert Geld.</translation>
    </message>
    <message>
        <source>The account %1 at %2 is not linked to a client, so nobody is billed for what it uses</source>
        <translation>Das Konto %1 bei %2 ist keinem Kunden zugeordnet, also zahlt niemand für seine Nutzung</translation>
    </message>
    <message>
        <source>When it was decided, %1 were billed and %2 counted.</source>
        <translation>Bei der Entscheidung waren %1 berechnet und %2 gezählt.</translation>
    </message>
    <message>
        <source>"%1" is counted %2 times in %3. If it is one user or device, it should be counted once.</source>
        <translation>„%1“ ist in %3 %2-mal gezählt. Ist es ein Nutzer oder Gerät, sollte es einmal zählen.</translation>
    </message>
    <message>
        <source>%1 has product %2 twice, in different agreements, with the same quantity and price. If it is sold once, one line must go.</source>
        <translation>%1 hat das Produkt %2 zweimal, in verschiedenen Verträgen, mit gleicher Menge und gleichem Preis. Wenn es einmal verkauft wurde, muss eine Position weg.</translation>
    </message>
    <message>
        <source>what it is worth is a larger sum than can be stated</source>
        <translation>was es wert ist, ist eine größere Summe, als angegeben werden kann</translation>
    </message>
    <message>
        <source>The PSA has kept its quantity, and the two differ since %1.</source>
        <translation>Das PSA hat seine Menge behalten; seit %1 weichen beide voneinander ab.</translation>
    </message>
    <message>
        <source>It was worth %1 then.</source>
        <translation>Damals war es %1 wert.</translation>
    </message>
    <message>
        <source>%1 is billed %2 of %3, but by %4 there is nothing to bill: %5.</source>
        <translation>%1 zahlt %2 von %3, aber nach %4 gibt es nichts zu berechnen: %5.</translation>
    </message>
    <message>
        <source>%1 is billed %2 of %3, but what is used is not known: the steps of the count say what is missing at %4.</source>
        <translation>%1 zahlt %2 von %3, aber was genutzt wird, ist nicht bekannt: Die Schritte der Zählung sagen, was bei %4 fehlt.</translation>
    </message>
    <message>
        <source>%1 is billed %2 of %3; by %4 it should be %5: </source>
        <translation>%1 zahlt %2 von %3; nach %4 sollten es %5 sein: </translation>
    </message>
    <message>
        <source>By %1 it should be %2 of %3 for %4, and no active line bills it: %5.</source>
        <translation>Nach %1 sollten es %2 von %3 für %4 sein, und keine aktive Position berechnet es: %5.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>%1 was left out: it was approved, but by the numbers now there is no such discrepancy.</source>
        <translation>%1 wurde ausgelassen: genehmigt, aber nach den jetzigen Zahlen gibt es diese Abweichung nicht.</translation>
    </message>
    <message>
        <source>%1, %2 was left out: its numbers changed after it was approved. Decide again.</source>
        <translation>%1, %2 wurde ausgelassen: die Zahlen haben sich nach der Genehmigung geändert. Entscheiden Sie neu.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Content SHA-256 %1</source>
        <translation>Inhalt SHA-256 %1</translation>
    </message>
    <message>
        <source>There is no approved adjustment in %1: the sheet is empty.</source>
        <translation>In %1 ist keine Anpassung genehmigt: das Blatt ist leer.</translation>
    </message>
    <message>
        <source>The export is on record, but %1 Export again.</source>
        <translation>Die Ausgabe ist vermerkt, aber %1 Geben Sie neu aus.</translation>
    </message>
    <message>
        <source>A PDF cannot be made here: the part of the program that prints is missing.</source>
        <translation>Hier kann kein PDF erstellt werden: der Teil des Programms, der druckt, fehlt.</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Customer (number or id)</source>
        <translation>Kunde (Nummer oder Kennung)</translation>
    </message>
    <message>
        <source>Customer's name</source>
        <translation>Name des Kunden</translation>
    </message>
    <message>
        <source>Customer's domain</source>
        <translation>Domain des Kunden</translation>
    </message>
    <message>
        <source>Vendor's product or SKU</source>
        <translation>Produkt oder SKU des Anbieters</translation>
    </message>
    <message>
        <source>Product's name</source>
        <translation>Name des Produkts</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Cost of one</source>
        <translation>Kosten je Stück</translation>
    </message>
    <message>
        <source>Months that the cost is for</source>
        <translation>Monate, für die die Kosten gelten</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>End of the commitment</source>
        <translation>Ende der Bindung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Device or user (id)</source>
        <translation>Gerät oder Nutzer (Kennung)</translation>
    </message>
    <message>
        <source>Name of the device or user</source>
        <translation>Name des Geräts oder Nutzers</translation>
    </message>
    <message>
        <source>Kind of device</source>
        <translation>Art des Geräts</translation>
    </message>
    <message>
        <source>In use since</source>
        <translation>In Gebrauch seit</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Beendet am</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Client (number or id)</source>
        <translation>Kunde (Nummer oder Kennung)</translation>
    </message>
    <message>
        <source>Client's name</source>
        <translation>Name des Kunden</translation>
    </message>
    <message>
        <source>Parent client</source>
        <translation>Übergeordneter Kunde</translation>
    </message>
    <message>
        <source>Billed with the parent</source>
        <translation>Mit dem übergeordneten Kunden berechnet</translation>
    </message>
    <message>
        <source>Agreement's number</source>
        <translation>Nummer des Vertrags</translation>
    </message>
    <message>
        <source>Agreement's name</source>
        <translation>Name des Vertrags</translation>
    </message>
    <message>
        <source>Agreement begins</source>
        <translation>Vertragsbeginn</translation>
    </message>
    <message>
        <source>Agreement ends</source>
        <translation>Vertragsende</translation>
    </message>
    <message>
        <source>Billing cycle</source>
        <translation>Abrechnungszeitraum</translation>
    </message>
    <message>
        <source>Number of the billed line</source>
        <translation>Nummer der Position</translation>
    </message>
    <message>
        <source>Product (id)</source>
        <translation>Produkt (Kennung)</translation>
    </message>
    <message>
        <source>Included without charge</source>
        <translation>Ohne Berechnung enthalten</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Preis je Stück</translation>
    </message>
    <message>
        <source>Is it billed</source>
        <translation>Wird berechnet</translation>
    </message>
    <message>
        <source>Billed from</source>
        <translation>Berechnet ab</translation>
    </message>
    <message>
        <source>Cancelled on</source>
        <translation>Gekündigt zum</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <source>The row's month begins</source>
        <translation>Beginn des Monats der Zeile</translation>
    </message>
    <message>
        <source>The row's month ends</source>
        <translation>Ende des Monats der Zeile</translation>
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
    <name>HttpClient</name>
    <message>
        <source>%1 answers a request by sending to %2 without it (status %3); that is not followed.</source>
        <translation>%1 beantwortet eine Anfrage mit einem Verweis auf %2 ohne sie (Status %3); dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 asks for a pause until %2 (UTC), which is longer than a sync waits. Sync again after that.</source>
        <translation>%1 bittet um eine Pause bis %2 (UTC), länger als ein Abruf wartet. Rufen Sie danach neu ab.</translation>
    </message>
    <message>
        <source>%1 broke off before its answer was complete.</source>
        <translation>%1 brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>%1 closed the connection while it was asked.</source>
        <translation>%1 schloss die Verbindung während der Anfrage.</translation>
    </message>
    <message>
        <source>%1 could not be reached in time.</source>
        <translation>%1 war nicht rechtzeitig erreichbar.</translation>
    </message>
    <message>
        <source>%1 has not answered for %2 seconds.</source>
        <translation>%1 hat %2 Sekunden nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 is not among the hosts that this source may talk to (%2). Nothing was sent.</source>
        <translation>%1 gehört nicht zu den Rechnern, mit denen diese Quelle sprechen darf (%2). Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>%1 is not reached over HTTPS; nothing is sent without encryption.</source>
        <translation>%1 ist nicht über HTTPS erreichbar; ohne Verschlüsselung wird nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 sends from address to address, more than %2 times.</source>
        <translation>%1 verweist von Adresse zu Adresse, mehr als %2-mal.</translation>
    </message>
    <message>
        <source>%1 sends in a circle from address to address.</source>
        <translation>%1 verweist im Kreis von Adresse zu Adresse.</translation>
    </message>
    <message>
        <source>%1 sends to %2; what a request holds is not given to another host.</source>
        <translation>%1 verweist auf %2; was eine Anfrage enthält, bekommt kein anderer Rechner.</translation>
    </message>
    <message>
        <source>%1 sends to another address, which is not followed: %2</source>
        <translation>%1 verweist auf eine andere Adresse, der nicht gefolgt wird: %2</translation>
    </message>
    <message>
        <source>%1 takes no connections. The service may be down, or the address or port is wrong.</source>
        <translation>%1 nimmt keine Verbindungen an. Der Dienst läuft vielleicht nicht, oder Adresse oder Port sind falsch.</translation>
    </message>
    <message>
        <source>%1 was not found. Check the address and the network connection.</source>
        <translation>%1 wurde nicht gefunden. Prüfen Sie Adresse und Netzverbindung.</translation>
    </message>
    <message>
        <source>A request was waited for that was never made.</source>
        <translation>Auf eine Anfrage wurde gewartet, die nie gestellt wurde.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>No secure connection could be made with %1: it offers only versions of TLS that are out of date, or it does not speak TLS.</source>
        <translation>Mit %1 kam keine sichere Verbindung zustande: es bietet nur veraltete TLS-Versionen, oder es spricht kein TLS.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The address of %1 holds a user name; credentials belong into the source's fields.</source>
        <translation>Die Adresse von %1 enthält einen Benutzernamen; Zugangsdaten gehören in die Felder der Quelle.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB, which is the limit; it was not read any further.</source>
        <translation>Die Antwort von %1 ist größer als %2 MB, das ist die Grenze; sie wurde nicht weiter gelesen.</translation>
    </message>
    <message>
        <source>The answer of %1 is packed in a way that was not asked for (“%2”).</source>
        <translation>Die Antwort von %1 ist auf eine Art gepackt, die nicht verlangt war („%2“).</translation>
    </message>
    <message>
        <source>The answer of %1 is said to be packed (gzip) and cannot be unpacked.</source>
        <translation>Die Antwort von %1 soll gepackt sein (gzip) und lässt sich nicht entpacken.</translation>
    </message>
    <message>
        <source>The answer of %1 was not complete after %2 seconds.</source>
        <translation>Die Antwort von %1 war nach %2 Sekunden nicht vollständig.</translation>
    </message>
    <message>
        <source>The certificate in the source's settings cannot be read. It must be PEM text that begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>Das Zertifikat in den Einstellungen der Quelle ist nicht lesbar. Es muss PEM-Text sein, der mit -----BEGIN CERTIFICATE----- beginnt.</translation>
    </message>
    <message>
        <source>The certificate of %1 (issued by %2) was not signed by the authority pinned in the source's settings.</source>
        <translation>Das Zertifikat von %1 (ausgestellt von %2) stammt nicht von der in der Quelle festgelegten Stelle.</translation>
    </message>
    <message>
        <source>The certificate of %1 belongs to another name (%2). Check the address; something may stand between.</source>
        <translation>Das Zertifikat von %1 gehört zu einem anderen Namen (%2). Prüfen Sie die Adresse; vielleicht steht etwas dazwischen.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2. This computer's clock says %3: if that is wrong, set the clock; otherwise whoever runs %1 must renew it.</source>
        <translation>Das Zertifikat von %1 lief am %2 ab. Die Uhr dieses Rechners sagt %3: ist das falsch, stellen Sie die Uhr; sonst muss der Betreiber von %1 es erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid (code %2).</source>
        <translation>Das Zertifikat von %1 ist ungültig (Code %2).</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by itself and is not the one pinned in the source's settings.</source>
        <translation>Das Zertifikat von %1 ist von sich selbst unterschrieben und nicht das in der Quelle festgelegte.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by nobody but itself. If it is your own server, put its certificate into the source's settings.</source>
        <translation>Das Zertifikat von %1 hat nur sich selbst als Aussteller. Ist es Ihr eigener Server, tragen Sie sein Zertifikat in der Quelle ein.</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid from %2 on. This computer's clock says %3: if that is wrong, set the clock.</source>
        <translation>Das Zertifikat von %1 gilt erst ab %2. Die Uhr dieses Rechners sagt %3: ist das falsch, stellen Sie die Uhr.</translation>
    </message>
    <message>
        <source>The certificate of %1 was revoked.</source>
        <translation>Das Zertifikat von %1 wurde widerrufen.</translation>
    </message>
    <message>
        <source>The certificate of %1 was signed by an authority that this computer does not know (%2). If it is your own, put its certificate into the source's settings.</source>
        <translation>Das Zertifikat von %1 kommt von einer Stelle, die dieser Rechner nicht kennt (%2). Ist es Ihre eigene, tragen Sie ihr Zertifikat in der Quelle ein.</translation>
    </message>
    <message>
        <source>The header “%1” cannot be sent: a line break or an empty name is in it. Check the credentials for stray line ends.</source>
        <translation>Die Kopfzeile „%1“ kann nicht gesendet werden: sie enthält einen Zeilenumbruch oder einen leeren Namen. Prüfen Sie die Zugangsdaten auf überzählige Zeilenenden.</translation>
    </message>
    <message>
        <source>The proxy of this computer does not let %1 through or does not answer. Check the system's proxy settings.</source>
        <translation>Der Proxy dieses Rechners lässt %1 nicht durch oder antwortet nicht. Prüfen Sie die Proxy-Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>The proxy of this computer wants a sign-in before it lets %1 through. Check the system's proxy settings.</source>
        <translation>Der Proxy dieses Rechners verlangt eine Anmeldung, bevor er %1 durchlässt. Prüfen Sie die Proxy-Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>This sync has made %1 requests, which is its limit; it was stopped.</source>
        <translation>Dieser Abruf hat %1 Anfragen gestellt, das ist die Grenze; er wurde angehalten.</translation>
    </message>
    <message>
        <source>What %1 sent is not an HTTP answer.</source>
        <translation>Was %1 sandte, ist keine HTTP-Antwort.</translation>
    </message>
    <message>
        <source>“%1” cannot stand in for %2: it must be http or https on this computer (127.0.0.1).</source>
        <translation>„%1“ kann %2 nicht vertreten: es muss http oder https auf diesem Rechner sein (127.0.0.1).</translation>
    </message>
    <message>
        <source>“%1” is not a request that this program makes: it only reads.</source>
        <translation>„%1“ ist keine Anfrage, die dieses Programm stellt: es liest nur.</translation>
    </message>
    <message>
        <source>“%1” is not a web address.</source>
        <translation>„%1“ ist keine Webadresse.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network connection and, if this computer uses one, its proxy.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie die Netzverbindung und, falls dieser Rechner einen nutzt, seinen Proxy.</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>This program cannot import: it was started without connectors.</source>
        <translation>Dieses Programm kann nicht einlesen: es wurde ohne Anschlüsse gestartet.</translation>
    </message>
    <message>
        <source>Recognise by itself</source>
        <translation>Von selbst erkennen</translation>
    </message>
    <message>
        <source>The id is missing; fill it in, or leave the row out.</source>
        <translation>Die Kennung fehlt; ergänzen Sie sie, oder lassen Sie die Zeile weg.</translation>
    </message>
    <message>
        <source>A negative number stands for "none" here and names nothing; fill in the id, or leave the row out.</source>
        <translation>Eine negative Zahl steht hier für „keine“ und benennt nichts; ergänzen Sie die Kennung, oder lassen Sie die Zeile weg.</translation>
    </message>
    <message>
        <source>This product is stated twice, with different content; what was stated first is used.</source>
        <translation>Dieses Produkt steht zweimal da, mit verschiedenem Inhalt; es gilt, was zuerst stand.</translation>
    </message>
    <message>
        <source>Nothing was imported: there is no row to read.</source>
        <translation>Nichts wurde eingelesen: es gibt keine Zeile zu lesen.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>Das Einlesen wurde abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Storing the batch</source>
        <translation>Der Stand wird gespeichert</translation>
    </message>
    <message>
        <source>A vendor cannot count less than nothing; correct the quantity, or leave the row out.</source>
        <translation>Ein Anbieter kann nicht weniger als nichts zählen; berichtigen Sie die Menge, oder lassen Sie die Zeile weg.</translation>
    </message>
    <message>
        <source>%1 is a source of a vendor, but %2 holds lines or products of a PSA. Import it into the PSA source.</source>
        <translation>%1 ist die Quelle eines Anbieters, aber %2 enthält Positionen oder Produkte eines PSA. Lesen Sie sie in die PSA-Quelle ein.</translation>
    </message>
    <message>
        <source>%1 is a source of the PSA, but %2 holds what a vendor counts. Import it into a vendor source.</source>
        <translation>%1 ist die Quelle des PSA, aber %2 enthält, was ein Anbieter zählt. Lesen Sie es in die Quelle eines Anbieters ein.</translation>
    </message>
    <message>
        <source>%1 is open for reading only. Open it for writing to import.</source>
        <translation>%1 ist nur zum Lesen geöffnet. Öffnen Sie es zum Schreiben, um einzulesen.</translation>
    </message>
    <message>
        <source>%1 rows, less than half of the %2 rows of %3: is the file complete?</source>
        <translation>%1 Zeilen, weniger als halb so viele wie die %2 von %3: ist die Datei vollständig?</translation>
    </message>
    <message>
        <source>%1 was named "%2" before; that is used.</source>
        <translation>%1 hieß vorher „%2“; das gilt.</translation>
    </message>
    <message>
        <source>Client %1 was stated with "%2" before; that is used.</source>
        <translation>Kunde %1 stand vorher mit „%2“ da; das gilt.</translation>
    </message>
    <message>
        <source>Clients are each other's parents in a circle: %1. Correct it in the PSA and export again.</source>
        <translation>Kunden sind im Kreis einander übergeordnet: %1. Berichtigen Sie es im PSA und geben Sie es neu aus.</translation>
    </message>
    <message>
        <source>Nothing was imported: %1 of %2 rows could not be read, more than is allowed. Correct the file, or import what can be read.</source>
        <translation>Nichts wurde eingelesen: %1 von %2 Zeilen waren nicht lesbar, mehr als erlaubt. Berichtigen Sie die Datei, oder lesen Sie ein, was lesbar ist.</translation>
    </message>
    <message>
        <source>Nothing was imported: not one of %1 rows could be read.</source>
        <translation>Nichts wurde eingelesen: nicht eine von %1 Zeilen war lesbar.</translation>
    </message>
    <message>
        <source>The connector %1 does not read files.</source>
        <translation>Der Anschluss %1 liest keine Dateien.</translation>
    </message>
    <message>
        <source>The same line as on row %1; it is taken once.</source>
        <translation>Dieselbe Zeile wie Zeile %1; sie zählt einmal.</translation>
    </message>
    <message>
        <source>There is no saved mapping named %1.</source>
        <translation>Es gibt keine gespeicherte Spaltenzuordnung %1.</translation>
    </message>
    <message>
        <source>There is no source named %1. Add it first.</source>
        <translation>Es gibt keine Quelle %1. Legen Sie sie zuerst an.</translation>
    </message>
    <message>
        <source>This line id stands on row %1 already, with other content; each line needs an id of its own.</source>
        <translation>Diese Positionskennung steht schon in Zeile %1, mit anderem Inhalt; jede Position braucht eine eigene.</translation>
    </message>
    <message>
        <source>Agreement %1 was stated with another name before; that is used.</source>
        <translation>Vertrag %1 stand vorher mit einem anderen Namen da; dieser gilt.</translation>
    </message>
    <message>
        <source>Agreement %1 was stated with other dates or another billing cycle before; each line goes by its own row.</source>
        <translation>Vertrag %1 stand vorher mit anderen Daten oder einem anderen Abrechnungszeitraum da; jede Position gilt nach ihrer eigenen Zeile.</translation>
    </message>
    <message>
        <source>Nothing was imported: %1 and %2 are the same file, byte for byte, and would count twice. Leave one out.</source>
        <translation>Nichts wurde importiert: %1 und %2 sind Byte für Byte dieselbe Datei und würden doppelt zählen. Lassen Sie eine weg.</translation>
    </message>
    <message>
        <source>Nothing was imported: there is no row to read. If the vendor counts nothing this month, force the import.</source>
        <translation>Nichts wurde importiert: es gibt keine Zeile zu lesen. Wenn der Hersteller diesen Monat nichts zählt, erzwingen Sie den Import.</translation>
    </message>
    <message>
        <source>%1 units of subscription %2 were charged until %3 in the file of %4, and this one does not state it</source>
        <translation>%1 Einheiten des Abonnements %2 wurden in der Datei von %4 bis %3 berechnet, und diese nennt es nicht</translation>
    </message>
    <message>
        <source>%1: a count below zero was rejected</source>
        <translation>%1: eine Anzahl unter null wurde abgelehnt</translation>
    </message>
    <message>
        <source>A negative included quantity: it raises what a difference is worth. Correct it in the PSA.</source>
        <translation>Eine negative enthaltene Menge: Sie erhöht, was eine Differenz wert ist. Korrigieren Sie sie im PSA.</translation>
    </message>
    <message>
        <source>A negative list price: differences of this product would be worth less than nothing. Correct it in the PSA.</source>
        <translation>Ein negativer Listenpreis: Differenzen dieses Produkts wären weniger als nichts wert. Korrigieren Sie ihn im PSA.</translation>
    </message>
    <message>
        <source>A term that is paid once a year may have been charged in a month before: where nothing is stated for a client, that is unknown, not zero. Import the files of the eleven months before, then this one again.</source>
        <translation>Eine Laufzeit, die einmal im Jahr bezahlt wird, kann in einem früheren Monat berechnet worden sein: Wo für einen Kunden nichts steht, ist das unbekannt, nicht null. Importieren Sie die Dateien der elf Monate davor, dann diese noch einmal.</translation>
    </message>
    <message>
        <source>Agreement %1 ends before it starts (%2), so that none of its lines is ever active. Correct it in the PSA.</source>
        <translation>Vertrag %1 endet, bevor er beginnt (%2), sodass keine seiner Positionen je gilt. Korrigieren Sie ihn im PSA.</translation>
    </message>
    <message>
        <source>Subscriptions that earlier months charged beyond this one, and that this one does not state: %1. Their meters are not read: unknown, not zero.</source>
        <translation>Abonnements, die frühere Monate über diesen hinaus berechnet haben und die dieser nicht nennt: %1. Ihre Zähler sind nicht gelesen: unbekannt, nicht null.</translation>
    </message>
    <message>
        <source>There is no billed line in this import, and the batch of %1 before it had %2: everything that is counted in %3 will look as if nobody billed it. Import the file of the lines together with this one.</source>
        <translation>In diesem Import ist keine Position, und der Stapel von %1 davor hatte %2: alles, was in %3 gezählt wird, wird aussehen, als hätte es niemand berechnet. Importieren Sie die Datei der Positionen zusammen mit dieser.</translation>
    </message>
    <message>
        <source>%1 is, byte for byte, the file that was imported for %2. If it is not the one of %3, import that one: it takes the place of this.</source>
        <translation>%1 ist Byte für Byte die Datei, die für %2 importiert wurde. Wenn es nicht die von %3 ist, importieren Sie jene: Sie tritt an die Stelle dieser.</translation>
    </message>
    <message>
        <source>Nothing in this import is called %1, which the import before had and which %2 counts: it counts as 0 for every client. If the file was read with another layout than before, choose the layout and import it again.</source>
        <translation>In diesem Import heißt nichts %1, was der Import davor hatte und was %2 zählt: Es zählt für jeden Kunden als 0. Wenn die Datei mit einem anderen Layout gelesen wurde als bisher, wählen Sie das Layout und importieren Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>something stands behind the end of the document</source>
        <translation>hinter dem Ende des Dokuments steht noch etwas</translation>
    </message>
    <message>
        <source>a value was expected: a text in quotes, a number, true, false, null, [ or {</source>
        <translation>ein Wert wurde erwartet: ein Text in Anführungszeichen, eine Zahl, true, false, null, [ oder {</translation>
    </message>
    <message>
        <source>too many levels of [ and {</source>
        <translation>zu viele Ebenen von [ und {</translation>
    </message>
    <message>
        <source>the document ends too early</source>
        <translation>das Dokument endet zu früh</translation>
    </message>
    <message>
        <source>the name of a member in quotes was expected</source>
        <translation>der Name eines Feldes in Anführungszeichen wurde erwartet</translation>
    </message>
    <message>
        <source>"," or "}" was expected</source>
        <translation>„,“ oder „}“ wurde erwartet</translation>
    </message>
    <message>
        <source>"," or "]" was expected</source>
        <translation>„,“ oder „]“ wurde erwartet</translation>
    </message>
    <message>
        <source>four digits 0-9, a-f were expected after \u</source>
        <translation>vier Ziffern 0-9, a-f wurden nach \u erwartet</translation>
    </message>
    <message>
        <source>an unknown sign follows a backslash; write \\ for a backslash</source>
        <translation>ein unbekanntes Zeichen folgt auf einen Rückstrich; schreiben Sie \\ für einen Rückstrich</translation>
    </message>
    <message>
        <source>half of a character stands alone after \u</source>
        <translation>ein halbes Zeichen steht allein nach \u</translation>
    </message>
    <message>
        <source>a line break or control character stands inside a text</source>
        <translation>ein Zeilenumbruch oder Steuerzeichen steht in einem Text</translation>
    </message>
    <message>
        <source>a text is not closed by a quote</source>
        <translation>ein Text ist nicht durch ein Anführungszeichen geschlossen</translation>
    </message>
    <message>
        <source>the file is not UTF-8; save it as UTF-8</source>
        <translation>die Datei ist nicht UTF-8; speichern Sie sie als UTF-8</translation>
    </message>
    <message>
        <source>":" was expected after "%1"</source>
        <translation>„:“ wurde nach „%1“ erwartet</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>the member "%1" stands twice in one object</source>
        <translation>das Feld „%1“ steht zweimal in einem Objekt</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>Access to %1 was refused for the secret "%2" of %3. Allow it when you are asked, then try again.</source>
        <translation>Der Zugriff auf %1 wurde für das Geheimnis „%2“ von %3 verweigert. Erlauben Sie ihn auf Nachfrage, dann versuchen Sie es neu.</translation>
    </message>
    <message>
        <source>Only a part of the secret "%1" of %2 is left in %3. Enter it again.</source>
        <translation>Vom Geheimnis „%1“ von %2 ist in %3 nur ein Teil übrig. Geben Sie es neu ein.</translation>
    </message>
    <message>
        <source>The secret "%1" of %2 did not pass through %3: %4</source>
        <translation>Das Geheimnis „%1“ von %2 kam nicht durch %3: %4</translation>
    </message>
    <message>
        <source>The secret "%1" of %2 is empty or no text.</source>
        <translation>Das Geheimnis „%1“ von %2 ist leer oder kein Text.</translation>
    </message>
    <message>
        <source>The secret "%1" of %2 is longer than %3 bytes, more than a keychain keeps.</source>
        <translation>Das Geheimnis „%1“ von %2 ist länger als %3 Byte, mehr als ein Schlüsselbund behält.</translation>
    </message>
    <message>
        <source>The secret "%1" of %2 is still in %3, which said that it was removed. Remove it there by hand: %4</source>
        <translation>Das Geheimnis „%1“ von %2 ist noch in %3, obwohl es dort als entfernt gemeldet wurde. Entfernen Sie es dort von Hand: %4</translation>
    </message>
    <message>
        <source>The secret "%1" of %2 was not kept by %3 as it was given.</source>
        <translation>Das Geheimnis „%1“ von %2 wurde von %3 nicht so behalten, wie es eingegeben wurde.</translation>
    </message>
    <message>
        <source>The secret "%1" of %2 was refused by %3.</source>
        <translation>Das Geheimnis „%1“ von %2 wurde von %3 verweigert.</translation>
    </message>
    <message>
        <source>The system's keychain is locked. Unlock it (log in to the desktop, or open Passwords and Keys), then try again.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt. Entsperren Sie ihn (am Arbeitsplatz anmelden, oder „Passwörter und Schlüssel“ öffnen), dann versuchen Sie es neu.</translation>
    </message>
    <message>
        <source>There is no secret "%1" of %2 in %3. Enter it.</source>
        <translation>In %3 gibt es kein Geheimnis „%1“ von %2. Geben Sie es ein.</translation>
    </message>
    <message>
        <source>This session has no keychain: no Secret Service answers (GNOME Keyring, KWallet or KeePassXC offer one).</source>
        <translation>Diese Sitzung hat keinen Schlüsselbund: kein Secret Service antwortet (GNOME Keyring, KWallet oder KeePassXC bieten einen).</translation>
    </message>
    <message>
        <source>This system runs no keychain that this program can use.</source>
        <translation>Auf diesem System läuft kein Schlüsselbund, den dieses Programm nutzen kann.</translation>
    </message>
    <message>
        <source>it did not answer within two minutes</source>
        <translation>er antwortete nicht binnen zwei Minuten</translation>
    </message>
    <message>
        <source>the system's keychain</source>
        <translation>der Schlüsselbund des Systems</translation>
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
        <translation>Menge veraltet</translation>
    </message>
    <message>
        <source>Mismatched service</source>
        <translation>Falsche Leistung</translation>
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
        <translation>Lange nicht gesehen</translation>
    </message>
    <message>
        <source>Cost mismatch</source>
        <translation>Einkauf weicht ab</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Bindung übrig</translation>
    </message>
    <message>
        <source>Source stale</source>
        <translation>Quelle veraltet</translation>
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
        <translation>Genehmigen, um das Genutzte zu berechnen, oder mit einem Grund hinnehmen.</translation>
    </message>
    <message>
        <source>Approve to bill it (a new line is needed in the PSA), or accept it with a reason.</source>
        <translation>Genehmigen, um es zu berechnen (im PSA ist eine neue Position nötig), oder mit einem Grund hinnehmen.</translation>
    </message>
    <message>
        <source>Approve to bill less, before the client asks.</source>
        <translation>Genehmigen, um weniger zu berechnen, bevor der Kunde fragt.</translation>
    </message>
    <message>
        <source>Find out whether the client still uses it; approve to stop billing it.</source>
        <translation>Klären, ob der Kunde es noch nutzt; genehmigen, um es nicht mehr zu berechnen.</translation>
    </message>
    <message>
        <source>Approve to move the quantity from one service to the other.</source>
        <translation>Genehmigen, um die Menge von der einen Leistung zur anderen zu verschieben.</translation>
    </message>
    <message>
        <source>Link the account to a client, or ignore it with a reason.</source>
        <translation>Das Konto einem Kunden zuordnen, oder es mit einem Grund auslassen.</translation>
    </message>
    <message>
        <source>Add the meter to a service, or ignore it with a reason.</source>
        <translation>Den Zähler in eine Leistung aufnehmen, oder ihn mit einem Grund auslassen.</translation>
    </message>
    <message>
        <source>Remove it at the vendor where it is not needed, or count it once.</source>
        <translation>Beim Anbieter entfernen, wo es nicht nötig ist, oder einmal zählen.</translation>
    </message>
    <message>
        <source>End one of the two lines in the PSA if it is there by mistake.</source>
        <translation>Eine der beiden Positionen im PSA beenden, wenn sie versehentlich da ist.</translation>
    </message>
    <message>
        <source>Ask whether these are still in use; remove them at the vendor if not.</source>
        <translation>Fragen, ob diese noch genutzt werden; sonst beim Anbieter entfernen.</translation>
    </message>
    <message>
        <source>Correct the cost in the PSA, or ask the vendor; look at the price.</source>
        <translation>Den Einkaufspreis im PSA berichtigen, oder den Anbieter fragen; den Verkaufspreis ansehen.</translation>
    </message>
    <message>
        <source>Use or sell what is free, or let it end with the commitment.</source>
        <translation>Das Freie nutzen oder verkaufen, oder mit der Bindung auslaufen lassen.</translation>
    </message>
    <message>
        <source>Import the source again and look at the number of rows.</source>
        <translation>Die Quelle neu einlesen und auf die Zahl der Zeilen achten.</translation>
    </message>
    <message>
        <source>Enter the adjustment in the PSA and import its lines again.</source>
        <translation>Die Anpassung im PSA eintragen und seine Positionen neu einlesen.</translation>
    </message>
    <message>
        <source>Import the missing source, link the client's account, or look at the numbers where they are too large.</source>
        <translation>Lesen Sie die fehlende Quelle ein, ordnen Sie das Konto dem Kunden zu, oder sehen Sie sich die Zahlen an, wo sie zu groß sind.</translation>
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
        <translation>Eine Leistung ist zu viel berechnet und eine andere derselben Gruppe zu wenig: der Kunde hat gewechselt.</translation>
    </message>
    <message>
        <source>The agreement bills the service, but there is nothing to check it with: a source has not been read, or the client has no linked account.</source>
        <translation>Der Vertrag berechnet die Leistung, aber es gibt nichts zum Prüfen: eine Quelle wurde nicht eingelesen, oder der Kunde hat kein zugeordnetes Konto.</translation>
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
    <name>LinkStore</name>
    <message>
        <source>There is no source named %1.</source>
        <translation>Es gibt keine Quelle %1.</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>There is none yet; add it first.</source>
        <translation>Es gibt noch keine; legen Sie sie zuerst an.</translation>
    </message>
    <message>
        <source>A link needs the id of an account.</source>
        <translation>Eine Zuordnung braucht die Kennung eines Kontos.</translation>
    </message>
    <message>
        <source>Name the meter to ignore.</source>
        <translation>Nennen Sie den Zähler, der ausgelassen werden soll.</translation>
    </message>
    <message>
        <source>%1 is a source of the PSA; only accounts of vendors are linked to clients.</source>
        <translation>%1 ist eine Quelle des PSA; nur Konten von Anbietern werden Kunden zugeordnet.</translation>
    </message>
    <message>
        <source>%1, row %2 says the same as row %3.</source>
        <translation>%1, Zeile %2 sagt dasselbe wie Zeile %3.</translation>
    </message>
    <message>
        <source>%1, row %2: no import of the PSA has a client with the id "%3" yet.</source>
        <translation>%1, Zeile %2: noch kein Stand des PSA hat einen Kunden mit der Kennung „%3“.</translation>
    </message>
    <message>
        <source>Account %1 of %2 has no link to remove.</source>
        <translation>Konto %1 von %2 hat keine Zuordnung, die zu lösen wäre.</translation>
    </message>
    <message>
        <source>Account %1 of %2 is to be linked but no client is given.</source>
        <translation>Konto %1 von %2 soll zugeordnet werden, aber kein Kunde ist genannt.</translation>
    </message>
    <message>
        <source>Meter %1 of %2 is not ignored.</source>
        <translation>Zähler %1 von %2 ist nicht ausgelassen.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>There is no source named "%1" in this workspace.</source>
        <translation>In dieser Arbeitsdatei gibt es keine Quelle „%1“.</translation>
    </message>
    <message>
        <source>This account stands in row %1 already, with something else; keep one of them.</source>
        <translation>Dieses Konto steht schon in Zeile %1, mit etwas anderem; behalten Sie eine.</translation>
    </message>
    <message>
        <source>An account is ignored for a reason; say which one.</source>
        <translation>Ein Konto wird aus einem Grund ignoriert; nennen Sie ihn.</translation>
    </message>
    <message>
        <source>The link of account %1 of %2 has been changed since. It stays as it is; nothing was taken back.</source>
        <translation>Die Zuordnung des Kontos %1 von %2 wurde inzwischen geändert. Sie bleibt, wie sie ist; nichts wurde zurückgenommen.</translation>
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
    <message>
        <source>&amp;About BillingReconcile</source>
        <translation>Ü&amp;ber BillingReconcile</translation>
    </message>
    <message>
        <source>&amp;Add month</source>
        <translation>Monat &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation>Arbeitsdatei &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Do something…</source>
        <translation>&amp;Etwas tun …</translation>
    </message>
    <message>
        <source>&amp;Export adjustments…</source>
        <translation>Anpassungen &amp;ausgeben …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>Dateien &amp;einlesen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Monat</translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation>&amp;Neue Arbeitsdatei …</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Previous month</source>
        <translation>&amp;Voriger Monat</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Reconcile</source>
        <translation>&amp;Abgleichen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Ne&amp;xt month</source>
        <translation>&amp;Nächster Monat</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <source>S&amp;ync all sources</source>
        <translation>Alle Quellen ab&amp;rufen</translation>
    </message>
    <message>
        <source>Yo&amp;ur name…</source>
        <translation>Ihr Na&amp;me …</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Nearest</name>
    <message>
        <source>Did you mean "%1"?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>%1-%2-%3</source>
        <translation>%3.%2.%1</translation>
    </message>
    <message>
        <source>.</source>
        <translation>,</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>The part %1 of this program could not be loaded. Install the program again.</source>
        <translation>Der Teil %1 dieses Programms konnte nicht geladen werden. Installieren Sie das Programm noch einmal.</translation>
    </message>
    <message>
        <source>The part %1 of this program is of another version.</source>
        <translation>Der Teil %1 dieses Programms hat eine andere Version.</translation>
    </message>
    <message>
        <source>the keychain of this system</source>
        <translation>der Schlüsselbund dieses Systems</translation>
    </message>
</context>
<context>
    <name>Pdf</name>
    <message>
        <source>A PDF can only be made where fonts can be read; start with a graphical platform (offscreen does).</source>
        <translation>Ein PDF kann nur entstehen, wo Schriften lesbar sind; starten Sie mit einer grafischen Plattform (offscreen genügt).</translation>
    </message>
    <message>
        <source>the document could not be begun</source>
        <translation>das Dokument konnte nicht begonnen werden</translation>
    </message>
    <message>
        <source>the document could not be finished</source>
        <translation>das Dokument konnte nicht beendet werden</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>PrintedSheet</name>
    <message>
        <source>A month</source>
        <translation>Im Monat</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>Einzelpreis</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>This quote is not closed.</source>
        <translation>Dieses Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>A word is missing here.</source>
        <translation>Hier fehlt ein Wort.</translation>
    </message>
    <message>
        <source>A value is missing after "%1".</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>The filter cannot be understood at character %1: %2</source>
        <translation>Der Filter ist bei Zeichen %1 nicht zu verstehen: %2</translation>
    </message>
    <message>
        <source>There is no field "%1".</source>
        <translation>Ein Feld „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>"%1" is no day. Write 2026-10-31, 2026-10, &gt;2026, 2026-01..2026-06 or none.</source>
        <translation>„%1“ ist kein Tag. Schreiben Sie 2026-10-31, 2026-10, &gt;2026, 2026-01..2026-06 oder none.</translation>
    </message>
    <message>
        <source>"%1" is no kind of discrepancy. The kinds are: %2.</source>
        <translation>„%1“ ist keine Art von Abweichung. Die Arten sind: %2.</translation>
    </message>
    <message>
        <source>"%1" is no number. Write 50, &gt;50, -10..10 or none; the decimal sign is a point.</source>
        <translation>„%1“ ist keine Zahl. Schreiben Sie 50, &gt;50, -10..10 oder none; das Dezimalzeichen ist ein Punkt.</translation>
    </message>
    <message>
        <source>"%1" is no state. The states are: %2.</source>
        <translation>„%1“ ist kein Stand. Die Stände sind: %2.</translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message>
        <source>Reading billed lines</source>
        <translation>Vertragspositionen werden gelesen</translation>
    </message>
    <message>
        <source>Reading counts</source>
        <translation>Zählungen werden gelesen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleich läuft</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Storing the result</source>
        <translation>Das Ergebnis wird gespeichert</translation>
    </message>
    <message>
        <source>%1 has no position of %2 in %3; reconcile the period first.</source>
        <translation>%1 hat in %3 keine Position von %2; gleichen Sie den Monat zuerst ab.</translation>
    </message>
    <message>
        <source>The stored counts of batch %1 name an account or meter that it does not have. Go back to a backup.</source>
        <translation>Die gespeicherten Zählungen von Stand %1 nennen ein Konto oder einen Zähler, den er nicht hat. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>There is no batch of a PSA source for %1: nothing counts as billed. Import the PSA's lines.</source>
        <translation>Für %1 gibt es keinen Stand einer PSA-Quelle: nichts gilt als berechnet. Lesen Sie die Positionen des PSA ein.</translation>
    </message>
    <message>
        <source>The as-of date %1 is not a day of %2: what is active is judged by that day.</source>
        <translation>Der Stichtag %1 liegt nicht in %2: was aktiv ist, wird nach diesem Tag beurteilt.</translation>
    </message>
</context>
<context>
    <name>RuleCsv</name>
    <message>
        <source>The state must be "linked" or "ignored".</source>
        <translation>Der Stand muss „linked“ oder „ignored“ sein.</translation>
    </message>
    <message>
        <source>The name of a source of this workspace is missing.</source>
        <translation>Der Name einer Quelle dieser Arbeitsdatei fehlt.</translation>
    </message>
    <message>
        <source>The account's id, as the vendor writes it, is missing.</source>
        <translation>Die Kennung des Kontos, wie der Anbieter sie schreibt, fehlt.</translation>
    </message>
    <message>
        <source>The client's id is missing; give it, or set state to "ignored" with a reason.</source>
        <translation>Die Kennung des Kunden fehlt; nennen Sie sie, oder setzen Sie state auf „ignored“ mit einem Grund.</translation>
    </message>
    <message>
        <source>The client's id is missing.</source>
        <translation>Die Kennung des Kunden fehlt.</translation>
    </message>
    <message>
        <source>The service's id is missing.</source>
        <translation>Die Kennung der Leistung fehlt.</translation>
    </message>
    <message>
        <source>The quantity that is not billed must be above 0.</source>
        <translation>Die Menge, die nicht berechnet wird, muss über 0 sein.</translation>
    </message>
    <message>
        <source>%1, row %2: the account is ignored, so its client_id "%3" was left out.</source>
        <translation>%1, Zeile %2: das Konto ist ausgelassen, also blieb client_id „%3“ weg.</translation>
    </message>
    <message>
        <source>%1: the column "%2" is not known and was not used.</source>
        <translation>%1: die Spalte „%2“ ist unbekannt und wurde nicht genutzt.</translation>
    </message>
</context>
<context>
    <name>RuleDoubts</name>
    <message>
        <source>Please check: no product %1 is known this month.</source>
        <translation>Bitte prüfen: Ein Produkt %1 ist diesen Monat nicht bekannt.</translation>
    </message>
    <message>
        <source>Please check: %1 has no meter %2 this month.</source>
        <translation>Bitte prüfen: %1 hat diesen Monat keinen Zähler %2.</translation>
    </message>
    <message>
        <source>Please check: %1 does not state what is counted of %2 this month, so it counts as 0.</source>
        <translation>Bitte prüfen: %1 nennt in diesem Monat nicht, was von %2 gezählt wird; es zählt also als 0.</translation>
    </message>
</context>
<context>
    <name>Rulemaking</name>
    <message>
        <source>%1 counts by source "%2", which this workspace does not have: its positions stay unverified.</source>
        <translation>%1 zählt nach der Quelle „%2“, die diese Arbeitsdatei nicht hat: ihre Positionen bleiben ungeprüft.</translation>
    </message>
    <message>
        <source>%1 is not a list of services: %2</source>
        <translation>%1 ist keine Liste von Leistungen: %2</translation>
    </message>
    <message>
        <source>%1, row %2: there is no service with the id "%3" yet; the exception changes nothing until there is.</source>
        <translation>%1, Zeile %2: eine Leistung mit der Kennung „%3“ gibt es noch nicht; bis dahin ändert die Ausnahme nichts.</translation>
    </message>
    <message>
        <source>%1: the service %2 cannot be read: %3</source>
        <translation>%1: die Leistung %2 ist nicht lesbar: %3</translation>
    </message>
    <message>
        <source>There is no service with the id "%1".</source>
        <translation>Eine Leistung mit der Kennung „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Leistung %1</translation>
    </message>
    <message>
        <source>There is a service "%1" already; "%2" differs from it in capitals or blanks only.</source>
        <translation>Es gibt schon eine Leistung „%1“; „%2“ unterscheidet sich davon nur in Großbuchstaben oder Leerzeichen.</translation>
    </message>
    <message>
        <source>%1, row %2: no import of the PSA has a client with the id "%3" yet; the exception changes nothing until one has.</source>
        <translation>%1, Zeile %2: noch kein Import des PSA hat einen Kunden mit der Kennung „%3“; bis dahin ändert die Ausnahme nichts.</translation>
    </message>
</context>
<context>
    <name>SafeFile</name>
    <message>
        <source>No file name was given.</source>
        <translation>Kein Dateiname wurde genannt.</translation>
    </message>
    <message>
        <source>its symbolic links run in a circle</source>
        <translation>seine symbolischen Verweise laufen im Kreis</translation>
    </message>
    <message>
        <source>its symbolic link leads nowhere</source>
        <translation>sein symbolischer Verweis führt nirgends hin</translation>
    </message>
    <message>
        <source>what was read back is not what was written; the medium may be damaged</source>
        <translation>das Zurückgelesene ist nicht das Geschriebene; der Datenträger ist vielleicht beschädigt</translation>
    </message>
    <message>
        <source>the medium did not take it</source>
        <translation>der Datenträger nahm es nicht an</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is a folder; give the name of a file.</source>
        <translation>%1 ist ein Ordner; nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes, which is more than such a file may have.</source>
        <translation>%1 ist größer als %2 Bytes, mehr als so eine Datei haben darf.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file; choose another name.</source>
        <translation>%1 ist keine gewöhnliche Datei; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is write-protected; choose another name.</source>
        <translation>%1 ist schreibgeschützt; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 was not written: %2. The file that was there before is unchanged.</source>
        <translation>%1 wurde nicht geschrieben: %2. Die vorige Datei ist unverändert.</translation>
    </message>
    <message>
        <source>The folder of %1 does not exist; make it first or choose another.</source>
        <translation>Den Ordner von %1 gibt es nicht; legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is a workspace or another database and is not written over; choose another name.</source>
        <translation>%1 ist ein Arbeitsbereich oder eine andere Datenbank und wird nicht überschrieben; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>the disk is full: the file needs %1 MB, and %2 MB are free</source>
        <translation>der Datenträger ist voll: Die Datei braucht %1 MB, frei sind %2 MB</translation>
    </message>
</context>
<context>
    <name>Secrets</name>
    <message>
        <source>No keychain is available here, so that no password or key can be kept.</source>
        <translation>Hier ist kein Schlüsselbund verfügbar, also kann kein Kennwort oder Schlüssel behalten werden.</translation>
    </message>
    <message>
        <source>The secret "%1" of %2 comes from the environment variable %3, which cannot be changed from here: change it there.</source>
        <translation>Das Geheimnis „%1“ von %2 kommt aus der Umgebungsvariable %3, die sich von hier aus nicht ändern lässt: ändern Sie es dort.</translation>
    </message>
    <message>
        <source>Without one, set the environment variable %1.</source>
        <translation>Ohne ihn setzen Sie die Umgebungsvariable %1.</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>die Umgebung</translation>
    </message>
</context>
<context>
    <name>ServiceJson</name>
    <message>
        <source>An object { … } is expected here.</source>
        <translation>Hier wird ein Objekt { … } erwartet.</translation>
    </message>
    <message>
        <source>A text in quotes is expected.</source>
        <translation>Ein Text in Anführungszeichen wird erwartet.</translation>
    </message>
    <message>
        <source>A number is expected, like 4.5 or "4.5".</source>
        <translation>Eine Zahl wird erwartet, wie 4.5 oder "4.5".</translation>
    </message>
    <message>
        <source>A whole number of days is expected.</source>
        <translation>Eine ganze Zahl von Tagen wird erwartet.</translation>
    </message>
    <message>
        <source>A list of texts is expected, like ["server"].</source>
        <translation>Eine Liste von Texten wird erwartet, wie ["server"].</translation>
    </message>
    <message>
        <source>A list [ … ] is expected.</source>
        <translation>Eine Liste [ … ] wird erwartet.</translation>
    </message>
    <message>
        <source>line 1: a list of services is expected: [ { "id": … }, … ]</source>
        <translation>Zeile 1: eine Liste von Leistungen wird erwartet: [ { "id": … }, … ]</translation>
    </message>
    <message>
        <source>It must be one of: %1.</source>
        <translation>Es muss eines sein von: %1.</translation>
    </message>
    <message>
        <source>There is no member "%1" here.</source>
        <translation>Ein Feld „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>"%1" is required.</source>
        <translation>„%1“ ist nötig.</translation>
    </message>
    <message>
        <source>"%1" is required; an empty list is [].</source>
        <translation>„%1“ ist nötig; eine leere Liste ist [].</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Leistung %1</translation>
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
        <translation>ConnectWise PSA: Änderungen der Vertragszusätze</translation>
    </message>
    <message>
        <source>Autotask: adjustments of contract services</source>
        <translation>Autotask: Anpassungen der Vertragsleistungen</translation>
    </message>
    <message>
        <source>HaloPSA: changes of recurring invoice lines</source>
        <translation>HaloPSA: Änderungen wiederkehrender Rechnungspositionen</translation>
    </message>
</context>
<context>
    <name>SheetFiles</name>
    <message>
        <source>the workbook could not be begun</source>
        <translation>die Arbeitsmappe konnte nicht begonnen werden</translation>
    </message>
    <message>
        <source>the workbook could not be written (%1)</source>
        <translation>die Arbeitsmappe konnte nicht geschrieben werden (%1)</translation>
    </message>
</context>
<context>
    <name>SourceHealth</name>
    <message>
        <source>A sync brought far fewer rows than the month before. It does not count until you confirm it.</source>
        <translation>Ein Abruf brachte weit weniger Zeilen als im Vormonat. Er gilt erst, wenn Sie ihn bestätigen.</translation>
    </message>
    <message>
        <source>Held: %1 rows</source>
        <translation>Zurückgehalten: %1 Zeilen</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Eingelesen</translation>
    </message>
    <message>
        <source>Less than half of the rows of the month before: the report may be cut off. Clients cannot be signed off.</source>
        <translation>Weniger als halb so viele Zeilen wie im Vormonat: der Bericht ist vielleicht abgeschnitten. Kunden können nicht abgezeichnet werden.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Nothing complete was imported for this month. Clients cannot be signed off.</source>
        <translation>Für diesen Monat ist nichts vollständig eingelesen. Kunden können nicht abgezeichnet werden.</translation>
    </message>
    <message>
        <source>Shrunk: %1 of %2</source>
        <translation>Nur %1 von %2</translation>
    </message>
    <message>
        <source>Sync failed</source>
        <translation>Abruf misslang</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>A source needs a name without blanks at its ends.</source>
        <translation>Eine Quelle braucht einen Namen ohne Leerzeichen an den Enden.</translation>
    </message>
    <message>
        <source>The name of a source is one line of text.</source>
        <translation>Der Name einer Quelle ist eine Zeile Text.</translation>
    </message>
    <message>
        <source>The connector %1 does not read the %2 side.</source>
        <translation>Der Anschluss %1 liest die Seite %2 nicht.</translation>
    </message>
    <message>
        <source>There is a source named %1 already.</source>
        <translation>Eine Quelle %1 gibt es schon.</translation>
    </message>
    <message>
        <source>There is no source named %1.</source>
        <translation>Es gibt keine Quelle %1.</translation>
    </message>
    <message>
        <source>%1 stays a source of its vendor: its imports came from there. Add another source instead.</source>
        <translation>%1 bleibt eine Quelle ihres Anbieters: Ihre Importe kamen von dort. Fügen Sie stattdessen eine weitere Quelle hinzu.</translation>
    </message>
    <message>
        <source>The settings of a source are a JSON object.</source>
        <translation>Die Einstellungen einer Quelle sind ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>There is no batch with the number %1.</source>
        <translation>Einen Stapel mit der Nummer %1 gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Match</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Unverified, not billed</source>
        <translation>Ungeprüft, nicht berechnet</translation>
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
        <translation>Die gespeicherten Schlüssel der Einzelposten sind beschädigt. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>The stored evidence is damaged: a pack of assets cannot be read. Go back to a backup.</source>
        <translation>Die gespeicherten Belege sind beschädigt: ein Paket von Einzelposten ist nicht lesbar. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>A part of the program is missing. Please install it again.</source>
        <translation>Ein Teil des Programms fehlt. Bitte installieren Sie es neu.</translation>
    </message>
    <message>
        <source>The SQLite driver of Qt is not installed (package libqt6sql6-sqlite).</source>
        <translation>Der SQLite-Treiber von Qt ist nicht installiert (Paket libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The stored positions are damaged. Reconcile the period again.</source>
        <translation>Die gespeicherten Positionen sind beschädigt. Gleichen Sie den Monat neu ab.</translation>
    </message>
    <message>
        <source>The stored counts of assets are damaged. Go back to a backup.</source>
        <translation>Die gespeicherten Zählungen von Einzelposten sind beschädigt. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>A part of the program is wrong: a change was stored twice.</source>
        <translation>Ein Teil des Programms ist falsch: eine Änderung wurde zweimal gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that the folder exists and that you may write there.</source>
        <translation>%1 kann nicht geöffnet werden. Prüfen Sie, ob es den Ordner gibt und Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written: the disk or the network share reported an error.</source>
        <translation>%1 ist nicht les- oder schreibbar: der Datenträger oder die Netzfreigabe meldete einen Fehler.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the permissions of the file and of its folder.</source>
        <translation>%1 kann nicht geschrieben werden. Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>%1 is being written by another program. Try again in a moment.</source>
        <translation>%1 wird gerade von einem anderen Programm geschrieben. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 is damaged. Go back to a backup of it.</source>
        <translation>%1 ist beschädigt. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>%1 is not an absolute path.</source>
        <translation>%1 ist kein vollständiger Pfad.</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full. Nothing was changed; free some space and try again.</source>
        <translation>Der Datenträger von %1 ist voll. Nichts wurde geändert; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The stored evidence of batch %1 is damaged (%2, account %3, meter %4). Go back to a backup.</source>
        <translation>Die gespeicherten Belege von Stand %1 sind beschädigt (%2, Konto %3, Zähler %4). Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>The workspace %1 could not be used: %2</source>
        <translation>Die Arbeitsdatei %1 war nicht nutzbar: %2</translation>
    </message>
    <message>
        <source>This cannot be stored in %1: %2</source>
        <translation>Das kann in %1 nicht gespeichert werden: %2</translation>
    </message>
    <message>
        <source>The billed lines of batch %1 are not the same in both places where they are stored. Go back to a backup.</source>
        <translation>Die Vertragspositionen des Stapels %1 sind an ihren beiden Speicherorten nicht gleich. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>The stored evidence is damaged: the billed lines cannot be read. Go back to a backup.</source>
        <translation>Die gespeicherten Belege sind beschädigt: die Vertragspositionen sind nicht lesbar. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>The accounts of batch %1 are not those of its source (%2). Go back to a backup.</source>
        <translation>Die Konten von Stapel %1 sind nicht die seiner Quelle (%2). Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>The stored evidence is damaged: the accounts cannot be read. Go back to a backup.</source>
        <translation>Die gespeicherten Belege sind beschädigt: Die Konten können nicht gelesen werden. Gehen Sie zu einer Sicherung zurück.</translation>
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
    <message>
        <source>name %1 % alike</source>
        <translation>Name zu %1 % gleich</translation>
    </message>
    <message>
        <source>same domain %1</source>
        <translation>gleiche Domäne %1</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>%1 cannot be written: %2. Make room there, then sync again.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Schaffen Sie dort Platz, dann rufen Sie neu ab.</translation>
    </message>
    <message>
        <source>%1 has no secret "%2"; there is: %3</source>
        <translation>%1 hat kein Geheimnis „%2“; es gibt: %3</translation>
    </message>
    <message>
        <source>%1 has not begun: no vendor can say anything about it yet.</source>
        <translation>%1 hat noch nicht begonnen: noch kein Anbieter kann etwas darüber sagen.</translation>
    </message>
    <message>
        <source>%1 is a source of files: import its files, there is nothing to sync.</source>
        <translation>%1 ist eine Quelle von Dateien: lesen Sie diese ein, abzurufen gibt es nichts.</translation>
    </message>
    <message>
        <source>%1 is a source of the vendor "%2", which this program does not know. Put its manifest into %3.</source>
        <translation>%1 ist eine Quelle des Anbieters „%2“, den dieses Programm nicht kennt. Legen Sie sein Manifest nach %3.</translation>
    </message>
    <message>
        <source>%1 is not what this sync wrote into it. Nothing was stored; sync again.</source>
        <translation>%1 ist nicht, was dieser Abruf hineinschrieb. Nichts wurde gespeichert; rufen Sie neu ab.</translation>
    </message>
    <message>
        <source>%1 rows, less than half of the %2 rows of %3. Held until a person confirms it, or a new sync brings more.</source>
        <translation>%1 Zeilen, weniger als halb so viele wie die %2 von %3. Zurückgehalten, bis jemand es bestätigt oder ein neuer Abruf mehr bringt.</translation>
    </message>
    <message>
        <source>Another workspace was opened while %1 was read. Nothing was stored; sync again.</source>
        <translation>Während %1 gelesen wurde, öffnete sich eine andere Arbeitsdatei. Nichts wurde gespeichert; rufen Sie neu ab.</translation>
    </message>
    <message>
        <source>No result of %1 is held for %2.</source>
        <translation>Für %2 ist kein Ergebnis von %1 zurückgehalten.</translation>
    </message>
    <message>
        <source>No source of this workspace is read over the network. Add one first.</source>
        <translation>Keine Quelle dieser Arbeitsdatei wird über das Netz gelesen. Legen Sie erst eine an.</translation>
    </message>
    <message>
        <source>Nothing was stored: %1 of %2 rows that the vendor sent could not be read, more than is allowed.</source>
        <translation>Nichts wurde gespeichert: %1 von %2 Zeilen des Anbieters waren nicht lesbar, mehr als erlaubt.</translation>
    </message>
    <message>
        <source>Records came after the end of the sync.</source>
        <translation>Nach dem Ende des Abrufs kamen noch Datensätze.</translation>
    </message>
    <message>
        <source>Say why the result is right: it is kept with the batch.</source>
        <translation>Sagen Sie, warum das Ergebnis stimmt: es bleibt beim Stand.</translation>
    </message>
    <message>
        <source>Storing %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>The connector of %1 broke off. Nothing was stored.</source>
        <translation>Der Anschluss von %1 brach ab. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The connector of %1 broke off.</source>
        <translation>Der Anschluss von %1 brach ab.</translation>
    </message>
    <message>
        <source>The connector of %1 has no test: sync it to see.</source>
        <translation>Der Anschluss von %1 hat keine Prüfung: rufen Sie ab, um es zu sehen.</translation>
    </message>
    <message>
        <source>The settings of %1 were changed while it was read. Nothing was stored; sync again.</source>
        <translation>Die Einstellungen von %1 änderten sich beim Lesen. Nichts wurde gespeichert; rufen Sie neu ab.</translation>
    </message>
    <message>
        <source>The sync was cancelled; nothing was changed.</source>
        <translation>Der Abruf wurde abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The vendor replaced the secret "%1", but the new one could not be kept: enter it again before the next sync.</source>
        <translation>Der Anbieter ersetzte das Geheimnis „%1“, aber das neue konnte nicht behalten werden: geben Sie es vor dem nächsten Abruf neu ein.</translation>
    </message>
    <message>
        <source>The vendor sent no rows at all. Check what the key may read; confirm the result if it is right.</source>
        <translation>Der Anbieter sandte keine einzige Zeile. Prüfen Sie, was der Schlüssel lesen darf; bestätigen Sie das Ergebnis, wenn es stimmt.</translation>
    </message>
    <message>
        <source>This program cannot sync: it was started without connectors.</source>
        <translation>Dieses Programm kann nicht abrufen: es wurde ohne Anschlüsse gestartet.</translation>
    </message>
    <message>
        <source>%1 is not signed in to by browser.</source>
        <translation>Bei %1 meldet man sich nicht im Browser an.</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>No account at any vendor of this service is linked to the client: what is used is unknown.</source>
        <translation>Kein Konto bei einem Anbieter dieser Leistung ist dem Kunden zugeordnet: was genutzt wird, ist unbekannt.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <translation>%1 (aus %2)</translation>
    </message>
    <message>
        <source>%1 approved in %2 to bill %3 instead of %4; the PSA bills %5.</source>
        <translation>%1 genehmigte im %2, %3 statt %4 zu berechnen; das PSA berechnet %5.</translation>
    </message>
    <message>
        <source>%1 found more than once: counted once each.</source>
        <translation>%1 mehrfach gefunden: je einmal gezählt.</translation>
    </message>
    <message>
        <source>%1 had ended or not yet begun: not counted.</source>
        <translation>%1 waren beendet oder hatten noch nicht begonnen: nicht gezählt.</translation>
    </message>
    <message>
        <source>%1 has no complete import for this month: what is used is unknown.</source>
        <translation>%1 hat keinen vollständigen Einlesestand für diesen Monat: was genutzt wird, ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 included without charge, taken off.</source>
        <translation>%1 ohne Berechnung enthalten, abgezogen.</translation>
    </message>
    <message>
        <source>%1 included</source>
        <translation>%1 enthalten</translation>
    </message>
    <message>
        <source>%1 left out by class, status or name: not counted.</source>
        <translation>%1 nach Klasse, Status oder Name ausgelassen: nicht gezählt.</translation>
    </message>
    <message>
        <source>%1 states %2 of %3.</source>
        <translation>%1 nennt %2 von %3.</translation>
    </message>
    <message>
        <source>%1 taken off: %2 (%3).</source>
        <translation>%1 abgezogen: %2 (%3).</translation>
    </message>
    <message>
        <source>%1 taken off: %2.</source>
        <translation>%1 abgezogen: %2.</translation>
    </message>
    <message>
        <source>%1 whose class the vendor does not say: not counted.</source>
        <translation>%1, deren Klasse der Anbieter nicht nennt: nicht gezählt.</translation>
    </message>
    <message>
        <source>%1 whose status the vendor does not say: not counted.</source>
        <translation>%1, deren Status der Anbieter nicht nennt: nicht gezählt.</translation>
    </message>
    <message>
        <source>Added up: %1.</source>
        <translation>Zusammengezählt: %1.</translation>
    </message>
    <message>
        <source>Each name or id counts once over all of them: %1.</source>
        <translation>Jeder Name oder jede Kennung zählt über alle einmal: %1.</translation>
    </message>
    <message>
        <source>Line %1 bills %2 of product %3.</source>
        <translation>Position %1 berechnet %2 von Produkt %3.</translation>
    </message>
    <message>
        <source>Sold in packs of %1: %2 in whole packs.</source>
        <translation>Verkauft in Paketen zu %1: %2 in ganzen Paketen.</translation>
    </message>
    <message>
        <source>The minimum is %1: %2.</source>
        <translation>Das Minimum ist %1: %2.</translation>
    </message>
    <message>
        <source>That adjustment was never exported.</source>
        <translation>Diese Anpassung wurde nie ausgegeben.</translation>
    </message>
    <message>
        <source>That adjustment went out with %1 on %2.</source>
        <translation>Diese Anpassung ging mit %1 am %2 hinaus.</translation>
    </message>
    <message>
        <source>The largest of them counts: %1.</source>
        <translation>Der größte zählt: %1.</translation>
    </message>
    <message>
        <source>distinct %1</source>
        <translation>verschieden %1</translation>
    </message>
    <message>
        <source>largest %1</source>
        <translation>größter %1</translation>
    </message>
    <message>
        <source>minimum %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>packs of %1: %2</source>
        <translation>Pakete zu %1: %2</translation>
    </message>
    <message>
        <source>%1 could not be read for this client: what is used is unknown. %2</source>
        <translation>%1 konnte für diesen Kunden nicht gelesen werden: was genutzt wird, ist unbekannt. %2</translation>
    </message>
    <message>
        <source>These numbers are too large to be compared: what is used is unknown.</source>
        <translation>Diese Zahlen sind zu groß für einen Vergleich: was genutzt wird, ist unbekannt.</translation>
    </message>
    <message>
        <source>At least %1 are billed; it is more.</source>
        <translation>Mindestens %1 werden berechnet; es sind mehr.</translation>
    </message>
</context>
<context>
    <name>UserName</name>
    <message>
        <source>unknown user</source>
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
    <name>Viewing</name>
    <message>
        <source>Give the view a name.</source>
        <translation>Geben Sie der Ansicht einen Namen.</translation>
    </message>
    <message>
        <source>The view %1 was not saved: its columns are not a JSON array: %2</source>
        <translation>Die Ansicht %1 wurde nicht gespeichert: ihre Spalten sind keine JSON-Liste: %2</translation>
    </message>
    <message>
        <source>There is no saved view named %1.</source>
        <translation>Eine gespeicherte Ansicht %1 gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>%1 cannot be created: %2</source>
        <translation>%1 kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written. Open it for reading only, or change its permissions.</source>
        <translation>%1 ist nicht schreibbar. Öffnen Sie nur zum Lesen, oder ändern Sie die Rechte.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name, or open it.</source>
        <translation>%1 gibt es schon. Wählen Sie einen anderen Namen, oder öffnen Sie es.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a workspace file.</source>
        <translation>%1 ist ein Ordner, keine Arbeitsdatei.</translation>
    </message>
    <message>
        <source>%1 is a folder. Give the new workspace a file name.</source>
        <translation>%1 ist ein Ordner. Geben Sie der neuen Arbeitsdatei einen Dateinamen.</translation>
    </message>
    <message>
        <source>%1 is being read by another program and cannot be brought up to date now. Close it there.</source>
        <translation>%1 wird gerade von einem anderen Programm gelesen und kann jetzt nicht auf den neuen Stand gebracht werden. Schließen Sie es dort.</translation>
    </message>
    <message>
        <source>%1 is not a BillingReconcile workspace. Choose a .brw file, or create a new workspace.</source>
        <translation>%1 ist keine Arbeitsdatei von BillingReconcile. Wählen Sie eine .brw-Datei, oder legen Sie eine an.</translation>
    </message>
    <message>
        <source>%1 is open in %2 on %3 (process %4). Close it there, or open the workspace for reading only.</source>
        <translation>%1 ist in %2 auf %3 geöffnet (Prozess %4). Schließen Sie es dort, oder öffnen Sie nur zum Lesen.</translation>
    </message>
    <message>
        <source>%1 is open in another program.</source>
        <translation>%1 ist in einem anderen Programm geöffnet.</translation>
    </message>
    <message>
        <source>%1 was altered by another program: it holds tables, triggers or views that are not ours. Go back to a backup.</source>
        <translation>%1 wurde von einem anderen Programm verändert: es enthält fremde Tabellen, Trigger oder Sichten. Gehen Sie zu einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>%1 was written by a newer BillingReconcile (file version %2, this program knows %3). Update the program to open it.</source>
        <translation>%1 stammt von einem neueren BillingReconcile (Dateiversion %2, dieses Programm kennt %3). Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>%1 was written by an older BillingReconcile. Open it for writing once, so that it is brought up to date; where you may not write, copy it to a folder where you may.</source>
        <translation>%1 stammt von einem älteren BillingReconcile. Öffnen Sie es einmal zum Schreiben, damit es auf den neuen Stand kommt; wo Sie nicht schreiben dürfen, kopieren Sie es in einen Ordner, wo Sie dürfen.</translation>
    </message>
    <message>
        <source>The workspace could not be copied to %1 before its update, so it was left as it is: %2</source>
        <translation>Die Arbeitsdatei konnte vor der Aktualisierung nicht nach %1 kopiert werden und blieb, wie sie ist: %2</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Den Ordner %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>You may not write in the folder %1.</source>
        <translation>Im Ordner %1 dürfen Sie nicht schreiben.</translation>
    </message>
    <message>
        <source>You may not write in the folder of %1. Open the workspace for reading only, or move it.</source>
        <translation>Im Ordner von %1 dürfen Sie nicht schreiben. Öffnen Sie die Arbeitsdatei nur zum Lesen, oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>%1 was left in the middle of an import. Open it for writing once: that takes the import back.</source>
        <translation>%1 wurde mitten in einem Import verlassen. Öffnen Sie die Datei einmal zum Schreiben: Das nimmt den Import zurück.</translation>
    </message>
</context>
<context>
    <name>br::AccountsTab</name>
    <message>
        <source>(ignored)</source>
        <translation>(ausgelassen)</translation>
    </message>
    <message>
        <source>%1 ?</source>
        <translation>%1 ?</translation>
    </message>
    <message>
        <source>nothing alike</source>
        <translation>nichts Ähnliches</translation>
    </message>
    <message>
        <source>suggested: %1</source>
        <translation>Vorschlag: %1</translation>
    </message>
    <message>
        <source>unmapped</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>zugeordnet</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
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
        <translation>Warum</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Worth a month</source>
        <translation>Wert im Monat</translation>
    </message>
    <message>
        <source>Estimated by the default prices of services</source>
        <translation>Geschätzt nach den Standardpreisen der Leistungen</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Einzelposten</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>Konto suchen</translation>
    </message>
    <message>
        <source>&amp;Only unmapped</source>
        <translation>&amp;Nur nicht zugeordnete</translation>
    </message>
    <message>
        <source>Accept suggestions at or above</source>
        <translation>Vorschläge annehmen ab</translation>
    </message>
    <message>
        <source>≥ %1 %</source>
        <translation>≥ %1 %</translation>
    </message>
    <message>
        <source>Accept &amp;all suggestions</source>
        <translation>&amp;Alle Vorschläge annehmen</translation>
    </message>
    <message>
        <source>A&amp;ccept suggestion</source>
        <translation>&amp;Vorschlag annehmen</translation>
    </message>
    <message>
        <source>&amp;Link to…</source>
        <translation>&amp;Zuordnen …</translation>
    </message>
    <message>
        <source>&amp;Ignore…</source>
        <translation>Aus&amp;lassen …</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>Zuordnung &amp;lösen</translation>
    </message>
    <message>
        <source>No account in this month. Import a vendor's report under Sources.</source>
        <translation>Kein Konto in diesem Monat. Lesen Sie unter „Quellen“ den Bericht eines Anbieters ein.</translation>
    </message>
    <message numerus="yes">
        <source>All %n account(s) are linked or ignored.</source>
        <translation>
            <numerusform>Das Konto ist zugeordnet oder ausgelassen.</numerusform>
            <numerusform>Alle %n Konten sind zugeordnet oder ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need a client: what they use is compared with nothing until then.</source>
        <translation>
            <numerusform>%n Konto braucht einen Kunden: bis dahin wird seine Nutzung mit nichts verglichen.</numerusform>
            <numerusform>%n Konten brauchen einen Kunden: bis dahin wird ihre Nutzung mit nichts verglichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept &amp;all %n suggestion(s)</source>
        <translation>
            <numerusform>&amp;Den Vorschlag annehmen</numerusform>
            <numerusform>&amp;Alle %n Vorschläge annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) stored.</source>
        <translation>
            <numerusform>%n Konto gespeichert.</numerusform>
            <numerusform>%n Konten gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2) → %3, %4 % alike</source>
        <translation>%1 (%2) → %3, %4 % ähnlich</translation>
    </message>
    <message numerus="yes">
        <source>Link %n account(s)?</source>
        <translation>
            <numerusform>%n Konto zuordnen?</numerusform>
            <numerusform>%n Konten zuordnen?</numerusform>
        </translation>
    </message>
    <message>
        <source>All suggestions of at least %1 % are linked. The least certain of them:
%2</source>
        <translation>Alle Vorschläge ab %1 % werden zugeordnet. Die unsichersten davon:
%2</translation>
    </message>
    <message numerus="yes">
        <source>Link %n account(s)</source>
        <translation>
            <numerusform>%n Konto zuordnen</numerusform>
            <numerusform>%n Konten zuordnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignore %n account(s)</source>
        <translation>
            <numerusform>%n Konto auslassen</numerusform>
            <numerusform>%n Konten auslassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Why is it left out of every comparison? (for example: our own tenant)</source>
        <translation>Warum bleibt es aus jedem Vergleich heraus? (zum Beispiel: unser eigener Mandant)</translation>
    </message>
    <message numerus="yes">
        <source>Unlink %n account(s)?</source>
        <translation>
            <numerusform>Die Verknüpfung von %n Konto lösen?</numerusform>
            <numerusform>Die Verknüpfungen von %n Konten lösen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Verknüpfung lösen</translation>
    </message>
    <message>
        <source>What they use is compared with nothing until they are linked again. Undo takes it back as long as this workspace is open.</source>
        <translation>Was sie nutzen, wird mit nichts verglichen, bis sie wieder zugeordnet sind. Rückgängig nimmt es zurück, solange dieser Arbeitsbereich offen ist.</translation>
    </message>
    <message>
        <source>Link it to another client?</source>
        <translation>Einem anderen Kunden zuordnen?</translation>
    </message>
    <message>
        <source>“%1” is linked to %2. What it uses will be compared with what %3 is billed.</source>
        <translation>„%1“ ist %2 zugeordnet. Was es nutzt, wird dann mit dem verglichen, was %3 berechnet wird.</translation>
    </message>
    <message>
        <source>Change the link</source>
        <translation>Zuordnung ändern</translation>
    </message>
</context>
<context>
    <name>br::AddSourceDialog</name>
    <message>
        <source>Add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Add and sync now</source>
        <translation>Hinzufügen und abrufen</translation>
    </message>
    <message>
        <source>Search vendors</source>
        <translation>Anbieter suchen</translation>
    </message>
    <message>
        <source>Where the numbers come from</source>
        <translation>Woher die Zahlen kommen</translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation>Name der Quelle</translation>
    </message>
    <message>
        <source>What the source brings</source>
        <translation>Was die Quelle liefert</translation>
    </message>
    <message>
        <source>What is used (a vendor's report)</source>
        <translation>Was genutzt wird (Bericht eines Anbieters)</translation>
    </message>
    <message>
        <source>What is billed (the PSA's lines)</source>
        <translation>Was berechnet wird (Positionen des PSA)</translation>
    </message>
    <message>
        <source>&amp;Brings</source>
        <translation>&amp;Liefert</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;prüfen</translation>
    </message>
    <message>
        <source>Server's own &amp;certificate…</source>
        <translation>Eigenes &amp;Zertifikat des Servers …</translation>
    </message>
    <message>
        <source>For a server of your own whose certificate comes from your own authority: choose that authority's PEM file.</source>
        <translation>Für einen eigenen Server, dessen Zertifikat von Ihrer eigenen Stelle kommt: wählen Sie deren PEM-Datei.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Files (CSV, Excel)</source>
        <translation>Dateien (CSV, Excel)</translation>
    </message>
    <message>
        <source>%1 (PSA)</source>
        <translation>%1 (PSA)</translation>
    </message>
    <message>
        <source>%1
Your own manifest: %2</source>
        <translation>%1
Eigenes Manifest: %2</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Reports that you download: CSV or Excel. Nothing to sign in to. Formats of many vendors are recognised.</source>
        <translation>Berichte, die Sie herunterladen: CSV oder Excel. Ohne Anmeldung. Die Formate vieler Anbieter werden erkannt.</translation>
    </message>
    <message>
        <source>Permission:</source>
        <translation>Berechtigung:</translation>
    </message>
    <message>
        <source>The vendor's documentation</source>
        <translation>Dokumentation des Anbieters</translation>
    </message>
    <message>
        <source>There is a source named %1 already.</source>
        <translation>Eine Quelle %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Signing in to %1 …</source>
        <translation>Anmeldung bei %1 …</translation>
    </message>
    <message>
        <source>The connection works. %1</source>
        <translation>Die Verbindung steht. %1</translation>
    </message>
    <message>
        <source>Certificate of your own authority</source>
        <translation>Zertifikat der eigenen Stelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>%1 cannot be read as a certificate.</source>
        <translation>%1 kann nicht als Zertifikat gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is no certificate in PEM form (it must begin with BEGIN CERTIFICATE).</source>
        <translation>%1 ist kein Zertifikat in PEM-Form (es muss mit BEGIN CERTIFICATE beginnen).</translation>
    </message>
    <message>
        <source>Only servers with a certificate of %1 will be trusted for this source.</source>
        <translation>Dieser Quelle gelten nur Server mit einem Zertifikat von %1 als vertrauenswürdig.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>The name stays: rules and links know the source by it.</source>
        <translation>Der Name bleibt: Regeln und Verknüpfungen kennen die Quelle daran.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save and sync now</source>
        <translation>Speichern und jetzt abgleichen</translation>
    </message>
    <message>
        <source>The vendor "%1" is not known any more; its manifest is missing.</source>
        <translation>Der Anbieter „%1“ ist nicht mehr bekannt; sein Manifest fehlt.</translation>
    </message>
</context>
<context>
    <name>br::BilledRows</name>
    <message>
        <source>Add product</source>
        <translation>Produkt hinzufügen</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>%1 [%2]</source>
        <translation>%1 [%2]</translation>
    </message>
    <message>
        <source>Units one of the product covers</source>
        <translation>Einheiten, die eines des Produkts abdeckt</translation>
    </message>
    <message>
        <source>Remove this product</source>
        <translation>Dieses Produkt entfernen</translation>
    </message>
    <message>
        <source>each covers</source>
        <translation>deckt je</translation>
    </message>
    <message>
        <source>A row of products is empty: choose its product, or remove the row.</source>
        <translation>Eine Zeile der Produkte ist leer: wählen Sie das Produkt, oder entfernen Sie die Zeile.</translation>
    </message>
</context>
<context>
    <name>br::BulkDialog</name>
    <message>
        <source>Approve %1</source>
        <translation>%1 genehmigen</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 hinnehmen</translation>
    </message>
    <message>
        <source>Reopen %1</source>
        <translation>%1 wieder öffnen</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>%1 verwerfen</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>%1 im Monat</translation>
    </message>
    <message>
        <source>Each is set to what is counted, from %1.</source>
        <translation>Jede wird auf die gezählte Menge gesetzt, ab %1.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the ticked stay as they are: decided already, or nothing to set.</source>
        <translation>%1 der angehakten bleiben, wie sie sind: schon entschieden, oder nichts zu setzen.</translation>
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
        <translation>Grund für alle</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Each is set to what is counted, or to what was approved before, from %1.</source>
        <translation>Jede wird ab %1 auf das Gezählte gesetzt, oder auf das, was früher freigegeben wurde.</translation>
    </message>
    <message>
        <source>What was approved before has no money of its own here; Export says what it comes to.</source>
        <translation>Was früher freigegeben wurde, hat hier kein eigenes Geld; Export sagt, was es ausmacht.</translation>
    </message>
</context>
<context>
    <name>br::ClientChooser</name>
    <message>
        <source>Link to a client</source>
        <translation>Einem Kunden zuordnen</translation>
    </message>
    <message>
        <source>Type a part of the name or id</source>
        <translation>Teil des Namens oder der Kennung</translation>
    </message>
    <message>
        <source>Find a client</source>
        <translation>Kunde suchen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>%1 — suggested: %2</source>
        <translation>%1 — Vorschlag: %2</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>von Hand gewählt</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Which client is the account “%1”?</source>
        <translation>Welcher Kunde ist das Konto „%1“?</translation>
    </message>
</context>
<context>
    <name>br::ClientView</name>
    <message>
        <source>What the agreements bill</source>
        <translation>Was die Verträge berechnen</translation>
    </message>
    <message>
        <source>What the vendors count</source>
        <translation>Was die Anbieter zählen</translation>
    </message>
    <message>
        <source>Discrepancies</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Kunden</translation>
    </message>
    <message>
        <source>Back to all clients (Esc)</source>
        <translation>Zurück zu allen Kunden (Esc)</translation>
    </message>
    <message>
        <source>Services of the client</source>
        <translation>Leistungen des Kunden</translation>
    </message>
    <message>
        <source>Billed lines</source>
        <translation>Vertragspositionen</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählungen</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Einzelposten</translation>
    </message>
    <message>
        <source>Linked accounts</source>
        <translation>Zugeordnete Konten</translation>
    </message>
    <message>
        <source>Service by service</source>
        <translation>Leistung für Leistung</translation>
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
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Impact a month</source>
        <translation>Wirkung im Monat</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
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
        <translation>Preis je Einheit</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Gekündigt</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Kosten je Einheit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Einzelposten</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message numerus="yes">
        <source>%n open row(s) →</source>
        <translation>
            <numerusform>%n offene Zeile →</numerusform>
            <numerusform>%n offene Zeilen →</numerusform>
        </translation>
    </message>
    <message>
        <source>Discrepancies →</source>
        <translation>Abweichungen →</translation>
    </message>
    <message>
        <source>Id %1. Not billed today: %2 a month. Billed too much: %3 a month.</source>
        <translation>Kennung %1. Heute nicht berechnet: %2 im Monat. Zu viel berechnet: %3 im Monat.</translation>
    </message>
    <message>
        <source>Its numbers belong to the positions of %1.</source>
        <translation>Die Zahlen gehören zu den Positionen von %1.</translation>
    </message>
    <message>
        <source>No service is compared for this client: nothing it is billed for or uses is in a service.</source>
        <translation>Für diesen Kunden wird keine Leistung verglichen: nichts, was er bezahlt oder nutzt, gehört zu einer Leistung.</translation>
    </message>
    <message>
        <source>What the agreements bill: %1</source>
        <translation>Was die Verträge berechnen: %1</translation>
    </message>
    <message>
        <source>What the vendors count: %1</source>
        <translation>Was die Anbieter zählen: %1</translation>
    </message>
</context>
<context>
    <name>br::ClientsPage</name>
    <message>
        <source>Find a client</source>
        <translation>Kunde suchen</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Billed with</source>
        <translation>Berechnet mit</translation>
    </message>
    <message>
        <source>The parent client whose positions take this client's numbers</source>
        <translation>Der übergeordnete Kunde, dessen Positionen die Zahlen aufnehmen</translation>
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
        <translation>Noch kein Kunde: sie kommen mit den Vertragspositionen des PSA. Lesen Sie diese unter „Quellen“ ein.</translation>
    </message>
    <message>
        <source>No client in this month: import the PSA's agreement lines under Sources.</source>
        <translation>Kein Kunde in diesem Monat: lesen Sie die Vertragspositionen des PSA unter „Quellen“ ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s), </source>
        <translation>
            <numerusform>%n Kunde, </numerusform>
            <numerusform>%n Kunden, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with open rows</source>
        <translation>
            <numerusform>%n mit offenen Zeilen</numerusform>
            <numerusform>%n mit offenen Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::ColumnMapping</name>
    <message>
        <source>Which column is what</source>
        <translation>Welche Spalte ist was</translation>
    </message>
    <message>
        <source>&amp;Keep as layout</source>
        <translation>Als &amp;Format behalten</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Name des Formats</translation>
    </message>
    <message>
        <source>Files with these columns are recognised next time</source>
        <translation>Dateien mit diesen Spalten werden nächstes Mal erkannt</translation>
    </message>
    <message>
        <source>(no column)</source>
        <translation>(keine Spalte)</translation>
    </message>
    <message>
        <source>Column for %1</source>
        <translation>Spalte für %1</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (nötig)</translation>
    </message>
    <message>
        <source>Say &amp;every column instead</source>
        <translation>Lieber &amp;jede Spalte angeben</translation>
    </message>
    <message>
        <source>Only what &amp;differs</source>
        <translation>Nur was &amp;abweicht</translation>
    </message>
    <message>
        <source>It has all that %1 needs; only a heading that such files are told by has changed. Is it one?</source>
        <translation>Sie hat alles, was %1 braucht; nur eine Überschrift, an der solche Dateien erkannt werden, heißt anders. Ist es eine?</translation>
    </message>
    <message>
        <source>It is nearly %1. Which columns are these now?</source>
        <translation>Fast %1. Welche Spalten sind das jetzt?</translation>
    </message>
</context>
<context>
    <name>br::CommandPalette</name>
    <message>
        <source>Do something</source>
        <translation>Etwas tun</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>br::CountedRows</name>
    <message>
        <source>Add meter</source>
        <translation>Zähler hinzufügen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Choose a meter…</source>
        <translation>Zähler wählen …</translation>
    </message>
    <message>
        <source>Only these classes</source>
        <translation>Nur diese Klassen</translation>
    </message>
    <message>
        <source>any class</source>
        <translation>jede Klasse</translation>
    </message>
    <message>
        <source>Only these statuses</source>
        <translation>Nur diese Status</translation>
    </message>
    <message>
        <source>any status</source>
        <translation>jeder Status</translation>
    </message>
    <message>
        <source>Only names like</source>
        <translation>Nur Namen wie</translation>
    </message>
    <message>
        <source>any name, * and ? allowed</source>
        <translation>jeder Name, * und ? erlaubt</translation>
    </message>
    <message>
        <source>only class</source>
        <translation>nur Klasse</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>What is counted of the meter</source>
        <translation>Was von dem Zähler zählt</translation>
    </message>
    <message>
        <source>its assets, one by one</source>
        <translation>seine Einzelposten, einer nach dem anderen</translation>
    </message>
    <message>
        <source>the purchased number</source>
        <translation>die gekaufte Zahl</translation>
    </message>
    <message>
        <source>the assigned number</source>
        <translation>die zugewiesene Zahl</translation>
    </message>
    <message>
        <source>the used number</source>
        <translation>die genutzte Zahl</translation>
    </message>
    <message>
        <source>Units each counts for</source>
        <translation>Einheiten, für die jeder zählt</translation>
    </message>
    <message>
        <source>Remove this meter</source>
        <translation>Diesen Zähler entfernen</translation>
    </message>
    <message>
        <source>count</source>
        <translation>zählen</translation>
    </message>
    <message>
        <source>times</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>Choose a meter, or remove the empty line.</source>
        <translation>Wählen Sie einen Zähler oder entfernen Sie die leere Zeile.</translation>
    </message>
</context>
<context>
    <name>br::DecimalField</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>br::DecisionForm</name>
    <message>
        <source>Comes back after</source>
        <translation>Kommt wieder nach</translation>
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
        <translation>Was festgehalten werden soll</translation>
    </message>
    <message>
        <source>Type, or ↓ for common ones</source>
        <translation>Schreiben, oder ↓ für übliche</translation>
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
        <translation>„%1“ kann nicht berechnet werden: eine Menge ist nicht negativ und hat höchstens vier Nachkommastellen.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>More is counted (%1) than is billed (%2), but %3 would bill less.</source>
        <translation>Es wird mehr gezählt (%1) als abgerechnet (%2), aber mit %3 würde weniger abgerechnet.</translation>
    </message>
    <message>
        <source>Less is counted (%1) than is billed (%2), but %3 would bill more.</source>
        <translation>Es wird weniger gezählt (%1) als abgerechnet (%2), aber mit %3 würde mehr abgerechnet.</translation>
    </message>
    <message>
        <source>Nothing is counted, but %1 would be billed.</source>
        <translation>Nichts wird gezählt, aber %1 würden abgerechnet.</translation>
    </message>
    <message>
        <source>counted: %1</source>
        <translation>gezählt: %1</translation>
    </message>
    <message>
        <source>billed, and what is counted is unknown: %1</source>
        <translation>abgerechnet, und was gezählt wird, ist unbekannt: %1</translation>
    </message>
    <message>
        <source>%1 is more than double of what is %2.</source>
        <translation>%1 ist mehr als das Doppelte (%2).</translation>
    </message>
    <message>
        <source>%1 is less than half of what is %2.</source>
        <translation>%1 ist weniger als die Hälfte (%2).</translation>
    </message>
    <message>
        <source>Please check: %1</source>
        <translation>Bitte prüfen: %1</translation>
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
        <translation>je %1</translation>
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
        <translation>im Monat, geschätzt nach Standardpreisen</translation>
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
        <source>in all until %1, not a month: what is bought and not assigned</source>
        <translation>insgesamt bis %1, nicht im Monat: gekauft und nicht zugewiesen</translation>
    </message>
    <message>
        <source>in all, not a month: what is bought and not assigned</source>
        <translation>insgesamt, nicht im Monat: gekauft und nicht zugewiesen</translation>
    </message>
    <message>
        <source>What is used is unknown, so no money is claimed.</source>
        <translation>Was genutzt wird, ist unbekannt, darum wird kein Betrag behauptet.</translation>
    </message>
    <message>
        <source>About the cost, not about what is billed: no money is claimed.</source>
        <translation>Betrifft die Kosten, nicht das Berechnete: es wird kein Betrag behauptet.</translation>
    </message>
    <message>
        <source>Approved in an earlier month: the money is claimed by the rows of this one.</source>
        <translation>In einem früheren Monat freigegeben: den Betrag behaupten die Zeilen dieses Monats.</translation>
    </message>
    <message>
        <source>No money is claimed.</source>
        <translation>Es wird kein Betrag behauptet.</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>counted now: %1</source>
        <translation>jetzt gezählt: %1</translation>
    </message>
    <message>
        <source>Earlier months</source>
        <translation>Frühere Monate</translation>
    </message>
</context>
<context>
    <name>br::DifferenceStrip</name>
    <message>
        <source>Difference of the month</source>
        <translation>Differenz des Monats</translation>
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
    <message>
        <source>%1, %2 without a price</source>
        <translation>%1, %2 ohne Preis</translation>
    </message>
    <message>
        <source>a month, checked lines</source>
        <translation>im Monat, geprüft</translation>
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
        <translation>%1 wird abgeglichen</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view. One of the same name is replaced; everybody who opens the workspace sees it.</source>
        <translation>Name der Ansicht. Eine gleichen Namens wird ersetzt; alle, die diese Arbeitsdatei öffnen, sehen sie.</translation>
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
        <translation>Berechnet → gezählt; sortiert nach der Differenz</translation>
    </message>
    <message>
        <source>Money a month: + is not billed today, − is billed too much. Sorted by size, whatever the sign.</source>
        <translation>Geld im Monat: + ist heute nicht berechnet, − ist zu viel berechnet. Sortiert nach der Größe ohne Vorzeichen.</translation>
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
    <message>
        <source>in all until its end, not a month</source>
        <translation>insgesamt bis zum Ende, nicht im Monat</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>ges.</translation>
    </message>
    <message>
        <source>%1 in all until the commitment ends, not a month</source>
        <translation>%1 insgesamt bis zum Ende der Bindung, nicht im Monat</translation>
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
        <translation>Jetzt berechnet</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>Counted now</source>
        <translation>Jetzt gezählt</translation>
    </message>
    <message>
        <source>Clients that change</source>
        <translation>Kunden, die sich ändern</translation>
    </message>
    <message>
        <source>What saving changes this month</source>
        <translation>Was das Speichern in diesem Monat ändert</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) change.</source>
        <translation>
            <numerusform>%n Kunde ändert sich.</numerusform>
            <numerusform>%n Kunden ändern sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Positions: %1 now, %2 then. Discrepancies of this service: %3 now, %4 then. Money found: %5 now, %6 then.</source>
        <translation>Positionen: jetzt %1, dann %2. Abweichungen dieser Leistung: jetzt %3, dann %4. Gefundenes Geld: jetzt %5, dann %6.</translation>
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
        <translation>Menge der Position jetzt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Quantity of the line to bill</source>
        <translation>Menge der Position, die zu berechnen ist</translation>
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
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The same letters: the same adjustments</source>
        <translation>Gleiche Buchstaben: gleiche Anpassungen</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Dateiformat</translation>
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
        <translation>Frühere Ausgaben</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Blatt</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
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
        <source>%n row(s) have no line that a change sheet could change: they are listed, and entered by hand.</source>
        <translation>
            <numerusform>%n Zeile hat keine Position, die ein Änderungsblatt ändern könnte: sie ist aufgeführt und wird von Hand eingetragen.</numerusform>
            <numerusform>%n Zeilen haben keine Position, die ein Änderungsblatt ändern könnte: sie sind aufgeführt und werden von Hand eingetragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export adjustments</source>
        <translation>Anpassungen ausgeben</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message>
        <source>Exporting adjustments</source>
        <translation>Anpassungen werden ausgegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1 and read back.</source>
        <translation>
            <numerusform>%n Zeile nach %1 geschrieben und zurückgelesen.</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben und zurückgelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Already exported on %1 by %2: the same content.</source>
        <translation>Schon am %1 von %2 ausgegeben: derselbe Inhalt.</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>To be entered by hand: not in this sheet</source>
        <translation>Von Hand einzutragen: nicht in diesem Blatt</translation>
    </message>
    <message>
        <source>Adjustments to enter by hand</source>
        <translation>Anpassungen, die von Hand einzutragen sind</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in the sheet</source>
        <translation>
            <numerusform>%n Zeile im Blatt</numerusform>
            <numerusform>%n Zeilen im Blatt</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 a month</source>
        <translation>, %1 im Monat</translation>
    </message>
    <message numerus="yes">
        <source>; %n of them without a known price, not in the sum</source>
        <translation>
            <numerusform>; %n davon ohne bekannten Preis, nicht in der Summe</numerusform>
            <numerusform>; %n davon ohne bekannten Preis, nicht in der Summe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Already exported on %1 by %2 (%3), with other content: approvals have changed since.</source>
        <translation>Schon exportiert am %1 von %2 (%3), mit anderem Inhalt: Genehmigungen haben sich seither geändert.</translation>
    </message>
    <message>
        <source>The sheet would be empty. The sheet "%1" has these rows.</source>
        <translation>Das Blatt wäre leer. Das Blatt „%1“ enthält diese Zeilen.</translation>
    </message>
    <message>
        <source>Already exported on %1 by %2 (%3): the same content.</source>
        <translation>Schon exportiert am %1 von %2 (%3): derselbe Inhalt.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weitere.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
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
        <translation>
            <numerusform>%n weiterer; danach suchen</numerusform>
            <numerusform>%n weitere; danach suchen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n weiterer …</numerusform>
            <numerusform>%n weitere …</numerusform>
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
        <translation>Diese Währung gibt es nicht</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Arbeitsdatei öffnen</translation>
    </message>
    <message>
        <source>Workspaces (*.brw);;All files (*)</source>
        <translation>Arbeitsdateien (*.brw);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No sample</source>
        <translation>Kein Beispiel</translation>
    </message>
    <message>
        <source>This build has no sample workspace.</source>
        <translation>Dieses Programm enthält kein Beispiel.</translation>
    </message>
    <message>
        <source>Making the sample workspace…</source>
        <translation>Das Beispiel wird angelegt …</translation>
    </message>
    <message>
        <source>Making the sample workspace</source>
        <translation>Beispiel wird angelegt</translation>
    </message>
    <message>
        <source>The sample could not be made</source>
        <translation>Das Beispiel konnte nicht angelegt werden</translation>
    </message>
    <message>
        <source>This workspace was not opened</source>
        <translation>Die Arbeitsdatei wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Open read-only?</source>
        <translation>Nur zum Lesen öffnen?</translation>
    </message>
    <message>
        <source>It can be opened read-only: everything can be looked at, nothing can be changed.</source>
        <translation>Sie kann nur zum Lesen geöffnet werden: alles ist zu sehen, nichts ist zu ändern.</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>Nur zum Lesen öffnen</translation>
    </message>
</context>
<context>
    <name>br::ImportDialog</name>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Strichpunkte</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien einlesen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Name of the new source</source>
        <translation>Name der neuen Quelle</translation>
    </message>
    <message>
        <source>Name, for example connectwise or huntress</source>
        <translation>Name, zum Beispiel connectwise oder huntress</translation>
    </message>
    <message>
        <source>What the new source brings</source>
        <translation>Was die neue Quelle liefert</translation>
    </message>
    <message>
        <source>Vendor: what is used</source>
        <translation>Anbieter: was genutzt wird</translation>
    </message>
    <message>
        <source>PSA: what is billed</source>
        <translation>PSA: was berechnet wird</translation>
    </message>
    <message>
        <source>Month of the files</source>
        <translation>Monat der Dateien</translation>
    </message>
    <message>
        <source>Layout of the files</source>
        <translation>Format der Dateien</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Einlesen</translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation>Dateien &amp;wählen …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>&amp;Monat</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>Reports (*.csv *.txt *.tsv *.xlsx);;All files (*)</source>
        <translation>Berichte (*.csv *.txt *.tsv *.xlsx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 (PSA)</source>
        <translation>%1 (PSA)</translation>
    </message>
    <message>
        <source>%1 (vendor)</source>
        <translation>%1 (Anbieter)</translation>
    </message>
    <message>
        <source>New source…</source>
        <translation>Neue Quelle …</translation>
    </message>
    <message>
        <source>Find out by the header</source>
        <translation>An der Kopfzeile erkennen</translation>
    </message>
    <message>
        <source>Choose one or more files: several files of one report make one import.</source>
        <translation>Wählen Sie eine oder mehrere Dateien: mehrere Dateien eines Berichts werden zusammen eingelesen.</translation>
    </message>
    <message>
        <source>sheet %1</source>
        <translation>Blatt %1</translation>
    </message>
    <message>
        <source>separated by %1</source>
        <translation>getrennt durch %1</translation>
    </message>
    <message>
        <source>header in row %1</source>
        <translation>Kopfzeile ist Zeile %1</translation>
    </message>
    <message>
        <source>No layout fits this file (%1). Say which column is what; it is kept for next time.</source>
        <translation>Kein Format passt zu dieser Datei (%1). Sagen Sie, welche Spalte was ist; das bleibt für nächstes Mal.</translation>
    </message>
    <message>
        <source>Layout found: %1 (%2)</source>
        <translation>Erkanntes Format: %1 (%2)</translation>
    </message>
    <message>
        <source>Choose a source…</source>
        <translation>Quelle wählen…</translation>
    </message>
    <message>
        <source>Choose the source that these files are of.</source>
        <translation>Wählen Sie die Quelle, aus der diese Dateien stammen.</translation>
    </message>
    <message>
        <source>%1 has never had a file of this kind; %2 has. Is it the right source?</source>
        <translation>%1 hatte noch nie eine Datei dieser Art; %2 schon. Ist es die richtige Quelle?</translation>
    </message>
    <message>
        <source>This file is nearly %1 (%2). Say what differs; it is kept for next time.</source>
        <translation>Diese Datei ist fast %1 (%2). Geben Sie an, was abweicht; es gilt auch beim nächsten Mal.</translation>
    </message>
    <message>
        <source>F&amp;orget layout…</source>
        <translation>Format ver&amp;gessen…</translation>
    </message>
    <message>
        <source>Its columns were said wrongly, or it is no longer needed</source>
        <translation>Seine Spalten wurden falsch angegeben, oder es wird nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>Forget the layout?</source>
        <translation>Das Format vergessen?</translation>
    </message>
    <message>
        <source>Files that only “%1” fits are unknown from then on, until their columns are said again. What was imported stays as it is.</source>
        <translation>Dateien, zu denen nur „%1“ passt, sind dann unbekannt, bis ihre Spalten neu angegeben werden. Was importiert wurde, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Forget layout</source>
        <translation>Format vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n row(s) of %2 already: this import takes the place of all that and adds nothing to it.</source>
        <translation>
            <numerusform>%1 hat schon %n Zeile von %2: dieses Einlesen tritt an ihre Stelle und fügt ihr nichts hinzu.</numerusform>
            <numerusform>%1 hat schon %n Zeilen von %2: dieses Einlesen tritt an ihre Stelle und fügt ihnen nichts hinzu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::ImportReportDialog</name>
    <message>
        <source>Rejected rows and remarks</source>
        <translation>Abgewiesene Zeilen und Bemerkungen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
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
        <translation>Genommen, ansehen</translation>
    </message>
    <message>
        <source>The import was refused</source>
        <translation>Das Einlesen wurde abgelehnt</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Eingelesen</translation>
    </message>
    <message>
        <source>Nothing was stored. The last complete import stays in force.</source>
        <translation>Nichts wurde gespeichert. Der letzte vollständige Stand bleibt gültig.</translation>
    </message>
    <message>
        <source>%1, %2: %3 rows read, %4 kept, %5 rejected.</source>
        <translation>%1, %2: %3 Zeilen gelesen, %4 genommen, %5 abgewiesen.</translation>
    </message>
    <message>
        <source>It replaces the import of this month that was in force; that one stays in the history.</source>
        <translation>Er ersetzt den bisher gültigen Stand dieses Monats; jener bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>What to do: if the month was chosen by mistake, choose again with the month of the file. If it is the wrong file, download the report of %1 and import that. Import it anyway only if the vendor puts this month's numbers into a file dated otherwise.</source>
        <translation>Was zu tun ist: Wurde der Monat versehentlich gewählt, wählen Sie noch einmal, mit dem Monat der Datei. Ist es die falsche Datei, laden Sie den Bericht für %1 herunter und importieren diesen. Trotzdem importieren nur, wenn der Anbieter die Zahlen dieses Monats in eine anders datierte Datei schreibt.</translation>
    </message>
    <message>
        <source>What to do: the list below names each row and what is wrong with it. Correct them in the file, or download the report once more, and import it again. If you import it anyway, the rejected rows are left out and their clients may be unknown.</source>
        <translation>Was zu tun ist: Die Liste unten nennt jede Zeile und was an ihr falsch ist. Berichtigen Sie sie in der Datei, oder laden Sie den Bericht noch einmal herunter, und importieren Sie ihn erneut. Wenn Sie trotzdem importieren, fehlen die abgelehnten Zeilen, und ihre Kunden können unbekannt sein.</translation>
    </message>
    <message>
        <source>What to do: look whether it is the right report and the right source. If the report is right, choose again and say which column is what: it is remembered for the next months.</source>
        <translation>Was zu tun ist: Prüfen Sie, ob es der richtige Bericht und die richtige Quelle ist. Stimmt der Bericht, wählen Sie noch einmal und sagen Sie, welche Spalte was ist: Das wird für die nächsten Monate gemerkt.</translation>
    </message>
    <message>
        <source>What to do: the list below says why each row was not read. Mostly it is the wrong report, or a column that holds something else than its title says. Choose again with another file.</source>
        <translation>Was zu tun ist: Die Liste unten sagt, warum jede Zeile nicht gelesen wurde. Meist ist es der falsche Bericht, oder eine Spalte enthält etwas anderes, als ihr Titel sagt. Wählen Sie noch einmal, mit einer anderen Datei.</translation>
    </message>
    <message>
        <source>What to do: look at the vendor's page whether the report has rows. If nothing is used this month, import it anyway: the counts of this source are then zero.</source>
        <translation>Was zu tun ist: Sehen Sie beim Anbieter nach, ob der Bericht Zeilen hat. Wird in diesem Monat nichts genutzt, importieren Sie trotzdem: Die Zählung dieser Quelle ist dann null.</translation>
    </message>
    <message>
        <source>What to do: the report was probably saved with a filter that hides everything. Download it once more.</source>
        <translation>Was zu tun ist: Der Bericht wurde wohl mit einem Filter gespeichert, der alles ausblendet. Laden Sie ihn noch einmal herunter.</translation>
    </message>
    <message>
        <source>What to do: choose again and leave one of the two files out.</source>
        <translation>Was zu tun ist: Wählen Sie noch einmal und lassen Sie eine der beiden Dateien weg.</translation>
    </message>
    <message>
        <source>&amp;Choose again…</source>
        <translation>&amp;Noch einmal wählen…</translation>
    </message>
    <message>
        <source>Import &amp;anyway…</source>
        <translation>&amp;Trotzdem importieren…</translation>
    </message>
    <message>
        <source>What to do: give each file the name of its tenant, like contoso-users.csv, and import them again. Import it anyway only if both are of one tenant.</source>
        <translation>Was zu tun ist: Geben Sie jeder Datei den Namen ihres Mandanten, wie contoso-users.csv, und importieren Sie sie noch einmal. Importieren Sie nur dann trotzdem, wenn beide von einem Mandanten sind.</translation>
    </message>
</context>
<context>
    <name>br::Importer</name>
    <message>
        <source>Importing into %1</source>
        <translation>Einlesen in %1</translation>
    </message>
    <message>
        <source>The file is of another month. Its numbers become those of %1 for %2.</source>
        <translation>Die Datei ist aus einem anderen Monat. Ihre Zahlen werden zu denen von %1 für %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are left out. What remains becomes the count of %1 for %2.</source>
        <translation>
            <numerusform>%n Zeile wird weggelassen. Was bleibt, wird die Zählung von %1 für %2.</numerusform>
            <numerusform>%n Zeilen werden weggelassen. Was bleibt, wird die Zählung von %1 für %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in the files becomes the count of %1 for %2.</source>
        <translation>Was in den Dateien steht, wird die Zählung von %1 für %2.</translation>
    </message>
    <message>
        <source>Import anyway?</source>
        <translation>Trotzdem importieren?</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>Trotzdem importieren</translation>
    </message>
</context>
<context>
    <name>br::KindBar</name>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), %2</source>
        <translation>
            <numerusform>%1: %n Zeile, %2</numerusform>
            <numerusform>%1: %n Zeilen, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::LinkUndo</name>
    <message>
        <source>Undo the last link</source>
        <translation>Letzte Zuordnung rückgängig machen</translation>
    </message>
    <message>
        <source>Link it again</source>
        <translation>Noch einmal zuordnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes back what was linked, ignored or unlinked last (%1)</source>
        <translation>Nimmt zurück, was zuletzt zugeordnet, ignoriert oder gelöst wurde (%1)</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation>Wieder getan.</translation>
    </message>
</context>
<context>
    <name>br::ListTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation>Mit Kopfzeile kopieren</translation>
    </message>
    <message>
        <source>Columns of %1</source>
        <translation>Spalten von %1</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>What to do with the cell</source>
        <translation>Was mit der Zelle geschehen soll</translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>%n Zeile kopieren</numerusform>
            <numerusform>%n Zeilen kopieren</numerusform>
        </translation>
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
        <translation>
            <numerusform>%1 abgeglichen: %n Position, </numerusform>
            <numerusform>%1 abgeglichen: %n Positionen, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discrepancy(ies)</source>
        <translation>
            <numerusform>%n Abweichung</numerusform>
            <numerusform>%n Abweichungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 — BillingReconcile</source>
        <translation>%1 — BillingReconcile</translation>
    </message>
    <message>
        <source>BillingReconcile</source>
        <translation>BillingReconcile</translation>
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
        <translation>BillingReconcile %1

Vergleicht, was ein Systemhaus berechnet, mit dem, was seine Kunden nutzen.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Stands beside your decisions and notes, and in what you export. Empty: your login name.</source>
        <translation>Steht bei Ihren Entscheidungen und Notizen und in dem, was Sie ausgeben. Leer: Ihr Anmeldename.</translation>
    </message>
    <message>
        <source>From now on you act as %1.</source>
        <translation>Von nun an handeln Sie als %1.</translation>
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
        <translation>Konten → Kunden (%1)</translation>
    </message>
</context>
<context>
    <name>br::MetersTab</name>
    <message>
        <source>ignored</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>in no service</source>
        <translation>in keiner Leistung</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>verglichen</translation>
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
        <translation>Leistungen, oder warum ausgelassen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Einzelposten</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Make a &amp;service of it…</source>
        <translation>Leistung da&amp;raus machen …</translation>
    </message>
    <message>
        <source>&amp;Ignore…</source>
        <translation>Aus&amp;lassen …</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>No longer ignore this meter</source>
        <translation>Diesen Zähler nicht mehr auslassen</translation>
    </message>
    <message>
        <source>No meter in this month. Import a vendor's report under Sources.</source>
        <translation>Kein Zähler in diesem Monat. Lesen Sie unter „Quellen“ den Bericht eines Anbieters ein.</translation>
    </message>
    <message>
        <source>Every meter is in a service or ignored.</source>
        <translation>Jeder Zähler gehört zu einer Leistung oder ist ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n meter(s) are in no service: what they count is billed by nothing we know of.</source>
        <translation>
            <numerusform>%n Zähler gehört zu keiner Leistung: was er zählt, berechnet nichts, wovon wir wissen.</numerusform>
            <numerusform>%n Zähler gehören zu keiner Leistung: was sie zählen, berechnet nichts, wovon wir wissen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ignore this meter</source>
        <translation>Diesen Zähler auslassen</translation>
    </message>
    <message>
        <source>Why is it left out? (for example: included in the platform, never billed)</source>
        <translation>Warum bleibt er heraus? (zum Beispiel: in der Plattform enthalten, nie berechnet)</translation>
    </message>
</context>
<context>
    <name>br::MonthBar</name>
    <message>
        <source>&amp;Reconcile</source>
        <translation>Abglei&amp;chen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>The billing month that every page shows (Alt+Left and Alt+Right step through them)</source>
        <translation>Der Abrechnungsmonat, den jede Seite zeigt (Alt+Links und Alt+Rechts blättern)</translation>
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
    <message>
        <source>Nothing compared: no file of this month yet</source>
        <translation>Nichts verglichen: noch keine Datei dieses Monats</translation>
    </message>
</context>
<context>
    <name>br::MonthsView</name>
    <message>
        <source>%1: billed %2, counted %3</source>
        <translation>%1: berechnet %2, gezählt %3</translation>
    </message>
    <message>
        <source>Last months: %1</source>
        <translation>Letzte Monate: %1</translation>
    </message>
    <message>
        <source>billed</source>
        <translation>berechnet</translation>
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
        <translation>%1 (Strg+%2)</translation>
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
        <translation>Ihre Firma, zum Beispiel Northwind IT</translation>
    </message>
    <message>
        <source>Currency of the workspace</source>
        <translation>Währung der Arbeitsdatei</translation>
    </message>
    <message>
        <source>Cho&amp;ose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation>W&amp;ährung</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>Name der Arbeitsdatei</translation>
    </message>
    <message>
        <source>File of the workspace</source>
        <translation>Datei der Arbeitsdatei</translation>
    </message>
    <message>
        <source>One file holds everything: imports, rules, decisions. It never holds a password.</source>
        <translation>Eine Datei enthält alles: Eingelesenes, Regeln, Entscheidungen. Nie ein Kennwort.</translation>
    </message>
    <message>
        <source>Create workspace</source>
        <translation>Arbeitsdatei anlegen</translation>
    </message>
    <message>
        <source>Where to keep the workspace</source>
        <translation>Wo die Arbeitsdatei liegen soll</translation>
    </message>
    <message>
        <source>Workspaces (*.brw)</source>
        <translation>Arbeitsdateien (*.brw)</translation>
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
        <translation>Keine Abweichung: in allem, was verglichen wird, ist berechnet, was genutzt wird.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 %&lt;/b&gt; of the billed value is checked.</source>
        <translation>&lt;b&gt;%1 %&lt;/b&gt; des berechneten Werts sind geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) without a client</source>
        <translation>
            <numerusform>%n Konto ohne Kunde</numerusform>
            <numerusform>%n Konten ohne Kunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meter(s) without a service</source>
        <translation>
            <numerusform>%n Zähler ohne Leistung</numerusform>
            <numerusform>%n Zähler ohne Leistung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n billed product(s) in no service</source>
        <translation>
            <numerusform>%n berechnetes Produkt in keiner Leistung</numerusform>
            <numerusform>%n berechnete Produkte in keiner Leistung</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that was imported is mapped.</source>
        <translation>Alles Eingelesene ist zugeordnet.</translation>
    </message>
    <message>
        <source>Not compared yet: %1.</source>
        <translation>Noch nicht verglichen: %1.</translation>
    </message>
    <message>
        <source>Import the PSA's agreement lines and at least one vendor's report of a month. Then link the vendor's accounts to your clients and say which products bill what the vendor counts. The comparison runs by itself.</source>
        <translation>Lesen Sie die Vertragspositionen des PSA und mindestens den Bericht eines Anbieters für einen Monat ein. Ordnen Sie dann die Konten des Anbieters Ihren Kunden zu und sagen Sie, welche Produkte berechnen, was der Anbieter zählt. Der Vergleich läuft von selbst.</translation>
    </message>
    <message>
        <source>Files are in. No service is defined yet: a service says which products bill what a vendor counts. Link the accounts, then define the first one.</source>
        <translation>Die Dateien sind eingelesen. Noch ist keine Leistung festgelegt: eine Leistung sagt, welche Produkte berechnen, was ein Anbieter zählt. Ordnen Sie die Konten zu, dann legen Sie die erste fest.</translation>
    </message>
    <message>
        <source>Trend over months</source>
        <translation>Verlauf über die Monate</translation>
    </message>
    <message>
        <source>Trend over months, %1</source>
        <translation>Verlauf über die Monate, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) without whole data of this month</source>
        <translation>
            <numerusform>%n Quelle ohne ganze Daten dieses Monats</numerusform>
            <numerusform>%n Quellen ohne ganze Daten dieses Monats</numerusform>
        </translation>
    </message>
    <message>
        <source>2. &amp;Sync or look at the sources</source>
        <translation>2. &amp;Abgleichen oder die Quellen ansehen</translation>
    </message>
    <message>
        <source>Nothing was compared for %1 yet</source>
        <translation>Für %1 wurde noch nichts verglichen</translation>
    </message>
    <message>
        <source>No source has brought anything for this month, so nothing is known of it, neither good nor bad. Import the PSA's lines and the vendors' reports of the month, or sync the sources. The comparison then runs by itself.</source>
        <translation>Keine Quelle hat für diesen Monat etwas gebracht, also ist nichts über ihn bekannt, weder Gutes noch Schlechtes. Importieren Sie die Positionen des PSA und die Berichte der Anbieter für den Monat, oder gleichen Sie die Quellen ab. Der Vergleich läuft dann von selbst.</translation>
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
    <name>br::PastText</name>
    <message>
        <source> · %1 from %2</source>
        <translation> · %1 ab %2</translation>
    </message>
    <message>
        <source> · until %1</source>
        <translation> · bis %1</translation>
    </message>
    <message>
        <source>
seen then: billed %1, counted %2, %3</source>
        <translation>
damals: berechnet %1, gezählt %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>The same since %1, for %n months</source>
        <translation>
            <numerusform>Dasselbe seit %1, im %n. Monat</numerusform>
            <numerusform>Dasselbe seit %1, seit %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same since %1, for %n months: %2 in all</source>
        <translation>
            <numerusform>Dasselbe seit %1, %n Monat: zusammen %2</numerusform>
            <numerusform>Dasselbe seit %1, %n Monate: zusammen %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Carried over from %1:</source>
        <translation>Übernommen aus %1:</translation>
    </message>
    <message>
        <source>From %1, but the gap had changed:</source>
        <translation>Aus %1, aber die Differenz war eine andere:</translation>
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
        <translation>in keiner Leistung</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>verglichen</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Leistungen</translation>
    </message>
    <message>
        <source>Active lines</source>
        <translation>Aktive Positionen</translation>
    </message>
    <message>
        <source>Billed quantity</source>
        <translation>Berechnete Menge</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>Listenpreis</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Make a &amp;service of it…</source>
        <translation>Leistung da&amp;raus machen …</translation>
    </message>
    <message>
        <source>No product yet: they come with the PSA's agreement lines.</source>
        <translation>Noch kein Produkt: sie kommen mit den Vertragspositionen des PSA.</translation>
    </message>
    <message>
        <source>Every billed product is in a service.</source>
        <translation>Jedes berechnete Produkt gehört zu einer Leistung.</translation>
    </message>
    <message numerus="yes">
        <source>%n billed product(s) are in no service: nothing counts what they bill. That is fine for flat fees.</source>
        <translation>
            <numerusform>%n berechnetes Produkt gehört zu keiner Leistung: nichts zählt, was es berechnet. Für Pauschalen ist das in Ordnung.</numerusform>
            <numerusform>%n berechnete Produkte gehören zu keiner Leistung: nichts zählt, was sie berechnen. Für Pauschalen ist das in Ordnung.</numerusform>
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
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>br::QueryChips</name>
    <message>
        <source>Parts of the filter</source>
        <translation>Teile des Filters</translation>
    </message>
    <message>
        <source>%1
Selects this part of the filter in the text</source>
        <translation>%1
Markiert diesen Teil des Filters im Text</translation>
    </message>
    <message>
        <source>Filter %1, edit</source>
        <translation>Filter %1, ändern</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>Take filter %1 away</source>
        <translation>Filter %1 wegnehmen</translation>
    </message>
</context>
<context>
    <name>br::QuerySheet</name>
    <message>
        <source>Search language</source>
        <translation>Suchsprache</translation>
    </message>
    <message>
        <source>All words must fit. Words without a field look everywhere.</source>
        <translation>Alle Wörter müssen passen. Wörter ohne Feld suchen überall.</translation>
    </message>
    <message>
        <source>the field holds the text</source>
        <translation>das Feld enthält den Text</translation>
    </message>
    <message>
        <source>the field is exactly this</source>
        <translation>das Feld ist genau dies</translation>
    </message>
    <message>
        <source>not these</source>
        <translation>diese nicht</translation>
    </message>
    <message>
        <source>one or the other</source>
        <translation>das eine oder das andere</translation>
    </message>
    <message>
        <source>numbers: more, less, between</source>
        <translation>Zahlen: mehr, weniger, zwischen</translation>
    </message>
    <message>
        <source>a day, a month or a year</source>
        <translation>ein Tag, ein Monat oder ein Jahr</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>* any letters, ? one letter</source>
        <translation>* beliebige Buchstaben, ? ein Buchstabe</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
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
        <translation>%1 wird abgeglichen</translation>
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
        <translation>Neu abgleichen</translation>
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
        <translation>Alles Geprüfte ist berechnet, wie es gezählt ist. Konten und Zähler ohne Gegenstück stehen unter „Zuordnung“.</translation>
    </message>
    <message>
        <source>The filter hides all of %1</source>
        <translation>Der Filter blendet alles aus %1 aus</translation>
    </message>
    <message>
        <source>Nothing fits “%1”.</source>
        <translation>Nichts passt zu „%1“.</translation>
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
        <translation>
            <numerusform>%n genehmigen …</numerusform>
            <numerusform>%n genehmigen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n…</source>
        <translation>
            <numerusform>%n hinnehmen …</numerusform>
            <numerusform>%n hinnehmen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Hinnehmen …</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n…</source>
        <translation>
            <numerusform>%n verwerfen …</numerusform>
            <numerusform>%n verwerfen …</numerusform>
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
        <source>Only “%1”</source>
        <translation>Nur „%1“</translation>
    </message>
    <message>
        <source>Exclude “%1”</source>
        <translation>Ohne „%1“</translation>
    </message>
    <message>
        <source>"%1" does nothing with this row.</source>
        <translation>„%1“ bewirkt bei dieser Zeile nichts.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Nothing was compared for %1 yet</source>
        <translation>Für %1 wurde noch nichts verglichen</translation>
    </message>
    <message>
        <source>Its source brought nothing, or far less than the month before. Enter approves it all the same.</source>
        <translation>Die Quelle der Zeile brachte nichts oder weit weniger als im Vormonat. Enter gibt sie trotzdem frei.</translation>
    </message>
    <message>
        <source>"%1" does nothing with a row that is decided: %2 opens it again.</source>
        <translation>„%1“ bewirkt bei einer entschiedenen Zeile nichts: %2 öffnet sie wieder.</translation>
    </message>
</context>
<context>
    <name>br::Screenshots</name>
    <message>
        <source>The window did not come to rest; no further picture is taken.</source>
        <translation>Das Fenster kam nicht zur Ruhe; es wird kein weiteres Bild gemacht.</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
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
    <name>br::SecretsDialog</name>
    <message>
        <source>&amp;Keep in this system's keychain</source>
        <translation>Im &amp;Schlüsselbund dieses Systems behalten</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Anmelden bei %1</translation>
    </message>
    <message>
        <source>Sign in to %1 (%2)</source>
        <translation>Anmelden bei %1 (%2)</translation>
    </message>
    <message>
        <source>No keychain can be used here: what you enter is forgotten when the sync is over.</source>
        <translation>Hier ist kein Schlüsselbund nutzbar: was Sie eingeben, wird nach dem Abruf vergessen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>br::ServiceForm</name>
    <message>
        <source>Name of the service</source>
        <translation>Name der Leistung</translation>
    </message>
    <message>
        <source>For example Endpoint protection</source>
        <translation>Zum Beispiel Endgeräteschutz</translation>
    </message>
    <message>
        <source>Id of the service</source>
        <translation>Kennung der Leistung</translation>
    </message>
    <message>
        <source>made from the name</source>
        <translation>aus dem Namen gebildet</translation>
    </message>
    <message>
        <source>Group of services that replace one another</source>
        <translation>Gruppe von Leistungen, die einander ersetzen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Services of one group may be billed for one another by mistake: that is shown as a wrong service, not as two findings</source>
        <translation>Leistungen einer Gruppe können versehentlich füreinander berechnet sein: das erscheint als falsche Leistung, nicht als zwei Befunde</translation>
    </message>
    <message>
        <source>Default price a month</source>
        <translation>Standardpreis im Monat</translation>
    </message>
    <message>
        <source>Currency of the default price</source>
        <translation>Währung des Standardpreises</translation>
    </message>
    <message>
        <source>the workspace's</source>
        <translation>die der Arbeitsdatei</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Kennung</translation>
    </message>
    <message>
        <source>It is billed by these products</source>
        <translation>Diese Produkte berechnen sie</translation>
    </message>
    <message>
        <source>It is counted by these meters</source>
        <translation>Diese Zähler zählen sie</translation>
    </message>
    <message>
        <source>How several meters are put together</source>
        <translation>Wie mehrere Zähler zusammenkommen</translation>
    </message>
    <message>
        <source>Add them up</source>
        <translation>Zusammenzählen</translation>
    </message>
    <message>
        <source>Take the largest</source>
        <translation>Den größten nehmen</translation>
    </message>
    <message>
        <source>Count the same asset once</source>
        <translation>Denselben Einzelposten einmal zählen</translation>
    </message>
    <message>
        <source>What makes two assets the same</source>
        <translation>Was zwei Einzelposten gleich macht</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>derselbe Name</translation>
    </message>
    <message>
        <source>the same id</source>
        <translation>dieselbe Kennung</translation>
    </message>
    <message>
        <source>Included, taken off</source>
        <translation>Enthalten, wird abgezogen</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Sold in packs of</source>
        <translation>Verkauft in Paketen zu</translation>
    </message>
    <message>
        <source>Days an ended asset still counts</source>
        <translation>Tage, die ein beendeter Posten noch zählt</translation>
    </message>
    <message>
        <source>Days without being seen that are told</source>
        <translation>Tage ohne Lebenszeichen, die gemeldet werden</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Difference that is fine, units</source>
        <translation>Unbedenkliche Differenz, Einheiten</translation>
    </message>
    <message>
        <source>Difference that is fine, percent</source>
        <translation>Unbedenkliche Differenz, Prozent</translation>
    </message>
    <message>
        <source>Difference that is fine, money a month</source>
        <translation>Unbedenkliche Differenz, Geld im Monat</translation>
    </message>
    <message>
        <source>Difference of unit cost that is fine</source>
        <translation>Unbedenkliche Differenz der Kosten je Einheit</translation>
    </message>
    <message>
        <source>units or</source>
        <translation>Einheiten oder</translation>
    </message>
    <message>
        <source>Several meters</source>
        <translation>Mehrere Zähler</translation>
    </message>
    <message>
        <source>Then, in this order</source>
        <translation>Dann, in dieser Folge</translation>
    </message>
    <message>
        <source>Incl&amp;uded, taken off</source>
        <translation>&amp;Enthalten, abgezogen</translation>
    </message>
    <message>
        <source>In &amp;packs of</source>
        <translation>In &amp;Paketen zu</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Gr&amp;oup</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>Told when not seen for (&amp;days)</source>
        <translation>Melden, wenn nicht gesehen (&amp;Tage)</translation>
    </message>
    <message>
        <source>Fine up to</source>
        <translation>Unbedenklich bis</translation>
    </message>
    <message>
        <source>percent, or</source>
        <translation>Prozent, oder</translation>
    </message>
    <message>
        <source>money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Unit cost may differ &amp;by</source>
        <translation>&amp;Kosten dürfen abweichen um</translation>
    </message>
    <message>
        <source>Give the service a name; its id is made from it.</source>
        <translation>Geben Sie der Leistung einen Namen; ihre Kennung entsteht daraus.</translation>
    </message>
    <message>
        <source>%1 is no currency we know: three letters such as EUR.</source>
        <translation>%1 ist keine bekannte Währung: drei Buchstaben wie EUR.</translation>
    </message>
    <message>
        <source>Say by which products it is billed and by which meters it is counted.</source>
        <translation>Sagen Sie, welche Produkte sie berechnen und welche Zähler sie zählen.</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>&amp;Mindestens</translation>
    </message>
    <message>
        <source>Ended &amp;assets count for (days)</source>
        <translation>&amp;Beendete Einträge zählen noch (Tage)</translation>
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
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Meters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Read from file…</source>
        <translation>Aus Datei lesen …</translation>
    </message>
    <message>
        <source>Write to file…</source>
        <translation>In Datei schreiben …</translation>
    </message>
    <message>
        <source>&amp;Save service</source>
        <translation>Leistung &amp;speichern</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Leistungen</translation>
    </message>
    <message>
        <source>A service is what is compared: the products that bill it and the meters that count it. Make the first one with New, or from a meter under Mapping.</source>
        <translation>Verglichen werden Leistungen: die Produkte, die sie berechnen, und die Zähler, die sie zählen. Legen Sie die erste mit „Neu“ an, oder aus einem Zähler unter „Zuordnung“.</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>There is a service with the id %1 already. Choose another id.</source>
        <translation>Eine Leistung mit der Kennung %1 gibt es schon. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>What it compared is compared no longer. Decisions taken about it stay in the record.</source>
        <translation>Was sie verglich, wird nicht mehr verglichen. Getroffene Entscheidungen bleiben aufgezeichnet.</translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation>Leistung entfernen</translation>
    </message>
    <message>
        <source>Read services</source>
        <translation>Leistungen lesen</translation>
    </message>
    <message>
        <source>Services (*.json);;All files (*)</source>
        <translation>Leistungen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Replace all services?</source>
        <translation>Alle Leistungen ersetzen?</translation>
    </message>
    <message>
        <source>The services of the file take the place of all that are here now.</source>
        <translation>Die Leistungen der Datei treten an die Stelle aller jetzigen.</translation>
    </message>
    <message>
        <source>Replace services</source>
        <translation>Leistungen ersetzen</translation>
    </message>
    <message>
        <source>Nothing was stored</source>
        <translation>Nichts wurde gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>The file has %n problem(s).</source>
        <translation>
            <numerusform>Die Datei hat %n Fehler.</numerusform>
            <numerusform>Die Datei hat %n Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write services</source>
        <translation>Leistungen schreiben</translation>
    </message>
    <message>
        <source>Services (*.json)</source>
        <translation>Leistungen (*.json)</translation>
    </message>
    <message>
        <source>Services written to %1.</source>
        <translation>Leistungen nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>The service was changed</source>
        <translation>Die Leistung wurde geändert</translation>
    </message>
    <message>
        <source>The change of this service is not saved yet. Save it before another one is shown?</source>
        <translation>Die Änderung dieser Leistung ist noch nicht gespeichert. Soll sie gespeichert werden, bevor eine andere gezeigt wird?</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>Ne&amp;u</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>Remov&amp;e…</source>
        <translation>Ent&amp;fernen …</translation>
    </message>
    <message>
        <source>Rever&amp;t</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The change of this service is not saved yet. Save it before the workspace is left?</source>
        <translation>Die Änderung dieser Leistung ist noch nicht gespeichert. Speichern, bevor die Arbeitsdatei verlassen wird?</translation>
    </message>
</context>
<context>
    <name>br::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the list of discrepancies</source>
        <translation>In der Liste der Abweichungen</translation>
    </message>
    <message>
        <source>Open the row</source>
        <translation>Zeile öffnen</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>Diese Taste &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>New key of the action</source>
        <translation>Neue Taste der Aktion</translation>
    </message>
    <message>
        <source>All keys are as the program has them.</source>
        <translation>Alle Tasten sind, wie das Programm sie hat.</translation>
    </message>
    <message>
        <source>New &amp;key</source>
        <translation>Neue &amp;Taste</translation>
    </message>
    <message>
        <source>In every table, always so</source>
        <translation>In jeder Tabelle, immer so</translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation>Gewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy them with headers</source>
        <translation>Mit Kopfzeile kopieren</translation>
    </message>
    <message>
        <source>Menu of the cell</source>
        <translation>Menü der Zelle</translation>
    </message>
    <message>
        <source>Menu key, or right click</source>
        <translation>Menütaste oder rechte Maustaste</translation>
    </message>
    <message>
        <source>Your own key; the program's: %1</source>
        <translation>Eigene Taste; die des Programms: %1</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>Wählen Sie eine Aktion, um ihr eine andere Taste zu geben.</translation>
    </message>
    <message>
        <source>%1 copies in every table and cannot be given away.</source>
        <translation>%1 kopiert in jeder Tabelle und ist nicht zu vergeben.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Give that one another key first.</source>
        <translation>%1 gehört zu „%2“. Geben Sie jener erst eine andere Taste.</translation>
    </message>
    <message>
        <source>“%1” is now %2.</source>
        <translation>„%1“ ist jetzt %2.</translation>
    </message>
    <message>
        <source>In the search line, always so</source>
        <translation>In der Suchzeile, immer so</translation>
    </message>
    <message>
        <source>Clear the search; once more: back to the list</source>
        <translation>Suche leeren; noch einmal: zurück zur Liste</translation>
    </message>
    <message>
        <source>Search, and go to the list</source>
        <translation>Suchen und zur Liste gehen</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Zur Liste</translation>
    </message>
    <message>
        <source>In Mapping, always so</source>
        <translation>In der Zuordnung, immer so</translation>
    </message>
    <message>
        <source>Undo the last link</source>
        <translation>Letzte Zuordnung rückgängig machen</translation>
    </message>
    <message>
        <source>Link it again</source>
        <translation>Noch einmal zuordnen</translation>
    </message>
</context>
<context>
    <name>br::SourceAdder</name>
    <message>
        <source>Secrets go into %1 and nowhere else: not into the workspace, not into a log.</source>
        <translation>Geheimnisse kommen in %1 und nirgends sonst hin: nicht in die Arbeitsdatei, nicht in ein Protokoll.</translation>
    </message>
    <message>
        <source>%1 The secrets are asked for at each sync and never stored.</source>
        <translation>%1 Die Geheimnisse werden bei jedem Abruf erfragt und nie gespeichert.</translation>
    </message>
    <message>
        <source>Your own manifest %1 cannot be used: %2</source>
        <translation>Ihr eigenes Manifest %1 ist nicht nutzbar: %2</translation>
    </message>
    <message>
        <source>Secrets are not kept</source>
        <translation>Geheimnisse werden nicht behalten</translation>
    </message>
    <message>
        <source>%1 was added. Its secrets could not be kept and will be asked for at each sync.</source>
        <translation>%1 wurde hinzugefügt. Die Geheimnisse konnten nicht behalten werden und werden bei jedem Abruf erfragt.</translation>
    </message>
    <message>
        <source>%1 was changed. Its secrets could not be kept and will be asked for at each sync.</source>
        <translation>%1 wurde geändert. Die Geheimnisse konnten nicht aufbewahrt werden und werden bei jedem Abgleich erfragt.</translation>
    </message>
</context>
<context>
    <name>br::SourceTables</name>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1: %2 Zeilen</translation>
    </message>
    <message>
        <source> on %1 pages</source>
        <translation> auf %1 Seiten</translation>
    </message>
    <message>
        <source>, the vendor states %1</source>
        <translation>, der Anbieter nennt %1</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>The vendor's clock: %1</source>
        <translation>Die Uhr des Anbieters: %1</translation>
    </message>
    <message>
        <source>sync, held</source>
        <translation>Abruf, zurückgehalten</translation>
    </message>
    <message>
        <source>Far fewer rows than the month before: not in force until you confirm it.</source>
        <translation>Weit weniger Zeilen als im Vormonat: gilt erst, wenn Sie es bestätigen.</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>Liefert</translation>
    </message>
    <message>
        <source>what is billed (PSA)</source>
        <translation>was berechnet wird (PSA)</translation>
    </message>
    <message>
        <source>what is used (vendor)</source>
        <translation>was genutzt wird (Anbieter)</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>Genommen</translation>
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
        <translation>Stände</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Eingelesen</translation>
    </message>
    <message>
        <source>Files or streams</source>
        <translation>Dateien oder Listen</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Genommen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
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
</context>
<context>
    <name>br::SourcesPage</name>
    <message>
        <source>%1: %2 rows kept for %3.</source>
        <translation>%1: %2 Zeilen genommen für %3.</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Einlesungen</translation>
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
        <source>R&amp;emove source…</source>
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
        <translation>Noch keine Quelle. Ziehen Sie den Vertragsbericht des PSA und den Bericht eines Anbieters hierher, oder wählen Sie „Dateien einlesen“: die Quelle entsteht dabei.</translation>
    </message>
    <message>
        <source>Drop files anywhere in this window to import them. The newest complete import of a source and month is the one that counts.</source>
        <translation>Ziehen Sie Dateien irgendwo in dieses Fenster, um sie einzulesen. Es gilt der neueste vollständige Stand einer Quelle und eines Monats.</translation>
    </message>
    <message>
        <source>Imports of %1</source>
        <translation>Eingelesen von %1</translation>
    </message>
    <message>
        <source>Rejected rows of %1: none</source>
        <translation>Abgewiesene Zeilen von %1: keine</translation>
    </message>
    <message>
        <source>Rejected rows of %1</source>
        <translation>Abgewiesene Zeilen von %1</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Its imports stay in the workspace as evidence, but no longer count. Services that count its meters become unverified.</source>
        <translation>Das Eingelesene bleibt als Beleg in der Arbeitsdatei, zählt aber nicht mehr. Leistungen, die ihre Zähler nutzen, werden ungeprüft.</translation>
    </message>
    <message>
        <source>Remove source</source>
        <translation>Quelle entfernen</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>A&amp;brufen</translation>
    </message>
    <message>
        <source>Read the chosen source over the network for this month</source>
        <translation>Die gewählte Quelle für diesen Monat über das Netz lesen</translation>
    </message>
    <message>
        <source>Sync a&amp;ll</source>
        <translation>A&amp;lle abrufen</translation>
    </message>
    <message>
        <source>Read every source that has a connection, side by side</source>
        <translation>Jede Quelle mit Verbindung lesen, nebeneinander</translation>
    </message>
    <message>
        <source>Use the hel&amp;d result…</source>
        <translation>&amp;Zurückgehaltenes nutzen …</translation>
    </message>
    <message>
        <source>Use the held result of %1</source>
        <translation>Zurückgehaltenes von %1 nutzen</translation>
    </message>
    <message>
        <source>%1 were read, far fewer than the month before. Why is that right?</source>
        <translation>%1 wurden gelesen, weit weniger als im Vormonat. Warum stimmt das?</translation>
    </message>
    <message>
        <source>Secrets were left behind</source>
        <translation>Geheimnisse blieben zurück</translation>
    </message>
    <message>
        <source>The source was removed, but its secrets could not be removed from the keychain. Remove them there by hand.</source>
        <translation>Die Quelle wurde entfernt, aber ihre Geheimnisse ließen sich nicht aus dem Schlüsselbund entfernen. Entfernen Sie sie dort von Hand.</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Sign in to the chosen source and read a little; nothing is stored</source>
        <translation>Bei der gewählten Quelle anmelden und ein wenig lesen; nichts wird gespeichert</translation>
    </message>
    <message>
        <source>Si&amp;gn in…</source>
        <translation>An&amp;melden …</translation>
    </message>
    <message>
        <source>Sign in to the vendor with your browser</source>
        <translation>Mit Ihrem Browser beim Anbieter anmelden</translation>
    </message>
    <message>
        <source>&amp;Change source…</source>
        <translation>Quelle ä&amp;ndern…</translation>
    </message>
    <message>
        <source>Other settings or another secret for the chosen source; its name and its imports stay</source>
        <translation>Andere Einstellungen oder ein anderes Geheimnis für die gewählte Quelle; Name und Importe bleiben</translation>
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
        <translation>BillingReconcile</translation>
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
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>br::SyncBoard</name>
    <message>
        <source>Syncs that run or just ended</source>
        <translation>Abrufe, die laufen oder gerade endeten</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the sync of %1</source>
        <translation>Abruf von %1 abbrechen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>the vendor asked to slow down, going on in %1 s</source>
        <translation>der Anbieter bat zu warten, weiter in %1 s</translation>
    </message>
    <message>
        <source>Dismiss the line of %1</source>
        <translation>Zeile von %1 schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>br::Syncer</name>
    <message>
        <source>This source's sign-in is not in the keychain yet. What you enter goes there and nowhere else.</source>
        <translation>Die Anmeldung dieser Quelle ist noch nicht im Schlüsselbund. Was Sie eingeben, kommt dorthin und nirgends sonst hin.</translation>
    </message>
    <message>
        <source>%1 What you enter is used for this sync only and then forgotten.</source>
        <translation>%1 Was Sie eingeben, dient nur diesem Abruf und wird dann vergessen.</translation>
    </message>
    <message>
        <source>%1 rows for %2</source>
        <translation>%1 Zeilen für %2</translation>
    </message>
    <message>
        <source>Held, not in force: %1</source>
        <translation>Zurückgehalten, gilt nicht: %1</translation>
    </message>
    <message>
        <source>Incomplete, nothing was changed: %1</source>
        <translation>Unvollständig, nichts wurde geändert: %1</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The connection works. %1</source>
        <translation>Die Verbindung steht. %1</translation>
    </message>
    <message>
        <source>Signed in. It can be synced now.</source>
        <translation>Angemeldet. Jetzt kann synchronisiert werden.</translation>
    </message>
</context>
<context>
    <name>br::TableModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>br::TraceView</name>
    <message>
        <source>ended %1</source>
        <translation>beendet am %1</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>gesehen am %1</translation>
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
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>br::TrendView</name>
    <message>
        <source>Trend over months</source>
        <translation>Verlauf über die Monate</translation>
    </message>
    <message>
        <source>%1: not reconciled</source>
        <translation>%1: nicht abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>%1: not billed %2, billed too much %3, %n row(s) open</source>
        <translation>
            <numerusform>%1: nicht berechnet %2, zu viel berechnet %3, %n Zeile offen</numerusform>
            <numerusform>%1: nicht berechnet %2, zu viel berechnet %3, %n Zeilen offen</numerusform>
        </translation>
    </message>
    <message>
        <source>not reconciled</source>
        <translation>nicht abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
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
        <translation>Auswahl nach unten erweitern</translation>
    </message>
    <message>
        <source>Extend the selection up</source>
        <translation>Auswahl nach oben erweitern</translation>
    </message>
    <message>
        <source>Tick for a decision about many</source>
        <translation>Anhaken für eine gemeinsame Entscheidung</translation>
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
        <translation>Konto oder Zähler zuordnen</translation>
    </message>
    <message>
        <source>Add a note…</source>
        <translation>Notiz hinzufügen …</translation>
    </message>
    <message>
        <source>Into the details</source>
        <translation>In die Einzelheiten</translation>
    </message>
    <message>
        <source>Previous row, keeping the details</source>
        <translation>Vorige Zeile, Einzelheiten bleiben</translation>
    </message>
    <message>
        <source>Next row, keeping the details</source>
        <translation>Nächste Zeile, Einzelheiten bleiben</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Decide it again</source>
        <translation>Wieder so entscheiden</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Give up the ticks, then the filter</source>
        <translation>Häkchen aufgeben, dann den Filter</translation>
    </message>
    <message>
        <source>Show or hide the filters at the side</source>
        <translation>Filter an der Seite ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>br::TwoSides</name>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
</context>
<context>
    <name>br::VendorForm</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (nicht nötig)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>Zum Beispiel %1</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is the name of a server only, without https:// and without a path.</source>
        <translation>%1 ist nur der Name eines Servers, ohne https:// und ohne Pfad.</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>%1 does not have the form that the vendor uses.</source>
        <translation>%1 hat nicht die Form, die der Anbieter verwendet.</translation>
    </message>
    <message>
        <source>%1 does not have the form that the vendor uses, for example %2.</source>
        <translation>%1 hat nicht die Form, die der Anbieter verwendet, zum Beispiel %2.</translation>
    </message>
    <message>
        <source>Stays as it is where this is left empty</source>
        <translation>Bleibt, wie es ist, wenn dies leer bleibt</translation>
    </message>
</context>
<context>
    <name>br::ViewsButton</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Alle offenen</translation>
    </message>
    <message>
        <source>Open and over 100 a month</source>
        <translation>Offen und über 100 im Monat</translation>
    </message>
    <message>
        <source>Not billed today</source>
        <translation>Heute nicht berechnet</translation>
    </message>
    <message>
        <source>Billed too much</source>
        <translation>Zu viel berechnet</translation>
    </message>
    <message>
        <source>Unmapped</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Data in doubt</source>
        <translation>Zweifelhafte Daten</translation>
    </message>
    <message>
        <source>Changed after the decision</source>
        <translation>Nach der Entscheidung geändert</translation>
    </message>
    <message>
        <source>Accepted for a time</source>
        <translation>Auf Zeit hingenommen</translation>
    </message>
    <message>
        <source>Approved, to be exported</source>
        <translation>Genehmigt, noch auszugeben</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Views of the list</source>
        <translation>Ansichten der Liste</translation>
    </message>
    <message>
        <source>Ready-made and saved views of the list</source>
        <translation>Fertige und gespeicherte Ansichten der Liste</translation>
    </message>
    <message>
        <source>Of this workspace</source>
        <translation>Dieser Arbeitsdatei</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern …</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>Ansicht entfernen</translation>
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
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>one JSON document on standard output; decimals are strings, absent is null</source>
        <translation>ein JSON-Dokument auf der Standardausgabe; Dezimalzahlen sind Texte, Unbekanntes ist null</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>dieser Text</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>Verbs:</source>
        <translation>Verben:</translation>
    </message>
    <message>
        <source>A month from files to adjustments:</source>
        <translation>Ein Monat von den Dateien bis zu den Anpassungen:</translation>
    </message>
    <message>
        <source>Add --help to the verb to see what it takes.</source>
        <translation>Mit --help hinter dem Verb steht, was es nimmt.</translation>
    </message>
    <message>
        <source>standard output could not be written</source>
        <translation>die Standardausgabe war nicht beschreibbar</translation>
    </message>
    <message>
        <source>who acts, for the record; without it the login name</source>
        <translation>wer handelt, für die Aufzeichnung; sonst der Anmeldename</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>die Arbeitsdatei</translation>
    </message>
    <message>
        <source>List the approved adjustments of a period, as export would hand them over</source>
        <translation>Die genehmigten Anpassungen eines Monats zeigen, wie export sie übergäbe</translation>
    </message>
    <message>
        <source>the billing month</source>
        <translation>der Abrechnungsmonat</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>billed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>bill</source>
        <translation>berechnen</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
    <message>
        <source>impact</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>by</source>
        <translation>von</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>List what a source brought, newest first</source>
        <translation>Zeigen, was eine Quelle brachte, Neuestes zuerst</translation>
    </message>
    <message>
        <source>the source</source>
        <translation>die Quelle</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>period</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>eingelesen</translation>
    </message>
    <message>
        <source>rows in</source>
        <translation>Zeilen gelesen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>genommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Check that the workspace is whole: integrity, schema, evidence and the chain of the log</source>
        <translation>Prüfen, ob die Arbeitsdatei heil ist: Aufbau, Belege und die Kette des Protokolls</translation>
    </message>
    <message>
        <source>Exit code 1 when anything is broken; the first broken entry is named.</source>
        <translation>Rückgabe 1, wenn etwas beschädigt ist; der erste falsche Eintrag wird genannt.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>BROKEN</source>
        <translation>BESCHÄDIGT</translation>
    </message>
    <message>
        <source>List the clients of a period with their open rows and sums</source>
        <translation>Die Kunden eines Monats mit offenen Zeilen und Summen zeigen</translation>
    </message>
    <message>
        <source>a month that was reconciled</source>
        <translation>ein Monat, der abgeglichen wurde</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>not billed</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>billed too much</source>
        <translation>zu viel berechnet</translation>
    </message>
    <message>
        <source>Decide a discrepancy: adjust it, leave it, or say that it is none</source>
        <translation>Über eine Abweichung entscheiden: anpassen, so lassen, oder sagen, dass es keine ist</translation>
    </message>
    <message>
        <source>the discrepancy, as discrepancies shows it</source>
        <translation>die Abweichung, wie discrepancies sie zeigt</translation>
    </message>
    <message>
        <source>approve, accept, dismiss, reopen or start (take into review)</source>
        <translation>approve, accept, dismiss, reopen oder start (in Prüfung nehmen)</translation>
    </message>
    <message>
        <source>approve: from this day; without it the first day of the next period</source>
        <translation>approve: ab diesem Tag; sonst der erste des nächsten Monats</translation>
    </message>
    <message>
        <source>accept: until this day; without it once</source>
        <translation>accept: bis zu diesem Tag; sonst einmal</translation>
    </message>
    <message>
        <source>why; accept, dismiss and reopen need one</source>
        <translation>warum; accept, dismiss und reopen brauchen es</translation>
    </message>
    <message>
        <source>--quantity and --from go with approve only</source>
        <translation>--quantity und --from gehören nur zu approve</translation>
    </message>
    <message>
        <source>--until goes with accept only</source>
        <translation>--until gehört nur zu accept</translation>
    </message>
    <message>
        <source>List what was decided about a discrepancy, oldest first, with the numbers as seen then</source>
        <translation>Zeigen, was über eine Abweichung entschieden wurde, Ältestes zuerst, mit den damaligen Zahlen</translation>
    </message>
    <message>
        <source>the discrepancy</source>
        <translation>die Abweichung</translation>
    </message>
    <message>
        <source>at</source>
        <translation>am</translation>
    </message>
    <message>
        <source>act</source>
        <translation>Tat</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>billed then</source>
        <translation>damals berechnet</translation>
    </message>
    <message>
        <source>counted then</source>
        <translation>damals gezählt</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>List what needs a person, most money first</source>
        <translation>Zeigen, was jemanden braucht, das meiste Geld zuerst</translation>
    </message>
    <message>
        <source>only rows that match, such as kind:underbilled impact:&gt;50 -client:acme</source>
        <translation>nur passende Zeilen, wie kind:underbilled impact:&gt;50 -client:acme</translation>
    </message>
    <message>
        <source>write to this file; xlsx needs one</source>
        <translation>in diese Datei schreiben; xlsx braucht eine</translation>
    </message>
    <message>
        <source>xlsx needs -o FILE</source>
        <translation>xlsx braucht -o DATEI</translation>
    </message>
    <message>
        <source>List the log: who did what, newest first</source>
        <translation>Das Protokoll zeigen: wer was tat, Neuestes zuerst</translation>
    </message>
    <message>
        <source>how many; without it all</source>
        <translation>wie viele; sonst alle</translation>
    </message>
    <message>
        <source>Each entry carries the hash of the one before; check verifies the chain.</source>
        <translation>Jeder Eintrag trägt den Hash des vorigen; check prüft die Kette.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Write all exceptions to a file</source>
        <translation>Alle Ausnahmen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>die zu schreibende Datei</translation>
    </message>
    <message>
        <source>Take the exceptions from a file; they take the place of all that were there</source>
        <translation>Die Ausnahmen aus einer Datei nehmen; sie ersetzen alle bisherigen</translation>
    </message>
    <message>
        <source>the file to read</source>
        <translation>die zu lesende Datei</translation>
    </message>
    <message>
        <source>Taken whole or not at all: any wrong entry is named and nothing changes.</source>
        <translation>Ganz oder gar nicht: jeder falsche Eintrag wird genannt, und nichts ändert sich.</translation>
    </message>
    <message>
        <source>List the dated exceptions</source>
        <translation>Die befristeten Ausnahmen zeigen</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Write the approved adjustments of a period to a file for the PSA</source>
        <translation>Die genehmigten Anpassungen eines Monats für das PSA in eine Datei schreiben</translation>
    </message>
    <message>
        <source>neutral, connectwise, autotask or halopsa</source>
        <translation>neutral, connectwise, autotask oder halopsa</translation>
    </message>
    <message>
        <source>without it the ending of FILE, else csv</source>
        <translation>sonst die Endung der DATEI, sonst csv</translation>
    </message>
    <message>
        <source>Each export is an entry of the log. Outdated approvals are left out and named.</source>
        <translation>Jede Ausgabe ist ein Eintrag im Protokoll. Überholte Genehmigungen bleiben weg und werden genannt.</translation>
    </message>
    <message>
        <source>Import files of a source as one batch of a period</source>
        <translation>Dateien einer Quelle als einen Stand eines Monats einlesen</translation>
    </message>
    <message>
        <source>the source the files come from</source>
        <translation>die Quelle, von der die Dateien kommen</translation>
    </message>
    <message>
        <source>CSV or XLSX; several files make one batch</source>
        <translation>CSV oder XLSX; mehrere Dateien werden ein Stand</translation>
    </message>
    <message>
        <source>auto, a layout or a saved profile (see profiles); without it auto</source>
        <translation>auto, ein Format oder ein gespeichertes (siehe profiles); sonst auto</translation>
    </message>
    <message>
        <source>take a file of another month, one with too many rejected rows, or a vendor's report without rows</source>
        <translation>auch eine Datei eines anderen Monats nehmen, eine mit zu vielen abgewiesenen Zeilen, oder den Bericht eines Anbieters ohne Zeilen</translation>
    </message>
    <message>
        <source>The batch is stored whole or not at all. A failed or cancelled import leaves the last complete batch in force.</source>
        <translation>Der Stand wird ganz gespeichert oder gar nicht. Nach Fehler oder Abbruch gilt der letzte vollständige weiter.</translation>
    </message>
    <message>
        <source>Make a new workspace</source>
        <translation>Eine neue Arbeitsdatei anlegen</translation>
    </message>
    <message>
        <source>what the workspace is called; without it the file's name</source>
        <translation>wie die Arbeitsdatei heißt; sonst wie die Datei</translation>
    </message>
    <message>
        <source>ISO 4217 code for prices that state none; without it EUR</source>
        <translation>ISO-4217-Code für Preise ohne Währung; sonst EUR</translation>
    </message>
    <message>
        <source>Write all account links to a file</source>
        <translation>Alle Kontozuordnungen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Take account links from a file; links it does not name stay</source>
        <translation>Kontozuordnungen aus einer Datei nehmen; nicht genannte bleiben</translation>
    </message>
    <message>
        <source>List the account links</source>
        <translation>Die Kontozuordnungen zeigen</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Suggest a client for each account without a link; nothing is linked by this</source>
        <translation>Für jedes Konto ohne Zuordnung einen Kunden vorschlagen; zugeordnet wird dadurch nichts</translation>
    </message>
    <message>
        <source>whose accounts to look at</source>
        <translation>wessen Konten anzusehen sind</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>Take a meter's ignore back</source>
        <translation>Einen ausgelassenen Zähler wieder beachten</translation>
    </message>
    <message>
        <source>the source that counts it</source>
        <translation>die Quelle, die ihn zählt</translation>
    </message>
    <message>
        <source>the meter's id</source>
        <translation>die Kennung des Zählers</translation>
    </message>
    <message>
        <source>Put a meter out of sight: it needs no service</source>
        <translation>Einen Zähler auslassen: er braucht keine Leistung</translation>
    </message>
    <message>
        <source>List the meters of a period and the services that count them</source>
        <translation>Die Zähler eines Monats zeigen und die Leistungen, die sie zählen</translation>
    </message>
    <message>
        <source>the month to look at</source>
        <translation>der anzusehende Monat</translation>
    </message>
    <message>
        <source>meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Leistungen</translation>
    </message>
    <message>
        <source>assets</source>
        <translation>Einzelposten</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Add a note to a discrepancy or a client</source>
        <translation>Einer Abweichung oder einem Kunden eine Notiz geben</translation>
    </message>
    <message>
        <source>what to remember</source>
        <translation>was festzuhalten ist</translation>
    </message>
    <message>
        <source>the discrepancy it belongs to</source>
        <translation>die Abweichung, zu der sie gehört</translation>
    </message>
    <message>
        <source>or the client it belongs to</source>
        <translation>oder der Kunde, zu dem sie gehört</translation>
    </message>
    <message>
        <source>a note belongs to one of --key and --client</source>
        <translation>eine Notiz gehört zu --key oder --client</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Notiert.</translation>
    </message>
    <message>
        <source>List the notes of a discrepancy or a client</source>
        <translation>Die Notizen einer Abweichung oder eines Kunden zeigen</translation>
    </message>
    <message>
        <source>or the client</source>
        <translation>oder der Kunde</translation>
    </message>
    <message>
        <source>say whose notes: one of --key and --client</source>
        <translation>sagen Sie, wessen Notizen: --key oder --client</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>List every client and service of a period, billed and counted side by side</source>
        <translation>Jeden Kunden und jede Leistung eines Monats zeigen, berechnet neben gezählt</translation>
    </message>
    <message>
        <source>unit_price is per month, rounded to four places for showing; – and null are unknown. The JSON has the trace.</source>
        <translation>unit_price gilt je Monat, zum Zeigen auf vier Stellen gerundet; – und null sind unbekannt. Im JSON steht der Rechenweg.</translation>
    </message>
    <message>
        <source>unit price</source>
        <translation>Preis je Einheit</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>List the layouts and saved profiles that --layout takes, or remove a profile</source>
        <translation>Die Formate zeigen, die --layout nimmt, oder ein gespeichertes entfernen</translation>
    </message>
    <message>
        <source>remove this saved profile</source>
        <translation>dieses gespeicherte Format entfernen</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>what it reads</source>
        <translation>was es liest</translation>
    </message>
    <message>
        <source>saved profile</source>
        <translation>gespeichertes Format</translation>
    </message>
    <message>
        <source>Compare what is counted with what is billed for a period</source>
        <translation>Gezähltes und Berechnetes eines Monats vergleichen</translation>
    </message>
    <message>
        <source>the day that counts; without it the one used before, else the month's last</source>
        <translation>der Tag, der gilt; sonst der zuletzt genutzte, sonst der letzte des Monats</translation>
    </message>
    <message>
        <source>Positions and discrepancies of the period are replaced; decisions and notes stay with their discrepancies.</source>
        <translation>Positionen und Abweichungen des Monats werden ersetzt; Entscheidungen und Notizen bleiben bei ihren Abweichungen.</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>List the rows of a batch that were not taken, each with the reason</source>
        <translation>Die nicht genommenen Zeilen eines Stands zeigen, jede mit dem Grund</translation>
    </message>
    <message>
        <source>the number that import and batches show</source>
        <translation>die Nummer, die import und batches zeigen</translation>
    </message>
    <message>
        <source>list the rows that were taken with a warning instead</source>
        <translation>stattdessen die Zeilen zeigen, die mit einer Bemerkung genommen wurden</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Write all services to a file</source>
        <translation>Alle Leistungen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Take the services from a file; they take the place of all that were there</source>
        <translation>Die Leistungen aus einer Datei nehmen; sie ersetzen alle bisherigen</translation>
    </message>
    <message>
        <source>List the services: which products bill them and which meters count them</source>
        <translation>Die Leistungen zeigen: welche Produkte sie berechnen und welche Zähler sie zählen</translation>
    </message>
    <message>
        <source>services export writes the whole rules.</source>
        <translation>services export schreibt die ganzen Regeln.</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>billed by</source>
        <translation>berechnet durch</translation>
    </message>
    <message>
        <source>counted by</source>
        <translation>gezählt durch</translation>
    </message>
    <message>
        <source>none is installed</source>
        <translation>keiner ist installiert</translation>
    </message>
    <message>
        <source>Add a source: a connection to a PSA or a vendor</source>
        <translation>Eine Quelle anlegen: die Verbindung zu einem PSA oder Anbieter</translation>
    </message>
    <message>
        <source>what rules and imports call it</source>
        <translation>wie Regeln und Einlesen sie nennen</translation>
    </message>
    <message>
        <source>NAME is empty; give the source a name</source>
        <translation>NAME ist leer; geben Sie der Quelle einen Namen</translation>
    </message>
    <message>
        <source>List the sources; with a period, what each brought for it</source>
        <translation>Die Quellen zeigen; mit einem Monat auch, was jede dafür brachte</translation>
    </message>
    <message>
        <source>side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Stände</translation>
    </message>
    <message>
        <source>last batch</source>
        <translation>letzter Stand</translation>
    </message>
    <message>
        <source>in this period</source>
        <translation>in diesem Monat</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 %2 is missing</source>
        <translation>%1 %2 fehlt</translation>
    </message>
    <message>
        <source>%1 as of %2: %3 positions, %4 match, %5 discrepancies</source>
        <translation>%1 zum %2: %3 Positionen, %4 stimmen überein, %5 Abweichungen</translation>
    </message>
    <message>
        <source>%1 is given twice</source>
        <translation>%1 ist zweimal angegeben</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 needs a value: %2</source>
        <translation>%1 braucht einen Wert: %2</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 nimmt keinen Wert</translation>
    </message>
    <message>
        <source>%1 was never reconciled; run reconcile first</source>
        <translation>%1 wurde nie abgeglichen; rufen Sie erst reconcile auf</translation>
    </message>
    <message>
        <source>%1, row %2%3: %4</source>
        <translation>%1, Zeile %2%3: %4</translation>
    </message>
    <message>
        <source>%1: %2 by %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1: %2 in, %3 kept, %4 rejected</source>
        <translation>%1: %2 gelesen, %3 genommen, %4 abgewiesen</translation>
    </message>
    <message>
        <source>%1: %2 rows in, %3 kept, %4 rejected (%5)</source>
        <translation>%1: %2 Zeilen gelesen, %3 genommen, %4 abgewiesen (%5)</translation>
    </message>
    <message>
        <source>%1: "%2" needs a second word: %3</source>
        <translation>%1: „%2“ braucht ein zweites Wort: %3</translation>
    </message>
    <message>
        <source>%1: a verb is missing; --help lists them</source>
        <translation>%1: ein Verb fehlt; --help zeigt sie</translation>
    </message>
    <message>
        <source>%1: there is no verb "%2"; --help lists them</source>
        <translation>%1: ein Verb „%2“ gibt es nicht; --help zeigt sie</translation>
    </message>
    <message>
        <source>--format is "%1"; it takes csv, xlsx or pdf</source>
        <translation>--format ist „%1“; es nimmt csv, xlsx oder pdf</translation>
    </message>
    <message>
        <source>--format is "%1"; it takes json, csv or xlsx</source>
        <translation>--format ist „%1“; es nimmt json, csv oder xlsx</translation>
    </message>
    <message>
        <source>--json and --format %1 ask for two things</source>
        <translation>--json und --format %1 verlangen zweierlei</translation>
    </message>
    <message>
        <source>--limit is "%1"; it takes a whole number above zero</source>
        <translation>--limit ist „%1“; es nimmt eine ganze Zahl über null</translation>
    </message>
    <message>
        <source>--sheet is "%1"; it takes neutral, connectwise, autotask or halopsa</source>
        <translation>--sheet ist „%1“; es nimmt neutral, connectwise, autotask oder halopsa</translation>
    </message>
    <message>
        <source>--side is "%1"; it takes psa or vendor</source>
        <translation>--side ist „%1“; es nimmt psa oder vendor</translation>
    </message>
    <message>
        <source>Added the source %1.</source>
        <translation>Quelle %1 angelegt.</translation>
    </message>
    <message>
        <source>BillingReconcile %1 compares what vendors count with what the PSA bills.</source>
        <translation>BillingReconcile %1 vergleicht, was Anbieter zählen, mit dem, was das PSA berechnet.</translation>
    </message>
    <message>
        <source>Made %1 (%2, %3).</source>
        <translation>%1 angelegt (%2, %3).</translation>
    </message>
    <message>
        <source>Removed the source %1.</source>
        <translation>Quelle %1 entfernt.</translation>
    </message>
    <message>
        <source>The meter %1 of %2 is ignored.</source>
        <translation>Zähler %1 von %2 ist ausgelassen.</translation>
    </message>
    <message>
        <source>The meter %1 of %2 is looked at again.</source>
        <translation>Zähler %1 von %2 wird wieder beachtet.</translation>
    </message>
    <message>
        <source>The same adjustments were handed over before: %1 by %2, %3.</source>
        <translation>Dieselben Anpassungen wurden schon übergeben: %1 von %2, %3.</translation>
    </message>
    <message>
        <source>This batch takes the place of an earlier one of %1.</source>
        <translation>Dieser Stand ersetzt einen früheren von %1.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 geschrieben.</translation>
    </message>
    <message>
        <source>Wrote %1: %2 adjustments.</source>
        <translation>%1 geschrieben: %2 Anpassungen.</translation>
    </message>
    <message>
        <source>Wrote %1: %2 rows.</source>
        <translation>%1 geschrieben: %2 Zeilen.</translation>
    </message>
    <message>
        <source>"%1" is no act; there is approve, accept, dismiss, reopen and start</source>
        <translation>„%1“ ist keine Tat; es gibt approve, accept, dismiss, reopen und start</translation>
    </message>
    <message>
        <source>"%1" is not the number of a batch</source>
        <translation>„%1“ ist nicht die Nummer eines Stands</translation>
    </message>
    <message>
        <source>"%1" is one argument too many</source>
        <translation>„%1“ ist ein Argument zu viel</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Bemerkung: %1</translation>
    </message>
    <message>
        <source>nothing was taken from %1; correct the rows above and import it again</source>
        <translation>nichts aus %1 wurde genommen; berichtigen Sie die Zeilen oben und nehmen Sie sie neu</translation>
    </message>
    <message>
        <source>rejected: %1</source>
        <translation>abgewiesen: %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>the connector "%1" does not bring the %2 side</source>
        <translation>der Anschluss „%1“ bringt die Seite %2 nicht</translation>
    </message>
    <message>
        <source>there is no connector "%1"; %2</source>
        <translation>einen Anschluss „%1“ gibt es nicht; %2</translation>
    </message>
    <message>
        <source>there is no option %1</source>
        <translation>eine Option %1 gibt es nicht</translation>
    </message>
    <message>
        <source>there is: %1</source>
        <translation>es gibt: %1</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>warning: files or rules changed since %1 was reconciled; run reconcile to see their effect</source>
        <translation>Warnung: Dateien oder Regeln haben sich geändert, seit %1 abgeglichen wurde; reconcile zeigt die Wirkung</translation>
    </message>
    <message>
        <source> (end with Ctrl+D)</source>
        <translation> (Ende mit Ctrl+D)</translation>
    </message>
    <message>
        <source>%1 (your own, %2)</source>
        <translation>%1 (eigenes Manifest, %2)</translation>
    </message>
    <message>
        <source>%1 can be used.</source>
        <translation>%1 ist nutzbar.</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 ist nicht nutzbar</translation>
    </message>
    <message>
        <source>%1 gives %2 twice</source>
        <translation>%1 nennt %2 zweimal</translation>
    </message>
    <message>
        <source>%1 has no secret "%2"</source>
        <translation>%1 hat kein Geheimnis „%2“</translation>
    </message>
    <message>
        <source>%1 is "%2"; it takes name=value</source>
        <translation>%1 ist „%2“; es nimmt name=value</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 remarks about rows; rejected %2 lists them</source>
        <translation>%1 Bemerkungen zu Zeilen; rejected %2 zeigt sie</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows, %2 requests, %3 s</source>
        <translation>%1 Zeilen, %2 Anfragen, %3 s</translation>
    </message>
    <message>
        <source>%1 states the %2 side; leave --side out</source>
        <translation>%1 gibt die Seite %2 vor; lassen Sie --side weg</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1: %2 rows are held, not in force; see source confirm</source>
        <translation>%1: %2 Zeilen sind zurückgehalten und gelten nicht; siehe source confirm</translation>
    </message>
    <message>
        <source>%1: source secret %2 %3 %4</source>
        <translation>%1: source secret %2 %3 %4</translation>
    </message>
    <message>
        <source>--%1 belongs to a vendor: give --vendor too</source>
        <translation>--%1 gehört zu einem Anbieter: geben Sie auch --vendor an</translation>
    </message>
    <message>
        <source>--records is "%1"; it takes a whole number above zero</source>
        <translation>--records ist „%1“; es nimmt eine ganze Zahl über null</translation>
    </message>
    <message>
        <source>--wait is "%1"; it takes a number of seconds</source>
        <translation>--wait ist „%1“; es nimmt eine Anzahl Sekunden</translation>
    </message>
    <message>
        <source>A secret that --secret does not name comes from BILLINGRECONCILE_SECRET_TRY_&lt;FIELD&gt;.</source>
        <translation>Ein Geheimnis, das --secret nicht nennt, kommt aus BILLINGRECONCILE_SECRET_TRY_&lt;FIELD&gt;.</translation>
    </message>
    <message>
        <source>Check a vendor's manifest: what is wrong, by line and key</source>
        <translation>Das Manifest eines Anbieters prüfen: was falsch ist, nach Zeile und Schlüssel</translation>
    </message>
    <message>
        <source>Confirm a held result: a sync that brought less than half of last month's rows</source>
        <translation>Ein zurückgehaltenes Ergebnis bestätigen: ein Abruf, der weniger als die Hälfte der Zeilen des Vormonats brachte</translation>
    </message>
    <message>
        <source>Confirmed: %1 rows of %2 are in force for %3.</source>
        <translation>Bestätigt: %1 Zeilen von %2 gelten für %3.</translation>
    </message>
    <message>
        <source>Every verb takes --json, --lang and --help. Exit code: 0 done, 1 refused or failed (the reason on standard error), 2 usage.</source>
        <translation>Jedes Verb nimmt --json, --lang und --help. Rückgabe: 0 erledigt, 1 abgelehnt oder misslungen (der Grund auf der Standardfehlerausgabe), 2 falscher Aufruf.</translation>
    </message>
    <message>
        <source>Exit code 1 also when the source was removed but a secret of it could not be; it says which.</source>
        <translation>Rückgabe 1 auch, wenn die Quelle entfernt wurde, aber eines ihrer Geheimnisse nicht; es steht da, welches.</translation>
    </message>
    <message>
        <source>Exit code 1 when the manifest cannot be used.</source>
        <translation>Rückgabe 1, wenn das Manifest nicht nutzbar ist.</translation>
    </message>
    <message>
        <source>From then on the batch is in force. Without it, the next sync that brings enough takes its place.</source>
        <translation>Von da an gilt der Stapel. Ohne Bestätigung tritt der nächste Abruf, der genug bringt, an seine Stelle.</translation>
    </message>
    <message>
        <source>Keep a password or key of a source in the system's keychain</source>
        <translation>Ein Kennwort oder einen Schlüssel einer Quelle im Schlüsselbund des Systems behalten</translation>
    </message>
    <message>
        <source>Kept the secret %1 of %2 in %3.</source>
        <translation>Geheimnis %1 von %2 in %3 behalten.</translation>
    </message>
    <message>
        <source>List the connectors and the vendors they know, and where your own manifests go</source>
        <translation>Die Konnektoren und die Anbieter zeigen, die sie kennen, und wohin Ihre eigenen Manifeste kommen</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>One line a source on standard output, with the time, fit for a log. A source that fails keeps its last complete batch and never stops the others. A result of less than half of last month's rows, or none, is held: see source confirm. Exit code 1 when any source failed or is held. Secrets come from the keychain, or from BILLINGRECONCILE_SECRET_&lt;SOURCE&gt;_&lt;FIELD&gt;.</source>
        <translation>Je Quelle eine Zeile auf der Standardausgabe, mit Uhrzeit, geeignet für ein Protokoll. Eine Quelle, die misslingt, behält ihren letzten vollständigen Stapel und hält die anderen nie auf. Ein Ergebnis mit weniger als der Hälfte der Zeilen des Vormonats, oder ohne Zeilen, wird zurückgehalten: siehe source confirm. Rückgabe 1, wenn eine Quelle misslang oder zurückgehalten ist. Geheimnisse kommen aus dem Schlüsselbund oder aus BILLINGRECONCILE_SECRET_&lt;SOURCE&gt;_&lt;FIELD&gt;.</translation>
    </message>
    <message>
        <source>Open this address in a browser on this computer:</source>
        <translation>Öffnen Sie diese Adresse in einem Browser auf diesem Rechner:</translation>
    </message>
    <message>
        <source>Passwords and keys are never given here: see source secret.</source>
        <translation>Kennwörter und Schlüssel werden nie hier angegeben: siehe source secret.</translation>
    </message>
    <message>
        <source>Print the grammar of manifests, a JSON Schema that editors complete by</source>
        <translation>Die Grammatik der Manifeste ausgeben, ein JSON Schema, mit dem Editoren vervollständigen</translation>
    </message>
    <message>
        <source>Prints an address to open in a browser on this computer, and waits until you have signed in there.</source>
        <translation>Gibt eine Adresse aus, die in einem Browser auf diesem Rechner zu öffnen ist, und wartet, bis Sie sich dort angemeldet haben.</translation>
    </message>
    <message>
        <source>Read sources over the network, side by side; each becomes one batch of a period, or nothing</source>
        <translation>Quellen über das Netz lesen, nebeneinander; jede wird ein Stapel eines Monats, oder nichts</translation>
    </message>
    <message>
        <source>Remove a source and its secrets; its batches stay as evidence, out of force</source>
        <translation>Eine Quelle und ihre Geheimnisse entfernen; ihre Stapel bleiben als Beleg, gelten aber nicht mehr</translation>
    </message>
    <message>
        <source>Removed the secret %1 of %2 from %3.</source>
        <translation>Geheimnis %1 von %2 aus %3 entfernt.</translation>
    </message>
    <message>
        <source>Sign in to a vendor that wants a person in a browser; the token is kept in the keychain</source>
        <translation>Bei einem Anbieter anmelden, der einen Menschen im Browser verlangt; das Token bleibt im Schlüsselbund</translation>
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation>Bei %1 angemeldet.</translation>
    </message>
    <message>
        <source>Test a connection: sign in and read a little; nothing is stored</source>
        <translation>Eine Verbindung testen: anmelden und ein wenig lesen; nichts wird gespeichert</translation>
    </message>
    <message>
        <source>The connection of %1 works.</source>
        <translation>Die Verbindung von %1 steht.</translation>
    </message>
    <message>
        <source>The dry run was ended after %1 records.</source>
        <translation>Der Probelauf wurde nach %1 Datensätzen beendet.</translation>
    </message>
    <message>
        <source>The secret is typed (and not shown) or piped in, never an argument. It never enters the workspace. Where there is no keychain, set the environment variable BILLINGRECONCILE_SECRET_&lt;SOURCE&gt;_&lt;FIELD&gt; instead: upper case, other characters as _. It wins over the keychain.</source>
        <translation>Das Geheimnis wird getippt (und nicht angezeigt) oder per Pipe übergeben, nie als Argument. Es kommt nie in die Arbeitsdatei. Wo es keinen Schlüsselbund gibt, setzen Sie stattdessen die Umgebungsvariable BILLINGRECONCILE_SECRET_&lt;SOURCE&gt;_&lt;FIELD&gt;: Großbuchstaben, andere Zeichen als _. Sie hat Vorrang vor dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>Try a vendor's manifest: sign in and show the first records; nothing is stored</source>
        <translation>Das Manifest eines Anbieters ausprobieren: anmelden und die ersten Datensätze zeigen; nichts wird gespeichert</translation>
    </message>
    <message>
        <source>With --json each vendor comes with the fields of its form: --set takes its settings, source secret its secrets.</source>
        <translation>Mit --json kommt jeder Anbieter mit den Feldern seines Formulars: --set nimmt seine Einstellungen, source secret seine Geheimnisse.</translation>
    </message>
    <message>
        <source>Your own manifests go into %1</source>
        <translation>Ihre eigenen Manifeste kommen nach %1</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>eine JSON-Datei</translation>
    </message>
    <message>
        <source>a JSON file; connector schema prints its grammar</source>
        <translation>eine JSON-Datei; connector schema gibt ihre Grammatik aus</translation>
    </message>
    <message>
        <source>a secret that is read from standard input, one after the other</source>
        <translation>ein Geheimnis, das von der Standardeingabe gelesen wird, eines nach dem anderen</translation>
    </message>
    <message>
        <source>a secret was not removed: %1</source>
        <translation>ein Geheimnis wurde nicht entfernt: %1</translation>
    </message>
    <message>
        <source>a self-hosted server's own authority, as PEM</source>
        <translation>die eigene Zertifizierungsstelle eines selbst betriebenen Servers, als PEM</translation>
    </message>
    <message>
        <source>a setting of the vendor's form; connector list --json names them</source>
        <translation>eine Einstellung aus dem Formular des Anbieters; connector list --json nennt sie</translation>
    </message>
    <message>
        <source>a stand-in on this machine for that host (tests and demo)</source>
        <translation>ein Stellvertreter auf diesem Rechner für diesen Host (Tests und Vorführung)</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>enough was seen</source>
        <translation>es wurde genug gesehen</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>every source that is read over the network</source>
        <translation>jede Quelle, die über das Netz gelesen wird</translation>
    </message>
    <message>
        <source>held: %1 rows</source>
        <translation>zurückgehalten: %1 Zeilen</translation>
    </message>
    <message>
        <source>how many of each kind and stream; without it 3</source>
        <translation>wie viele von jeder Art und jedem Datenstrom; sonst 3</translation>
    </message>
    <message>
        <source>last sync</source>
        <translation>letzter Abruf</translation>
    </message>
    <message>
        <source>more than one line came from standard input; this secret is one line</source>
        <translation>über die Standardeingabe kam mehr als eine Zeile; dieses Geheimnis ist eine Zeile</translation>
    </message>
    <message>
        <source>name the sources, or give --all</source>
        <translation>nennen Sie die Quellen, oder geben Sie --all an</translation>
    </message>
    <message>
        <source>nothing came from standard input; type the secret, or pipe it in</source>
        <translation>über die Standardeingabe kam nichts; tippen Sie das Geheimnis ein, oder leiten Sie es hinein</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>so long for another program to leave the workspace; without it not at all</source>
        <translation>so lange warten, bis ein anderes Programm die Arbeitsdatei verlässt; sonst gar nicht</translation>
    </message>
    <message>
        <source>speak this language, like de; without it the environment's</source>
        <translation>diese Sprache sprechen, etwa de; sonst die der Umgebung</translation>
    </message>
    <message>
        <source>take it out of the keychain</source>
        <translation>aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>the billing month; without it the present one</source>
        <translation>der Abrechnungsmonat; sonst der jetzige</translation>
    </message>
    <message>
        <source>the connector "%1" works without vendors</source>
        <translation>der Konnektor „%1“ arbeitet ohne Anbieter</translation>
    </message>
    <message>
        <source>the connector carries no grammar</source>
        <translation>der Konnektor enthält keine Grammatik</translation>
    </message>
    <message>
        <source>the month that is asked for; without it the present one</source>
        <translation>der abgefragte Monat; sonst der jetzige</translation>
    </message>
    <message>
        <source>the sources</source>
        <translation>die Quellen</translation>
    </message>
    <message>
        <source>the vendor asks to wait: %1 s</source>
        <translation>der Anbieter bittet zu warten: %1 s</translation>
    </message>
    <message>
        <source>there is no translation "%1"; there are: %2</source>
        <translation>eine Übersetzung „%1“ gibt es nicht; es gibt: %2</translation>
    </message>
    <message>
        <source>there is no vendor "%1"; there is: %2</source>
        <translation>einen Anbieter „%1“ gibt es nicht; es gibt: %2</translation>
    </message>
    <message>
        <source>this program was started without connectors</source>
        <translation>dieses Programm wurde ohne Konnektoren gestartet</translation>
    </message>
    <message>
        <source>vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>what it states: billed lines, or counts and assets; a vendor's manifest knows it</source>
        <translation>was sie nennt: Positionen, oder Anzahlen und Geräte; das Manifest eines Anbieters weiß es</translation>
    </message>
    <message>
        <source>which connector brings its data: files, or the network</source>
        <translation>welcher Konnektor ihre Daten bringt: Dateien oder das Netz</translation>
    </message>
    <message>
        <source>which secret; connector list --json names them</source>
        <translation>welches Geheimnis; connector list --json nennt sie</translation>
    </message>
    <message>
        <source>whose API is read (rest); connector list shows them</source>
        <translation>wessen API gelesen wird (rest); connector list zeigt sie</translation>
    </message>
    <message>
        <source>why it is right, for the record</source>
        <translation>warum es richtig ist, für die Aufzeichnung</translation>
    </message>
    <message>
        <source>%1 declared</source>
        <translation>%1 angekündigt</translation>
    </message>
    <message>
        <source>%1 lists</source>
        <translation>%1 Listen</translation>
    </message>
    <message>
        <source>%1: %2 records on %3 pages</source>
        <translation>%1: %2 Datensätze auf %3 Seiten</translation>
    </message>
    <message>
        <source>%1: nothing was ever there at %2: is the path right?</source>
        <translation>%1: bei %2 war nie etwas: stimmt der Pfad?</translation>
    </message>
    <message>
        <source>A sync would store nothing: %1 of %2 records are rejected, more than %3 %</source>
        <translation>Ein Abruf würde nichts speichern: %1 von %2 Datensätzen werden abgelehnt, mehr als %3 %</translation>
    </message>
    <message>
        <source>ended since %1</source>
        <translation>beendet: %1</translation>
    </message>
    <message>
        <source>no total declared</source>
        <translation>keine Gesamtzahl angekündigt</translation>
    </message>
    <message>
        <source>without it what the ending of -o says, else a table for reading; csv and xlsx hold the same fields as json</source>
        <translation>ohne das nach der Endung von -o, sonst eine Tabelle zum Lesen; csv und xlsx enthalten dieselben Felder wie json</translation>
    </message>
    <message>
        <source>%1 reads files: it has no settings</source>
        <translation>%1 liest Dateien: Einstellungen gibt es nicht</translation>
    </message>
    <message>
        <source>Change the settings of a source; its name, vendor and imports stay</source>
        <translation>Die Einstellungen einer Quelle ändern; Name, Anbieter und Importe bleiben</translation>
    </message>
    <message>
        <source>Changed the source %1.</source>
        <translation>Die Quelle %1 wurde geändert.</translation>
    </message>
    <message>
        <source>What is not named stays as it is; --set id= empties a setting. Secrets are replaced by source secret.</source>
        <translation>Was nicht genannt ist, bleibt; --set id= leert eine Einstellung. Geheimnisse ersetzt source secret.</translation>
    </message>
    <message>
        <source>nothing to change: give --set, --ca or --connect-to</source>
        <translation>nichts zu ändern: geben Sie --set, --ca oder --connect-to an</translation>
    </message>
    <message>
        <source>there is no source named %1</source>
        <translation>es gibt keine Quelle namens %1</translation>
    </message>
    <message>
        <source>With --force it is taken all the same.</source>
        <translation>Mit --force wird es trotzdem genommen.</translation>
    </message>
    <message>
        <source>approve: bill this many in the end; without it what is billed plus the difference that the row states</source>
        <translation>approve: so viele am Ende berechnen; ohne Angabe, was berechnet wird, zuzüglich der Differenz der Zeile</translation>
    </message>
</context>
<context>
    <name>connect</name>
    <message>
        <source>no folder at all</source>
        <translation>gar kein Ordner</translation>
    </message>
    <message>
        <source>the connector "%1" in %2 could not be loaded: %3</source>
        <translation>der Anschluss „%1“ in %2 konnte nicht geladen werden: %3</translation>
    </message>
    <message>
        <source>there is no connector "%1"; searched: %2</source>
        <translation>es gibt keinen Anschluss „%1“; gesucht in: %2</translation>
    </message>
</context>
<context>
    <name>csv</name>
    <message>
        <source>a cell is larger than 1 MB; a quotation mark may be missing before it</source>
        <translation>eine Zelle ist größer als 1 MB; vielleicht fehlt davor ein Anführungszeichen</translation>
    </message>
    <message>
        <source>the row is larger than any table's; a line break may be missing</source>
        <translation>die Zeile ist größer als die jeder Tabelle; vielleicht fehlt ein Zeilenumbruch</translation>
    </message>
    <message>
        <source>a quotation mark opens here and never closes</source>
        <translation>ein Anführungszeichen öffnet hier und schließt nie</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end: %2</source>
        <translation>%1 ist nicht bis zum Ende lesbar: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 could not be read at row %2: %3</source>
        <translation>%1 war in Zeile %2 nicht lesbar: %3</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file in it</source>
        <translation>%1 ist ein Ordner; nennen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>%1 is empty; there is nothing to import in it</source>
        <translation>%1 ist leer; es gibt darin nichts einzulesen</translation>
    </message>
    <message>
        <source>%1 is not a text file (it holds bytes that no text has); export it again as CSV or XLSX</source>
        <translation>%1 ist keine Textdatei (sie enthält Bytes, die kein Text hat); geben Sie sie neu als CSV oder XLSX aus</translation>
    </message>
    <message>
        <source>%1 says that it is UTF-8 and then holds bytes that are not; export it again as CSV UTF-8</source>
        <translation>%1 nennt sich UTF-8 und enthält dann Bytes, die es nicht sind; geben Sie sie neu als CSV UTF-8 aus</translation>
    </message>
    <message>
        <source>%1, row %2: %3. Nothing of this file was taken</source>
        <translation>%1, Zeile %2: %3. Nichts aus dieser Datei wurde genommen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>reading %1 was cancelled</source>
        <translation>das Lesen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
</context>
<context>
    <name>date</name>
    <message>
        <source>"%1" is not a date of the form 2026-10-31</source>
        <translation>„%1“ ist kein Tag der Form 2026-10-31</translation>
    </message>
    <message>
        <source>"%1" is not a period; write year and month, such as 2026-10</source>
        <translation>„%1“ ist kein Monat; schreiben Sie Jahr und Monat, wie 2026-10</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>the cell is empty; this column must be filled in every row</source>
        <translation>die Zelle ist leer; diese Spalte muss in jeder Zeile gefüllt sein</translation>
    </message>
    <message>
        <source>more than 4 decimal places: rounded to 4</source>
        <translation>mehr als 4 Nachkommastellen: auf 4 gerundet</translation>
    </message>
    <message>
        <source>day and month cannot be told apart in this date; write it as 2026-10-31</source>
        <translation>Tag und Monat sind in diesem Datum nicht zu unterscheiden; schreiben Sie es als 2026-10-31</translation>
    </message>
    <message>
        <source>No file was named</source>
        <translation>Keine Datei wurde genannt</translation>
    </message>
    <message>
        <source>Map a client, a product and the quantity: nothing can be billed without them</source>
        <translation>Ordnen Sie Kunde, Produkt und Menge zu: ohne sie ist nichts zu berechnen</translation>
    </message>
    <message>
        <source>Map the account: whose product or device a row is</source>
        <translation>Ordnen Sie das Konto zu: wessen Produkt oder Gerät eine Zeile ist</translation>
    </message>
    <message>
        <source>Map the product that is counted, or the device or user</source>
        <translation>Ordnen Sie das gezählte Produkt zu, oder das Gerät oder den Nutzer</translation>
    </message>
    <message>
        <source>Map the quantity, or the device or user where each row is one</source>
        <translation>Ordnen Sie die Menge zu, oder das Gerät oder den Nutzer, wo jede Zeile einer ist</translation>
    </message>
    <message>
        <source>Give the profile a name</source>
        <translation>Geben Sie dem Format einen Namen</translation>
    </message>
    <message>
        <source>it is taken by itself only where few other columns stand</source>
        <translation>es wird von selbst nur genommen, wo wenige andere Spalten stehen</translation>
    </message>
    <message>
        <source>Map its columns once and save that as a profile, or name the layout.</source>
        <translation>Ordnen Sie die Spalten einmal zu und behalten Sie das als Format, oder nennen Sie das Format.</translation>
    </message>
    <message>
        <source>there is nothing to count in them</source>
        <translation>darin ist nichts zu zählen</translation>
    </message>
    <message>
        <source>corrections of earlier billing cycles were left out: the latest cycle counts</source>
        <translation>Korrekturen früherer Abrechnungszeiträume blieben weg: der letzte zählt</translation>
    </message>
    <message>
        <source>the charge that these rows correct is in an earlier invoice: the new full quantity was taken</source>
        <translation>die Position, die diese Zeilen korrigieren, steht in einer früheren Rechnung: die neue volle Menge wurde genommen</translation>
    </message>
    <message>
        <source>an asset needs an id or a name</source>
        <translation>ein Einzelposten braucht eine Kennung oder einen Namen</translation>
    </message>
    <message>
        <source>a negative quantity: kept, and it lowers what is billed</source>
        <translation>eine negative Menge: genommen, sie senkt das Berechnete</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 does not fit the layout that was asked for.</source>
        <translation>%1 passt nicht zu dem verlangten Format.</translation>
    </message>
    <message>
        <source>%1 fits no layout.</source>
        <translation>%1 passt zu keinem Format.</translation>
    </message>
    <message>
        <source>%1 has a header and no rows below it</source>
        <translation>%1 hat eine Kopfzeile und keine Zeilen darunter</translation>
    </message>
    <message>
        <source>%1 is a PDF document; export the table as CSV or XLSX</source>
        <translation>%1 ist ein PDF; geben Sie die Tabelle als CSV oder XLSX aus</translation>
    </message>
    <message>
        <source>%1 is a file of a PSA (%2), and this source is a vendor's: import it at the PSA's source</source>
        <translation>%1 ist eine Datei eines PSA (%2), und diese Quelle ist die eines Anbieters: lesen Sie sie bei der Quelle des PSA ein</translation>
    </message>
    <message>
        <source>%1 is a file of a vendor (%2), and this source is the PSA: import it at the vendor's source</source>
        <translation>%1 ist eine Datei eines Anbieters (%2), und diese Quelle ist das PSA: lesen Sie sie bei der Quelle des Anbieters ein</translation>
    </message>
    <message>
        <source>%1 is a folder; name the files in it</source>
        <translation>%1 ist ein Ordner; nennen Sie die Dateien darin</translation>
    </message>
    <message>
        <source>%1 is an old .xls workbook or one with a password; save it as .xlsx without a password, or as CSV</source>
        <translation>%1 ist eine alte .xls-Mappe oder eine mit Kennwort; speichern Sie sie als .xlsx ohne Kennwort, oder als CSV</translation>
    </message>
    <message>
        <source>%1 is missing (%2 stands where it was)</source>
        <translation>%1 fehlt (an seiner Stelle steht %2)</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is not UTF-8: its letters were read as Windows-1252 (Latin-1). Check names with accents</source>
        <translation>%1 ist nicht UTF-8: die Buchstaben wurden als Windows-1252 (Latin-1) gelesen. Prüfen Sie Namen mit Umlauten</translation>
    </message>
    <message>
        <source>%1 is of %2 and was taken for %3 because the import was forced</source>
        <translation>%1 ist von %2 und wurde für %3 genommen, weil das Einlesen erzwungen war</translation>
    </message>
    <message>
        <source>%1 is of %2, and the period chosen is %3. Choose %2, or force the import if this file is meant</source>
        <translation>%1 ist von %2, gewählt ist %3. Wählen Sie %2, oder erzwingen Sie das Einlesen, wenn diese Datei gemeint ist</translation>
    </message>
    <message>
        <source>%1 names no account; its rows belong to the account "%2"</source>
        <translation>%1 nennt kein Konto; die Zeilen gehören zum Konto „%2“</translation>
    </message>
    <message>
        <source>%1: %2 rows in all: %3</source>
        <translation>%1: insgesamt %2 Zeilen: %3</translation>
    </message>
    <message>
        <source>%1: %2 rows left out: %3</source>
        <translation>%1: %2 Zeilen weggelassen: %3</translation>
    </message>
    <message>
        <source>%1: a comma in numbers such as 1,234 was read as a thousands sign</source>
        <translation>%1: ein Komma in Zahlen wie 1,234 wurde als Tausenderzeichen gelesen</translation>
    </message>
    <message>
        <source>%1: nothing in it was seen after %2. Make sure that it is the list of %3, not of an earlier month</source>
        <translation>%1: nach %2 wurde nichts darin gesehen. Prüfen Sie, dass es die Liste von %3 ist, nicht eines früheren Monats</translation>
    </message>
    <message>
        <source>%1: nothing says whether dates such as 10/11 begin with the day or the month; they were read month first</source>
        <translation>%1: nichts sagt, ob Daten wie 10/11 mit Tag oder Monat beginnen; sie wurden mit dem Monat zuerst gelesen</translation>
    </message>
    <message>
        <source>%1: numbers were read with a decimal comma</source>
        <translation>%1: Zahlen wurden mit Dezimalkomma gelesen</translation>
    </message>
    <message>
        <source>%1: some dates have the day first and some the month; open dates such as 10/11 were read month first</source>
        <translation>%1: manche Daten haben den Tag zuerst und manche den Monat; offene wie 10/11 wurden mit dem Monat zuerst gelesen</translation>
    </message>
    <message>
        <source>%1: the column %2 stands more than once in the header (row %3), so it is not clear which one to read. Remove or rename one</source>
        <translation>%1: die Spalte %2 steht mehrfach in der Kopfzeile (Zeile %3), also ist unklar, welche zu lesen ist. Entfernen Sie eine oder benennen Sie sie um</translation>
    </message>
    <message>
        <source>Column %1 of the profile is missing; %2 stands where it was and was not read</source>
        <translation>Spalte %1 des Formats fehlt; %2 steht an ihrer Stelle und wurde nicht gelesen</translation>
    </message>
    <message>
        <source>Columns seen: %1.</source>
        <translation>Gesehene Spalten: %1.</translation>
    </message>
    <message>
        <source>Nearest layout: %1; %2.</source>
        <translation>Nächstes Format: %1; %2.</translation>
    </message>
    <message>
        <source>The column %1 stands more than once; what it says was kept but not used</source>
        <translation>Die Spalte %1 steht mehrfach da; ihr Inhalt wurde behalten, aber nicht genutzt</translation>
    </message>
    <message>
        <source>The field "%1" is mapped to a column that the file does not have</source>
        <translation>Das Feld „%1“ ist einer Spalte zugeordnet, die die Datei nicht hat</translation>
    </message>
    <message>
        <source>The file fits the layout "%1" as well; "%2" was taken</source>
        <translation>Die Datei passt auch zum Format „%1“; genommen wurde „%2“</translation>
    </message>
    <message>
        <source>The layout "%1" is for the other side: check whether the source is a PSA or a vendor</source>
        <translation>Das Format „%1“ ist für die andere Seite: prüfen Sie, ob die Quelle ein PSA oder ein Anbieter ist</translation>
    </message>
    <message>
        <source>There is no field "%1" on this side</source>
        <translation>Ein Feld „%1“ gibt es auf dieser Seite nicht</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>Es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>There is no layout and no profile named "%1"</source>
        <translation>Es gibt kein Format „%1“</translation>
    </message>
    <message>
        <source>"%1" is neither true nor false (true, false, yes, no, 1, 0)</source>
        <translation>„%1“ ist weder wahr noch falsch (true, false, yes, no, 1, 0)</translation>
    </message>
    <message>
        <source>"%1" is no billing cycle: monthly, quarterly or annual</source>
        <translation>„%1“ ist kein Turnus: monthly, quarterly oder annual</translation>
    </message>
    <message>
        <source>"%1" is no measure: purchased, assigned or used</source>
        <translation>„%1“ ist kein Maß: purchased, assigned oder used</translation>
    </message>
    <message>
        <source>"%1" is none of the values this column has in this layout</source>
        <translation>„%1“ ist keiner der Werte, die diese Spalte in diesem Format hat</translation>
    </message>
    <message>
        <source>"%1" is not a date; write it as 2026-10-31</source>
        <translation>„%1“ ist kein Datum; schreiben Sie es als 2026-10-31</translation>
    </message>
    <message>
        <source>the cell is in another currency than the row, which is in %1; add a currency column</source>
        <translation>die Zelle ist in anderer Währung als die Zeile, die in %1 ist; fügen Sie eine Währungsspalte hinzu</translation>
    </message>
    <message>
        <source>the line "%1" stands already in %2, row %3; each line id may stand once</source>
        <translation>die Position „%1“ steht schon in %2, Zeile %3; jede Positionskennung darf einmal stehen</translation>
    </message>
    <message>
        <source>the row has %1 cells and the header %2: a cell that holds the separator is not in quotation marks</source>
        <translation>die Zeile hat %1 Zellen und die Kopfzeile %2: eine Zelle mit dem Trennzeichen steht nicht in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file; save the table to a file first</source>
        <translation>%1 ist keine gewöhnliche Datei; speichern Sie die Tabelle zuerst in eine Datei</translation>
    </message>
    <message>
        <source>%1: hidden sheets were not read: %2</source>
        <translation>%1: verborgene Blätter wurden nicht gelesen: %2</translation>
    </message>
    <message>
        <source>%1: the sheet %2 was read, its other sheets were not: %3</source>
        <translation>%1: Das Blatt %2 wurde gelesen, die anderen nicht: %3</translation>
    </message>
    <message>
        <source>%1: the sheets %2 have the same columns and were read as one</source>
        <translation>%1: Die Blätter %2 haben dieselben Spalten und wurden als eines gelesen</translation>
    </message>
    <message>
        <source>an invoice states what was charged in its month; what is paid for longer is not in it again</source>
        <translation>eine Rechnung nennt, was in ihrem Monat berechnet wurde; was länger bezahlt ist, steht nicht noch einmal darin</translation>
    </message>
    <message>
        <source>this may be %1 or %2, and no other number of the file says which: %3 was taken</source>
        <translation>das kann %1 oder %2 sein, und keine andere Zahl der Datei sagt, welches: %3 wurde genommen</translation>
    </message>
    <message>
        <source>total or footer</source>
        <translation>Summe oder Fußzeile</translation>
    </message>
    <message>
        <source>%1: %2 stand under several accounts and were read as "%3" each; links of the plain names no longer hold</source>
        <translation>%1: %2 stehen unter mehreren Konten und wurden je als „%3“ gelesen; Zuordnungen der bloßen Namen gelten nicht mehr</translation>
    </message>
    <message>
        <source>%1: its dates have the day first, other than the vendor writes them; they were read so</source>
        <translation>%1: in den Daten steht der Tag zuerst, anders als der Anbieter sie schreibt; sie wurden so gelesen</translation>
    </message>
    <message>
        <source>%1: its dates have the month first, other than the vendor writes them; they were read so</source>
        <translation>%1: in den Daten steht der Monat zuerst, anders als der Anbieter sie schreibt; sie wurden so gelesen</translation>
    </message>
    <message>
        <source>%1: some dates have the day first and some the month, so that none such as 10/11 can be trusted. Download the file again and do not save it with a spreadsheet</source>
        <translation>%1: manche Daten haben den Tag zuerst und manche den Monat, so dass keinem wie 10/11 zu trauen ist. Laden Sie die Datei neu herunter und speichern Sie sie nicht mit einer Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Nothing was imported: %1 and %2 name no account, and by their names both belong to "%3", which would be counted twice. Rename them after their tenants, or leave one out</source>
        <translation>Nichts wurde importiert: %1 und %2 nennen kein Konto, und nach ihren Namen gehören beide zu „%3“, das doppelt gezählt würde. Benennen Sie sie nach ihren Mandanten, oder lassen Sie eine weg</translation>
    </message>
    <message>
        <source>"%1" stands under several accounts; each has an account of its own now</source>
        <translation>„%1“ steht unter mehreren Konten; jedes hat nun ein eigenes Konto</translation>
    </message>
    <message>
        <source>a line that bills %1 to %2 was rejected, so that what is billed of it is not known: the comparison does without it, and may say that nobody bills the product</source>
        <translation>eine Position, die %1 an %2 berechnet, wurde abgelehnt, also ist nicht bekannt, was davon berechnet wird: der Vergleich kommt ohne sie aus und meldet vielleicht, dass niemand das Produkt berechnet</translation>
    </message>
    <message>
        <source>It looks more like a file of a PSA (%1). Check that it is this vendor's: else a PSA is compared with itself</source>
        <translation>Sie sieht eher aus wie eine Datei eines PSA (%1). Prüfen Sie, ob sie von diesem Hersteller ist: sonst wird ein PSA mit sich selbst verglichen</translation>
    </message>
    <message>
        <source>It looks more like a file of a vendor (%1). Check that it is the PSA's: else a vendor is compared with itself</source>
        <translation>Sie sieht eher aus wie eine Datei eines Herstellers (%1). Prüfen Sie, ob sie vom PSA ist: sonst wird ein Hersteller mit sich selbst verglichen</translation>
    </message>
    <message>
        <source>No layout is near to this file. Map its columns</source>
        <translation>Kein Format kommt dieser Datei nahe. Ordnen Sie ihre Spalten zu</translation>
    </message>
    <message>
        <source>Say which column is "%1": the layout needs it</source>
        <translation>Geben Sie an, welche Spalte „%1“ ist: das Format braucht sie</translation>
    </message>
    <message>
        <source>The profile %1 is made of the layout "%2", which this program does not have. Remove the profile and map the columns again.</source>
        <translation>Das Profil %1 beruht auf dem Format „%2“, das dieses Programm nicht hat. Entfernen Sie das Profil und ordnen Sie die Spalten neu zu.</translation>
    </message>
    <message>
        <source>The profile %1 names the column "%2", which the layout "%3" does not have. Remove the profile and map the columns again.</source>
        <translation>Das Profil %1 nennt die Spalte „%2“, die das Format „%3“ nicht hat. Entfernen Sie das Profil und ordnen Sie die Spalten neu zu.</translation>
    </message>
    <message>
        <source>The column "%1" stands more than once in the file, so it is not clear which one to read. Choose another</source>
        <translation>Die Spalte „%1“ steht mehrmals in der Datei; es ist nicht klar, welche zu lesen ist. Wählen Sie eine andere</translation>
    </message>
    <message>
        <source>The columns "%1" and "%2" cannot both be "%3"</source>
        <translation>Die Spalten „%1“ und „%2“ können nicht beide „%3“ sein</translation>
    </message>
    <message>
        <source>The file would not be recognised by these columns. Choose columns that have a heading</source>
        <translation>An diesen Spalten würde die Datei nicht erkannt. Wählen Sie Spalten, die eine Überschrift haben</translation>
    </message>
    <message>
        <source>"%1" is a layout that comes with the program. Give the profile another name</source>
        <translation>„%1“ ist ein Format, das mit dem Programm kommt. Geben Sie dem Profil einen anderen Namen</translation>
    </message>
    <message>
        <source>%1 has sheets of %2 and none of %3. Choose one of these months, or force the import if all sheets together are meant</source>
        <translation>%1 hat Blätter von %2 und keines von %3. Wählen Sie einen dieser Monate, oder erzwingen Sie das Einlesen, wenn alle Blätter zusammen gemeint sind</translation>
    </message>
    <message>
        <source>%1 is JSON, no table; export the report as CSV or XLSX</source>
        <translation>%1 ist JSON, keine Tabelle; exportieren Sie den Bericht als CSV oder XLSX</translation>
    </message>
    <message>
        <source>%1 is a web page or XML, whatever its name ends with; open it in a spreadsheet and save it as .xlsx or CSV</source>
        <translation>%1 ist eine Webseite oder XML, wie auch immer der Name endet; öffnen Sie die Datei in einer Tabellenkalkulation und speichern Sie sie als .xlsx oder CSV</translation>
    </message>
    <message>
        <source>%1, row %2 was not read: %3</source>
        <translation>%1, Zeile %2 wurde nicht gelesen: %3</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1: the name "%2" is of %3. Make sure that it is the list of %4</source>
        <translation>%1: der Name „%2“ ist von %3. Prüfen Sie, ob es die Liste von %4 ist</translation>
    </message>
    <message>
        <source>"%1" has another decimal sign than the file's first numbers; write all of them alike</source>
        <translation>„%1“ hat ein anderes Dezimalzeichen als die ersten Zahlen der Datei; schreiben Sie alle gleich</translation>
    </message>
    <message>
        <source>the charge that these rows reduce is in an earlier invoice: how many are left is not known</source>
        <translation>die Berechnung, die diese Zeilen verringern, steht in einer früheren Rechnung: wie viele übrig sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>this row stands here a second time with the same subscription and the same cells, and both were counted: leave one out if it is there by mistake</source>
        <translation>diese Zeile steht hier ein zweites Mal mit demselben Abonnement und denselben Zellen, und beide wurden gezählt: lassen Sie eine weg, wenn sie versehentlich da ist</translation>
    </message>
    <message>
        <source>it has no column %1</source>
        <translation>es hat keine Spalte %1</translation>
    </message>
</context>
<context>
    <name>json</name>
    <message>
        <source>"%1" is no value that JSON knows</source>
        <translation>„%1“ ist kein Wert, den JSON kennt</translation>
    </message>
    <message>
        <source>\u is not followed by the number of a character</source>
        <translation>auf \u folgt nicht die Nummer eines Zeichens</translation>
    </message>
    <message>
        <source>a backslash stands before a letter that needs none</source>
        <translation>ein Backslash steht vor einem Buchstaben, der keinen braucht</translation>
    </message>
    <message>
        <source>a comma, a colon or a bracket is missing near here</source>
        <translation>hier in der Nähe fehlt ein Komma, ein Doppelpunkt oder eine Klammer</translation>
    </message>
    <message>
        <source>a text holds a control character that JSON does not allow</source>
        <translation>ein Text enthält ein Steuerzeichen, das JSON nicht erlaubt</translation>
    </message>
    <message>
        <source>a text is not closed</source>
        <translation>ein Text ist nicht abgeschlossen</translation>
    </message>
    <message>
        <source>a value is needed here</source>
        <translation>hier wird ein Wert gebraucht</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>more than %1 levels of brackets stand in each other</source>
        <translation>mehr als %1 Ebenen von Klammern stehen ineinander</translation>
    </message>
    <message>
        <source>the answer ends in the middle: it was cut off on its way</source>
        <translation>die Antwort endet mittendrin: sie wurde unterwegs abgeschnitten</translation>
    </message>
    <message>
        <source>the answer holds more than %1 values; ask for smaller pages</source>
        <translation>die Antwort enthält mehr als %1 Werte; fragen Sie kleinere Seiten ab</translation>
    </message>
    <message>
        <source>the answer is a web page, not data: is the address right?</source>
        <translation>die Antwort ist eine Webseite, keine Daten: stimmt die Adresse?</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>die Antwort ist leer</translation>
    </message>
    <message>
        <source>the answer is not UTF-8: a byte here belongs to no character</source>
        <translation>die Antwort ist nicht UTF-8: ein Byte hier gehört zu keinem Zeichen</translation>
    </message>
    <message>
        <source>the answer is too large to be read</source>
        <translation>die Antwort ist zu groß zum Lesen</translation>
    </message>
    <message>
        <source>the document has ended, and something stands behind it</source>
        <translation>das Dokument ist zu Ende, und dahinter steht noch etwas</translation>
    </message>
    <message>
        <source>the member "%1" stands twice in one object</source>
        <translation>das Feld „%1“ steht zweimal in einem Objekt</translation>
    </message>
</context>
<context>
    <name>layout</name>
    <message>
        <source>A layout is a JSON object; this text is not: %1</source>
        <translation>Ein Format ist ein JSON-Objekt; dieser Text ist keines: %1</translation>
    </message>
    <message>
        <source>The layout "%1" cannot be used: %2</source>
        <translation>Das Format „%1“ ist nicht nutzbar: %2</translation>
    </message>
</context>
<context>
    <name>manifest</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 does not fit the form %2</source>
        <translation>%1 passt nicht zur Form %2</translation>
    </message>
    <message>
        <source>%1 has the same id "%2"; it was left out</source>
        <translation>%1 hat dieselbe id „%2“; es wurde weggelassen</translation>
    </message>
    <message>
        <source>%1 is less than %2</source>
        <translation>%1 ist kleiner als %2</translation>
    </message>
    <message>
        <source>%1 is none of %2.</source>
        <translation>%1 ist keines von %2.</translation>
    </message>
    <message>
        <source>%1 is not between %2 and %3</source>
        <translation>%1 liegt nicht zwischen %2 und %3</translation>
    </message>
    <message>
        <source>%1 stands here; %2 is right</source>
        <translation>hier steht %1; richtig ist %2</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>"%1" is asked for and used nowhere</source>
        <translation>„%1“ wird abgefragt und nirgends verwendet</translation>
    </message>
    <message>
        <source>"%1" is missing here</source>
        <translation>„%1“ fehlt hier</translation>
    </message>
    <message>
        <source>"%1" is neither true nor false</source>
        <translation>„%1“ ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>"%1" is no billing cycle: monthly, quarterly or annual</source>
        <translation>„%1“ ist kein Turnus: monthly, quarterly oder annual</translation>
    </message>
    <message>
        <source>"%1" is no key here; known are %2.</source>
        <translation>„%1“ ist hier kein Schlüssel; bekannt sind %2.</translation>
    </message>
    <message>
        <source>"%1" is no measure: purchased, assigned or used</source>
        <translation>„%1“ ist kein Maß: purchased, assigned oder used</translation>
    </message>
    <message>
        <source>"%1" is no number of months that a cost is for: 1, 3, 12 …</source>
        <translation>„%1“ ist keine Zahl von Monaten, für die Kosten gelten: 1, 3, 12 …</translation>
    </message>
    <message>
        <source>"%1" is none of the choices</source>
        <translation>„%1“ ist nicht in der Auswahl</translation>
    </message>
    <message>
        <source>"%1" is not in "hosts": it would never be talked to</source>
        <translation>„%1“ steht nicht in „hosts“: damit würde nie gesprochen</translation>
    </message>
    <message>
        <source>"%1" is the name of a scope; choose another id</source>
        <translation>„%1“ ist der Name eines Bereichs; wählen Sie eine andere id</translation>
    </message>
    <message>
        <source>"%1" is there only in auth</source>
        <translation>„%1“ gibt es nur in auth</translation>
    </message>
    <message>
        <source>"%1" names "%2", and "%3" declares nothing</source>
        <translation>„%1“ nennt „%2“, und „%3“ deklariert nichts</translation>
    </message>
    <message>
        <source>"%1" needs "%2" beside it</source>
        <translation>„%1“ braucht „%2“ neben sich</translation>
    </message>
    <message>
        <source>"%1" stands twice here, in other letters</source>
        <translation>„%1“ steht hier zweimal, in anderer Schreibung</translation>
    </message>
    <message>
        <source>"%1": $outer is there only in an emit with "each"</source>
        <translation>„%1“: $outer gibt es nur in einem emit mit „each“</translation>
    </message>
    <message>
        <source>"%1": "$%2" is no scope and no discovery step before this.</source>
        <translation>„%1“: „$%2“ ist kein Bereich und kein discovery-Schritt davor.</translation>
    </message>
    <message>
        <source>"%1": there are only %2 generations of parents here</source>
        <translation>„%1“: hier gibt es nur %2 Ebenen von Eltern</translation>
    </message>
    <message>
        <source>"%1": there is no "%2" in "%3"; there are %4.</source>
        <translation>„%1“: „%2“ gibt es in „%3“ nicht; es gibt %4.</translation>
    </message>
    <message>
        <source>"%1": there is no parent here; "for_each" of a stream names one</source>
        <translation>„%1“: hier gibt es keine Eltern; „for_each“ eines Datenstroms nennt sie</translation>
    </message>
    <message>
        <source>"base" is missing here: requests with a "path" are put behind it</source>
        <translation>„base“ fehlt hier: Anfragen mit einem „path“ werden daran angehängt</translation>
    </message>
    <message>
        <source>"in": "body" needs a request with a body</source>
        <translation>"in": "body" braucht eine Anfrage mit Body</translation>
    </message>
    <message>
        <source>"more" needs "more": the path that says whether there is more</source>
        <translation>„more“ braucht „more“: den Pfad, der sagt, ob es mehr gibt</translation>
    </message>
    <message>
        <source>"no_next" ends only cursor, next_url and link_header; this list would have no end</source>
        <translation>„no_next“ beendet nur cursor, next_url und link_header; diese Liste hätte kein Ende</translation>
    </message>
    <message>
        <source>"refresh" needs "refresh_token": the path of $refresh in the answer</source>
        <translation>„refresh“ braucht „refresh_token“: den Pfad von $refresh in der Antwort</translation>
    </message>
    <message>
        <source>"short_page" needs "size": how many records a full page has</source>
        <translation>„short_page“ braucht „size“: wie viele Datensätze eine volle Seite hat</translation>
    </message>
    <message>
        <source>"total" needs "complete": {"total": …}; without it the list would have no end</source>
        <translation>„total“ braucht "complete": {"total": …}; sonst hätte die Liste kein Ende</translation>
    </message>
    <message>
        <source>"total_pages" needs "complete": {"total_pages": …}; without it the list would have no end</source>
        <translation>„total_pages“ braucht "complete": {"total_pages": …}; sonst hätte die Liste kein Ende</translation>
    </message>
    <message>
        <source>a host is a name without https://</source>
        <translation>ein Host ist ein Name ohne https://</translation>
    </message>
    <message>
        <source>a list […]</source>
        <translation>eine Liste […]</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a path begins with /; it is put behind "base"</source>
        <translation>ein Pfad beginnt mit /; er wird an „base“ angehängt</translation>
    </message>
    <message>
        <source>a secret may stand only in auth, headers, query, body and form</source>
        <translation>ein Geheimnis darf nur in auth, headers, query, body und form stehen</translation>
    </message>
    <message>
        <source>a secret must not stand in an address: put it into a header, the query or the body</source>
        <translation>ein Geheimnis darf nicht in einer Adresse stehen: setzen Sie es in einen Header, die Query oder den Body</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>an address begins with https:// or with a value</source>
        <translation>eine Adresse beginnt mit https:// oder mit einem Wert</translation>
    </message>
    <message>
        <source>an address begins with https://; nothing is sent unencrypted</source>
        <translation>eine Adresse beginnt mit https://; nichts wird unverschlüsselt gesendet</translation>
    </message>
    <message>
        <source>an object {…}</source>
        <translation>ein Objekt {…}</translation>
    </message>
    <message>
        <source>another secret has the id "%1"</source>
        <translation>ein anderes Geheimnis hat die id „%1“</translation>
    </message>
    <message>
        <source>another setting has the id "%1"</source>
        <translation>eine andere Einstellung hat die id „%1“</translation>
    </message>
    <message>
        <source>another step has the id "%1"</source>
        <translation>ein anderer Schritt hat die id „%1“</translation>
    </message>
    <message>
        <source>another stream has the id "%1"</source>
        <translation>ein anderer Datenstrom hat die id „%1“</translation>
    </message>
    <message>
        <source>another stream keeps other fields in the table "%1"</source>
        <translation>ein anderer Datenstrom behält andere Felder in der Tabelle „%1“</translation>
    </message>
    <message>
        <source>exactly one of the known forms is right here</source>
        <translation>hier ist genau eine der bekannten Formen richtig</translation>
    </message>
    <message>
        <source>no stream before this one has the id "%1"; streams are read in their order.</source>
        <translation>kein Datenstrom vor diesem hat die id „%1“; Datenströme werden der Reihe nach gelesen.</translation>
    </message>
    <message>
        <source>no stream before this one keeps a table "%1".</source>
        <translation>kein Datenstrom vor diesem behält eine Tabelle „%1“.</translation>
    </message>
    <message>
        <source>nothing is made of the stream "%1", and no other stream uses it</source>
        <translation>aus dem Datenstrom „%1“ wird nichts gemacht, und kein anderer nutzt ihn</translation>
    </message>
    <message>
        <source>the example "%1" does not fit the pattern</source>
        <translation>das Beispiel „%1“ passt nicht zum Muster</translation>
    </message>
    <message>
        <source>the list is too short</source>
        <translation>die Liste ist zu kurz</translation>
    </message>
    <message>
        <source>the regular expression is wrong at character %1: %2</source>
        <translation>der reguläre Ausdruck ist bei Zeichen %1 falsch: %2</translation>
    </message>
    <message>
        <source>the table "%1" keeps %2, not "%3"</source>
        <translation>die Tabelle „%1“ behält %2, nicht „%3“</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>der Text ist leer</translation>
    </message>
    <message>
        <source>there are too few or too many keys here</source>
        <translation>hier sind zu wenige oder zu viele Schlüssel</translation>
    </message>
    <message>
        <source>there is no vendor "%1".</source>
        <translation>einen Anbieter „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>this combination is not allowed</source>
        <translation>diese Kombination ist nicht erlaubt</translation>
    </message>
    <message>
        <source>this does not belong here</source>
        <translation>das gehört nicht hierher</translation>
    </message>
    <message>
        <source>this has none of the forms that are known here</source>
        <translation>das hat keine der Formen, die hier bekannt sind</translation>
    </message>
    <message>
        <source>this replaces the shipped manifest of %1</source>
        <translation>das ersetzt das mitgelieferte Manifest von %1</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>without "identity" a record that comes twice, on two pages, is counted twice and not noticed</source>
        <translation>ohne „identity“ wird ein Datensatz, der zweimal kommt, auf zwei Seiten, unbemerkt doppelt gezählt</translation>
    </message>
    <message>
        <source>%1 is larger than 2 MB, too large for a manifest</source>
        <translation>%1 ist größer als 2 MB, zu groß für ein Manifest</translation>
    </message>
    <message>
        <source>"%1" is no letter of a date; there are d, M, y and of times H, h, m, s, z, a, t. A letter as it is stands in quotes: 'T'</source>
        <translation>„%1“ ist kein Buchstabe eines Datums; es gibt d, M, y und für Zeiten H, h, m, s, z, a, t. Ein Buchstabe, der so bleiben soll, steht in Anführungszeichen: 'T'</translation>
    </message>
    <message>
        <source>"%1" would be everywhere: name the vendor's domain, *.example.com</source>
        <translation>„%1“ wäre überall: nennen Sie die Domain des Anbieters, *.example.com</translation>
    </message>
    <message>
        <source>"%1": [*] is the first element that has the rest, not all of them: %2</source>
        <translation>„%1“: [*] ist das erste Element, das den Rest hat, nicht alle: %2</translation>
    </message>
    <message>
        <source>"%1": "each" names only %2 lists here</source>
        <translation>„%1“: „each“ nennt hier nur %2 Listen</translation>
    </message>
    <message>
        <source>"%1": headers are read only by "paging", "complete" and the tokens of a sign-in</source>
        <translation>„%1“: Header werden nur von „paging“, „complete“ und den Token einer Anmeldung gelesen</translation>
    </message>
    <message>
        <source>"%1": there is no record here, this is asked once, of $settings and the answers of discovery; records are chosen by the "when" of an emit, or by "only" beside "for_each"</source>
        <translation>„%1“: hier gibt es keinen Datensatz, das wird einmal gefragt, aus $settings und den Antworten von discovery; Datensätze wählt das „when“ eines emit, oder „only“ neben „for_each“</translation>
    </message>
    <message>
        <source>"optional" stands beside "each": the list that may be missing</source>
        <translation>„optional“ steht neben „each“: die Liste, die fehlen darf</translation>
    </message>
    <message>
        <source>a date is written with d, M and y: date:dd/MM/yyyy</source>
        <translation>ein Datum wird mit d, M und y geschrieben: date:dd/MM/yyyy</translation>
    </message>
    <message>
        <source>accounts, counts and assets are what a vendor counts: "side": "vendor"; a PSA brings clients, lines and products</source>
        <translation>Konten, Anzahlen und Geräte sind, was ein Anbieter zählt: "side": "vendor"; ein PSA bringt Kunden, Positionen und Produkte</translation>
    </message>
    <message>
        <source>another stream has a key of %1 parts in the table "%2"</source>
        <translation>ein anderer Datenstrom hat in der Tabelle „%2“ einen Schlüssel aus %1 Teilen</translation>
    </message>
    <message>
        <source>clients, lines and products are what a PSA bills: "side": "psa"; a vendor brings accounts, counts and assets</source>
        <translation>Kunden, Positionen und Produkte sind, was ein PSA berechnet: "side": "psa"; ein Anbieter bringt Konten, Anzahlen und Geräte</translation>
    </message>
    <message>
        <source>it holds NUL bytes: it is no text, or it was damaged</source>
        <translation>es enthält NUL-Bytes: es ist kein Text, oder es wurde beschädigt</translation>
    </message>
    <message>
        <source>it is not UTF-8: save it as UTF-8</source>
        <translation>es ist nicht UTF-8: speichern Sie es als UTF-8</translation>
    </message>
    <message>
        <source>it is saved as UTF-16: save it as UTF-8</source>
        <translation>es ist als UTF-16 gespeichert: speichern Sie es als UTF-8</translation>
    </message>
    <message>
        <source>name the element, [0] or [name=text]</source>
        <translation>nennen Sie das Element, [0] oder [name=text]</translation>
    </message>
    <message>
        <source>name the element, [0] or [name=text], or keep the records of a stream of its own</source>
        <translation>nennen Sie das Element, [0] oder [name=text], oder behalten Sie die Datensätze eines eigenen Datenstroms</translation>
    </message>
    <message>
        <source>name the lists one by one, "each": ["contracts", "products"]</source>
        <translation>nennen Sie die Listen einzeln, "each": ["contracts", "products"]</translation>
    </message>
    <message>
        <source>name the outer list in "records" and the inner one in the "each" of an emit</source>
        <translation>nennen Sie die äußere Liste in „records“ und die innere im „each“ eines emit</translation>
    </message>
    <message>
        <source>no secret has the id "%1".</source>
        <translation>kein Geheimnis hat die id „%1“.</translation>
    </message>
    <message>
        <source>the braces do not match: {{ is sent as one {, and a } that closes no value is sent as it is; write it once</source>
        <translation>die geschweiften Klammern passen nicht: {{ wird als ein { gesendet, und ein }, das keinen Wert schließt, wird gesendet, wie es ist; schreiben Sie es einmal</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the key of the table "%1" has %2 parts, not %3</source>
        <translation>der Schlüssel der Tabelle „%1“ hat %2 Teile, nicht %3</translation>
    </message>
</context>
<context>
    <name>money</name>
    <message>
        <source>"%1" is not a currency code of ISO 4217; write its three letters, such as EUR or USD</source>
        <translation>„%1“ ist kein Währungscode nach ISO 4217; schreiben Sie dessen drei Buchstaben, etwa EUR oder USD</translation>
    </message>
</context>
<context>
    <name>number</name>
    <message>
        <source>the cell is empty where a number is needed</source>
        <translation>die Zelle ist leer, wo eine Zahl nötig ist</translation>
    </message>
    <message>
        <source>"%1" has more than 4 decimal places</source>
        <translation>„%1“ hat mehr als 4 Nachkommastellen</translation>
    </message>
    <message>
        <source>"%1" is in scientific notation, which a spreadsheet writes when it shortens a number; write all digits</source>
        <translation>„%1“ ist in wissenschaftlicher Schreibweise, wie eine Tabellenkalkulation gekürzte Zahlen schreibt; schreiben Sie alle Ziffern</translation>
    </message>
    <message>
        <source>"%1" is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>"%1" is too large: numbers stay below 90 000 000 000</source>
        <translation>„%1“ ist zu groß: Zahlen bleiben unter 90 000 000 000</translation>
    </message>
</context>
<context>
    <name>reconcile</name>
    <message>
        <source>Two services have the same id; only the first is used.</source>
        <translation>Zwei Leistungen haben dieselbe Kennung; nur die erste gilt.</translation>
    </message>
    <message>
        <source>Client %1 rolls up into itself through its parents, so it keeps its own positions; correct the parents in the PSA.</source>
        <translation>Kunde %1 ist über seine Übergeordneten sich selbst zugeordnet und behält daher eigene Positionen; berichtigen Sie es im PSA.</translation>
    </message>
    <message>
        <source>The exception of client %1 for service %2 does nothing, because the client rolls up into %3; write the exception for %3.</source>
        <translation>Die Ausnahme von Kunde %1 für Leistung %2 bewirkt nichts, denn der Kunde gehört zu %3; schreiben Sie die Ausnahme für %3.</translation>
    </message>
    <message>
        <source>The numbers of client %1 and service %2 are out of range, so their worth is not known; check the quantities and prices in the files.</source>
        <translation>Die Zahlen von Kunde %1 und Leistung %2 sind außerhalb des Bereichs, ihr Wert ist also unbekannt; prüfen Sie Mengen und Preise in den Dateien.</translation>
    </message>
    <message>
        <source>The numbers of account %1 at %2 are out of range, so their worth is not known; check the quantities and prices in the files.</source>
        <translation>Die Zahlen von Konto %1 bei %2 sind außerhalb des Bereichs, ihr Wert ist also unbekannt; prüfen Sie Mengen und Preise in den Dateien.</translation>
    </message>
    <message>
        <source>What account %1 at %2 has bought of %3 is out of range, so its quantity or cost is not known; check the quantities, costs and dates in the files.</source>
        <translation>Was Konto %1 bei %2 von %3 gekauft hat, ist außerhalb des Bereichs, Menge oder Kosten sind also unbekannt; prüfen Sie Mengen, Kosten und Daten in den Dateien.</translation>
    </message>
    <message>
        <source>The numbers of client %1 and service %2 are out of range, so they were not compared; check the quantities in the files.</source>
        <translation>Die Zahlen von Kunde %1 und Leistung %2 liegen außerhalb des Bereichs und wurden nicht verglichen; prüfen Sie die Mengen in den Dateien.</translation>
    </message>
</context>
<context>
    <name>rest</name>
    <message>
        <source>%1 answered the sign-in with something that is not JSON: %2</source>
        <translation>%1 beantwortete die Anmeldung mit etwas, das kein JSON ist: %2</translation>
    </message>
    <message>
        <source>%1 answered with something that is not JSON: %2</source>
        <translation>%1 antwortete mit etwas, das kein JSON ist: %2</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 antwortet</translation>
    </message>
    <message>
        <source>%1 cannot be proved complete: %2 (page %3, %4 records read of %5). Nothing was stored; sync again.</source>
        <translation>%1 ist nicht als vollständig nachweisbar: %2 (Seite %3, %4 Datensätze gelesen von %5). Nichts wurde gespeichert; synchronisieren Sie neu.</translation>
    </message>
    <message>
        <source>%1 cannot sign in anyone at the moment (status %2); try again later</source>
        <translation>%1 kann derzeit niemanden anmelden (Status %2); versuchen Sie es später noch einmal</translation>
    </message>
    <message>
        <source>%1 does not sign in through the browser</source>
        <translation>%1 meldet nicht über den Browser an</translation>
    </message>
    <message>
        <source>%1 has expired: create a new one</source>
        <translation>%1 ist abgelaufen: erzeugen Sie ein neues</translation>
    </message>
    <message>
        <source>%1 holds more records than requests may be made for them (%2, pace.budget)</source>
        <translation>%1 enthält mehr Datensätze, als dafür Anfragen erlaubt sind (%2, pace.budget)</translation>
    </message>
    <message>
        <source>%1 is not known there</source>
        <translation>%1 ist dort nicht bekannt</translation>
    </message>
    <message>
        <source>%1 is wrong</source>
        <translation>%1 ist falsch</translation>
    </message>
    <message>
        <source>%1 may not sign in this way: allow this grant type where the key was created</source>
        <translation>%1 darf sich nicht auf diese Art anmelden: erlauben Sie diese Anmeldeart (grant type) dort, wo der Schlüssel erzeugt wurde</translation>
    </message>
    <message>
        <source>%1 of %2 pages came</source>
        <translation>%1 von %2 Seiten kamen</translation>
    </message>
    <message>
        <source>%1 of %2 records came</source>
        <translation>%1 von %2 Datensätzen kamen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 only tells what is true today: these are the numbers of %2, not of the end of %3</source>
        <translation>%1 sagt nur, was heute gilt: dies sind die Zahlen vom %2, nicht vom Ende des Monats %3</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1 records came twice, so that others may be missing</source>
        <translation>%1 Datensätze kamen doppelt, daher können andere fehlen</translation>
    </message>
    <message>
        <source>%1 records came where %2 were declared</source>
        <translation>%1 Datensätze kamen, angegeben waren %2</translation>
    </message>
    <message>
        <source>%1 refused the sign-in</source>
        <translation>%1 lehnte die Anmeldung ab</translation>
    </message>
    <message>
        <source>%1 replaced the sign-in and the new one could not be kept (%2): sign in again before the next sync</source>
        <translation>%1 ersetzte die Anmeldung, und die neue konnte nicht behalten werden (%2): melden Sie sich vor dem nächsten Abruf neu an</translation>
    </message>
    <message>
        <source>%1 signed in but gave nothing to sign in with later: the application there needs the permission for offline access</source>
        <translation>%1 meldete an, gab aber nichts für spätere Anmeldungen: die Anwendung dort braucht die Berechtigung für den Offlinezugriff</translation>
    </message>
    <message>
        <source>%1 signed in without giving a token: there is no "%2" in its answer</source>
        <translation>%1 meldete an, ohne ein Token zu geben: in der Antwort fehlt „%2“</translation>
    </message>
    <message>
        <source>%1 would take %2 requests, and the manifest allows %3 in one sync (pace.budget)</source>
        <translation>%1 bräuchte %2 Anfragen, und das Manifest erlaubt %3 in einem Abruf (pace.budget)</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
    <message>
        <source>%1, page %2: %3</source>
        <translation>%1, Seite %2: %3</translation>
    </message>
    <message>
        <source>%1: %2 answered with an error.</source>
        <translation>%1: %2 antwortete mit einem Fehler.</translation>
    </message>
    <message>
        <source>%1: %2 did not take the request (%3, %4).</source>
        <translation>%1: %2 nahm die Anfrage nicht an (%3, %4).</translation>
    </message>
    <message>
        <source>%1: %2 does not accept the credentials (401). Enter them again, or make new ones there.</source>
        <translation>%1: %2 akzeptiert die Zugangsdaten nicht (401). Geben Sie sie neu ein, oder erzeugen Sie dort neue.</translation>
    </message>
    <message>
        <source>%1: %2 does not exist there (404). Check the address and the other settings of the source.</source>
        <translation>%1: %2 gibt es dort nicht (404). Prüfen Sie die Adresse und die anderen Einstellungen der Quelle.</translation>
    </message>
    <message>
        <source>%1: %2 failed on its side (%3, %4), also when asked again. Sync again later.</source>
        <translation>%1: %2 hatte selbst einen Fehler (%3, %4), auch bei wiederholter Anfrage. Rufen Sie später noch einmal ab.</translation>
    </message>
    <message>
        <source>%1: %2 more lists are not available</source>
        <translation>%1: %2 weitere Listen sind nicht verfügbar</translation>
    </message>
    <message>
        <source>%1: %2 sends requests elsewhere (%3, %4). Check the address in the source's settings.</source>
        <translation>%1: %2 verweist Anfragen an eine andere Stelle (%3, %4). Prüfen Sie die Adresse in den Einstellungen der Quelle.</translation>
    </message>
    <message>
        <source>%1: %2 takes no more requests for now (429). Sync again later.</source>
        <translation>%1: %2 nimmt vorerst keine Anfragen mehr an (429). Rufen Sie später noch einmal ab.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the answer does not say "%2"</source>
        <translation>%1: in der Antwort steht „%2“ nicht</translation>
    </message>
    <message>
        <source>%1: these credentials may not read that (403, %2). Give them the permission.</source>
        <translation>%1: diese Zugangsdaten dürfen das nicht lesen (403, %2). Geben Sie ihnen die Berechtigung.</translation>
    </message>
    <message>
        <source>(for example %1)</source>
        <translation>(zum Beispiel %1)</translation>
    </message>
    <message>
        <source>Asking %1 where the data is</source>
        <translation>%1 wird gefragt, wo die Daten liegen</translation>
    </message>
    <message>
        <source>It is a web page, as for signing in: check the address in the source's settings.</source>
        <translation>Es ist eine Webseite, wie zum Anmelden: prüfen Sie die Adresse in den Einstellungen der Quelle.</translation>
    </message>
    <message>
        <source>It needs: %1.</source>
        <translation>Nötig ist: %1.</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>Die Meldung war: %1</translation>
    </message>
    <message>
        <source>Nobody is signed in to %1: choose "Sign in" at the source</source>
        <translation>Bei %1 ist niemand angemeldet: wählen Sie „Anmelden“ bei der Quelle</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Signed in at %1</source>
        <translation>Angemeldet bei %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>The first page of %1 holds %2</source>
        <translation>Die erste Seite von %1 enthält %2</translation>
    </message>
    <message>
        <source>The sign-in did not succeed. Go back to BillingReconcile.</source>
        <translation>Die Anmeldung gelang nicht. Gehen Sie zurück zu BillingReconcile.</translation>
    </message>
    <message>
        <source>The sign-in in the browser did not succeed. It said: %1</source>
        <translation>Die Anmeldung im Browser gelang nicht. Die Meldung war: %1</translation>
    </message>
    <message>
        <source>The sign-in was cancelled</source>
        <translation>Die Anmeldung wurde abgebrochen</translation>
    </message>
    <message>
        <source>The sync was cancelled</source>
        <translation>Der Abruf wurde abgebrochen</translation>
    </message>
    <message>
        <source>This address only takes the answer of a sign-in.</source>
        <translation>Diese Adresse nimmt nur die Antwort einer Anmeldung entgegen.</translation>
    </message>
    <message>
        <source>This computer's clock is %1 minutes %2 the vendor's server (%3): set it, or sign-ins will fail</source>
        <translation>Die Uhr dieses Rechners geht gegenüber dem Server des Anbieters (%3) %1 Minuten %2: stellen Sie sie, sonst misslingen Anmeldungen</translation>
    </message>
    <message>
        <source>Waiting for the sign-in in the browser</source>
        <translation>Warten auf die Anmeldung im Browser</translation>
    </message>
    <message>
        <source>You are signed in. You can close this page and go back to BillingReconcile.</source>
        <translation>Sie sind angemeldet. Sie können diese Seite schließen und zu BillingReconcile zurückgehen.</translation>
    </message>
    <message>
        <source>"%1" is "%2": %3</source>
        <translation>„%1“ ist „%2“: %3</translation>
    </message>
    <message>
        <source>"%1" is missing in the settings of the source</source>
        <translation>„%1“ fehlt in den Einstellungen der Quelle</translation>
    </message>
    <message>
        <source>"%1" is needed in "%2" and is not there; fill it in, or give it a default: {%1|default:text}</source>
        <translation>„%1“ wird in „%2“ gebraucht und ist nicht da; füllen Sie es aus, oder geben Sie einen Vorgabewert an: {%1|default:text}</translation>
    </message>
    <message>
        <source>"%1" is no filter; there are %2.</source>
        <translation>„%1“ ist kein Filter; es gibt %2.</translation>
    </message>
    <message>
        <source>"%1" is no number of records (%2)</source>
        <translation>„%1“ ist keine Anzahl von Datensätzen (%2)</translation>
    </message>
    <message>
        <source>"%1" is not known: enter it at the source</source>
        <translation>„%1“ ist nicht bekannt: geben Sie es bei der Quelle ein</translation>
    </message>
    <message>
        <source>"connect_to" names %1, which is not on this machine</source>
        <translation>„connect_to“ nennt %1, was nicht auf diesem Rechner ist</translation>
    </message>
    <message>
        <source>a brace is not closed; a brace itself is written {{</source>
        <translation>eine geschweifte Klammer ist nicht geschlossen; eine geschweifte Klammer selbst schreibt man {{</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>eine eckige Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a member's name is missing before "="</source>
        <translation>vor „=“ fehlt der Name eines Feldes</translation>
    </message>
    <message>
        <source>a member's name is missing</source>
        <translation>der Name eines Feldes fehlt</translation>
    </message>
    <message>
        <source>a member's name is missing, or one with other characters is not in quotes: 'error message'</source>
        <translation>der Name eines Feldes fehlt, oder einer mit anderen Zeichen steht nicht in Anführungszeichen: 'error message'</translation>
    </message>
    <message>
        <source>a page's parameter "%1" has no place: the request's body is not an object</source>
        <translation>der Seitenparameter „%1“ hat keinen Platz: der Inhalt der Anfrage ist kein Objekt</translation>
    </message>
    <message>
        <source>a path is missing in the braces; a brace itself is written {{</source>
        <translation>in den geschweiften Klammern fehlt ein Pfad; eine geschweifte Klammer selbst schreibt man {{</translation>
    </message>
    <message>
        <source>a point or a bracket is missing before "%1"</source>
        <translation>vor „%1“ fehlt ein Punkt oder eine eckige Klammer</translation>
    </message>
    <message>
        <source>a quoted name is not closed</source>
        <translation>ein Name in Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>an answer was asked for that nobody waits for</source>
        <translation>nach einer Antwort wurde gefragt, auf die niemand wartet</translation>
    </message>
    <message>
        <source>an empty page came before the end</source>
        <translation>vor dem Ende kam eine leere Seite</translation>
    </message>
    <message>
        <source>an unstated number</source>
        <translation>unbekannt vielen</translation>
    </message>
    <message>
        <source>behind this scope stands nothing</source>
        <translation>hinter diesem Bereich steht nichts</translation>
    </message>
    <message>
        <source>behind this scope stands one name: $settings.region</source>
        <translation>hinter diesem Bereich steht ein Name: $settings.region</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>in brackets stand a number, * or name=text</source>
        <translation>in eckigen Klammern steht eine Zahl, * oder name=text</translation>
    </message>
    <message>
        <source>it became unavailable on the way</source>
        <translation>die Liste war unterwegs nicht mehr verfügbar</translation>
    </message>
    <message>
        <source>it does not have the form that is needed</source>
        <translation>der Wert hat nicht die verlangte Form</translation>
    </message>
    <message>
        <source>it holds more records than can be told apart</source>
        <translation>die Liste enthält mehr Datensätze, als sich unterscheiden lassen</translation>
    </message>
    <message>
        <source>it is neither true nor false</source>
        <translation>der Wert ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>it is no host name; write it without https:// and without a path</source>
        <translation>der Wert ist kein Rechnername; schreiben Sie ihn ohne https:// und ohne Pfad</translation>
    </message>
    <message>
        <source>it is no number</source>
        <translation>der Wert ist keine Zahl</translation>
    </message>
    <message>
        <source>it is none of the choices</source>
        <translation>der Wert gehört nicht zur Auswahl</translation>
    </message>
    <message>
        <source>no browser could be opened; set a default browser and try again</source>
        <translation>kein Browser ließ sich öffnen; legen Sie einen Standardbrowser fest und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>nobody signed in in the browser within %1 minutes; try again</source>
        <translation>niemand hat sich innerhalb von %1 Minuten im Browser angemeldet; versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>nothing says where the next page is</source>
        <translation>nirgends steht, wo die nächste Seite ist</translation>
    </message>
    <message>
        <source>records were removed there while the pages were read</source>
        <translation>dort wurden Datensätze entfernt, während die Seiten gelesen wurden</translation>
    </message>
    <message>
        <source>the answers do not say how many pages there are ("%1")</source>
        <translation>die Antworten sagen nicht, wie viele Seiten es gibt („%1“)</translation>
    </message>
    <message>
        <source>the answers do not say how many there are ("%1")</source>
        <translation>die Antworten sagen nicht, wie viele es gibt („%1“)</translation>
    </message>
    <message>
        <source>the browser's answer cannot be waited for on 127.0.0.1: %1</source>
        <translation>auf die Antwort des Browsers kann auf 127.0.0.1 nicht gewartet werden: %1</translation>
    </message>
    <message>
        <source>the client id</source>
        <translation>die Client-ID</translation>
    </message>
    <message>
        <source>the client secret</source>
        <translation>das Client-Geheimnis</translation>
    </message>
    <message>
        <source>the filter "%1" needs something behind a colon</source>
        <translation>der Filter „%1“ braucht etwas hinter einem Doppelpunkt</translation>
    </message>
    <message>
        <source>the filter "%1" takes nothing behind a colon</source>
        <translation>der Filter „%1“ nimmt nichts hinter einem Doppelpunkt</translation>
    </message>
    <message>
        <source>the key or account that it was signed with is not accepted</source>
        <translation>der Schlüssel oder das Konto, womit unterschrieben wurde, wird nicht akzeptiert</translation>
    </message>
    <message>
        <source>the manifest does not know this value</source>
        <translation>das Manifest kennt diesen Wert nicht</translation>
    </message>
    <message>
        <source>the manifest does not know this value; it is kept as it is</source>
        <translation>das Manifest kennt diesen Wert nicht; er bleibt, wie er ist</translation>
    </message>
    <message>
        <source>the name of a scope is missing behind "$"</source>
        <translation>hinter „$“ fehlt der Name eines Bereichs</translation>
    </message>
    <message>
        <source>the next page is one that was read already</source>
        <translation>die nächste Seite ist eine, die schon gelesen wurde</translation>
    </message>
    <message>
        <source>the password</source>
        <translation>das Kennwort</translation>
    </message>
    <message>
        <source>the path "%1" cannot be read: %2</source>
        <translation>der Pfad „%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>the permissions that are asked for are not granted to %1</source>
        <translation>die verlangten Berechtigungen fehlen: %1 hat sie nicht</translation>
    </message>
    <message>
        <source>the private key cannot be read: paste the whole RSA key from "-----BEGIN PRIVATE KEY-----" to the END line, without a password</source>
        <translation>der private Schlüssel ist nicht lesbar: fügen Sie den ganzen RSA-Schlüssel von „-----BEGIN PRIVATE KEY-----“ bis zur END-Zeile ein, ohne Kennwort</translation>
    </message>
    <message>
        <source>the private key cannot sign: it is too short or damaged; create a new key</source>
        <translation>der private Schlüssel kann nicht unterschreiben: er ist zu kurz oder beschädigt; erzeugen Sie einen neuen</translation>
    </message>
    <message>
        <source>the same page came again</source>
        <translation>dieselbe Seite kam noch einmal</translation>
    </message>
    <message>
        <source>the sign-in has ended: sign in again in the browser</source>
        <translation>die Anmeldung ist beendet: melden Sie sich im Browser neu an</translation>
    </message>
    <message>
        <source>the source's settings cannot be read: %1</source>
        <translation>die Einstellungen der Quelle sind nicht lesbar: %1</translation>
    </message>
    <message>
        <source>the template "%1" cannot be read: %2</source>
        <translation>die Vorlage „%1“ ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>the tenant is not known there: correct its id or domain</source>
        <translation>der Mandant ist dort nicht bekannt: berichtigen Sie seine Kennung oder Domäne</translation>
    </message>
    <message>
        <source>there is no place to keep the sign-in</source>
        <translation>die Anmeldung kann nirgends behalten werden</translation>
    </message>
    <message>
        <source>they name no vendor</source>
        <translation>sie nennen keinen Anbieter</translation>
    </message>
    <message>
        <source>this is not a date of the form that the manifest states</source>
        <translation>dies ist kein Datum in der Form, die das Manifest nennt</translation>
    </message>
    <message>
        <source>%1: %2 is not a list but %3</source>
        <translation>%1: %2 ist keine Liste, sondern %3</translation>
    </message>
    <message>
        <source>%1: %2 records left out: %3</source>
        <translation>%1: %2 Datensätze ausgelassen: %3</translation>
    </message>
    <message>
        <source>%1: %2 values in all of %3: %4</source>
        <translation>%1: insgesamt %2 Werte von %3: %4</translation>
    </message>
    <message>
        <source>%1: the list %2 is missing in the answer</source>
        <translation>%1: die Liste %2 fehlt in der Antwort</translation>
    </message>
    <message>
        <source>"%1" is neither true nor false; a "map" can say which it means</source>
        <translation>„%1“ ist weder wahr noch falsch; eine „map“ kann sagen, was davon gemeint ist</translation>
    </message>
    <message>
        <source>"%1" is no billing cycle: monthly, quarterly or annual</source>
        <translation>„%1“ ist kein Turnus: monthly, quarterly oder annual</translation>
    </message>
    <message>
        <source>"%1" is no measure: purchased, assigned or used</source>
        <translation>„%1“ ist kein Maß: purchased, assigned oder used</translation>
    </message>
    <message>
        <source>it is absent: unknown is not zero. Say in the manifest when it may be absent</source>
        <translation>der Wert fehlt: unbekannt ist nicht null. Sagen Sie im Manifest, wann er fehlen darf</translation>
    </message>
    <message>
        <source>more than 4 decimal places: rounded to 4</source>
        <translation>mehr als 4 Nachkommastellen: auf 4 gerundet</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>die Antwort</translation>
    </message>
    <message>
        <source>the last of %1 pages is empty</source>
        <translation>die letzte von %1 Seiten ist leer</translation>
    </message>
    <message>
        <source>the quantities of account %1 add up to too much</source>
        <translation>die Mengen des Kontos %1 ergeben zusammen zu viel</translation>
    </message>
    <message>
        <source>the record does not have it, and without it nothing can be compared</source>
        <translation>das Feld fehlt im Datensatz, und ohne es lässt sich nichts vergleichen</translation>
    </message>
    <message>
        <source>this is no number of months; the cost is left out</source>
        <translation>dies ist keine Anzahl von Monaten; die Kosten bleiben weg</translation>
    </message>
    <message>
        <source>this is not a date; it is left out</source>
        <translation>dies ist kein Datum; es bleibt weg</translation>
    </message>
    <message>
        <source>this line came already; each line id may stand once</source>
        <translation>diese Position kam schon; jede Positionskennung darf einmal vorkommen</translation>
    </message>
    <message>
        <source>%1, %2, page %3, record %4</source>
        <translation>%1, %2, Seite %3, Datensatz %4</translation>
    </message>
    <message>
        <source>%1, page %2, record %3: %4</source>
        <translation>%1, Seite %2, Datensatz %3: %4</translation>
    </message>
    <message>
        <source>%1: %2 holds "%3": %4. Nothing was taken from this sync</source>
        <translation>%1: %2 enthält „%3“: %4. Aus diesem Abruf wurde nichts übernommen</translation>
    </message>
    <message>
        <source>%1: %2 lists would have been asked for a second time, for records of "%3" with the same id; each was read once</source>
        <translation>%1: %2 Listen wären ein zweites Mal abgefragt worden, für Datensätze von „%3“ mit derselben Kennung; jede wurde einmal gelesen</translation>
    </message>
    <message>
        <source>%1: "%2", which "each" names, is not a list but %3</source>
        <translation>%1: „%2“, von „each“ genannt, ist keine Liste, sondern %3</translation>
    </message>
    <message>
        <source>%1: a record was rejected: %2</source>
        <translation>%1: ein Datensatz wurde abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1: there is no list "%2", which "each" names; "optional": true beside it says that it may be missing</source>
        <translation>%1: es gibt keine Liste „%2“, die „each“ nennt; "optional": true daneben sagt, dass sie fehlen darf</translation>
    </message>
    <message>
        <source>"%1" is no longer accepted: create a new one there and enter it</source>
        <translation>„%1“ wird nicht mehr akzeptiert: erzeugen Sie dort ein neues und geben Sie es ein</translation>
    </message>
    <message>
        <source>a name with other characters than letters, digits, _ and - is written in quotes: '%1'</source>
        <translation>ein Name mit anderen Zeichen als Buchstaben, Ziffern, _ und - steht in Anführungszeichen: '%1'</translation>
    </message>
    <message>
        <source>a page is empty</source>
        <translation>eine Seite ist leer</translation>
    </message>
    <message>
        <source>a page is short</source>
        <translation>eine Seite ist nicht voll</translation>
    </message>
    <message>
        <source>a path has no braces; a text with paths in braces is written {"text": "…"}</source>
        <translation>ein Pfad hat keine geschweiften Klammern; einen Text mit Pfaden in geschweiften Klammern schreibt man {"text": "…"}</translation>
    </message>
    <message>
        <source>a path has no functions; the number of elements is written {"length": "name"}</source>
        <translation>ein Pfad hat keine Funktionen; die Anzahl der Elemente schreibt man {"length": "name"}</translation>
    </message>
    <message>
        <source>a space stands before or behind "%1"</source>
        <translation>vor oder hinter „%1“ steht ein Leerzeichen</translation>
    </message>
    <message>
        <source>a template does not stand in brackets; keep the list in a table and look the element up: {"lookup": …}</source>
        <translation>eine Vorlage steht nicht in eckigen Klammern; legen Sie die Liste in einer Tabelle ab und schlagen Sie das Element nach: {"lookup": …}</translation>
    </message>
    <message>
        <source>a vendor cannot count less than nothing</source>
        <translation>ein Anbieter kann nicht weniger als nichts zählen</translation>
    </message>
    <message>
        <source>behind "header:" stands the name of a header: header:X-Total-Count</source>
        <translation>hinter „header:“ steht der Name eines Headers: header:X-Total-Count</translation>
    </message>
    <message>
        <source>filters stand in templates: {"text": "{name|lower}"}</source>
        <translation>Filter stehen in Vorlagen: {"text": "{name|lower}"}</translation>
    </message>
    <message>
        <source>it has no %1, which "identity" names: records that come twice could not be told apart</source>
        <translation>es fehlt %1, von „identity“ genannt: doppelte Datensätze ließen sich nicht unterscheiden</translation>
    </message>
    <message>
        <source>it is a list, not a text; name the element that is meant</source>
        <translation>der Wert ist eine Liste, kein Text; nennen Sie das gemeinte Element</translation>
    </message>
    <message>
        <source>it is an object, not a text; name the member that is meant</source>
        <translation>der Wert ist ein Objekt, kein Text; nennen Sie das gemeinte Feld</translation>
    </message>
    <message>
        <source>it is true or false, not an id or a name; a "map" can say which it means</source>
        <translation>der Wert ist wahr oder falsch, keine Kennung und kein Name; eine „map“ kann sagen, was gemeint ist</translation>
    </message>
    <message>
        <source>no next page is named</source>
        <translation>keine nächste Seite ist genannt</translation>
    </message>
    <message>
        <source>one answer holds everything</source>
        <translation>eine einzige Antwort enthält alles</translation>
    </message>
    <message>
        <source>the address would hold "%1" between slashes and lead elsewhere: a value in it is no id</source>
        <translation>die Adresse enthielte „%1“ zwischen Schrägstrichen und führte anderswohin: ein Wert darin ist keine Kennung</translation>
    </message>
    <message>
        <source>the answer says that there is no more</source>
        <translation>die Antwort sagt, dass nichts mehr kommt</translation>
    </message>
    <message>
        <source>the manifest of %1 has no "test" request for these settings</source>
        <translation>das Manifest von %1 hat keine „test“-Anfrage für diese Einstellungen</translation>
    </message>
    <message>
        <source>the number of pages is reached</source>
        <translation>die Anzahl der Seiten ist erreicht</translation>
    </message>
    <message>
        <source>the total is reached</source>
        <translation>die Gesamtzahl ist erreicht</translation>
    </message>
</context>
<context>
    <name>rulecheck</name>
    <message>
        <source>A billed entry names no product; give the product id of the PSA or remove the entry.</source>
        <translation>Ein Eintrag unter „berechnet“ nennt kein Produkt; nennen Sie die Produktkennung des PSA oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>A counted entry names no source; give the name of a source of this workspace.</source>
        <translation>Ein Eintrag unter „gezählt“ nennt keine Quelle; nennen Sie eine Quelle dieser Arbeitsdatei.</translation>
    </message>
    <message>
        <source>The service has no id; give it a short name that stays, such as "edr".</source>
        <translation>Die Leistung hat keine Kennung; geben Sie ihr einen kurzen Namen, der bleibt, wie „edr“.</translation>
    </message>
    <message>
        <source>The exception names no client.</source>
        <translation>Die Ausnahme nennt keinen Kunden.</translation>
    </message>
    <message>
        <source>The exception names no service.</source>
        <translation>Die Ausnahme nennt keine Leistung.</translation>
    </message>
    <message>
        <source>The exception has no reason; say why these are not billed.</source>
        <translation>Die Ausnahme hat keinen Grund; sagen Sie, warum diese nicht berechnet werden.</translation>
    </message>
    <message>
        <source>A counted entry of source "%1" names no meter; give the meter id as the source writes it.</source>
        <translation>Ein gezählter Eintrag der Quelle „%1“ nennt keinen Zähler; nennen Sie die Kennung, wie die Quelle sie schreibt.</translation>
    </message>
    <message>
        <source>Meter "%1" is counted by a quantity the vendor states, and class, status and name filters work on assets only; remove the filters or choose the measure "assets".</source>
        <translation>Zähler „%1“ zählt nach einer Menge des Anbieters, und Filter nach Klasse, Status und Name wirken nur auf Einzelposten; entfernen Sie die Filter oder wählen Sie die Einzelposten.</translation>
    </message>
    <message>
        <source>Product "%1" is listed twice under "billed"; keep one entry.</source>
        <translation>Produkt „%1“ steht zweimal unter „berechnet“; behalten Sie einen Eintrag.</translation>
    </message>
    <message>
        <source>Service %1, "%2": %3</source>
        <translation>Leistung %1, „%2“: %3</translation>
    </message>
    <message>
        <source>Service %1, "%2": a service before it has the same id; an id must be unique.</source>
        <translation>Leistung %1, „%2“: eine Leistung davor hat dieselbe Kennung; sie muss einmalig sein.</translation>
    </message>
    <message>
        <source>The "%1" filter of meter "%2" holds an empty text, which no asset can match; remove it.</source>
        <translation>Der Filter „%1“ von Zähler „%2“ enthält einen leeren Text, auf den nichts passt; entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>The quantity of the exception is %1; it must be above 0, it is taken off the count.</source>
        <translation>Die Menge der Ausnahme ist %1; sie muss über 0 sein, sie wird abgezogen.</translation>
    </message>
    <message>
        <source>"%1" is %2; it must be a number of days from 0 to %3.</source>
        <translation>„%1“ ist %2; es muss eine Zahl von Tagen von 0 bis %3 sein.</translation>
    </message>
    <message>
        <source>"%1" is %2; it must not be below 0.</source>
        <translation>„%1“ ist %2; es darf nicht unter 0 sein.</translation>
    </message>
    <message>
        <source>"combine" is "distinct", which compares assets, but meter "%1" has another measure; choose the measure "assets" or another way to combine.</source>
        <translation>„combine“ ist „distinct“ und vergleicht Einzelposten, aber Zähler „%1“ hat ein anderes Maß; wählen Sie die Einzelposten oder eine andere Art.</translation>
    </message>
    <message>
        <source>"each" of meter "%1" is %2; it must be above 0.</source>
        <translation>„each“ von Zähler „%1“ ist %2; es muss über 0 sein.</translation>
    </message>
    <message>
        <source>"each" of product "%1" is %2; it must be above 0.</source>
        <translation>„each“ von Produkt „%1“ ist %2; es muss über 0 sein.</translation>
    </message>
    <message>
        <source>Service %1, "%2": differs from "%3" in capitals or blanks only; nobody could tell them apart.</source>
        <translation>Leistung %1, „%2“: unterscheidet sich von „%3“ nur in Großbuchstaben oder Leerzeichen; niemand könnte sie auseinanderhalten.</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>%1 could not be written; is the disk full, or does the file exist?</source>
        <translation>%1 konnte nicht geschrieben werden; ist der Datenträger voll, oder gibt es die Datei schon?</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>No temporary folder could be made: %1</source>
        <translation>Ein Ordner auf Zeit konnte nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>The sample inside the program is damaged: %1. Install the program again.</source>
        <translation>Das Beispiel im Programm ist beschädigt: %1. Installieren Sie das Programm neu.</translation>
    </message>
</context>
<context>
    <name>session</name>
    <message>
        <source>No workspace is open. Open or create one first.</source>
        <translation>Keine Arbeitsdatei ist geöffnet. Öffnen oder legen Sie erst eine an.</translation>
    </message>
</context>
<context>
    <name>tally</name>
    <message>
        <source>the rule of the stored counts, "%1", cannot be read; import the files of this period again</source>
        <translation>die Regel der gespeicherten Zählungen, „%1“, ist nicht lesbar; lesen Sie die Dateien dieses Monats neu ein</translation>
    </message>
</context>
<context>
    <name>xlsx</name>
    <message>
        <source>%1 has no sheet "%2"; it has: %3</source>
        <translation>%1 hat kein Blatt „%2“; es hat: %3</translation>
    </message>
    <message>
        <source>%1 has no sheet with cells</source>
        <translation>%1 hat kein Blatt mit Zellen</translation>
    </message>
    <message>
        <source>%1 is damaged after row %2 of the sheet "%3": %4</source>
        <translation>%1 ist nach Zeile %2 des Blatts „%3“ beschädigt: %4</translation>
    </message>
    <message>
        <source>%1 is damaged or has a password: a part of it cannot be unpacked</source>
        <translation>%1 ist beschädigt oder hat ein Kennwort: ein Teil lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>%1 is damaged: %2 (%3)</source>
        <translation>%1 ist beschädigt: %2 (%3)</translation>
    </message>
    <message>
        <source>%1 is damaged: the sheet "%2" is missing in it</source>
        <translation>%1 ist beschädigt: das Blatt „%2“ fehlt darin</translation>
    </message>
    <message>
        <source>%1 is no Excel workbook (.xlsx); export the table as XLSX or CSV</source>
        <translation>%1 ist keine Excel-Mappe (.xlsx); geben Sie die Tabelle als XLSX oder CSV aus</translation>
    </message>
    <message>
        <source>%1 unpacks to more than a workbook should (%2 MB); save it again, or export as CSV</source>
        <translation>%1 wird entpackt größer, als eine Mappe sein sollte (%2 MB); speichern Sie sie neu, oder geben Sie CSV aus</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>reading %1 was cancelled</source>
        <translation>das Lesen von %1 wurde abgebrochen</translation>
    </message>
</context>
</TS>
