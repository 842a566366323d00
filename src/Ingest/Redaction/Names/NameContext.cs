using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Names;

/// <summary>What the name model knows of a whole text: its sentences, how its words are written elsewhere, and which words were judged names so far.</summary>
internal sealed class NameContext(NameSpelling spelling)
{
    private readonly WordCounts writtenSmall = new();
    private readonly WordCounts capitalisedInside = new();
    private int[] sentenceStart = [];
    private int[] sentenceLength = [];
    private bool[] isName = [];
    private bool[] isDoubtful = [];

    public NameSpelling Spelling { get; } = spelling;

    public void Prepare(TokenList tokens)
    {
        writtenSmall.Start(tokens.Count);
        capitalisedInside.Start(tokens.Count);
        if (isName.Length < tokens.Count)
        {
            int size = Math.Max(tokens.Count, isName.Length * 2);
            sentenceStart = new int[size];
            sentenceLength = new int[size];
            isName = new bool[size];
            isDoubtful = new bool[size];
        }

        ReadWords(tokens);
        ReadSentences(tokens);
    }

    public bool IsWrittenSmall(ulong word) => writtenSmall.CountOf(word) > 0;

    /// <summary>How often the word stands capitalised where no sentence begins.</summary>
    public int CapitalisedInside(ulong word) => capitalisedInside.CountOf(word);

    public int SentenceLength(int index) => sentenceLength[sentenceStart[index]];

    public int PlaceInSentence(int index) => index - sentenceStart[index];

    public bool IsName(int index) => index >= 0 && isName[index];

    /// <summary>Whether the word was nearly judged a name, or is one.</summary>
    public bool IsDoubtful(int index) => isDoubtful[index];

    public void SetDoubtful(int index, bool value) => isDoubtful[index] = value;

    public void SetName(int index, bool value) => isName[index] = value;

    private void ReadWords(TokenList tokens)
    {
        for (int index = 0; index < tokens.Count; index++)
        {
            ref readonly Token token = ref tokens[index];
            isName[index] = token.Kind == TokenKind.RedactedPerson;
            isDoubtful[index] = false;
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            if (token.Shape == TokenShape.Lower)
            {
                writtenSmall.Add(token.Hash);
            }
            else if (!token.OpensSentence)
            {
                capitalisedInside.Add(token.Hash);
            }
        }
    }

    private void ReadSentences(TokenList tokens)
    {
        int start = 0;
        for (int index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].OpensSentence)
            {
                start = index;
                sentenceLength[start] = 0;
            }

            sentenceStart[index] = start;
            sentenceLength[start]++;
        }
    }
}
