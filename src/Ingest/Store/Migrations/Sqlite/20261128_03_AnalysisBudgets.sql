ALTER TABLE "AnalysisRuns" ADD COLUMN "Budgets" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "AnalysisRuns" ADD COLUMN "Patterns" TEXT NULL;

-- A surge within a long rise may begin in the same period as the rise.
DROP INDEX "IX_Signals_CollectionId_Slice_FirstCode_SecondCode_Since";
CREATE INDEX "IX_Signals_CollectionId_Slice_FirstCode_SecondCode_Since" ON "Signals" ("CollectionId", "Slice", "FirstCode", "SecondCode", "Since");
