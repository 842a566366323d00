namespace Dashboard.Verbs;

/// <summary>Reports progress on the caller's thread, so that lines keep their order.</summary>
public sealed class ProgressLines(Action<string> write) : IProgress<string>
{
    public void Report(string value) => write(value);
}
