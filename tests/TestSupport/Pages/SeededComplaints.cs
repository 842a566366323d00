using System.Globalization;
using Ingest.Profiles;
using Ingest.Store;
using Ingest.Store.Entities;

namespace TestSupport.Pages;

/// <summary>The complaints of a <see cref="SeededStore"/>.</summary>
public static class SeededComplaints
{
    /// <summary>Complaints of the classified collection; the last <see cref="Undated"/> have no date.</summary>
    public const int ClassifiedCount = 900;

    public const int Undated = 5;

    public const int Quarantined = 3;

    /// <summary>Complaints of the collection with sizes.</summary>
    public const int WithSizesCount = 600;

    private static readonly string[] Areas = ["UKVI", "HMPassportOffice", "BorderForce"];
    private static readonly string[] Themes = ["lost_or_damaged_documents", "delay_or_missed_deadline", "poor_communication", "staff_conduct"];
    private static readonly string?[] Offices = ["Croydon", "Sheffield", "Belfast", "Dover", null];
    private static readonly string?[] Findings = ["upheld", "not_upheld", null];

    private static readonly string[] Texts =
    [
        "They lost my birth certificate and my marriage certificate. [person 1] said that nobody had signed for the envelope.",
        "I have waited eleven months for a decision on my application and I cannot travel to see my mother.",
        "I telephoned nine times. Nobody calls back, and the letters contradict each other.",
        "The officer at the desk shouted at us in front of our children.",
    ];

    public static async Task AddClassifiedAsync(InsightsDbContext store, ImportProfile profile)
    {
        (CollectionRow collection, ImportBatchRow batch) = await SeededStore.AddCollectionAsync(store, profile);
        List<SeededComplaint> complaints = [.. Enumerable.Range(0, ClassifiedCount).Select(number => Classified(collection.Id, batch.Id, number))];
        await SeededCounts.SaveAsync(store, profile, collection.Id, complaints);
        store.AddRange(Enumerable.Range(1, Quarantined).Select(number => new QuarantinedRow
        {
            ImportBatchId = batch.Id,
            LineNumber = 100 + number,
            Column = "DateReceived",
            Found = "the text '=cmd'",
            Expected = "a date as dd/MM/yyyy or yyyy-MM-dd",
            LikelyCause = number == 1 ? "the columns of this row are shifted by one" : null,
            EncryptedRow = [1, 2, 3],
        }));
        (batch.Read, batch.Accepted, batch.Duplicates, batch.Quarantined) = (ClassifiedCount + 7 + Quarantined, ClassifiedCount, 7, Quarantined);
        await store.SaveChangesAsync();
    }

    public static async Task AddWithSizesAsync(InsightsDbContext store, ImportProfile profile)
    {
        (CollectionRow collection, ImportBatchRow batch) = await SeededStore.AddCollectionAsync(store, profile);
        List<SeededComplaint> complaints = [.. Enumerable.Range(0, WithSizesCount).Select(number => WithSize(collection.Id, batch.Id, number))];
        await SeededCounts.SaveAsync(store, profile, collection.Id, complaints);

        // Every third landlord's number of homes is unknown.
        store.AddRange(new[] { 1, 2, 4 }.Select(number => new DenominatorRow
        {
            CollectionId = collection.Id,
            Dimension = "Organisation",
            Code = Landlord(number),
            Size = 1000 * number,
        }));
        (batch.Read, batch.Accepted) = (WithSizesCount, WithSizesCount);
        await store.SaveChangesAsync();
    }

    private static SeededComplaint Classified(int collection, long batch, int number)
    {
        DateOnly? received = number >= ClassifiedCount - Undated ? null : SeededStore.AsOf.AddDays(-number);
        string theme = Themes[number % Themes.Length];
        string text = Texts[number % Texts.Length];
        ComplaintRow row = new()
        {
            CollectionId = collection,
            ImportBatchId = batch,
            Reference = string.Create(CultureInfo.InvariantCulture, $"CMS-{number:00000}"),
            ContentHash = BitConverter.GetBytes(number),
            CountedOn = received,
            ReceivedOn = received,
            RespondedOn = number % 4 == 0 ? null : received?.AddDays(20 + (number % 3 * 14)),
            BusinessArea = Areas[number % Areas.Length],
            ComplaintType = "service",
            Remit = "in",
            Office = Offices[number % Offices.Length],
            Channel = number % 2 == 0 ? "Email" : "Post",
            Finding = Findings[number % Findings.Length],
            SourceCategory = "Service - Delay",
            RemedyPence = number % 50 == 0 ? 12_500 : null,
            HasText = true,
            NeedsReview = number % 40 == 0,
            ModelVersion = "home-office/1",
            CampaignId = number is 10 or 14 ? 1 : null,
        };
        PredictionRow prediction = new()
        {
            ModelVersion = "home-office/1",
            TaxonomyVersion = "1",
            BusinessArea = row.BusinessArea,
            BusinessAreaProbability = 0.91,
            ComplaintType = "service",
            ComplaintTypeProbability = 0.99,
            Remit = "in",
            RemitProbability = 0.97,
            NeedsReview = row.NeedsReview,
            Themes = $$"""[{"code":"{{theme}}","probability":0.87,"evidence":[{"start":0,"end":9}]}]""",
        };
        return new SeededComplaint(row, [theme], text, prediction);
    }

    private static SeededComplaint WithSize(int collection, long batch, int number)
    {
        DateOnly closed = SeededStore.AsOf.AddDays(-2 * number);
        ComplaintRow row = new()
        {
            CollectionId = collection,
            ImportBatchId = batch,
            Reference = string.Create(CultureInfo.InvariantCulture, $"{202_300_000 + number}|Damp & Mould|Reports of damp"),
            ContentHash = BitConverter.GetBytes(number),
            CountedOn = closed,
            ClosedOn = closed,
            Organisation = Landlord((number % 4) + 1),
            OrganisationGroup = number % 2 == 0 ? "Housing Association" : null,
            Finding = number % 2 == 0 ? "maladministration" : "no_maladministration",
            HasText = true,
        };
        return new SeededComplaint(row, [number % 3 == 0 ? "damp_and_mould" : "repairs_and_maintenance"], "Reports of damp in the bedroom.", Prediction: null);
    }

    private static string Landlord(int number) => $"Landlord {number}";
}
