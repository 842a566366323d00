-- What an import's complaints say of their remit is counted from the index alone, not from every complaint of the import.
DROP INDEX "IX_Complaints_ImportBatchId";
CREATE INDEX "IX_Complaints_ImportBatchId_RemitByDates" ON "Complaints" ("ImportBatchId", "RemitByDates");
