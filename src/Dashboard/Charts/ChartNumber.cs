using System.Globalization;

namespace Dashboard.Charts;

/// <summary>Writes numbers the way the pages show them: 1,204 · 12.5% · 0.83.</summary>
public static class ChartNumber
{
    public const string Unknown = "not known";

    // Below ten a count that is an average needs a decimal to be told from its neighbours.
    private const double SmallValue = 10;

    public static string Write(double? value, ValueFormat format) => value is not { } number || double.IsNaN(number)
        ? Unknown
        : format switch
        {
            ValueFormat.Percent => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.#}%"),
            ValueFormat.Rate => number.ToString("#,0.00", CultureInfo.InvariantCulture),
            _ when Math.Abs(number) < SmallValue && number != Math.Floor(number) => number.ToString("0.0", CultureInfo.InvariantCulture),
            _ => number.ToString("#,0", CultureInfo.InvariantCulture),
        };

    /// <summary>For an axis: no more decimals than the tick needs.</summary>
    public static string WriteTick(double value, ValueFormat format) => format switch
    {
        ValueFormat.Percent => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.##}%"),
        _ => value.ToString("#,0.####", CultureInfo.InvariantCulture),
    };
}
