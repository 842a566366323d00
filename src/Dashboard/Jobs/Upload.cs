namespace Dashboard.Jobs;

/// <summary>A file that a person uploaded, and what became of it.</summary>
/// <param name="Id">Its number in the queue; later uploads have larger ones.</param>
/// <param name="FileName">The name it had on the person's machine.</param>
/// <param name="Profile">How to read it.</param>
/// <param name="NewestImportBefore">The newest import when it came: its own is the next with its name.</param>
public sealed record Upload(string Id, string FileName, string Profile, long NewestImportBefore)
{
    /// <summary>True while a person has not said yet how to read it: it is not imported.</summary>
    public bool IsDraft { get; init; }

    /// <summary>True when it has been worked on to its end, well or not.</summary>
    public bool IsDone { get; init; }

    /// <summary>Why it could not be imported, in a sentence; null when it could.</summary>
    public string? Error { get; init; }
}
