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

        // The store is opened while the first rows are prepared: both take seconds when the program has just begun.
        RowPreparer preparer = new(new RowValidator(profile, binding), redactor, session.Model, session.CipherWhenOpen, source.Columns);
        await using PreparedChunks chunks = new(source, preparer, cancellationToken);
        await session.OpenAsync(cancellationToken);
        ImportTarget target = await session.Log.BeginAsync(session.CollectionId, profile, file.ShortName, file.ComputeHash(), cancellationToken);
        try
        {
            using ComplaintWriter writer = session.WriterFor(target);
            ImportCounts counts = default;
            await foreach (PreparedRow[] rows in chunks.TakeAsync(cancellationToken))
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
            return new FileAccount(file.Name, file.ShortName, target.BatchId, counts) { Referrals = binding.IndicesOf(ImportField.ReferredOn).Count > 0 ? await session.ReferralsAsync(target.BatchId, cancellationToken) : null };
        }
        catch (Exception problem) when (session.Explain(problem, file.Name) is { } sentence)
        {
            await session.TryFailAsync(target.BatchId, sentence);
            throw new InputErrorException(sentence, problem);
        }
    }
}
