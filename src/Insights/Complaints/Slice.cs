namespace Insights.Complaints;

/// <summary>A way to split the complaints into series: by nothing (<c>all</c>), by one dimension (<c>Theme</c>) or by two (<c>BusinessArea+Theme</c>).</summary>
public readonly record struct Slice(Dimension? First, Dimension? Second)
{
    private const string AllName = "all";

    public static Slice All => default;

    public static Slice By(Dimension first, Dimension? second = null) => new(first, second);

    /// <summary>Reads the name written by <see cref="ToString"/>; null when the name is not one of a slice.</summary>
    public static Slice? Parse(string name)
    {
        if (string.Equals(name, AllName, StringComparison.OrdinalIgnoreCase))
        {
            return All;
        }

        string[] parts = name.Split('+');
        if (parts.Length > 2 || !Enum.TryParse(parts[0], ignoreCase: true, out Dimension first))
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return By(first);
        }

        return Enum.TryParse(parts[1], ignoreCase: true, out Dimension second) ? By(first, second) : null;
    }

    public override string ToString() => (First, Second) switch
    {
        (null, _) => AllName,
        ({ } first, null) => first.ToString(),
        ({ } first, { } second) => $"{first}+{second}",
    };
}
