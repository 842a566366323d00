using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Validation;
using Microsoft.EntityFrameworkCore;
using TestSupport;

namespace Ingest.Tests.Importing;

/// <summary>A complaints body that the program knows nothing of: its taxonomy, its profile and its files exist only here.</summary>
internal sealed class MadeUpBody : IAsyncDisposable
{
    public const string Header = "Ref;Opened;Answered;Kind;Subjects;Bridge;Boats;Outcome;Paid;Story";

    private const string Taxonomy = """
        name: river-trust
        version: "7"
        title: River Trust
        dimensions:
          BusinessArea:
            - { code: locks, title: Locks and weirs }
            - { code: moorings, title: Moorings }
          Theme:
            - { code: noise, title: Noise }
            - { code: litter, title: Litter, grave: true }
            - { code: fees, title: Fees }
          Finding:
            - { code: agreed, title: Agreed, upheld: true }
            - { code: refused, title: Refused }
        """;

    private const string Profile = """
        name: river-trust
        version: "3"
        title: River Trust complaints
        taxonomy: river-trust
        serviceStandard: { workingDays: 5, calendar: england-and-wales }
        collection:
          interval: week
          dateBasis: receivedOn
          classified: true
          watchedSlices: [all, BusinessArea, Theme+Organisation]
          denominator: { dimension: Organisation, title: boats, per: 100 }
        format:
          dateFormats: ["dd/MM/yyyy", "yyyy-MM-dd"]
        columns:
          reference: Ref
          receivedOn: Opened
          respondedOn: Answered
          businessArea: Kind
          theme: { column: Subjects, separator: "|" }
          organisation: Bridge
          denominator: Boats
          finding: { column: Outcome, map: { "Yes": agreed, "No": refused, "Unclear": ~ } }
          remedyPounds: Paid
          text: { column: Story, optional: true }
        """;

    private MadeUpBody(StoreUnderTest store)
    {
        Store = store;
        File.WriteAllText(PathOf("river-trust.yaml"), Taxonomy);
        File.WriteAllText(ProfilePath, Profile);
    }

    public StoreUnderTest Store { get; }

    public static DataFolder Data => DataFolder.Find();

    public string ProfilePath => PathOf("profile.yaml");

    public ImportProfile LoadProfile() => Data.LoadProfile(ProfilePath);

    public static MadeUpBody Create(StorageProvider provider = StorageProvider.Sqlite) => new(StoreUnderTest.CreateEmpty(provider));

    public string PathOf(string name) => Path.Combine(Store.Folder.FullName, name);

    public string Write(string name, params IEnumerable<string> lines)
    {
        File.WriteAllLines(PathOf(name), lines);
        return PathOf(name);
    }

    public Task<ImportReport> ImportAsync(params string[] paths) => ImportAsync(null, paths);

    public async Task<ImportReport> ImportAsync(IProgress<ImportProgress>? progress, string[] paths, CancellationToken cancellationToken = default) =>
        await new ImportRun(Store.Options, Data, TimeProvider.System).RunAsync(paths, LoadProfile(), progress, cancellationToken);

    public DatabaseArchive Archive() => new(Store.Options, Data, TimeProvider.System);

    public async Task<List<ComplaintRow>> ComplaintsAsync()
    {
        await using InsightsDbContext context = Store.Open();
        return await context.Complaints.AsNoTracking().OrderBy(row => row.Reference).ToListAsync();
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
