namespace Insights.Text;

/// <summary>Kinds of features. Each kind is brought to unit length by itself, so that a few telling groups are not drowned by a thousand pieces of words.</summary>
public enum FeatureBlock
{
    /// <summary>Words and pairs of words.</summary>
    Words = 0,

    /// <summary>Character 3- to 5-grams of words, with the word's ends.</summary>
    Subwords = 1,

    /// <summary>Groups of the lexicon.</summary>
    Lexicon = 2,

    /// <summary>Words by the field they stand in, and whole short fields.</summary>
    Fields = 3,
}
