using System.Text;
using Ingest.DataFiles;

namespace Ingest.Profiles.Proposing;

/// <summary>What the wizard knows of exports in general: names of columns, ways to write dates, marks between labels. All of it is data.</summary>
internal sealed class ColumnNames
{
    private const double ShareOfLeaf = 0.9;

    private readonly Dictionary<ImportField, string[]> names = [];

    private ColumnNames(YamlSection file)
    {
        file.AllowOnly("name", "version", "fields", "dateFormats", "separators", "ownWords");
        OwnWords = file.RequiredText("ownWords");
        YamlSection fields = file.RequiredSection("fields");
        fields.AllowOnly([.. Enum.GetValues<ImportField>().Select(ProfileColumns.KeyOf)]);
        foreach (ImportField field in Enum.GetValues<ImportField>())
        {
            names[field] = [.. fields.Texts(ProfileColumns.KeyOf(field)).Select(Words)];
        }

        DateFormats = file.Texts("dateFormats");
        Separators = file.Texts("separators");
    }

    /// <summary>Name of the taxonomy for sources whose values none knows.</summary>
    public string OwnWords { get; }

    public IReadOnlyList<string> DateFormats { get; }

    public IReadOnlyList<string> Separators { get; }

    /// <exception cref="Insights.InputErrorException">The file is missing or wrong.</exception>
    public static ColumnNames Load(string path) => new(YamlSection.Load(path));

    /// <summary>How well a column's name says that it holds the field: 1 by an exact name, less when a name is part of it, 0 when nothing does.</summary>
    public double Likeness(ImportField field, string column)
    {
        // The last part of a dotted name of JSON says more than the path to it, and never as much as a whole name.
        int leaf = column.LastIndexOf('.') + 1;
        return leaf == 0 ? LikenessOf(field, column) : Math.Max(LikenessOf(field, column), LikenessOf(field, column[leaf..]) * ShareOfLeaf);
    }

    private double LikenessOf(ImportField field, string column)
    {
        string words = Words(column);
        double best = 0;
        foreach (string name in names[field])
        {
            bool isPart = $" {words} ".Contains($" {name} ", StringComparison.Ordinal);
            double likeness = string.Equals(words, name, StringComparison.Ordinal) ? 1 : isPart ? (double)name.Length / words.Length : 0;
            best = Math.Max(best, likeness);
        }

        return best;
    }

    /// <summary>A name as lower-case words with single spaces: <c>DateReceived</c>, <c>date_received</c> and <c>Date received:</c> are the same.</summary>
    public static string Words(string name)
    {
        StringBuilder words = new();
        for (int index = 0; index < name.Length; index++)
        {
            char character = name[index];
            bool startsWord = char.IsUpper(character) && index > 0 && char.IsLower(name[index - 1]);
            words.Append(startsWord ? " " : "").Append(character == '&' ? " and " : char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ');
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
