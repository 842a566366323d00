using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Insights.Text;

namespace Insights.Classification;

/// <summary>Writes a model to a file. Equal models give equal bytes.</summary>
public static class ModelFileWriter
{
    /// <summary>Writes the model.</summary>
    public static void Write(TextClassifier classifier, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(destination);
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.UTF8);
        writer.Write(ModelFileFormat.Magic);
        writer.Write(ModelFileFormat.Version);
        writer.Write(0L);
        writer.Flush();
        using (var packed = new BrotliStream(file, CompressionLevel.Optimal, leaveOpen: true))
        using (var body = new BinaryWriter(packed, Encoding.UTF8))
        {
            WriteBody(classifier, body);
        }

        file.Position = ModelFileFormat.Magic.Length + sizeof(int);
        writer.Write(file.Length - ModelFileFormat.HeaderBytes);
        writer.Flush();
        ReadOnlySpan<byte> written = file.GetBuffer().AsSpan(0, (int)file.Length);
        destination.Write(written);
        destination.Write(SHA256.HashData(written));
    }

    private static void WriteBody(TextClassifier classifier, BinaryWriter writer)
    {
        writer.Write(classifier.Properties.Count);
        foreach ((string key, string value) in classifier.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write(value);
        }

        WriteVectorizer(classifier.Vectorizer, writer);
        writer.Write(classifier.Heads.Count);
        foreach (ClassifierHead head in classifier.Heads)
        {
            WriteHead(head, classifier.Vectorizer.Layout, writer);
        }

        WriteNetwork(classifier.Network, writer);
    }

    private static void WriteVectorizer(TfidfVectorizer vectorizer, BinaryWriter writer)
    {
        VectorizerOptions options = vectorizer.Options;
        writer.Write(options.FewestTextsOfTerm);
        writer.Write(options.FewestTextsOfSubword);
        writer.Write(options.UsesSubwords);
        writer.Write(options.UsesFields);
        WriteLexicon(options.Lexicon, writer);
        foreach (FeatureBlock block in FeatureLayout.Blocks)
        {
            writer.Write(vectorizer.Layout.CountOf(block));
        }

        writer.Write(MemoryMarshal.AsBytes(vectorizer.Table.Hashes));
        writer.Write(MemoryMarshal.AsBytes(vectorizer.InverseDocumentFrequencies));
    }

    private static void WriteLexicon(Lexicon? lexicon, BinaryWriter writer)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> groups = lexicon?.Groups ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        writer.Write(groups.Count);
        foreach ((string name, IReadOnlyList<string> entries) in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(entries.Count);
            foreach (string entry in entries)
            {
                writer.Write(entry);
            }
        }
    }

    private static void WriteHead(ClassifierHead head, FeatureLayout layout, BinaryWriter writer)
    {
        writer.Write(head.Name);
        writer.Write(head.Codes.Count);
        foreach (string code in head.Codes)
        {
            writer.Write(code);
        }

        writer.Write(head.Temperature);
        writer.Write(head.IsMultiLabel);
        for (int label = 0; head.IsMultiLabel && label < head.Codes.Count; label++)
        {
            writer.Write(head.Thresholds[label]);
            WriteCurve(head.Curves[label], writer);
        }

        foreach (double scale in head.Weights.BlockScales)
        {
            writer.Write(scale);
        }

        writer.Write(MemoryMarshal.AsBytes(head.Weights.Intercepts));
        bool hasTermWeights = head.Weights.TermWeightValues.IndexOfAnyExcept(1f) >= 0;
        writer.Write(hasTermWeights);
        if (hasTermWeights)
        {
            WriteHalves(head.Weights.TermWeightValues, writer);
        }

        WriteWeights(head.Weights, layout, writer);
        writer.Write(head.Network.Start);
        writer.Write(head.Network.Factor);
    }

    /// <summary>The steps of each block, then label by label the weights as steps: neighbours in a column look alike, which packs better.</summary>
    private static void WriteWeights(HeadWeights weights, FeatureLayout layout, BinaryWriter writer)
    {
        float[] values = weights.Weights.ToArray();
        float[] steps = weights.Steps.Length > 0 ? weights.Steps : WeightRounding.Round(values, layout, weights.Stride);
        writer.Write(MemoryMarshal.AsBytes<float>(steps));
        var packed = new sbyte[layout.FeatureCount];
        for (int label = 0; label < weights.LabelCount; label++)
        {
            for (int column = 0; column < packed.Length; column++)
            {
                float step = steps[((int)layout.BlockOf(column) * weights.Stride) + label];
                packed[column] = WeightRounding.StepsOf(values[((long)column * weights.Stride) + label], step);
            }

            writer.Write(MemoryMarshal.AsBytes<sbyte>(packed));
        }
    }

    private static void WriteNetwork(WordNetwork? network, BinaryWriter writer)
    {
        writer.Write(network is not null);
        if (network is null)
        {
            return;
        }

        writer.Write(network.Shape.Dimensions);
        writer.Write(network.Shape.Detectors);
        writer.Write(network.Shape.Codes);
        writer.Write(network.Words.Count);
        writer.Write(MemoryMarshal.AsBytes(network.Words.Hashes));
        writer.Write(MemoryMarshal.AsBytes<float>(network.VectorSteps));
        writer.Write(MemoryMarshal.AsBytes<sbyte>([.. network.Vectors.Select((value, place) => WeightRounding.StepsOf(value, network.VectorSteps[place / network.Shape.Dimensions]))]));
        writer.Write(MemoryMarshal.AsBytes<float>(network.DetectorWeights));
        writer.Write(MemoryMarshal.AsBytes<float>(network.OutputWeights));
    }

    private static void WriteCurve(CalibrationCurve curve, BinaryWriter writer)
    {
        writer.Write(curve.KnotScores.Length);
        writer.Write(MemoryMarshal.AsBytes(curve.KnotScores));
        writer.Write(MemoryMarshal.AsBytes(curve.KnotProbabilities));
        writer.Write(curve.Slope);
        writer.Write(curve.Offset);
    }

    private static void WriteHalves(ReadOnlySpan<float> values, BinaryWriter writer)
    {
        var halves = new Half[values.Length];
        for (int index = 0; index < halves.Length; index++)
        {
            halves[index] = (Half)values[index];
        }

        writer.Write(MemoryMarshal.AsBytes<Half>(halves));
    }
}
