using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ingest.DataFiles;
using Ingest.Models;
using Ingest.Store;
using Ingest.Store.Migrations;
using Insights;
using Insights.Classification;
using Insights.Taxonomies;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Verbs;

/// <summary><c>analyse</c>: classify what is new → count → detect → explain; prints the signals.</summary>
public static class AnalyseVerb
{
    public static Command Create()
    {
        Option<DateOnly?> asOf = new("--as-of") { Description = "Look from this day (2026-03-31). Default: the newest day of each collection." };
        Option<double?> budget = new("--false-signals") { Description = "False signals accepted a quarter over everything watched in a collection. Default 1." };
        Option<string?> database = DatabaseOption.Create();
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of a table." };
        Command command = new("analyse", "Codes what is new, counts, and raises the signals.") { asOf, budget, database, json };
        command.SetAction(async (parseResult, cancellationToken) =>
        {
            StorageOptions storage = DatabaseOption.Storage(parseResult.GetValue(database));
            AnalysisReport report = await RunAsync(storage, DataFolder.Find(), Options(parseResult.GetValue(budget)), parseResult.GetValue(asOf), cancellationToken);
            Console.WriteLine(parseResult.GetValue(json) ? Json(report) : SignalTable.Text(report));
            return 0;
        });
        return command;
    }

    /// <summary>Runs the analysis of a store with the models of the data folder.</summary>
    public static async Task<AnalysisReport> RunAsync(
        StorageOptions storage, DataFolder data, AnalysisOptions options, DateOnly? asOf, CancellationToken cancellationToken)
    {
        if (storage.DatabaseFile is { } file && !File.Exists(file))
        {
            throw new InputErrorException($"There is no database {file}. Import complaints first: import FILE --profile NAME --database {file}");
        }

        await using (InsightsDbContext context = StoreRegistration.Open(storage))
        {
            await context.UpgradeAsync(cancellationToken);
        }

        AnalysisOptions ranked = options with { Scan = options.Scan with { Ranking = data.LoadRanking(), Vulnerability = data.LoadVulnerability() } };
        AnalysisRun run = new(new DatabaseArchive(storage, data, TimeProvider.System), taxonomy => ModelFor(taxonomy, data), ranked);
        return await run.RunAsync(asOf, new ProgressLines(Console.Error.WriteLine), cancellationToken);
    }

    /// <summary>A taxonomy is coded by the model of its name.</summary>
    private static CodingModel? ModelFor(Taxonomy taxonomy, DataFolder data)
    {
        CodingModel? model = ShippedModel.CodingModelFor(data, taxonomy.Name);
        if (model is null)
        {
            Console.Error.WriteLine($"{data.Path} has no model for the taxonomy {taxonomy.Name}: complaints stay as they are coded.");
        }

        return model;
    }

    internal static string Json(AnalysisReport report) => JsonOutput.Line(new
    {
        AsOf = report.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        report.Series,
        NotAssessed = report.NotAssessed.Sum(reason => reason.Value),
        Signals = report.Signals.Select(signal => new
        {
            signal.Rank,
            signal.Title,
            Facets = signal.Key.Facets.ToDictionary(facet => JsonNamingPolicy.CamelCase.ConvertName(facet.Key.ToString()), facet => facet.Value, StringComparer.Ordinal),
            Period = signal.Period.ToString(),
            signal.Observed,
            signal.Expected,
            signal.Upper,
            signal.PValue,
            State = JsonNamingPolicy.CamelCase.ConvertName(signal.State.ToString()),
            signal.Artefact,
            signal.Sentence,
        }),
    });

    private static AnalysisOptions Options(double? falseSignals)
    {
        AnalysisOptions options = new();
        return falseSignals switch
        {
            null => options,
            > 0 and <= 100 => options with { Scan = options.Scan with { FalseSignalsAQuarter = falseSignals.Value } },
            _ => throw new InputErrorException(string.Create(
                CultureInfo.InvariantCulture, $"--false-signals is {falseSignals.Value}; expected a number above 0 and at most 100, such as 1.")),
        };
    }
}
