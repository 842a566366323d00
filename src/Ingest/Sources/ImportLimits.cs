namespace Ingest.Sources;

/// <summary>How large things may be. Anything larger is refused with a sentence, so that no file can exhaust the memory or the disk.</summary>
public static class ImportLimits
{
    /// <summary>Characters of one text. The longest complaints seen (regulators publish whole letters) have some 35,000.</summary>
    public const int TextCharacters = 1_000_000;

    /// <summary>Bytes of one record in the file; a record that grows beyond it is one with a quote that is never closed.</summary>
    public const int RecordBytes = 32 * 1024 * 1024;

    /// <summary>Bytes that a compressed workbook or archive may unfold to in memory, because it has to be read in any order.</summary>
    public const int DocumentBytes = 256 * 1024 * 1024;

    /// <summary>Columns of a file; more is another kind of file.</summary>
    public const int Columns = 2_000;

    /// <summary>
    /// How many times its size a compressed file may unfold to, once <see cref="UncheckedUnfoldedBytes"/> are passed. Complaint tables shrink 5 to 30
    /// times; deflate's worst is 1,032 times, which only a bomb reaches.
    /// </summary>
    public const int UnfoldingRatio = 100;

    /// <summary>Unfolded bytes that are never suspicious.</summary>
    public const long UncheckedUnfoldedBytes = 64L * 1024 * 1024;

    /// <summary>Files in one archive.</summary>
    public const int ArchiveEntries = 10_000;

    /// <summary>Bytes that all files of one archive may unfold to: ten times the largest export seen.</summary>
    public const long ArchiveBytes = 20L * 1024 * 1024 * 1024;

    /// <summary>Bytes that one part of a workbook may unfold to. A sheet is streamed; Excel's own limits end at about this size.</summary>
    public const long WorkbookPartBytes = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes of a workbook's table of texts, which has to be held in memory.</summary>
    public const long WorkbookTextBytes = 192L * 1024 * 1024;

    /// <summary>Rows of a worksheet above its header (titles, notes, logos) that are looked through for the header.</summary>
    public const int RowsAboveHeader = 30;
}
