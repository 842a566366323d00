using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Ingest.Sources;
using Ingest.Store.Writing;

namespace Ingest;

/// <summary>
/// The rows of a file, read and prepared in chunks on other threads and given out in file order; who takes them slowly holds the reader back. Work begins when
/// it is made, so that the first chunks are ready when the store is.
/// </summary>
internal sealed class PreparedChunks : IAsyncDisposable
{
    /// <summary>Rows read, prepared and handed on together: few, so that the store has work soon and what is under way stays small.</summary>
    private const int ChunkRows = 500;

    /// <summary>Characters after which a chunk is full whatever its rows, so that long letters keep the memory flat.</summary>
    private const int ChunkCharacters = 1_000_000;

    /// <summary>Chunks under way between reading and storing: enough to bridge the longest wait for the store, few enough to stay small.</summary>
    private const int ChunksUnderWay = 16;

    private readonly IRecordSource source;
    private readonly RowPreparer preparer;
    private readonly CancellationTokenSource stop;
    private readonly Channel<Task<PreparedRow[]>> chunks = Channel.CreateBounded<Task<PreparedRow[]>>(ChunksUnderWay);
    private readonly Task reading;

    public PreparedChunks(IRecordSource source, RowPreparer preparer, CancellationToken cancellationToken)
    {
        this.source = source;
        this.preparer = preparer;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        reading = Task.Run(() => ReadAsync(stop.Token), CancellationToken.None);
    }

    /// <summary>All chunks, once.</summary>
    public async IAsyncEnumerable<PreparedRow[]> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Task<PreparedRow[]> chunk in chunks.Reader.ReadAllAsync(cancellationToken))
        {
            yield return await chunk;
        }
    }

    /// <summary>Stops reading: the source must not be closed under the reader's feet.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
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
            chunks.Writer.Complete();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            chunks.Writer.Complete(problem);
        }

        // In the order they were read: a thread's own queue would take the newest first, while the store waits for the oldest.
        async Task SendAsync(List<SourceRecord> records) => await chunks.Writer.WriteAsync(
            Task.Factory.StartNew(() => preparer.PrepareAsync(records), CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default).Unwrap(),
            cancellationToken);
    }
}
