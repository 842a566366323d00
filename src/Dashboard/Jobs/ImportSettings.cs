using System.ComponentModel.DataAnnotations;

namespace Dashboard.Jobs;

/// <summary>How files come in by themselves. Read from the section <see cref="Section"/> of the settings.</summary>
public sealed class ImportSettings
{
    public const string Section = "Imports";

    private const int DefaultPollSeconds = 30;
    private const int LongestPollSeconds = 86_400;

    /// <summary>
    /// A folder that is watched: a file in its folder <c>NAME</c>, or in a folder within that, is imported with the profile NAME and moved to <c>NAME/done</c> or <c>NAME/failed</c>.
    /// Default: none.
    /// </summary>
    public string? WatchedFolder { get; set; }

    /// <summary>Seconds between two looks into the folder. A file is taken when it has not changed between two looks. Default 30.</summary>
    [Range(1, LongestPollSeconds)]
    public int PollSeconds { get; set; } = DefaultPollSeconds;
}
