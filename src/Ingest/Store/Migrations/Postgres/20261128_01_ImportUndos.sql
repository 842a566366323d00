CREATE TABLE "ImportUndos" (
    "ImportBatchId" bigint NOT NULL,
    "UndoneAtUtc" timestamp with time zone NOT NULL,
    "Removed" integer NOT NULL,
    "Restored" integer NOT NULL,
    CONSTRAINT "PK_ImportUndos" PRIMARY KEY ("ImportBatchId"),
    CONSTRAINT "FK_ImportUndos_ImportBatches_ImportBatchId" FOREIGN KEY ("ImportBatchId") REFERENCES "ImportBatches" ("Id") ON DELETE CASCADE
);

-- Undoing an import asks which earlier versions it had brought.
CREATE INDEX "IX_ComplaintVersions_ImportBatchId" ON "ComplaintVersions" ("ImportBatchId");
