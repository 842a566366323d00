CREATE TABLE "AnalysisRuns" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AnalysisRuns" PRIMARY KEY AUTOINCREMENT,
    "StartedAtUtc" TEXT NOT NULL,
    "FinishedAtUtc" TEXT NOT NULL,
    "AsOf" TEXT NOT NULL,
    "ModelVersion" TEXT NULL,
    "CodeVersion" TEXT NOT NULL,
    "Classified" INTEGER NOT NULL,
    "Series" INTEGER NOT NULL,
    "NotAssessed" TEXT NOT NULL,
    "Signals" INTEGER NOT NULL
);

CREATE TABLE "Collections" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Collections" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "ProfileName" TEXT NOT NULL,
    "TaxonomyName" TEXT NOT NULL,
    "TaxonomyVersion" TEXT NOT NULL,
    "CountedSlices" TEXT NOT NULL
);

-- Clustered by its key: the pages sum long runs of it, and a row apart from its key would cost a seek each.
CREATE TABLE "DailyCounts" (
    "CollectionId" INTEGER NOT NULL,
    "Slice" TEXT NOT NULL,
    "FirstCode" TEXT NOT NULL,
    "SecondCode" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Complaints" INTEGER NOT NULL,
    "Distinct" INTEGER NOT NULL,
    "Answered" INTEGER NOT NULL,
    "AnsweredInTime" INTEGER NOT NULL,
    "WithFinding" INTEGER NOT NULL,
    "Upheld" INTEGER NOT NULL,
    CONSTRAINT "PK_DailyCounts" PRIMARY KEY ("CollectionId", "Slice", "FirstCode", "SecondCode", "Day"),
    CONSTRAINT "FK_DailyCounts_Collections_CollectionId" FOREIGN KEY ("CollectionId") REFERENCES "Collections" ("Id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "Denominators" (
    "CollectionId" INTEGER NOT NULL,
    "Dimension" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Size" REAL NOT NULL,
    CONSTRAINT "PK_Denominators" PRIMARY KEY ("CollectionId", "Dimension", "Code"),
    CONSTRAINT "FK_Denominators_Collections_CollectionId" FOREIGN KEY ("CollectionId") REFERENCES "Collections" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ImportBatches" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ImportBatches" PRIMARY KEY AUTOINCREMENT,
    "CollectionId" INTEGER NOT NULL,
    "ProfileName" TEXT NOT NULL,
    "ProfileVersion" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "FileHash" TEXT NULL,
    "StartedAtUtc" TEXT NOT NULL,
    "FinishedAtUtc" TEXT NULL,
    "State" INTEGER NOT NULL,
    "Read" INTEGER NOT NULL,
    "Accepted" INTEGER NOT NULL,
    "Duplicates" INTEGER NOT NULL,
    "Updated" INTEGER NOT NULL,
    "Quarantined" INTEGER NOT NULL,
    "Error" TEXT NULL,
    CONSTRAINT "FK_ImportBatches_Collections_CollectionId" FOREIGN KEY ("CollectionId") REFERENCES "Collections" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Signals" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Signals" PRIMARY KEY AUTOINCREMENT,
    "AnalysisRunId" INTEGER NOT NULL,
    "CollectionId" INTEGER NOT NULL,
    "Slice" TEXT NOT NULL,
    "FirstCode" TEXT NOT NULL,
    "SecondCode" TEXT NOT NULL,
    "Since" TEXT NOT NULL,
    "Rank" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Interval" TEXT NOT NULL,
    "PeriodStart" TEXT NOT NULL,
    "Observed" INTEGER NOT NULL,
    "Expected" REAL NOT NULL,
    "Upper" REAL NOT NULL,
    "PValue" REAL NOT NULL,
    "AdjustedPValue" REAL NOT NULL,
    "State" TEXT NOT NULL,
    "StateReason" TEXT NULL,
    "StateChangedBy" TEXT NULL,
    "StateChangedAtUtc" TEXT NULL,
    "Artefact" TEXT NULL,
    "Method" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Sentence" TEXT NOT NULL,
    "RivalExplanations" TEXT NOT NULL,
    "Chart" TEXT NOT NULL,
    "Explanation" TEXT NULL,
    CONSTRAINT "FK_Signals_AnalysisRuns_AnalysisRunId" FOREIGN KEY ("AnalysisRunId") REFERENCES "AnalysisRuns" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Signals_Collections_CollectionId" FOREIGN KEY ("CollectionId") REFERENCES "Collections" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "StaleDays" (
    "CollectionId" INTEGER NOT NULL,
    "Day" TEXT NOT NULL,
    CONSTRAINT "PK_StaleDays" PRIMARY KEY ("CollectionId", "Day"),
    CONSTRAINT "FK_StaleDays_Collections_CollectionId" FOREIGN KEY ("CollectionId") REFERENCES "Collections" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Complaints" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Complaints" PRIMARY KEY AUTOINCREMENT,
    "CollectionId" INTEGER NOT NULL,
    "ImportBatchId" INTEGER NOT NULL,
    "Reference" TEXT NOT NULL,
    "ContentHash" BLOB NOT NULL,
    "CountedOn" TEXT NULL,
    "ReceivedOn" TEXT NULL,
    "EventOn" TEXT NULL,
    "RespondedOn" TEXT NULL,
    "ClosedOn" TEXT NULL,
    "SourceCategory" TEXT NULL,
    "SourceMapVersion" TEXT NULL,
    "BusinessArea" TEXT NULL,
    "ComplaintType" TEXT NULL,
    "Remit" TEXT NULL,
    "Route" TEXT NULL,
    "Finding" TEXT NULL,
    "SourceFinding" TEXT NULL,
    "Remedy" TEXT NULL,
    "RemedyPence" INTEGER NULL,
    "Organisation" TEXT NULL,
    "OrganisationGroup" TEXT NULL,
    "Office" TEXT NULL,
    "Channel" TEXT NULL,
    "Region" TEXT NULL,
    "HasText" INTEGER NOT NULL,
    "NeedsReview" INTEGER NOT NULL,
    "ModelVersion" TEXT NULL,
    "CampaignId" INTEGER NULL,
    CONSTRAINT "FK_Complaints_Collections_CollectionId" FOREIGN KEY ("CollectionId") REFERENCES "Collections" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Complaints_ImportBatches_ImportBatchId" FOREIGN KEY ("ImportBatchId") REFERENCES "ImportBatches" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "QuarantinedRows" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_QuarantinedRows" PRIMARY KEY AUTOINCREMENT,
    "ImportBatchId" INTEGER NOT NULL,
    "LineNumber" INTEGER NOT NULL,
    "Column" TEXT NULL,
    "Found" TEXT NOT NULL,
    "Expected" TEXT NOT NULL,
    "LikelyCause" TEXT NULL,
    "EncryptedRow" BLOB NOT NULL,
    "Replayed" INTEGER NOT NULL,
    CONSTRAINT "FK_QuarantinedRows_ImportBatches_ImportBatchId" FOREIGN KEY ("ImportBatchId") REFERENCES "ImportBatches" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ComplaintTexts" (
    "ComplaintId" INTEGER NOT NULL CONSTRAINT "PK_ComplaintTexts" PRIMARY KEY,
    "RedactedText" TEXT NOT NULL,
    CONSTRAINT "FK_ComplaintTexts_Complaints_ComplaintId" FOREIGN KEY ("ComplaintId") REFERENCES "Complaints" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ComplaintThemes" (
    "ComplaintId" INTEGER NOT NULL,
    "Theme" TEXT NOT NULL,
    "Origin" INTEGER NOT NULL,
    CONSTRAINT "PK_ComplaintThemes" PRIMARY KEY ("ComplaintId", "Theme"),
    CONSTRAINT "FK_ComplaintThemes_Complaints_ComplaintId" FOREIGN KEY ("ComplaintId") REFERENCES "Complaints" ("Id") ON DELETE CASCADE
);

CREATE TABLE "ComplaintVersions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ComplaintVersions" PRIMARY KEY AUTOINCREMENT,
    "ComplaintId" INTEGER NOT NULL,
    "ReplacedByBatchId" INTEGER NOT NULL,
    "ImportBatchId" INTEGER NOT NULL,
    "ReplacedAtUtc" TEXT NOT NULL,
    "EncryptedRecord" BLOB NOT NULL,
    CONSTRAINT "FK_ComplaintVersions_Complaints_ComplaintId" FOREIGN KEY ("ComplaintId") REFERENCES "Complaints" ("Id") ON DELETE CASCADE
);

