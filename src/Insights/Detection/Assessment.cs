namespace Insights.Detection;

/// <summary>The verdict on one period, reached from the periods before it alone.</summary>
public readonly record struct Assessment
{
    /// <summary>0-based period.</summary>
    public required int Index { get; init; }

    public required int Count { get; init; }

    /// <summary>Expected count; NaN when not assessed.</summary>
    public required double Expected { get; init; }

    /// <summary>Smallest usual count; NaN when not assessed.</summary>
    public required double Lower { get; init; }

    /// <summary>Largest count that chance still explains at the false-alarm rate asked for; NaN when not assessed.</summary>
    public required double Upper { get; init; }

    /// <summary>One-sided p-value; NaN when not assessed.</summary>
    public required double PValue { get; init; }

    public required bool IsAlarm { get; init; }

    /// <summary>Code of the method that judged: <c>harmonic</c>, <c>pooled</c> or <c>none</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Why that method, or why none: "not assessed, needs 8 periods before it, has 3"; without an alarm also how many complaints more it would have taken. Empty where the range is left out.</summary>
    public required string Reason { get; init; }

    public bool IsAssessed => !double.IsNaN(PValue);
}
