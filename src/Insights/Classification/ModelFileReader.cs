using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Insights.Text;

namespace Insights.Classification;

/// <summary>Reads a model file. A damaged or foreign file is refused before anything in it is believed.</summary>
public static class ModelFileReader
{
    /// <summary>Reads the model.</summary>
    /// <param name="source">The file's bytes.</param>
    /// <param name="name">What to call the file in a message.</param>
    /// <exception cref="InputErrorException">The file is no model, of another format version, cut short or changed.</exception>
    public static TextClassifier Read(Stream source, string name)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        ReadOnlySpan<byte> bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        int version = Check(bytes, name);
        copy.Position = ModelFileFormat.HeaderBytes;
        using Stream body = version == ModelFileFormat.FirstVersion ? copy : new BrotliStream(copy, CompressionMode.Decompress);
        using var reader = new BinaryReader(body, Encoding.UTF8);
        return ReadBody(reader, version);
    }

    private static int Check(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < ModelFileFormat.HeaderBytes + ModelFileFormat.ChecksumBytes || !bytes.StartsWith(ModelFileFormat.Magic))
        {
            throw new InputErrorException($"{name} is not a model file of this program: it has {bytes.Length} bytes and does not begin as one. Give a file that \"train\" wrote.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes[ModelFileFormat.Magic.Length..]);
        if (version is < ModelFileFormat.FirstVersion or > ModelFileFormat.Version)
        {
            throw new InputErrorException($"{name} is a model file of format {version}; this program reads formats {ModelFileFormat.FirstVersion} to {ModelFileFormat.Version}. Train the model again with this program.");
        }

        long body = BinaryPrimitives.ReadInt64LittleEndian(bytes[(ModelFileFormat.Magic.Length + sizeof(int))..]);
        long expected = ModelFileFormat.HeaderBytes + body + ModelFileFormat.ChecksumBytes;
        if (bytes.Length != expected)
        {
            throw new InputErrorException($"{name} is damaged: it has {bytes.Length} bytes where {expected} were written. Copy the file again or train again.");
        }

        ReadOnlySpan<byte> content = bytes[..^ModelFileFormat.ChecksumBytes];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes[^ModelFileFormat.ChecksumBytes..]))
        {
            throw new InputErrorException($"{name} is damaged: its checksum does not match its content. Copy the file again or train again.");
        }

        return version;
    }

    private static TextClassifier ReadBody(BinaryReader reader, int version)
    {
        var properties = new SortedDictionary<string, string>(StringComparer.Ordinal);
        int propertyCount = reader.ReadInt32();
        for (int index = 0; index < propertyCount; index++)
        {
            string key = reader.ReadString();
            properties[key] = reader.ReadString();
        }

        TfidfVectorizer vectorizer = ReadVectorizer(reader);
        var heads = new ClassifierHead[reader.ReadInt32()];
        for (int index = 0; index < heads.Length; index++)
        {
            heads[index] = ReadHead(reader, vectorizer.Layout, version);
        }

        WordNetwork? network = version > ModelFileFormat.FirstVersion && reader.ReadBoolean() ? ReadNetwork(reader) : null;
        return new TextClassifier(vectorizer, heads, properties, network);
    }

    private static TfidfVectorizer ReadVectorizer(BinaryReader reader)
    {
        var options = new VectorizerOptions
        {
            FewestTextsOfTerm = reader.ReadInt32(),
            FewestTextsOfSubword = reader.ReadInt32(),
            UsesSubwords = reader.ReadBoolean(),
            UsesFields = reader.ReadBoolean(),
            Lexicon = ReadLexicon(reader),
        };
        int[] counts = [.. Enumerable.Range(0, FeatureLayout.BlockCount).Select(_ => reader.ReadInt32())];
        var layout = new FeatureLayout(counts);
        var table = new FeatureTable(ReadArray<ulong>(reader, layout.FeatureCount));
        return new TfidfVectorizer(table, ReadArray<float>(reader, layout.FeatureCount), layout, options);
    }

    private static Lexicon? ReadLexicon(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        var groups = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            string name = reader.ReadString();
            var entries = new string[reader.ReadInt32()];
            for (int entry = 0; entry < entries.Length; entry++)
            {
                entries[entry] = reader.ReadString();
            }

            groups[name] = entries;
        }

        return count == 0 ? null : new Lexicon(groups);
    }

    private static ClassifierHead ReadHead(BinaryReader reader, FeatureLayout layout, int version)
    {
        string name = reader.ReadString();
        var codes = new string[reader.ReadInt32()];
        for (int index = 0; index < codes.Length; index++)
        {
            codes[index] = reader.ReadString();
        }

        double temperature = reader.ReadDouble();
        bool isMultiLabel = reader.ReadBoolean();
        var thresholds = new float[isMultiLabel ? codes.Length : 0];
        var curves = new CalibrationCurve[thresholds.Length];
        for (int label = 0; label < curves.Length; label++)
        {
            thresholds[label] = reader.ReadSingle();
            curves[label] = ReadCurve(reader);
        }

        double[] scales = [.. Enumerable.Range(0, FeatureLayout.BlockCount).Select(_ => reader.ReadDouble())];
        HeadWeights weights = version == ModelFileFormat.FirstVersion ? ReadHalfWeights(reader, layout, codes.Length, scales) : ReadWeights(reader, layout, codes.Length, scales);
        NetworkShare share = version == ModelFileFormat.FirstVersion ? NetworkShare.None : new NetworkShare(reader.ReadInt32(), reader.ReadSingle());
        return new ClassifierHead(name, codes, weights, temperature, curves, thresholds, share);
    }

    private static HeadWeights ReadHalfWeights(BinaryReader reader, FeatureLayout layout, int labelCount, double[] scales)
    {
        int stride = HeadWeights.PaddedLabels(labelCount);
        float[] intercepts = ReadArray<float>(reader, stride);
        float[] termWeights = ReadHalves(reader, layout.FeatureCount);
        return new HeadWeights(labelCount, ReadHalves(reader, layout.FeatureCount * stride), termWeights, intercepts, scales, []);
    }

    private static HeadWeights ReadWeights(BinaryReader reader, FeatureLayout layout, int labelCount, double[] scales)
    {
        int stride = HeadWeights.PaddedLabels(labelCount);
        float[] intercepts = ReadArray<float>(reader, stride);
        var termWeights = new float[layout.FeatureCount];
        Array.Fill(termWeights, 1f);
        termWeights = reader.ReadBoolean() ? ReadHalves(reader, layout.FeatureCount) : termWeights;
        float[] steps = ReadArray<float>(reader, FeatureLayout.BlockCount * stride);
        var weights = new float[(long)layout.FeatureCount * stride];
        for (int label = 0; label < labelCount; label++)
        {
            sbyte[] packed = ReadArray<sbyte>(reader, layout.FeatureCount);
            for (int column = 0; column < packed.Length; column++)
            {
                weights[((long)column * stride) + label] = packed[column] * steps[((int)layout.BlockOf(column) * stride) + label];
            }
        }

        return new HeadWeights(labelCount, weights, termWeights, intercepts, scales, steps);
    }

    private static WordNetwork ReadNetwork(BinaryReader reader)
    {
        var shape = new NetworkShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        int words = reader.ReadInt32();
        var table = new FeatureTable(ReadArray<ulong>(reader, words));
        float[] steps = ReadArray<float>(reader, words);
        sbyte[] packed = ReadArray<sbyte>(reader, words * shape.Dimensions);
        var vectors = new float[packed.Length];
        for (int place = 0; place < vectors.Length; place++)
        {
            vectors[place] = packed[place] * steps[place / shape.Dimensions];
        }

        float[] detectors = ReadArray<float>(reader, shape.Detectors * (shape.Dimensions + 1));
        return new WordNetwork(table, vectors, steps, detectors, ReadArray<float>(reader, (shape.Inputs + 1) * shape.Codes), shape);
    }

    private static CalibrationCurve ReadCurve(BinaryReader reader)
    {
        int knots = reader.ReadInt32();
        float[] scores = ReadArray<float>(reader, knots);
        float[] probabilities = ReadArray<float>(reader, knots);
        double slope = reader.ReadDouble();
        double offset = reader.ReadDouble();
        return knots > 0 ? CalibrationCurve.Isotonic(scores, probabilities) : CalibrationCurve.Platt(slope, offset);
    }

    private static T[] ReadArray<T>(BinaryReader reader, int length)
        where T : unmanaged
    {
        var values = new T[length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static float[] ReadHalves(BinaryReader reader, int length)
    {
        var values = new float[length];
        TensorPrimitives.ConvertToSingle(ReadArray<Half>(reader, length), values);
        return values;
    }
}
