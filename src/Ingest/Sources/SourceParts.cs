using Ingest.Profiles;
using Insights;

namespace Ingest.Sources;

/// <summary>What is to be imported: the files named and those in the folders named, archives as their files, workbooks with several fitting sheets as their sheets.</summary>
public static class SourceParts
{
    /// <param name="paths">Files and folders.</param>
    /// <param name="profile">Says which columns a fitting sheet has.</param>
    /// <exception cref="InputErrorException">A path does not exist, or a folder holds no file.</exception>
    public static IEnumerable<SourcePart> Of(IReadOnlyList<string> paths, ImportProfile profile) =>
        SourceFiles.Find(paths).SelectMany(path => Unfold(SourcePart.Of(() => SourceFile.At(path)), profile));

    private static SourcePart[] Unfold(SourcePart part, ImportProfile profile) => part.File?.Kind switch
    {
        SourceKind.Archive => Guarded(() => [.. ArchiveFiles.Of(part.File).SelectMany(entry => Unfold(entry, profile))]),
        SourceKind.Workbook when part.File.Sheet is null => Guarded(() => Sheets(part.File, profile)),
        _ => [part],
    };

    private static SourcePart[] Sheets(SourceFile workbook, ImportProfile profile)
    {
        IReadOnlyList<string> sheets = Workbook.FittingSheets(workbook, profile.Format, profile.RequiredColumns);
        return sheets.Count <= 1 ? [new SourcePart(workbook, null)] : [.. sheets.Select(sheet => new SourcePart(workbook.WithSheet(sheet), null))];
    }

    private static SourcePart[] Guarded(Func<SourcePart[]> unfold)
    {
        try
        {
            return unfold();
        }
        catch (InputErrorException problem)
        {
            return [new SourcePart(null, problem.Message)];
        }
    }
}
