-- When a complaint reached the examiner (or an ombudsman), and what follows from that for its remit. Complaints stored before have neither: not known.
ALTER TABLE "Complaints" ADD COLUMN "ReferredOn" TEXT NULL;
ALTER TABLE "Complaints" ADD COLUMN "RemitByDates" TEXT NULL;
CREATE INDEX "IX_Complaints_CollectionId_RemitByDates_CountedOn" ON "Complaints" ("CollectionId", "RemitByDates", "CountedOn") WHERE "RemitByDates" IS NOT NULL;
