CREATE TABLE "ImportUndos" (
    "ImportBatchId" INTEGER NOT NULL CONSTRAINT "PK_ImportUndos" PRIMARY KEY,
    "UndoneAtUtc" TEXT NOT NULL,
    "Removed" INTEGER NOT NULL,
    "Restored" INTEGER NOT NULL,
    CONSTRAINT "FK_ImportUndos_ImportBatches_ImportBatchId" FOREIGN KEY ("ImportBatchId") REFERENCES "ImportBatches" ("Id") ON DELETE CASCADE
);

-- Undoing an import asks which earlier versions it had brought.
CREATE INDEX "IX_ComplaintVersions_ImportBatchId" ON "ComplaintVersions" ("ImportBatchId");
