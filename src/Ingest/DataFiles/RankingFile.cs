using System.Globalization;
using Insights.Detection.Scanning;

namespace Ingest.DataFiles;

/// <summary>Reads the weights that put a signal first.</summary>
internal static class RankingFile
{
    private const double Largest = 100;

    /// <exception cref="Insights.InputErrorException">The file is wrong; the message names file, line and key.</exception>
    public static RankingWeights Load(string path)
    {
        YamlSection file = YamlSection.Load(path);
        file.AllowOnly("name", "version", "mostEvidence", "mostSize", "grave", "mostVulnerability", "mostSpread", "mostRecurrence", "lostAQuarter");

        // Files written before vulnerability and recurrence were marks give them no points.
        return new RankingWeights
        {
            MostEvidence = Weight(file, "mostEvidence"),
            MostSize = Weight(file, "mostSize"),
            Grave = Weight(file, "grave"),
            MostVulnerability = file.Has("mostVulnerability") ? Weight(file, "mostVulnerability") : 0,
            MostSpread = Weight(file, "mostSpread"),
            MostRecurrence = file.Has("mostRecurrence") ? Weight(file, "mostRecurrence") : 0,
            LostAQuarter = Weight(file, "lostAQuarter"),
        };
    }

    private static double Weight(YamlSection file, string key)
    {
        string text = file.RequiredText(key);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight is >= 0 and <= Largest
            ? weight
            : throw file.Problem(key, $"'{text}'", $"a number from 0 to {Largest}");
    }
}