CREATE TABLE "Predictions" (
    "ComplaintId" INTEGER NOT NULL,
    "ModelVersion" TEXT NOT NULL,
    "TaxonomyVersion" TEXT NOT NULL,
    "BusinessArea" TEXT NOT NULL,
    "BusinessAreaProbability" REAL NOT NULL,
    "ComplaintType" TEXT NOT NULL,
    "ComplaintTypeProbability" REAL NOT NULL,
    "Remit" TEXT NOT NULL,
    "RemitProbability" REAL NOT NULL,
    "NeedsReview" INTEGER NOT NULL,
    "Themes" TEXT NOT NULL,
    CONSTRAINT "PK_Predictions" PRIMARY KEY ("ComplaintId", "ModelVersion"),
    CONSTRAINT "FK_Predictions_Complaints_ComplaintId" FOREIGN KEY ("ComplaintId") REFERENCES "Complaints" ("Id") ON DELETE CASCADE
);

CREATE TABLE "RawTexts" (
    "ComplaintId" INTEGER NOT NULL CONSTRAINT "PK_RawTexts" PRIMARY KEY,
    "Encrypted" BLOB NOT NULL,
    CONSTRAINT "FK_RawTexts_Complaints_ComplaintId" FOREIGN KEY ("ComplaintId") REFERENCES "Complaints" ("Id") ON DELETE CASCADE
);

