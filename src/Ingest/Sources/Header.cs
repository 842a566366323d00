namespace Ingest.Sources;

/// <summary>The header of a table.</summary>
/// <param name="LastRow">Index of its last row; the records begin below it.</param>
/// <param name="Names">The names of the columns, empty where one has none.</param>
internal sealed record Header(int LastRow, string[] Names)
{
    /// <summary>The names without the nameless columns at the end.</summary>
    public string[] Trimmed => Names[..(Array.FindLastIndex(Names, name => name.Length > 0) + 1)];
}
