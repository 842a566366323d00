using Ingest.Validation;

namespace Ingest.Store.Writing;

/// <summary>A row on its way into the store: checked, redacted, coded, signed and encrypted.</summary>
internal sealed record PreparedRow
{
    /// <summary>Line of the file where the row begins, from 1.</summary>
    public required long LineNumber { get; init; }

    /// <summary>Null when the row was refused.</summary>
    public ImportedComplaint? Complaint { get; init; }

    public string? RedactedText { get; init; }

    /// <summary>The original text; set last, when the store's key is known.</summary>
    public byte[]? EncryptedText { get; set; }

    /// <summary>MinHash signature; null for texts too short to be letters of a campaign.</summary>
    public byte[]? Signature { get; init; }

    /// <summary>What the model says of the redacted text; null when nothing is classified.</summary>
    public PreparedPrediction? Prediction { get; init; }

    /// <summary>Why the row was refused; null when it was not.</summary>
    public RowIssue? Issue { get; init; }

    /// <summary>The refused row's columns and cells, encrypted; set last, as the text is.</summary>
    public byte[]? EncryptedRow { get; set; }
}
