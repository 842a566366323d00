using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Redaction;
using Ingest.Sources;
using Ingest.Store;
using Ingest.Store.Writing;
using Ingest.Validation;
using Insights;

namespace Ingest;

/// <summary>
/// Files in, complaints stored: read → validate → redact → classify → store → report. Each file is streamed through stages that work at the same time on
/// all cores, and a slow store holds the reader back; some thousand rows are one transaction. Running it again, after a crash or by mistake, loses nothing and doubles nothing.
/// </summary>
public sealed class ImportRun(StorageOptions storage, DataFolder data, TimeProvider clock)
{
    /// <summary>Rows read, prepared and handed on together: few, so that the store has work soon and what is under way stays small.</summary>
    private const int ChunkRows = 500;

    /// <summary>Characters after which a chunk is full whatever its rows, so that long letters keep the memory flat.</summary>
    private const int ChunkCharacters = 1_000_000;

    /// <summary>Chunks under way between reading and storing: enough to bridge the longest wait for the store, few enough to stay small.</summary>
    private const int ChunksUnderWay = 16;

    // Its models take seconds to load, and many sources carry no text.
    private readonly Lazy<PersonalDataRedactor> redactor = new(() => PersonalDataRedactor.Load(data.Path));

    /// <summary>Imports the files, and those of the folders, in order.</summary>
    /// <exception cref="InputErrorException">A path does not exist, or the store cannot be used. A file that cannot be imported is reported, not thrown.</exception>
    public async Task<ImportReport> RunAsync(IReadOnlyList<string> paths, ImportProfile profile, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        long started = clock.GetTimestamp();
        List<FileAccount> files = [];
        List<string> failures = [];
        await using ImportSession session = new(storage, data, profile, clock);
        foreach ((SourceFile? file, string? failure) in SourceParts.Of(paths, profile))
        {
            if (file is null)
            {
                failures.Add(failure!);
                continue;
            }

            try
            {
                files.Add(await ImportFileAsync(session, file, profile, progress, cancellationToken));
            }
            catch (Exception problem) when (session.Explain(problem, file.Name) is { } sentence)
            {
                failures.Add(sentence);
            }
        }

        try
        {
            await session.SettleAsync(cancellationToken);
        }
        catch (InputErrorException problem)
        {
            failures.Add(problem.Message);
        }

        ImportReport report = new(files, failures, clock.GetElapsedTime(started).TotalSeconds);
        ImportMeter.Record(report);
        return report;
    }

    private async Task<FileAccount> ImportFileAsync(
        ImportSession session, SourceFile file, ImportProfile profile, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using IRecordSource source = RecordSources.Open(file, profile);
        ColumnBinding binding = ColumnBinding.Bind(profile, source, file.Name);

        await session.OpenAsync(cancellationToken);
        RowPreparer preparer = new(new RowValidator(profile, binding), redactor, session.Model, session.Cipher, source.Columns);
        ImportTarget target = await session.Log.BeginAsync(session.CollectionId, profile, file.ShortName, file.ComputeHash(), cancellationToken);
        try
        {
            using ComplaintWriter writer = session.WriterFor(target);
            ImportCounts counts = default;
            await foreach (PreparedRow[] rows in PrepareChunksAsync(source, preparer, cancellationToken))
            {
                counts += writer.Store(rows);
                progress?.Report(new ImportProgress(file.Name, counts.Read, file.FractionRead));
                if (cancellationToken.IsCancellationRequested)
                {
                    break;
                }
            }

            writer.Commit();
            cancellationToken.ThrowIfCancellationRequested();
            await session.Log.FinishAsync(target.BatchId, cancellationToken);
            return new FileAccount(file.Name, target.BatchId, counts) { Referrals = await session.ReferralsAsync(target.BatchId, cancellationToken) };
        }
        catch (Exception problem) when (session.Explain(problem, file.Name) is { } sentence)
        {
            await session.TryFailAsync(target.BatchId, sentence);
            throw new InputErrorException(sentence, problem);
        }
    }

    /// <summary>Reads and prepares on other threads, in file order; a slow store holds the reader back.</summary>
    private static async IAsyncEnumerable<PreparedRow[]> PrepareChunksAsync(
        IRecordSource source, RowPreparer preparer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<Task<PreparedRow[]>> chunks = Channel.CreateBounded<Task<PreparedRow[]>>(ChunksUnderWay);
        Task reading = Task.Run(() => ReadAsync(source, preparer, chunks.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (Task<PreparedRow[]> chunk in chunks.Reader.ReadAllAsync(cancellationToken))
            {
                yield return await chunk;
            }
        }
        finally
        {
            // The source must not be closed under the reader's feet.
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task ReadAsync(IRecordSource source, RowPreparer preparer, ChannelWriter<Task<PreparedRow[]>> chunks, CancellationToken cancellationToken)
    {
        try
        {
            List<SourceRecord> chunk = new(ChunkRows);
            long characters = 0;
            foreach (SourceRecord record in source.Records())
            {
                chunk.Add(record);
                characters += record.Cells.Sum(cell => cell?.Length ?? 0);
                if (chunk.Count == ChunkRows || characters >= ChunkCharacters)
                {
                    await SendAsync(chunk);
                    (chunk, characters) = (new List<SourceRecord>(ChunkRows), 0);
                }
            }

            await SendAsync(chunk);
            chunks.Complete();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            chunks.Complete(problem);
        }

        // In the order they were read: a thread's own queue would take the newest first, while the store waits for the oldest.
        async Task SendAsync(List<SourceRecord> records) => await chunks.WriteAsync(
            Task.Factory.StartNew(() => preparer.Prepare(records), CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default),
            cancellationToken);
    }
}
