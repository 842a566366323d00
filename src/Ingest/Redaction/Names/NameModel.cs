using System.Globalization;
using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;
using Insights;

namespace Ingest.Redaction.Names;

/// <summary>
/// Judges whether a word is part of a person's name: a logistic regression over <see cref="NameFeatures"/>. The weights are data, learned by
/// <see cref="NameModelTrainer"/> from marked narratives.
/// </summary>
internal sealed class NameModel
{
    private const string WeightsFile = "name-weights.tsv";
    private readonly float[] weights;

    public NameModel(float[] weights, float threshold)
    {
        this.weights = weights;
        Threshold = threshold;
    }

    /// <summary>Scores above this are names. In log-odds.</summary>
    public float Threshold { get; }

    /// <summary>Number of weights a model has.</summary>
    public static int WeightCount => NameFeatures.SlotCount * NameFeatures.PlacesPerSlot;

    public static NameModel Load(string dataFolder)
    {
        string path = Path.Combine(dataFolder, Lexicon.FolderName, WeightsFile);
        if (!File.Exists(path))
        {
            throw new InputErrorException($"The weights of the name model '{path}' are missing; name the data folder in the environment variable INSIGHTS_DATA.");
        }

        var loaded = new float[WeightCount];
        float threshold = 0;
        foreach (string line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] cells = line.Split('\t');
            if (cells is ["threshold", string value])
            {
                threshold = float.Parse(value, CultureInfo.InvariantCulture);
            }
            else if (cells.Length == 3 && Enum.TryParse(cells[0], out NameFeatureSlot slot) && int.TryParse(cells[1], CultureInfo.InvariantCulture, out int answer))
            {
                loaded[((int)slot * NameFeatures.PlacesPerSlot) + answer] = float.Parse(cells[2], CultureInfo.InvariantCulture);
            }
        }

        return new NameModel(loaded, threshold);
    }

    public void Save(string path)
    {
        const float LeastWeight = 0.005f;
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("# Weights of the name model, in log-odds: question, answer, weight. Learned, never edited by hand; see docs/methods/redaction.md.");
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threshold\t{Threshold:0.###}"));
        for (int place = 0; place < weights.Length; place++)
        {
            if (Math.Abs(weights[place]) >= LeastWeight)
            {
                var slot = (NameFeatureSlot)(place / NameFeatures.PlacesPerSlot);
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slot}\t{place % NameFeatures.PlacesPerSlot}\t{weights[place]:0.###}"));
            }
        }
    }

    /// <summary>Log-odds that the word is part of a name.</summary>
    public float Score(ReadOnlySpan<char> text, TokenList tokens, NameContext context, int index)
    {
        Span<int> places = stackalloc int[NameFeatures.SlotCount];
        NameFeatures.Fill(text, tokens, context, index, places);
        float score = 0;
        foreach (int place in places)
        {
            score += weights[place];
        }

        return score;
    }
}
