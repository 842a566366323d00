using System.Globalization;
using System.Text;
using Dashboard.Verbs;
using Ingest;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store;
using Ingest.Validation;
using Insights;

namespace Benchmarks.Pages;

/// <summary>A store of made-up complaints of five years with short texts, filled by the import and analysed once, so that counts and search index are as in life.</summary>
internal static class FilledStore
{
    public const string CollectionName = "pages";

    private const int Seed = 20_251;
    private const int Days = 1_826;
    private const int SentencesAtMost = 3;
    private const int SurgeDays = 21;
    private static readonly DateOnly FirstDay = new(2021, 1, 1);

    private static readonly string[] Areas = ["UKVI", "ImmigrationEnforcement", "BorderForce", "DetentionAndEscorting", "HMPassportOffice", "LegalServiceProvider", "Other", ""];
    private static readonly string[] Themes =
    [
        "delay_or_missed_deadline", "poor_communication", "administrative_error", "staff_conduct", "lost_or_damaged_documents", "poor_advice_or_information",
        "payment_fees_or_refunds", "failure_to_follow_procedure", "complaint_handling", "digital_service_problem", "detention_conditions_or_property",
        "discrimination_or_vulnerability", "lack_of_supervision", "",
    ];

    private static readonly string[] Outcomes = ["upheld", "partly_upheld", "not_upheld", "not_upheld", "resolved", "withdrawn", ""];

    private const string Profile = """
        name: pages
        version: "1"
        title: Made-up complaints
        taxonomy: home-office
        serviceStandard: { workingDays: 20, calendar: england-and-wales }
        collection:
          name: pages
          interval: week
          dateBasis: receivedOn
          classified: false
          watchedSlices: [all, BusinessArea, Theme, Office, BusinessArea+Theme, Theme+Office]
        format:
          dateFormats: ["yyyy-MM-dd"]
        columns:
          reference: Reference
          receivedOn: Received
          respondedOn: Responded
          businessArea: Area
          theme: { column: Themes, separator: "|" }
          office: Office
          channel: Channel
          finding: Outcome
          text: Narrative
        """;

    /// <summary>Makes the store unless the file is there already.</summary>
    public static async Task<StorageOptions> EnsureAsync(string database, int rows, DataFolder data)
    {
        StorageOptions storage = StorageOptions.ForFile(database);
        if (File.Exists(database))
        {
            return storage;
        }

        string profilePath = database + ".profile.yaml";
        string file = database + ".csv";
        await File.WriteAllTextAsync(profilePath, Profile);
        Write(file, rows, data);
        ImportProfile profile = data.LoadProfile(profilePath);
        ImportReport report = await new ImportRun(storage, data, TimeProvider.System).RunAsync([file], profile, null, CancellationToken.None);
        Console.WriteLine($"{report.Total}; {report.RowsPerSecond:N0} rows/s");
        File.Delete(file);
        AnalysisReport analysis = await AnalyseVerb.RunAsync(storage, data, new AnalysisOptions(), asOf: null, CancellationToken.None);
        Console.WriteLine($"{analysis.Series} series, {analysis.Signals.Count} signals");
        return storage;
    }

    private static void Write(string path, int rows, DataFolder data)
    {
        string[] sentences = Import.NarrativeFile.Sentences(data);
        Random random = new(Seed);
        StringBuilder narrative = new();
        using StreamWriter writer = new(path);
        writer.WriteLine("Reference,Received,Responded,Area,Themes,Office,Channel,Outcome,Narrative");
        for (int row = 0; row < rows; row++)
        {
            narrative.Clear();
            for (int sentence = random.Next(SentencesAtMost); sentence >= 0; sentence--)
            {
                narrative.Append(sentences[random.Next(sentences.Length)]).Append(' ');
            }

            int day = (int)((long)row * Days / rows);
            DateOnly received = FirstDay.AddDays(day);
            bool isSurge = day >= Days - SurgeDays && random.Next(25) == 0;
            string themes = isSurge ? Themes[4] : Skewed(random, Themes) + (random.Next(3) == 0 ? "|" + Skewed(random, Themes) : "");
            string responded = random.Next(3) == 0 ? "" : received.AddDays(random.Next(60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string received0 = random.Next(1_000) == 0 ? "" : received.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"P/{row:0000000},{received0},{responded},{Skewed(random, Areas)},{themes.Trim('|')},Office {(isSurge ? 7 : Math.Min(random.Next(40), random.Next(40)))},{(random.Next(2) == 0 ? "Email" : "Post")},{Outcomes[random.Next(Outcomes.Length)]},\"{narrative.Replace("\"", "\"\"")}\""));
        }
    }

    /// <summary>Earlier ones oftener, as with real codes.</summary>
    private static string Skewed(Random random, string[] codes) => codes[Math.Min(random.Next(codes.Length), random.Next(codes.Length))];
}
