-- The days of a month, added up. Clustered by its key, as the daily counts are.
CREATE TABLE "MonthlyCounts" (
    "CollectionId" INTEGER NOT NULL,
    "Slice" TEXT NOT NULL,
    "FirstCode" TEXT NOT NULL,
    "SecondCode" TEXT NOT NULL,
    "Month" TEXT NOT NULL,
    "Complaints" INTEGER NOT NULL,
    "Distinct" INTEGER NOT NULL,
    "Answered" INTEGER NOT NULL,
    "AnsweredInTime" INTEGER NOT NULL,
    "WithFinding" INTEGER NOT NULL,
    "Upheld" INTEGER NOT NULL,
    CONSTRAINT "PK_MonthlyCounts" PRIMARY KEY ("CollectionId", "Slice", "FirstCode", "SecondCode", "Month"),
    CONSTRAINT "FK_MonthlyCounts_Collections_CollectionId" FOREIGN KEY ("CollectionId") REFERENCES "Collections" ("Id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE INDEX "IX_MonthlyCounts_Month_CollectionId" ON "MonthlyCounts" ("Month", "CollectionId");

INSERT INTO "MonthlyCounts"
SELECT "CollectionId", "Slice", "FirstCode", "SecondCode", substr("Day", 1, 8) || '01',
       SUM("Complaints"), SUM("Distinct"), SUM("Answered"), SUM("AnsweredInTime"), SUM("WithFinding"), SUM("Upheld")
FROM "DailyCounts" GROUP BY 1, 2, 3, 4, 5;
