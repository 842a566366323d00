namespace Insights.Patterns;

/// <summary>Why complaints may be missing.</summary>
public enum BlindSpotKind
{
    /// <summary>Fewer complaints than its caseload predicts.</summary>
    BelowCaseload,

    /// <summary>Fewer complaints than a year before, while the rest went on.</summary>
    FallingRecording,

    /// <summary>A field that used to be recorded is not any more.</summary>
    MissingField,
}
