using Insights;

namespace Ingest.Sources;

/// <summary>One of the things that paths unfold to: a file to read, or the sentence that says why it cannot be.</summary>
/// <param name="File">The file; null when it cannot be read.</param>
/// <param name="Failure">Why not; null when it can.</param>
public readonly record struct SourcePart(SourceFile? File, string? Failure)
{
    internal static SourcePart Of(Func<SourceFile> open)
    {
        try
        {
            return new SourcePart(open(), null);
        }
        catch (InputErrorException problem)
        {
            return new SourcePart(null, problem.Message);
        }
    }
}
