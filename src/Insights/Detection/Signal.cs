using Insights.Complaints;
using Insights.Explanation;

namespace Insights.Detection;

/// <summary>Something that rose (or fell silent) beyond what chance explains, with the evidence for it.</summary>
public sealed record Signal
{
    /// <summary>1 for the signal that deserves attention first.</summary>
    public required int Rank { get; init; }

    public required SeriesKey Key { get; init; }

    /// <summary>A short name: "Lost or damaged documents, HM Passport Office".</summary>
    public required string Title { get; init; }

    /// <summary>The newest period of the signal.</summary>
    public required Period Period { get; init; }

    /// <summary>The first period of the present run of raised counts: "since when".</summary>
    public required Period Since { get; init; }

    /// <summary>Complaints counted from <see cref="Since"/> to <see cref="Period"/>.</summary>
    public required int Observed { get; init; }

    /// <summary>Expected over the same periods, from the past alone.</summary>
    public required double Expected { get; init; }

    /// <summary>The largest count that chance would still explain.</summary>
    public required double Upper { get; init; }

    /// <summary>One-sided p-value of the judgement, before the correction for looking at many series.</summary>
    public required double PValue { get; init; }

    /// <summary>Benjamini–Hochberg adjusted over all series of the run.</summary>
    public required double AdjustedPValue { get; init; }

    public SignalState State { get; init; } = SignalState.New;

    /// <summary>Code of the rival explanation that accounts for the rise (for example <c>recording_change</c>, <c>campaign</c>); null when none does.</summary>
    public string? Artefact { get; init; }

    /// <summary>The rival explanations that were tested, each in one sentence, with its outcome.</summary>
    public IReadOnlyList<string> RivalExplanations { get; init; } = [];

    /// <summary>Which method judged, and why that one.</summary>
    public required string Method { get; init; }

    public required string Reason { get; init; }

    /// <summary>One plain sentence: what rose, where, since when, how many against how many expected, how sure.</summary>
    public required string Sentence { get; init; }

    /// <summary>The chart: the past two years or more, period by period.</summary>
    public required IReadOnlyList<AssessedPeriod> Chart { get; init; }

    /// <summary>Words, subgroups and examples; null before the signal has been explained.</summary>
    public SignalExplanation? Explanation { get; init; }
}