CREATE TABLE "TextSignatures" (
    "ComplaintId" INTEGER NOT NULL CONSTRAINT "PK_TextSignatures" PRIMARY KEY,
    "Signature" BLOB NOT NULL,
    CONSTRAINT "FK_TextSignatures_Complaints_ComplaintId" FOREIGN KEY ("ComplaintId") REFERENCES "Complaints" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Collections_Name" ON "Collections" ("Name");
CREATE INDEX "IX_ComplaintThemes_Theme_ComplaintId" ON "ComplaintThemes" ("Theme", "ComplaintId");
CREATE INDEX "IX_ComplaintVersions_ComplaintId" ON "ComplaintVersions" ("ComplaintId");
CREATE INDEX "IX_ComplaintVersions_ReplacedByBatchId" ON "ComplaintVersions" ("ReplacedByBatchId");
CREATE INDEX "IX_Complaints_CampaignId" ON "Complaints" ("CampaignId") WHERE "CampaignId" IS NOT NULL;
CREATE INDEX "IX_Complaints_CollectionId_BusinessArea_CountedOn" ON "Complaints" ("CollectionId", "BusinessArea", "CountedOn") WHERE "BusinessArea" IS NOT NULL;
CREATE INDEX "IX_Complaints_CollectionId_Channel_CountedOn" ON "Complaints" ("CollectionId", "Channel", "CountedOn") WHERE "Channel" IS NOT NULL;
CREATE INDEX "IX_Complaints_CollectionId_ComplaintType_CountedOn" ON "Complaints" ("CollectionId", "ComplaintType", "CountedOn") WHERE "ComplaintType" IS NOT NULL;
CREATE INDEX "IX_Complaints_CollectionId_CountedOn" ON "Complaints" ("CollectionId", "CountedOn");
CREATE INDEX "IX_Complaints_CollectionId_Finding_CountedOn" ON "Complaints" ("CollectionId", "Finding", "CountedOn") WHERE "Finding" IS NOT NULL;
CREATE INDEX "IX_Complaints_CollectionId_Office_CountedOn" ON "Complaints" ("CollectionId", "Office", "CountedOn") WHERE "Office" IS NOT NULL;
CREATE INDEX "IX_Complaints_CollectionId_OrganisationGroup_CountedOn" ON "Complaints" ("CollectionId", "OrganisationGroup", "CountedOn") WHERE "OrganisationGroup" IS NOT NULL;
CREATE INDEX "IX_Complaints_CollectionId_Organisation_CountedOn" ON "Complaints" ("CollectionId", "Organisation", "CountedOn") WHERE "Organisation" IS NOT NULL;
CREATE UNIQUE INDEX "IX_Complaints_CollectionId_Reference" ON "Complaints" ("CollectionId", "Reference");
CREATE INDEX "IX_Complaints_CollectionId_Region_CountedOn" ON "Complaints" ("CollectionId", "Region", "CountedOn") WHERE "Region" IS NOT NULL;
CREATE INDEX "IX_Complaints_CollectionId_Remit_CountedOn" ON "Complaints" ("CollectionId", "Remit", "CountedOn") WHERE "Remit" IS NOT NULL;
CREATE INDEX "IX_Complaints_ImportBatchId" ON "Complaints" ("ImportBatchId");
CREATE INDEX "IX_Complaints_ToReview" ON "Complaints" ("CollectionId", "CountedOn") WHERE "NeedsReview";
CREATE INDEX "IX_DailyCounts_Day_CollectionId" ON "DailyCounts" ("Day", "CollectionId");
CREATE INDEX "IX_ImportBatches_CollectionId_FileHash" ON "ImportBatches" ("CollectionId", "FileHash");
CREATE INDEX "IX_QuarantinedRows_ImportBatchId_LineNumber" ON "QuarantinedRows" ("ImportBatchId", "LineNumber");
CREATE INDEX "IX_Signals_AnalysisRunId_Rank" ON "Signals" ("AnalysisRunId", "Rank");
CREATE UNIQUE INDEX "IX_Signals_CollectionId_Slice_FirstCode_SecondCode_Since" ON "Signals" ("CollectionId", "Slice", "FirstCode", "SecondCode", "Since");

-- Full-text search: an external-content index (https://www.sqlite.org/fts5.html, section 4.4.3), kept in step by triggers.
-- The Porter stemmer matches what PostgreSQL's 'english' configuration does.
CREATE VIRTUAL TABLE "ComplaintTextSearch" USING fts5("RedactedText", content='ComplaintTexts', content_rowid='ComplaintId', tokenize='porter unicode61');

CREATE TRIGGER "ComplaintTexts_AfterInsert" AFTER INSERT ON "ComplaintTexts" BEGIN
    INSERT INTO "ComplaintTextSearch" (rowid, "RedactedText") VALUES (new."ComplaintId", new."RedactedText");
END;

CREATE TRIGGER "ComplaintTexts_AfterDelete" AFTER DELETE ON "ComplaintTexts" BEGIN
    INSERT INTO "ComplaintTextSearch" ("ComplaintTextSearch", rowid, "RedactedText") VALUES ('delete', old."ComplaintId", old."RedactedText");
END;

CREATE TRIGGER "ComplaintTexts_AfterUpdate" AFTER UPDATE ON "ComplaintTexts" BEGIN
    INSERT INTO "ComplaintTextSearch" ("ComplaintTextSearch", rowid, "RedactedText") VALUES ('delete', old."ComplaintId", old."RedactedText");
    INSERT INTO "ComplaintTextSearch" (rowid, "RedactedText") VALUES (new."ComplaintId", new."RedactedText");
END;
