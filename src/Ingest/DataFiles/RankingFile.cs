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
        file.AllowOnly("name", "version", "mostEvidence", "mostSize", "grave", "mostSpread", "lostAQuarter");
        return new RankingWeights
        {
            MostEvidence = Weight(file, "mostEvidence"),
            MostSize = Weight(file, "mostSize"),
            Grave = Weight(file, "grave"),
            MostSpread = Weight(file, "mostSpread"),
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
