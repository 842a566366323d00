namespace Ingest.DataFiles;

/// <summary>A map of a source's values to codes that several profiles may use, with a version of its own.</summary>
/// <param name="NameAndVersion">What is kept beside each mapped code.</param>
/// <param name="Values">Source value → code; checked by the profile that uses it, because only that knows the dimension and the taxonomy.</param>
internal sealed record ValueMapFile(string NameAndVersion, YamlSection Values)
{
    /// <exception cref="Insights.InputErrorException">The file is missing or wrong; the message names file, line and key.</exception>
    public static ValueMapFile Load(string path)
    {
        YamlSection file = YamlSection.Load(path);
        file.AllowOnly("name", "version", "title", "values");
        return new ValueMapFile($"{file.RequiredText("name")} {file.RequiredText("version")}", file.RequiredSection("values"));
    }
}
