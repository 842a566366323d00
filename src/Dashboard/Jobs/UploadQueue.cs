using System.Globalization;
using System.Text.Json;
using Ingest.Store;

namespace Dashboard.Jobs;

/// <summary>
/// Uploaded files waiting to be imported: one folder each, beside the database. The folder is the queue, so that an upload outlives the process that
/// took it; a file is deleted as soon as it has been imported, because it holds personal data.
/// </summary>
public sealed class UploadQueue(StorageOptions storage, TimeProvider clock)
{
    private const string DescriptionFile = "upload.json";
    private const string DataFolder = "file";
    private const string LongestIdPattern = "yyyyMMddHHmmssfffffff";
    private const int LongestFileName = 150;

    /// <summary>How long a person may take over a proposal.</summary>
    private static readonly TimeSpan LongestDraft = TimeSpan.FromDays(2);

    private readonly string folder = $"{storage.DatabaseFile ?? StorageOptions.DefaultFile}.uploads";

    public Task<Upload> AddAsync(Stream content, string fileName, string profile, long newestImport, CancellationToken cancellationToken) =>
        AddAsync(content, new Upload(NewId(), SafeName(fileName), profile, newestImport), cancellationToken);

    /// <summary>Keeps a file that waits for a person to say how it is to be read.</summary>
    public Task<Upload> AddDraftAsync(Stream content, string fileName, CancellationToken cancellationToken) =>
        AddAsync(content, new Upload(NewId(), SafeName(fileName), Profile: "", NewestImportBefore: 0) { IsDraft = true }, cancellationToken);

    /// <summary>Lets a draft wait for its import.</summary>
    public void Start(Upload draft, string profile, long newestImport) => Save(draft with { IsDraft = false, Profile = profile, NewestImportBefore = newestImport });

    /// <summary>Deletes a draft and its file.</summary>
    public void Discard(Upload draft) => Directory.Delete(Path.Combine(folder, draft.Id), recursive: true);

    /// <summary>Deletes drafts that nobody came back to, because they hold personal data.</summary>
    public void DiscardOldDrafts()
    {
        string oldest = (clock.GetUtcNow() - LongestDraft).ToString(LongestIdPattern, CultureInfo.InvariantCulture);
        foreach (Upload draft in All().Where(upload => upload.IsDraft && string.CompareOrdinal(upload.Id, oldest) < 0))
        {
            Discard(draft);
        }
    }

    private string NewId() => clock.GetUtcNow().ToString(LongestIdPattern, CultureInfo.InvariantCulture);

    private async Task<Upload> AddAsync(Stream content, Upload upload, CancellationToken cancellationToken)
    {
        string id = upload.Id;
        string data = Path.Combine(folder, id, DataFolder);
        Directory.CreateDirectory(data);
        await using (FileStream file = File.Create(Path.Combine(data, upload.FileName)))
        {
            await content.CopyToAsync(file, cancellationToken);
        }

        // Written last: without it the folder is half an upload, which nobody takes for a whole one.
        Save(upload);
        return upload;
    }

    public Upload? Find(string id)
    {
        bool isId = id.Length > 0 && id.All(char.IsAsciiDigit);
        string description = Path.Combine(folder, id, DescriptionFile);
        return isId && File.Exists(description) ? JsonSerializer.Deserialize<Upload>(File.ReadAllText(description)) : null;
    }

    /// <summary>What is still to be imported, oldest first.</summary>
    public IReadOnlyList<Upload> Waiting() => [.. All().Where(upload => !upload.IsDone && !upload.IsDraft)];

    public string PathOf(Upload upload) => Path.Combine(folder, upload.Id, DataFolder, upload.FileName);

    /// <summary>Notes how it ended and deletes the file.</summary>
    public void Finish(Upload upload, string? error)
    {
        Save(upload with { IsDone = true, Error = error });
        Directory.Delete(Path.Combine(folder, upload.Id, DataFolder), recursive: true);
    }

    private IReadOnlyList<Upload> All() => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(path => Find(Path.GetFileName(path))).OfType<Upload>().OrderBy(upload => upload.Id, StringComparer.Ordinal)]
        : [];

    private void Save(Upload upload) => File.WriteAllText(Path.Combine(folder, upload.Id, DescriptionFile), JsonSerializer.Serialize(upload));

    /// <summary>A browser may send a whole path, or a name that is one on this machine.</summary>
    internal static string SafeName(string fileName)
    {
        string name = fileName.Split('/', '\\')[^1];
        string safe = string.Concat(name.Select(character => char.IsLetterOrDigit(character) || character is '.' or '-' or '_' or ' ' ? character : '_')).Trim(' ', '.');
        return safe.Length == 0 ? "upload" : safe[..Math.Min(safe.Length, LongestFileName)];
    }
}
