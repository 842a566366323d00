using System.IO.Compression;
using System.Text.RegularExpressions;
using Insights;

namespace Ingest.Sources;

/// <summary>Tells workbooks from archives, which share the ZIP format, and refuses those that would unfold out of all proportion before anything is unfolded.</summary>
internal static partial class ZipPackage
{
    private const string WorkbookPart = "xl/workbook.xml";
    private const int LongestWorkbookPart = 4 * 1024 * 1024;
    private const string SharedTexts = "xl/sharedStrings.xml";
    private static readonly byte[] Mark = [0x50, 0x4B, 0x03, 0x04];

    // An archive without entries has no first entry to begin with.
    private static readonly byte[] EmptyMark = [0x50, 0x4B, 0x05, 0x06];

    private static readonly (string Entry, string Title, string Advice)[] OtherPackages =
    [
        ("xl/workbook.bin", "a binary Excel workbook (XLSB)", "Save it as XLSX or CSV."),
        ("word/document.xml", "a Word document", "Expected a table: save it as CSV or XLSX."),
        ("ppt/presentation.xml", "a PowerPoint presentation", "Expected a table: save it as CSV or XLSX."),
        ("content.xml", "an OpenDocument file", "Save it as XLSX or CSV."),
    ];

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith(Mark) || head.StartsWith(EmptyMark);

    /// <exception cref="InputErrorException">It is damaged, too large, or a package of another kind.</exception>
    public static SourceKind KindOf(Stream content, string name)
    {
        using ZipArchive archive = Open(content, name);
        HashSet<string> entries = new(archive.Entries.Select(entry => entry.FullName), StringComparer.OrdinalIgnoreCase);
        if (entries.Contains(WorkbookPart))
        {
            CheckWorkbook(archive, name);
            return SourceKind.Workbook;
        }

        foreach ((string entry, string title, string advice) in OtherPackages)
        {
            if (entries.Contains(entry))
            {
                throw new InputErrorException($"{name} is {title}. {advice}");
            }
        }

        return SourceKind.Archive;
    }

    /// <summary>True for an XLSX workbook whose numbers for dates count from 1900; some made on old Macs count from 1904, and XLS does not say in a place that is read.</summary>
    public static bool CountsDaysFrom1900(SourceFile workbook)
    {
        Stream content = workbook.OpenSeekable();
        Span<byte> mark = stackalloc byte[Mark.Length];
        bool isZip = content.ReadAtLeast(mark, Mark.Length, throwOnEndOfStream: false) == Mark.Length && IsZip(mark);
        content.Position = 0;
        if (!isZip)
        {
            content.Dispose();
            return false;
        }

        using ZipArchive archive = Open(content, workbook.Name);
        if (archive.GetEntry(WorkbookPart) is not { Length: <= LongestWorkbookPart } entry)
        {
            return false;
        }

        using StreamReader reader = new(entry.Open());
        return !From1904().IsMatch(reader.ReadToEnd());
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

    /// <summary>ECMA-376 part 1, 18.2.28.</summary>
    [GeneratedRegex("date1904\\s*=\\s*[\"'](1|true)[\"']", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex From1904();

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

        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            CheckContent(entry, $"{name}, part {ArchiveFiles.Printable(entry.FullName)},");
        }
    }

    /// <summary>Reads a part to its end, because the reader of workbooks compares no checksums: a flipped bit would become another letter in a cell.</summary>
    private static void CheckContent(ZipArchiveEntry entry, string name)
    {
        try
        {
            using CheckedEntryStream part = new(entry, name);
            part.CopyTo(Stream.Null);
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException)
        {
            throw new InputErrorException($"{name} is damaged ({problem.Message}). Copy the file again from its source.", problem);
        }
    }
}
