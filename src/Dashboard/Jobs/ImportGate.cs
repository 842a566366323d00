namespace Dashboard.Jobs;

/// <summary>Lets one import of this process write at a time: uploads, the watched folder and the API would only wait for each other in the database.</summary>
public sealed class ImportGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<T> RunAsync<T>(Func<Task<T>> import, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await import();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
