using System.Collections.Concurrent;
using Insights.Text;

namespace Insights.Classification;

/// <summary>A fitted model: one vocabulary and one or more heads. Immutable and thread-safe; predicting never changes it.</summary>
public sealed class TextClassifier
{
    private readonly ConcurrentBag<TextVector> idleVectors = [];

    internal TextClassifier(TfidfVectorizer vectorizer, IReadOnlyList<ClassifierHead> heads, IReadOnlyDictionary<string, string> properties)
    {
        Vectorizer = vectorizer;
        Heads = heads;
        Properties = properties;
    }

    public TfidfVectorizer Vectorizer { get; }

    public IReadOnlyList<ClassifierHead> Heads { get; }

    /// <summary>What the model was made from and for, such as its version; keys in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>What the first head says about a text.</summary>
    public HeadPrediction Predict(string text) => Use(text, vector => Heads[0].Predict(vector));

    /// <summary>What each head says about a text.</summary>
    public HeadPrediction[] PredictAll(string text) => Use(text, vector => Heads.Select(head => head.Predict(vector)).ToArray());

    /// <summary>Reads a text into a vector of this thread and uses it.</summary>
    internal TResult Use<TResult>(string text, Func<TextVector, TResult> use)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!idleVectors.TryTake(out TextVector? vector))
        {
            vector = Vectorizer.CreateVector();
        }

        Vectorizer.Transform(text, vector);
        TResult result = use(vector);
        idleVectors.Add(vector);
        return result;
    }
}
