namespace TestSupport;

/// <summary>
/// Finds the measuring data that is not part of the repository: the environment variable INSIGHTS_SHARED_DATA, or a folder <c>shared/data</c>
/// in the repository, beside it or above it.
/// </summary>
public static class SharedData
{
    private static readonly string? Root = Locate();

    public static bool Exists(string relativePath) => Root is not null && File.Exists(Path.Combine(Root, relativePath));

    public static string PathOf(string relativePath) => Path.Combine(Root ?? throw new InvalidOperationException("The shared data is absent."), relativePath);

    private static string? Locate()
    {
        if (Environment.GetEnvironmentVariable("INSIGHTS_SHARED_DATA") is { Length: > 0 } given)
        {
            return given;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
