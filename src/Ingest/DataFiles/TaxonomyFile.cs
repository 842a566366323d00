using Insights;
using Insights.Complaints;
using Insights.Taxonomies;

namespace Ingest.DataFiles;

/// <summary>Reads a taxonomy from its YAML file.</summary>
public static class TaxonomyFile
{
    /// <exception cref="InputErrorException">The file is missing or not a taxonomy; the message names file, line and key.</exception>
    public static Taxonomy Load(string path)
    {
        YamlSection file = YamlSection.Load(path);
        file.AllowOnly("name", "version", "title", "dimensions");
        YamlSection dimensions = file.RequiredSection("dimensions");
        Dictionary<Dimension, IReadOnlyList<TaxonomyCode>> codes = [];
        foreach (string key in dimensions.Keys)
        {
            if (!Enum.TryParse(key, out Dimension dimension) || !Enum.IsDefined(dimension))
            {
                throw dimensions.Problem(key, "no dimension", $"one of {string.Join(", ", Enum.GetNames<Dimension>())}");
            }

            codes[dimension] = ReadCodes(dimensions, key);
        }

        return new Taxonomy(file.RequiredText("name"), file.RequiredText("version"), file.RequiredText("title"), codes);
    }

    private static List<TaxonomyCode> ReadCodes(YamlSection dimensions, string key)
    {
        List<TaxonomyCode> codes = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (YamlSection entry in dimensions.Sections(key))
        {
            entry.AllowOnly("code", "title", "description", "excludeWhen", "grave", "upheld");
            string code = entry.RequiredText("code");
            if (!seen.Add(code))
            {
                throw entry.Problem("code", $"'{code}' a second time", "each code once");
            }

            codes.Add(new TaxonomyCode(code, entry.RequiredText("title"), entry.Text("description") ?? "", entry.Text("excludeWhen") ?? "")
            {
                IsGrave = entry.Flag("grave", whenAbsent: false),
                IsUpheld = entry.Flag("upheld", whenAbsent: false),
            });
        }

        return codes;
    }
}
