using System.Collections.Concurrent;
using Insights.Text;

namespace Insights.Classification;

/// <summary>A fitted model: one vocabulary and one or more heads. Immutable and thread-safe; predicting never changes it.</summary>
public sealed class TextClassifier
{
    private readonly ConcurrentBag<TextVector> idleVectors = [];

    internal TextClassifier(TfidfVectorizer vectorizer, IReadOnlyList<ClassifierHead> heads, IReadOnlyDictionary<string, string> properties, WordNetwork? network = null)
    {
        Vectorizer = vectorizer;
        Heads = heads;
        Properties = properties;
        Network = network;
    }

    public TfidfVectorizer Vectorizer { get; }

    public IReadOnlyList<ClassifierHead> Heads { get; }

    /// <summary>A network over word vectors whose scores are added to those of the heads; null for none.</summary>
    public WordNetwork? Network { get; }

    /// <summary>What the model was made from and for, such as its version; keys in ordinal order.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; }

    /// <summary>The index of a head by its name.</summary>
    /// <param name="name">The head's name.</param>
    /// <param name="isRequired">False: the first head stands in for one that does not exist.</param>
    /// <exception cref="InputErrorException">There is no such head and it is required.</exception>
    public int IndexOfHead(string name, bool isRequired)
    {
        int index = Heads.Index().Where(head => string.Equals(head.Item.Name, name, StringComparison.Ordinal)).Select(head => head.Index).DefaultIfEmpty(-1).First();
        return index >= 0 || !isRequired ? Math.Max(0, index) : throw new InputErrorException(
            $"The model has no head \"{name}\"; it has {string.Join(", ", Heads.Select(head => $"\"{head.Name}\""))}.");
    }

    /// <summary>What one head says about a text.</summary>
    public HeadPrediction Predict(string text, int headIndex = 0)
    {
        TextVector vector = Read(text);
        HeadPrediction prediction = Heads[headIndex].Predict(vector);
        idleVectors.Add(vector);
        return prediction;
    }

    /// <summary>Reads a text into a vector that no other thread uses; give it back by <see cref="Return"/>.</summary>
    internal TextVector Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!idleVectors.TryTake(out TextVector? vector))
        {
            vector = Vectorizer.CreateVector();
            vector.NetworkScores = new float[Network?.Shape.Codes ?? 0];
        }

        Vectorizer.Transform(text, vector);
        vector.NetworkScores.AsSpan().Clear();
        Network?.AddScores(vector.Extractor.TokenSpan, 1, vector.NetworkScores);
        return vector;
    }

    /// <summary>Gives a vector back for another text.</summary>
    internal void Return(TextVector vector) => idleVectors.Add(vector);
}
