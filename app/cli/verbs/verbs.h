// Verbs: one maker for each verb's class; each class lives in the file of its name in this folder.
#pragma once

#include "app/cli/verb.h"

namespace br::cli {

VerbList allVerbs(); // in the order of the help

std::unique_ptr<Verb> makeInit();
std::unique_ptr<Verb> makeSourceAdd();
std::unique_ptr<Verb> makeSourceEdit();
std::unique_ptr<Verb> makeSourceList();
std::unique_ptr<Verb> makeSourceRemove();
std::unique_ptr<Verb> makeSourceSecret();
std::unique_ptr<Verb> makeSourceSignIn();
std::unique_ptr<Verb> makeSourceTest();
std::unique_ptr<Verb> makeSourceConfirm();
std::unique_ptr<Verb> makeSync();
std::unique_ptr<Verb> makeConnectorList();
std::unique_ptr<Verb> makeConnectorCheck();
std::unique_ptr<Verb> makeConnectorTry();
std::unique_ptr<Verb> makeConnectorSchema();
std::unique_ptr<Verb> makeImport();
std::unique_ptr<Verb> makeBatches();
std::unique_ptr<Verb> makeRejected();
std::unique_ptr<Verb> makeProfiles();
std::unique_ptr<Verb> makeLinksImport();
std::unique_ptr<Verb> makeLinksExport();
std::unique_ptr<Verb> makeLinksList();
std::unique_ptr<Verb> makeLinksSuggest();
std::unique_ptr<Verb> makeServicesImport();
std::unique_ptr<Verb> makeServicesExport();
std::unique_ptr<Verb> makeServicesList();
std::unique_ptr<Verb> makeExceptionsImport();
std::unique_ptr<Verb> makeExceptionsExport();
std::unique_ptr<Verb> makeExceptionsList();
std::unique_ptr<Verb> makeMeterList();
std::unique_ptr<Verb> makeMeterIgnore();
std::unique_ptr<Verb> makeMeterConsider();
std::unique_ptr<Verb> makeReconcile();
std::unique_ptr<Verb> makePositions();
std::unique_ptr<Verb> makeDiscrepancies();
std::unique_ptr<Verb> makeClients();
std::unique_ptr<Verb> makeDecide();
std::unique_ptr<Verb> makeNote();
std::unique_ptr<Verb> makeNotes();
std::unique_ptr<Verb> makeDecisions();
std::unique_ptr<Verb> makeAdjustments();
std::unique_ptr<Verb> makeExport();
std::unique_ptr<Verb> makeEvents();
std::unique_ptr<Verb> makeCheck();

} // namespace br::cli
