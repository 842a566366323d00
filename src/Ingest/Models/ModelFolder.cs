using Insights;
using Insights.Classification;

namespace Ingest.Models;

/// <summary>A folder that holds one version of a model: the model file, its metrics and its card.</summary>
public sealed class ModelFolder(string path)
{
    public const string ModelFileName = "classifier.model";
    public const string MetricsFileName = "metrics.json";
    public const string LabelHintsFileName = "label-hints.csv";
    public const string CardFileName = "model-card.md";

    public string Path { get; } = path;

    /// <summary>Writes the files of a model; each is complete or not there.</summary>
    public void Save(TextClassifier classifier, IReadOnlyDictionary<string, string> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        if (File.Exists(Path))
        {
            throw new InputErrorException($"{Path} is a file. Name a folder for the model.");
        }

        Directory.CreateDirectory(Path);
        Replace(ModelFileName, stream => ModelFileWriter.Write(classifier, stream));
        foreach ((string name, string content) in documents)
        {
            Replace(name, stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                writer.Write(content);
            });
        }
    }

    /// <summary>Reads the model.</summary>
    /// <exception cref="InputErrorException">There is none, or it is damaged.</exception>
    public TextClassifier Load()
    {
        string file = File.Exists(Path) ? Path : System.IO.Path.Combine(Path, ModelFileName);
        if (!File.Exists(file))
        {
            throw new InputErrorException($"There is no model in {Path}: it has no file {ModelFileName}. Name a folder that \"train\" wrote.");
        }

        using FileStream stream = File.OpenRead(file);
        return ModelFileReader.Read(stream, file);
    }

    private void Replace(string name, Action<Stream> write)
    {
        string target = System.IO.Path.Combine(Path, name);
        string partial = target + ".partial";
        using (FileStream stream = File.Create(partial))
        {
            write(stream);
        }

        File.Move(partial, target, overwrite: true);
    }
}
