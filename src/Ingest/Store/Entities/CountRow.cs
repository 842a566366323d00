namespace Ingest.Store.Entities;

/// <summary>Counts of one combination of codes of one slice in some time. Missing codes are empty strings.</summary>
public abstract class CountRow
{
    public int CollectionId { get; set; }

    /// <summary>Name of the slice, as <see cref="Insights.Complaints.Slice.ToString"/> writes it.</summary>
    public required string Slice { get; set; }

    public required string FirstCode { get; set; }

    public required string SecondCode { get; set; }

    public int Complaints { get; set; }

    /// <summary>The same with each letter campaign counted once a day.</summary>
    public int Distinct { get; set; }

    /// <summary>How many have both a received and a response date, in years whose bank holidays are known.</summary>
    public int Answered { get; set; }

    /// <summary>How many of those were answered within the service standard.</summary>
    public int AnsweredInTime { get; set; }

    /// <summary>How many have any finding recorded.</summary>
    public int WithFinding { get; set; }

    /// <summary>How many of those were upheld, wholly or partly.</summary>
    public int Upheld { get; set; }
}
