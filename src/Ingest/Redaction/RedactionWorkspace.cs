using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Names;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction;

/// <summary>Buffers of one redaction, kept for the next one.</summary>
internal sealed class RedactionWorkspace(Lexicon lexicon)
{
    public TokenList Tokens { get; } = new();

    public NameContext Names { get; } = new(lexicon.Spelling);

    public HashSet<ulong> FoundNames { get; } = [];

    /// <summary>Spans of the look under way.</summary>
    public List<RedactionSpan> Found { get; } = [];

    /// <summary>Spans of all looks.</summary>
    public List<RedactionSpan> Spans { get; } = [];
}
