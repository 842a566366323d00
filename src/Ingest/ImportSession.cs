using System.Data.Common;
using Ingest.DataFiles;
using Ingest.Models;
using Ingest.Profiles;
using Ingest.Redaction;
using Ingest.Store;
using Ingest.Store.Counting;
using Ingest.Store.Dialects;
using Ingest.Store.Migrations;
using Ingest.Store.PageQueries.Imports;
using Ingest.Store.Writing;
using Insights;
using Insights.Classification;
using Microsoft.EntityFrameworkCore;

namespace Ingest;

/// <summary>The store as one import uses it. It is opened only when the first file has proved readable, so that a wrong command leaves nothing behind.</summary>
internal sealed class ImportSession(StorageOptions storage, DataFolder data, ImportProfile profile, TimeProvider clock) : IAsyncDisposable
{
    private readonly TaskCompletionSource<RawTextCipher> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private InsightsDbContext? context;
    private RawTextCipher? cipher;

    /// <summary>The model that codes what is imported; its value is null when nothing is classified. Loaded when the first text needs it.</summary>
    public Lazy<CodingModel?> Model { get; } = new(() => profile.Collection.IsClassified ? ShippedModel.CodingModelFor(data, profile.Collection.Taxonomy.Name) : null);

    public int CollectionId { get; private set; }

    public RawTextCipher Cipher => cipher ?? throw NotOpen();

    /// <summary>The cipher, for those who can begin without it; never there if the store cannot be opened.</summary>
    public Task<RawTextCipher> CipherWhenOpen => opened.Task;

    public ImportLog Log => new(Context, clock);

    private InsightsDbContext Context => context ?? throw NotOpen();

    private DbConnection Connection => Context.Database.GetDbConnection();

    private IStoreDialect Dialect => StoreDialect.For(storage.Provider);

    /// <summary>Opens the store, makes or updates its tables, and finds the profile's collection; once.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (cipher is not null)
        {
            return;
        }

        try
        {
            context = StoreRegistration.Open(storage);
            await context.UpgradeAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            bool hasSecrets = await context.RawTexts.AnyAsync(cancellationToken) || await context.QuarantinedRows.AnyAsync(cancellationToken);
            RawTextCipher loaded = RawTextCipher.Load(storage, hasSecrets);
            CollectionId = await CollectionRegistry.EnsureAsync(context, profile, cancellationToken);
            cipher = loaded;
            opened.SetResult(loaded);
        }
        catch (DbException problem)
        {
            string name = storage.DatabaseFile ?? "The database";
            throw new InputErrorException(Explain(problem, name) ?? $"{name} cannot be opened: {problem.Message}", problem);
        }
    }

    public ComplaintWriter WriterFor(ImportTarget target) => new(Connection, Dialect, target, Cipher, clock);

    public ReplayWriter ReplayerFor(ImportTarget target) => new(Connection, Dialect, target, WriterFor(target));

    public UndoWriter UndoerFor(ImportTarget target, Lazy<PersonalDataRedactor> redactor) => new(Connection, Dialect, target, Cipher, redactor, clock);

    /// <summary>What the dates of an import's complaints say of their remit.</summary>
    public async Task<ReferralAccount> ReferralsAsync(long batchId, CancellationToken cancellationToken) => await new ImportsQuery(Context).ReferralsAsync(batchId, cancellationToken);

    /// <summary>Brings campaigns and counts up to date with what was stored.</summary>
    /// <exception cref="InputErrorException">There is no room for the counts; the days stay marked and are counted by the next import.</exception>
    public Task SettleAsync(CancellationToken cancellationToken)
    {
        try
        {
            Settle(cancellationToken);
            return Task.CompletedTask;
        }
        catch (Exception problem) when (Dialect.IsOutOfSpace(problem))
        {
            throw new InputErrorException(
                $"The complaints are stored, but they could not be counted: the database could not write, most likely because the disk is full ({problem.Message}). Make room and import the file again; only the counting is done then.",
                problem);
        }
    }

    /// <summary>The sentence for a failure that is no bug of ours; null for one that is.</summary>
    public string? Explain(Exception problem, string fileName) => problem switch
    {
        InputErrorException explained => explained.Message,
        _ when Dialect.IsOutOfSpace(problem) =>
            $"{fileName}: the database could not write, most likely because the disk is full ({problem.Message}). What was stored before is complete; make room and import the file again to go on.",
        IOException => $"{fileName} could not be read to its end: {problem.Message} What was read is stored; import the file again to go on.",
        _ => null,
    };

    /// <summary>Notes the failure with the import, if the store still takes it: after a full disk it may not.</summary>
    public async Task TryFailAsync(long batchId, string error)
    {
        try
        {
            await Log.FailAsync(batchId, error, CancellationToken.None);
        }
        catch (DbException)
        {
            // The import stays marked as running; the next import of the same file closes it.
        }
    }

    public async ValueTask DisposeAsync()
    {
        opened.TrySetCanceled();
        cipher?.Dispose();
        if (context is not null)
        {
            await context.DisposeAsync();
        }
    }

    private void Settle(CancellationToken cancellationToken)
    {
        if (cipher is null)
        {
            return;
        }

        if (profile.GroupsCampaigns)
        {
            new CampaignUpdater(Connection, Dialect, CollectionId).Update(cancellationToken);
        }

        new CountRefresher(Connection, Dialect, CollectionDefinition.Of(CollectionId, profile, data)).Refresh(cancellationToken);
    }

    private static InvalidOperationException NotOpen() => new("The store has not been opened yet.");
}
