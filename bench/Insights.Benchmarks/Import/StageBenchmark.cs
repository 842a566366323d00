using System.Diagnostics;
using System.Globalization;
using Ingest.DataFiles;
using Ingest.Deduplication;
using Ingest.Models;
using Ingest.Profiles;
using Ingest.Redaction;
using Ingest.Sources;
using Ingest.Store;
using Ingest.Store.Writing;
using Ingest.Validation;
using Insights.Classification;

namespace Benchmarks.Import;

/// <summary><c>import-stages PROFILE ROWS</c>: what each stage of an import costs one core, one after the other, so that tuning starts where the time goes.</summary>
internal static class StageBenchmark
{
    private const double MicrosecondsPerSecond = 1_000_000;

    public static int Run(string profileName, int rows)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-bench-");
        try
        {
            DataFolder data = DataFolder.Find();
            ImportProfile profile = data.LoadProfile(profileName);
            string file = Path.Combine(folder.FullName, "narratives.csv");
            NarrativeFile.Write(file, rows, data);
            PersonalDataRedactor redactor = Timed("load the redactor", 1, () => PersonalDataRedactor.Load(data.Path));
            CodingModel? model = Timed("load the model", 1, () => ShippedModel.CodingModelFor(data, profile.Collection.Taxonomy.Name));
            using RawTextCipher cipher = RawTextCipher.Load(StorageOptions.ForFile(Path.Combine(folder.FullName, "bench.db")), storeHoldsEncryptedRows: false);

            // The first round warms the compiler up; the second is what counts.
            for (int round = 0; round < 2; round++)
            {
                Stages(file, profile, rows, redactor, model, cipher);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Stages(string file, ImportProfile profile, int rows, PersonalDataRedactor redactor, CodingModel? model, RawTextCipher cipher)
    {
        SourceFile source = SourceFile.At(file);
        using IRecordSource records = RecordSources.Open(source, profile);
        RowValidator validator = new(profile, ColumnBinding.Bind(profile, records, source.Name));
        List<SourceRecord> read = Timed("read", rows, () => records.Records().ToList());
        List<RowResult> results = Timed("validate and hash", rows, () => read.ConvertAll(validator.Validate));
        List<string> texts = results.ConvertAll(result => result.Complaint!.Text!);
        List<string> redacted = Timed("redact", rows, () => texts.ConvertAll(text => redactor.Redact(text).Text));
        Timed("sign", rows, () => redacted.ConvertAll(MinHashSignature.Of));
        Timed("encrypt", rows, () => texts.ConvertAll(cipher.Encrypt));
        if (model is not null)
        {
            List<ComplaintPrediction> predictions = Timed("classify", rows, () => redacted.ConvertAll(text => model.Predict(text)));
            Timed("write predictions as JSON", rows, () => predictions.ConvertAll(prediction => PreparedPrediction.Of(model.Version, prediction)));
        }
    }

    private static T Timed<T>(string stage, int rows, Func<T> work)
    {
        TimeSpan before = Process.GetCurrentProcess().UserProcessorTime;
        T result = work();
        double microseconds = (Process.GetCurrentProcess().UserProcessorTime - before).TotalSeconds * MicrosecondsPerSecond / rows;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-28} {microseconds,12:N1} µs"));
        return result;
    }
}
