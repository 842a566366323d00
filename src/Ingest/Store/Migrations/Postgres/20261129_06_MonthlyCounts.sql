-- The days of a month, added up.
CREATE TABLE "MonthlyCounts" (
    "CollectionId" integer NOT NULL,
    "Slice" character varying(100) COLLATE "C" NOT NULL,
    "FirstCode" character varying(300) COLLATE "C" NOT NULL,
    "SecondCode" character varying(300) COLLATE "C" NOT NULL,
    "Month" date NOT NULL,
    "Complaints" integer NOT NULL,
    "Distinct" integer NOT NULL,
    "Answered" integer NOT NULL,
    "AnsweredInTime" integer NOT NULL,
    "WithFinding" integer NOT NULL,
    "Upheld" integer NOT NULL,
    CONSTRAINT "PK_MonthlyCounts" PRIMARY KEY ("CollectionId", "Slice", "FirstCode", "SecondCode", "Month"),
    CONSTRAINT "FK_MonthlyCounts_Collections_CollectionId" FOREIGN KEY ("CollectionId") REFERENCES "Collections" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_MonthlyCounts_Month_CollectionId" ON "MonthlyCounts" ("Month", "CollectionId");

-- "No date" is stored as '-infinity', which has no month; it stays what it is.
INSERT INTO "MonthlyCounts"
SELECT "CollectionId", "Slice", "FirstCode", "SecondCode", CASE WHEN isfinite("Day") THEN date_trunc('month', "Day")::date ELSE "Day" END,
       SUM("Complaints"), SUM("Distinct"), SUM("Answered"), SUM("AnsweredInTime"), SUM("WithFinding"), SUM("Upheld")
FROM "DailyCounts" GROUP BY 1, 2, 3, 4, 5;
