#include "app/cli/verbs/verbs.h"

namespace br::cli {

VerbList allVerbs()
{
    VerbList verbs;
    for (const auto make : {makeInit, makeSourceAdd, makeSourceEdit, makeSourceList, makeSourceRemove, makeSourceSecret, makeSourceSignIn,
             makeSourceTest, makeSourceConfirm, makeSync, makeConnectorList, makeConnectorCheck, makeConnectorTry, makeConnectorSchema,
             makeImport, makeBatches, makeRejected, makeProfiles, makeLinksImport, makeLinksExport, makeLinksList, makeLinksSuggest,
             makeServicesImport, makeServicesExport, makeServicesList, makeExceptionsImport, makeExceptionsExport, makeExceptionsList,
             makeMeterList, makeMeterIgnore, makeMeterConsider, makeReconcile, makePositions, makeDiscrepancies, makeClients, makeDecide,
             makeDecisions, makeNote, makeNotes, makeAdjustments, makeExport, makeEvents, makeCheck})
        verbs.push_back(make());
    return verbs;
}

} // namespace br::cli
