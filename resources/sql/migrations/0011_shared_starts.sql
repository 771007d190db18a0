-- Version 11: ids and names of assets are written without what they share with those of the asset before (assetpack.h, format 2),
-- which a program of before would take for damaged. Packs of before are read as they are: nothing has to change in the file.

SELECT 1;
