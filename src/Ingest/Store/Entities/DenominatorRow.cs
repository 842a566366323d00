namespace Ingest.Store.Entities;

/// <summary>What complaints of a code can be held against: homes of a landlord, applications of an area.</summary>
public sealed class DenominatorRow
{
    public int CollectionId { get; set; }

    /// <summary>Name of the dimension, such as <c>Organisation</c>.</summary>
    public required string Dimension { get; set; }

    public required string Code { get; set; }

    /// <summary>Size; the newest value the source gave.</summary>
    public double Size { get; set; }
}
