using System.IO.Compression;
using Insights;

namespace Ingest.Sources;

/// <summary>The files of a ZIP archive. Nothing is unpacked to disk: each is read out of the archive when its turn comes.</summary>
internal static class ArchiveFiles
{
    private const int PrintedCharacters = 200;

    /// <summary>The entries in ordinal order of their names. An entry that cannot be used is a failure with its name, not an exception.</summary>
    public static IEnumerable<SourcePart> Of(SourceFile archive)
    {
        (string Name, long Length)[] entries;
        using (ZipArchive zip = ZipPackage.Open(archive.OpenSeekable(), archive.Name))
        {
            entries = [.. zip.Entries.Where(entry => !IsPassedOver(entry.FullName)).Select(entry => (entry.FullName, entry.Length)).OrderBy(entry => entry.FullName, StringComparer.Ordinal)];
        }

        if (entries.Length == 0)
        {
            yield return new SourcePart(null, $"{archive.Name}: the archive holds no file.");
        }

        foreach ((string name, long length) in entries)
        {
            yield return SourcePart.Of(() => Refusing(SourceFile.Within(archive, Printable(name), length, () => OpenEntry(archive, name))));
        }
    }

    /// <summary>A name from an archive as it may be shown: no control characters, not without end.</summary>
    public static string Printable(string name)
    {
        string clean = string.Concat(name.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '_' : character));
        return clean.Length <= PrintedCharacters ? clean : "…" + clean[^PrintedCharacters..];
    }

    /// <summary>Folders, and what file managers leave in archives and folders without being asked.</summary>
    public static bool IsPassedOver(string path)
    {
        string[] parts = path.Split('/', '\\');
        return parts[^1].Length == 0 || string.Equals(parts[0], "__MACOSX", StringComparison.Ordinal) || parts[^1].StartsWith('.') || parts[^1].StartsWith("~$", StringComparison.Ordinal)
            || string.Equals(parts[^1], "Thumbs.db", StringComparison.OrdinalIgnoreCase) || string.Equals(parts[^1], "desktop.ini", StringComparison.OrdinalIgnoreCase);
    }

    private static SourceFile Refusing(SourceFile file) => file.Kind == SourceKind.Archive
        ? throw new InputErrorException($"{file.Name} is an archive within an archive, which is not read. Unpack the outer one and import its files.")
        : file;

    private static EntryStream OpenEntry(SourceFile archive, string name)
    {
        ZipArchive zip = ZipPackage.Open(archive.OpenSeekable(), archive.Name);
        try
        {
            ZipArchiveEntry entry = zip.GetEntry(name) ?? throw new InputErrorException($"{archive.Name} changed while it was read: the entry {Printable(name)} is gone.");
            if (entry.IsEncrypted)
            {
                throw new InputErrorException($"{archive.Name}/{Printable(name)} is protected by a password. Unpack it and import the file.");
            }

            string entryName = $"{archive.Name}/{Printable(name)}";
            return new EntryStream(zip, new GuardedStream(new CheckedEntryStream(entry, entryName), entry.CompressedLength, entryName));
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException or InputErrorException)
        {
            zip.Dispose();
            throw problem as InputErrorException
                ?? new InputErrorException($"{archive.Name}/{Printable(name)} cannot be unfolded: {problem.Message} Pack it again, or unpack it by hand.", problem);
        }
    }

    /// <summary>An entry that closes its archive with itself.</summary>
    private sealed class EntryStream(ZipArchive archive, Stream entry) : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer) => entry.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                entry.Dispose();
                archive.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
