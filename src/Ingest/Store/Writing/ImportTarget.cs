using Ingest.Profiles;

namespace Ingest.Store.Writing;

/// <summary>Where the rows of one file go.</summary>
/// <param name="CollectionId">The collection.</param>
/// <param name="BatchId">The import's row.</param>
/// <param name="IsRepeat">True when the same file was imported before: a row that differs from the stored one is then the older of the two.</param>
/// <param name="ReplayedLines">Lines of the same file that were refused before and have been corrected since: they are there already.</param>
/// <param name="Profile">The profile that reads it.</param>
internal sealed record ImportTarget(int CollectionId, long BatchId, bool IsRepeat, IReadOnlySet<long> ReplayedLines, ImportProfile Profile);
