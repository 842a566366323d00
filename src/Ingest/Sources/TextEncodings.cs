using System.Text;
using System.Text.Unicode;

namespace Ingest.Sources;

/// <summary>Which encoding a text file has, and how its bytes become text.</summary>
internal static class TextEncodings
{
    private const int WindowsWestern = 1252;

    /// <summary>A text in a Western language has a zero byte in almost every UTF-16 unit; one in two of them is proof enough.</summary>
    private const int ZeroByteShare = 2;

    static TextEncodings() => RegisterCodePages();

    /// <summary>Windows-1252: what Excel on Windows writes when told "CSV".</summary>
    public static Encoding Western => Encoding.GetEncoding(WindowsWestern);

    /// <summary>Makes the code pages of Windows known, to old workbooks too; doing it again does nothing.</summary>
    public static void RegisterCodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding a profile names; null when the name is unknown.</summary>
    public static Encoding? ByName(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// UTF-16 by its byte order mark or its zero bytes; else UTF-8. A file in Windows-1252 counts as UTF-8 here, because the two agree on every
    /// delimiter; <see cref="Decode"/> tells them apart value by value, so that one such byte far into a file is still read rightly.
    /// </summary>
    public static Encoding Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF32.Preamble))
        {
            return Encoding.UTF32;
        }

        if (head.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }

        if (head.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode;
        }

        int even = 0;
        int odd = 0;
        for (int index = 0; index < head.Length; index++)
        {
            if (head[index] == 0)
            {
                _ = index % 2 == 0 ? even++ : odd++;
            }
        }

        int enough = head.Length / 2 / ZeroByteShare;
        return odd > enough && even == 0 ? Encoding.Unicode : even > enough && odd == 0 ? Encoding.BigEndianUnicode : Encoding.UTF8;
    }

    /// <summary>Bytes of a file that is not UTF-16 as text: UTF-8 where they are valid UTF-8, else Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Western.GetString(bytes);
}
