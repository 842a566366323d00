using System.IO.Compression;
using Insights;

namespace Ingest.Sources;

/// <summary>Tells workbooks from archives, which share the ZIP format, and refuses those that would unfold out of all proportion before anything is unfolded.</summary>
internal static class ZipPackage
{
    private const string SharedTexts = "xl/sharedStrings.xml";
    private static readonly byte[] Mark = [0x50, 0x4B, 0x03, 0x04];

    // An archive without entries has no first entry to begin with.
    private static readonly byte[] EmptyMark = [0x50, 0x4B, 0x05, 0x06];

    private static readonly (string Entry, string Title, string Advice)[] OtherPackages =
    [
        ("xl/workbook.bin", "binary Excel workbook (XLSB)", "Save it as XLSX or CSV."),
        ("word/document.xml", "Word document", "Expected a table: save it as CSV or XLSX."),
        ("ppt/presentation.xml", "PowerPoint presentation", "Expected a table: save it as CSV or XLSX."),
        ("content.xml", "OpenDocument file", "Save it as XLSX or CSV."),
    ];

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith(Mark) || head.StartsWith(EmptyMark);

    /// <exception cref="InputErrorException">It is damaged, too large, or a package of another kind.</exception>
    public static SourceKind KindOf(Stream content, string name)
    {
        using ZipArchive archive = Open(content, name);
        HashSet<string> entries = new(archive.Entries.Select(entry => entry.FullName), StringComparer.OrdinalIgnoreCase);
        if (entries.Contains("xl/workbook.xml"))
        {
            CheckWorkbook(archive, name);
            return SourceKind.Workbook;
        }

        foreach ((string entry, string title, string advice) in OtherPackages)
        {
            if (entries.Contains(entry))
            {
                throw new InputErrorException($"{name} is a {title}. {advice}");
            }
        }

        return SourceKind.Archive;
    }

    /// <summary>Opens an archive; the stream is closed with it.</summary>
    /// <exception cref="InputErrorException">It is damaged or holds too much.</exception>
    public static ZipArchive Open(Stream content, string name)
    {
        try
        {
            ZipArchive archive = new(content, ZipArchiveMode.Read);
            Check(archive, name);
            return archive;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            content.Dispose();
            throw new InputErrorException($"{name}: the ZIP file is damaged or was cut off ({problem.Message}). Copy it again from its source.", problem);
        }
    }

    // The sizes an archive declares are binding: .NET stops unfolding an entry there, whatever follows.
    private static void Check(ZipArchive archive, string name)
    {
        if (archive.Entries.Count > ImportLimits.ArchiveEntries)
        {
            throw new InputErrorException($"{name}: the archive holds {archive.Entries.Count:N0} entries; expected at most {ImportLimits.ArchiveEntries:N0}. Unpack it by hand and import the folder.");
        }

        long total = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            CheckRatio(entry, name);
            total += entry.Length;
            if (total > ImportLimits.ArchiveBytes || total < 0)
            {
                throw new InputErrorException($"{name}: the archive unfolds to more than {ImportLimits.ArchiveBytes:N0} bytes. Unpack it by hand and import the files in parts.");
            }
        }
    }

    private static void CheckRatio(ZipArchiveEntry entry, string name)
    {
        if (entry.Length > ImportLimits.UncheckedUnfoldedBytes && entry.Length > entry.CompressedLength * ImportLimits.UnfoldingRatio)
        {
            throw new InputErrorException(
                $"{name}: its entry {ArchiveFiles.Printable(entry.FullName)} unfolds to {entry.Length:N0} bytes from {entry.CompressedLength:N0}, which no table does. Nothing of it was read.");
        }
    }

    private static void CheckWorkbook(ZipArchive archive, string name)
    {
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            long limit = string.Equals(entry.FullName, SharedTexts, StringComparison.OrdinalIgnoreCase) ? ImportLimits.WorkbookTextBytes : ImportLimits.WorkbookPartBytes;
            if (entry.Length > limit)
            {
                throw new InputErrorException($"{name}: the workbook's part {ArchiveFiles.Printable(entry.FullName)} has {entry.Length:N0} bytes; expected at most {limit:N0}. Save the sheet as CSV and import that.");
            }
        }
    }
}
